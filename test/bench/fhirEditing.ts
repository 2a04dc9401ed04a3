import { inEnglish } from "../../src/core/checks/translate";
import { completionsAt } from "../../src/core/fhir/language/completion";
import { fhirPathAt } from "../../src/core/fhir/language/fhirPathAt";
import { FhirText } from "../../src/core/fhir/language/fhirText";
import { hoverAt } from "../../src/core/fhir/language/hover";
import { outlineOf } from "../../src/core/fhir/language/outline";
import { References } from "../../src/core/fhir/language/references";
import { loadFhirModel } from "../../src/env/fhirModelFile";
import { timed, timingOf } from "./measure";
import type { Row, Section } from "./report";

/** UTF-16 code units of the entries of the bundle that is typed in, roughly: it comes to some 200 kB. */
const size = 232_000;

/** What the editor's own features take in the extension host while somebody types in a large bundle: each key is another text, which is read anew. */
export async function fhirEditingSection(dist: string, rounds: number): Promise<Section> {
  const model = await loadFhirModel(dist);
  const text = largeBundle();
  const samples: Record<"key" | "outline" | "hover", number[]> = { key: [], outline: [], hover: [] };
  const keys = rounds * 10;
  for (let key = -10; key < keys; key++) {
    const offset = Math.floor((text.length * ((key * 7919 + 79190) % 10_007)) / 10_007);
    const typed = `${text.slice(0, offset)} ${text.slice(offset)}`;
    let read = new FhirText("");
    let references: References | undefined;
    const around = () => ({ model, text: read, references: () => (references ??= new References(read)), t: inEnglish, locale: "en" });
    // At every key: the text is read, suggestions are made, and the path of the cursor.
    const keyMs = await timed(() => {
      read = new FhirText(typed);
      completionsAt(around(), offset + 1);
      fhirPathAt(model, read, offset + 1);
    });
    const hoverMs = await timed(() => hoverAt(around(), offset));
    // The editor asks for it after a pause.
    const outlineMs = await timed(() => outlineOf(model, read, around().references()));
    if (key >= 0) {
      samples.key.push(keyMs);
      samples.hover.push(hoverMs);
      samples.outline.push(outlineMs);
    }
  }
  const row = (what: string, times: readonly number[], limit: number): Row => {
    const timing = timingOf(what, times);
    return { what, value: timing, budget: { text: `< ${String(limit)} ms`, kept: timing.median < limit } };
  };
  return {
    title: `FHIR in the editor, a bundle of ${String(Math.round(text.length / 1000))} kB`,
    rows: [row("a key: read, suggest, path of the cursor", samples.key, 16), row("outline, after a pause", samples.outline, 50), row("hover", samples.hover, 16)],
    notes: [],
  };
}

function largeBundle(): string {
  const entry: unknown[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const patient = `urn:uuid:${String(index % 7)}`;
    const resource = index % 7 === 0
      ? { resourceType: "Patient", id: `p${String(index)}`, name: [{ use: "official", family: "Okafor", given: ["Ada", "Ngozi"] }], gender: "female", birthDate: "1962-03-14", address: [{ line: ["1 High Street"], city: "North" }] }
      : {
          resourceType: "Observation", id: `o${String(index)}`, status: "final", category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs" }] }],
          code: { coding: [{ system: "http://loinc.org", code: "8867-4", display: "Heart rate" }], text: "Heart rate" }, subject: { reference: patient },
          effectiveDateTime: "2024-01-31T08:30:00+01:00", valueQuantity: { value: 60 + (index % 40), unit: "/min", system: "http://unitsofmeasure.org", code: "/min" },
        };
    const one = { fullUrl: `urn:uuid:${String(index)}`, resource };
    entry.push(one);
    length += JSON.stringify(one, undefined, 2).length * 1.4;
  }
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry }, undefined, 2);
}
