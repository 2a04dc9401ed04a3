import { inEnglish } from "../../src/core/checks/translate";
import { dictionaryFor } from "../../src/core/hl7v2/dictionary/dictionary";
import { completionAt } from "../../src/core/hl7v2/language/completion";
import { hoverAt } from "../../src/core/hl7v2/language/hover";
import { LanguageModel } from "../../src/core/hl7v2/language/languageModel";
import { outlineOf } from "../../src/core/hl7v2/language/outline";
import { interleaved, timed } from "./measure";
import type { Row, Section } from "./report";

const size = 200_000;
const locale = "en";

/** What the HL7 v2 language features do on the extension host at each keystroke in a file of 200 kB. */
export async function hl7v2EditingSection(rounds: number): Promise<Section> {
  const message = hl7v2Text();
  const model = new LanguageModel(dictionaryFor);
  model.update(message);
  let stroke = 0;
  /** The text after one more keystroke somewhere in its middle. */
  const typed = (text: string, after: string): { readonly text: string; readonly at: number } => {
    const at = text.indexOf(after, Math.floor(text.length / 2)) + after.length;
    return { text: text.slice(0, at) + String(stroke++ % 10) + text.slice(at), at: at + 1 };
  };
  const timings = await interleaved(
    [
      { name: "HL7 v2: read, hover, completion", sample: async () => {
        const { text, at } = typed(message, "||");
        return await timed(() => {
          const snapshot = model.update(text);
          hoverAt(snapshot, at, locale, inEnglish);
          completionAt(snapshot, at, inEnglish);
        });
      } },
      { name: "HL7 v2: the same with the outline", sample: async () => {
        const { text, at } = typed(message, "||");
        return await timed(() => {
          const snapshot = model.update(text);
          hoverAt(snapshot, at, locale, inEnglish);
          completionAt(snapshot, at, inEnglish);
          outlineOf(snapshot, locale, inEnglish);
        });
      } },
    ],
    rounds * 4, 5,
  );
  return {
    title: `HL7 v2 language features per keystroke, a file of ${String(size / 1000)} kB`,
    rows: timings.map((timing): Row => ({ what: timing.name, value: timing, budget: { text: "< 16 ms", kept: timing.median < 16 } })),
    notes: [],
  };
}

function hl7v2Text(): string {
  const lines = ["MSH|^~\\&|LAB|A|EHR|B|20240301120000||ORU^R01^ORU_R01|1|P|2.5.1", "PID|1||4711^^^A^MR||Doe^Ann||19620314|F", "OBR|1|1||24323-8^Panel^LN|||20240301"];
  for (let length = 0, index = 1; length < size; index++) {
    const line = `OBX|${String(index)}|NM|${String(1000 + index)}-1^Analyte ${String(index)}^LN||${String(index % 90)}|mmol/L^^UCUM|1-99|N|||F|||20240301`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}
