import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentenceFor } from "../../../../../src/core/checks/sentences";
import { Marks } from "../../../../../src/core/checks/schema/marks";
import { hl7v2Reader } from "../../../../../src/core/documents/hl7v2Reader";
import { checkDocument } from "../../../../../src/core/hl7v2/validation/checkDocument";
import { LineIndex } from "../../../../../src/core/text/lineIndex";
import { issueCases } from "../../../../support/hl7v2IssueCases";
import { smallDictionaryFor } from "../../../../support/smallDictionary";

const golden = join(__dirname, "../../../../fixtures/hl7v2/issues.golden.txt");

function spoken(): string {
  return issueCases.map(({ title, text }) => {
    const document = hl7v2Reader.read(text);
    const marks = new Marks(document);
    const lines = new LineIndex(text);
    const issues = checkDocument(document, smallDictionaryFor).map(({ code, severity, args, pointer, mark }) => {
      const { start, end } = marks.rangeOf(pointer, mark);
      return `  ${severity}: ${sentenceFor(code, args) ?? "?"}\n    ${code} marks ${JSON.stringify(text.slice(lines.offsetAt(start), lines.offsetAt(end)))} at ${pointer}`;
    });
    return [title, ...issues].join("\n");
  }).join("\n\n") + "\n";
}

describe("the sentences of the standard's rules", () => {
  it("are those of the golden file (UPDATE_GOLDEN=1 writes it)", () => {
    const now = spoken();
    if (process.env["UPDATE_GOLDEN"] === "1" || !existsSync(golden)) {
      writeFileSync(golden, now);
    }
    assert.equal(now, readFileSync(golden, "utf8"));
  });

  it("never leave a place unfilled or end without a full stop", () => {
    for (const line of spoken().split("\n").filter((each) => /^ {2}\w+:/.test(each))) {
      assert.doesNotMatch(line, /\{\w+\}|undefined|\[object/, line);
      assert.match(line, /[.?]$/, line);
    }
  });
});
