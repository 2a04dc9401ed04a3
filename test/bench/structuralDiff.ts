import { diffDocuments } from "../../src/core/diff/diffDocuments";
import type { DocumentFormat } from "../../src/core/documents/document";
import { readDocument } from "../../src/core/documents/readers";
import { toleranceNames, toleranceOf } from "../../src/core/diff/tolerance";
import { interleaved, timed } from "./measure";
import type { Row, Section } from "./report";

/** Difference by structure of large texts, against comparing what JSON.stringify makes of them. */
export async function diffSection(rounds: number): Promise<Section> {
  const rows: Row[] = [];
  const all = toleranceOf(toleranceNames);
  const pairs = [
    { what: "bundle", format: "json", ...bundles() },
    { what: "HL7 v2 batch", format: "hl7v2", ...batches() },
  ] as const;
  for (const { what, format, expected, actual } of pairs) {
    const megabytes = (expected.length / 1e6).toFixed(2);
    const found = differences(format, expected, actual, {}).length;
    const timings = await interleaved(
      [
        { name: "read and compared", sample: async () => await timed(() => differences(format, expected, actual, {})) },
        { name: "the same, everything tolerated", sample: async () => await timed(() => differences(format, expected, actual, all)) },
        { name: "JSON.stringify of both values, compared", sample: async () => await timed(() => JSON.stringify(readDocument(format, expected).value) === JSON.stringify(readDocument(format, actual).value)) },
      ],
      Math.min(rounds, 9), 1,
    );
    const peer = timings[2];
    rows.push(...timings.map((timing, index): Row => ({
      what: `${what} of ${megabytes} MB, ${String(found)} differences: ${timing.name}`,
      value: timing,
      ...(index < 2 && peer !== undefined ? { ratio: { to: "JSON.stringify", times: timing.median / peer.median } } : {}),
    })));
  }
  return { title: "Difference by structure", rows, notes: ["JSON.stringify says only whether there is a difference, and calls another order of properties one."] };
}

function differences(format: DocumentFormat, expected: string, actual: string, tolerance: Parameters<typeof diffDocuments>[2]): readonly unknown[] {
  return diffDocuments(readDocument(format, expected), readDocument(format, actual), tolerance);
}

function bundles(): { readonly expected: string; readonly actual: string } {
  const entry = (index: number, value = 60 + (index % 40)): unknown => ({
    fullUrl: `urn:uuid:${String(index)}`,
    resource: {
      resourceType: "Observation", id: String(index), status: "final", code: { coding: [{ system: "http://loinc.org", code: "8867-4", display: "Heart rate" }] },
      subject: { reference: "urn:uuid:0" }, effectiveDateTime: "2024-03-01T12:00:00+01:00", valueQuantity: { value, unit: "/min", system: "http://unitsofmeasure.org", code: "/min" },
    },
  });
  const entries = Array.from({ length: 3000 }, (_, index) => entry(index));
  const changed = entries.map((each, index) => (index % 500 === 7 ? entry(index, 999) : each));
  changed.splice(100, 0, entry(9001));
  changed.splice(2000, 3);
  const text = (all: readonly unknown[]): string => JSON.stringify({ resourceType: "Bundle", type: "collection", entry: all }, null, 2);
  return { expected: text(entries), actual: text(changed) };
}

function batches(): { readonly expected: string; readonly actual: string } {
  const message = (index: number, value = index % 90): string => [
    `MSH|^~\\&|LAB|A|EHR|B|20240301120000||ORU^R01|${String(index)}|P|2.5.1`, `PID|1||${String(index)}^^^A^MR||Doe^Ann||19620314|F`, `OBR|1|${String(index)}||24323-8^Panel^LN|||20240301`,
    ...Array.from({ length: 12 }, (_, at) => `OBX|${String(at + 1)}|NM|${String(1000 + at)}-1^Analyte ${String(at)}^LN||${String(at === 3 ? value : at * 7)}|mmol/L|1-99|N|||F`),
  ].join("\r");
  const messages = Array.from({ length: 1800 }, (_, index) => message(index));
  const changed = messages.map((each, index) => (index % 300 === 7 ? message(index, 999) : each));
  changed.splice(50, 0, message(9001));
  return { expected: messages.join("\r"), actual: changed.join("\r") };
}
