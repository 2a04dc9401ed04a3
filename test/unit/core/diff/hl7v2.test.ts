import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readDocument } from "../../../../src/core/documents/readers";
import { encodeEscapes } from "../../../../src/core/hl7v2/escapes";
import { toleranceNames, toleranceOf, type Tolerance } from "../../../../src/core/diff/tolerance";
import { brief, differences } from "../../../support/differences";
import { anyMessage, hostileDelimiters, messageWith } from "../../../support/hl7v2Arbitraries";
import { standardDelimiters } from "../../../../src/core/hl7v2/delimiters";

const header = "MSH|^~\\&|LAB|A|EHR|B|20240301||ORU^R01|1|P|2.5.1\r";
const diff = (expected: string, actual: string, tolerance?: Tolerance): readonly string[] => brief(differences("hl7v2", header + expected, header + actual, tolerance));

const fixtures = join(__dirname, "../../../fixtures/hl7v2");
const realTexts = readdirSync(fixtures).filter((name) => name.endsWith(".hl7")).map((name) => readFileSync(join(fixtures, name), "utf8"));

describe("difference of HL7 v2 messages", () => {
  it("names the smallest part that differs, in field notation, with pointers, ranges and texts", () => {
    const [found, ...more] = differences("hl7v2", `${header}PID|1||7||DOE^JOHN\r`, `${header}PID|1||7||DOE^JANE\r`);
    assert.deepEqual(more, []);
    assert.deepEqual(found, {
      kind: "changed", path: "PID-5[1].2", pointers: { expected: "/segments/1/fields/4/0/1", actual: "/segments/1/fields/4/0/1" },
      ranges: { expected: { start: { line: 1, character: 14 }, end: { line: 1, character: 18 } }, actual: { start: { line: 1, character: 14 }, end: { line: 1, character: 18 } } },
      expected: "JOHN", actual: "JANE", code: "diff.changed", args: { path: "PID-5[1].2", expected: "\"JOHN\"", actual: "\"JANE\"" }, message: "PID-5[1].2 is \"JANE\"; \"JOHN\" is expected.",
    });
  });

  it("names a field with a single value as a field", () => {
    assert.deepEqual(diff("PID|1||||||||F", "PID|1||||||||M"), ["changed PID-9: F -> M"]);
    assert.deepEqual(diff("PID|1||A~B", "PID|1||A~C"), ["changed PID-3[2]: B -> C"]);
    assert.deepEqual(diff("PID|1||A^B&C", "PID|1||A^B&D"), ["changed PID-3[1].2.2: C -> D"]);
  });

  it("calls what is filled in added and what is emptied removed", () => {
    assert.deepEqual(diff("PID|1||7||X", "PID|1|||A^B|X"), ["removed PID-3: 7", "added PID-4: A^B"]);
    assert.deepEqual(diff("PID|1||DOE^JOHN", "PID|1||DOE^JOHN^Q"), ["added PID-3[1].3: Q"]);
    assert.deepEqual(diff("PID|1||\"\"", "PID|1||"), ["removed PID-3: \"\""]);
  });

  it("reports a segment that was put in once, whatever comes after it and is numbered anew", () => {
    const results = Array.from({ length: 50 }, (_, index) => `OBX|${String(index + 1)}|NM|code${String(index)}||${String(index * 7)}\r`);
    const more = [...results.slice(0, 10), "OBX|11|NM|new||1\r", ...results.slice(10).map((line, index) => line.replace(/^OBX\|\d+/, `OBX|${String(index + 12)}`))];
    assert.deepEqual(diff(results.join(""), more.join("")), ["added OBX[11]: OBX|11|NM|new||1"]);
    assert.deepEqual(diff(more.join(""), results.join("")), ["removed OBX[11]: OBX|11|NM|new||1"]);
  });

  it("marks the segment before the place at which one is missing, in the order of the text", () => {
    const found = differences("hl7v2", `${header}PID|1||7\rPV1|1|I\rDG1|1||x\r`, `${header}PID|1||8\rDG1|1||y\r`);
    assert.deepEqual(found.map(({ kind, path, pointers }) => [kind, path, pointers.actual]), [["changed", "PID-3", "/segments/1/fields/2"], ["removed", "PV1", "/segments/1"], ["changed", "DG1-3", "/segments/2/fields/2"]]);
  });

  it("reports a set id that does not count along", () => {
    assert.deepEqual(diff("OBX|1|NM|a\rOBX|2|NM|b", "OBX|1|NM|a\rOBX|3|NM|b"), ["changed OBX[2]-1: 2 -> 3"]);
    assert.deepEqual(diff("OBR|1\rOBX|1|NM|a\rOBR|2\rOBX|2|NM|b", "OBR|1\rOBX|1|NM|a\rOBR|2\rOBX|1|NM|b"), ["changed OBX[2]-1: 2 -> 1"]);
  });

  it("pairs segments by what they are of, and says where they were", () => {
    assert.deepEqual(diff("OBX|1|NM|a||1\rOBX|2|NM|b||2\rOBX|3|NM|c||3", "OBX|1|NM|b||9\rOBX|2|NM|c||3\rOBX|3|NM|a||1"), ["changed OBX[1]-5: 2 -> 9", "moved OBX[3]"]);
  });

  it("tolerates another order of repetitions, and of segments of one name in a row, notes included", () => {
    const expected = "PID|1||A~B\rOBR|1\rOBX|1|NM|a||1\rNTE|1||of a\rOBX|2|NM|b||2\rOBR|2\rOBX|1|NM|c||3";
    const other = "PID|1||B~A\rOBR|1\rOBX|1|NM|b||2\rOBX|2|NM|a||1\rNTE|1||of a\rOBR|2\rOBX|1|NM|c||3";
    assert.deepEqual(diff(expected, other, { order: true }), []);
    assert.deepEqual(diff(expected, other, { order: ["PID-3", "OBX"] }), []);
    assert.deepEqual(diff(expected, other, { order: ["OBX"] }), ["moved PID-3[2]"]);
    assert.notDeepEqual(diff(expected, expected.replace("\rOBR|2\rOBX|1|NM|c||3", "\rOBX|3|NM|c||3\rOBR|2"), { order: true }), [], "a result under another order is another result");
    assert.deepEqual(diff(expected, other.replace("of a", "of b"), { order: true }), ["changed NTE-3: of a -> of b"]);
  });

  it("tolerates precision of numbers and times", () => {
    const tolerance = { precision: true };
    assert.deepEqual(diff("OBX|1|NM|a||7.0", "OBX|1|NM|a||7.00", tolerance), []);
    assert.deepEqual(diff("OBX|1|NM|a||7", "OBX|1|NM|a||7.0", tolerance), []);
    assert.deepEqual(diff("OBX|1|NM|a||7", "OBX|1|NM|a||007", tolerance), ["changed OBX-5: 7 -> 007"]);
    assert.deepEqual(diff("OBX|1|NM|a||20240301120000+0100", "OBX|1|NM|a||20240301110000+0000", tolerance), []);
    assert.deepEqual(diff("PID|1||||||19700101", "PID|1||||||1970", tolerance), []);
    assert.deepEqual(diff("PID|1||||||19700101", "PID|1||||||1971", tolerance), ["changed PID-7: 19700101 -> 1971"]);
    assert.deepEqual(diff("PID|1||||||19700101", "PID|1||||||1970"), ["changed PID-7: 19700101 -> 1970"]);
  });

  it("tolerates other delimiters and other escapes for the same data", () => {
    const other = "MSH#*~\\&#LAB#A#EHR#B#20240301##ORU*R01#1#P#2.5.1\rPID#1##7*X\\F\\^\\X41\\";
    assert.deepEqual(brief(differences("hl7v2", `${header}PID|1||7^X#\\S\\A`, other, { escapes: true })), []);
    assert.deepEqual(brief(differences("hl7v2", `${header}PID|1||7^X`, other, { escapes: true })), ["changed PID-3[1].2: X -> X\\F\\^\\X41\\"]);
    assert.deepEqual(diff("NTE|1||a\\S\\b", "NTE|1||a\\X5E\\b"), ["changed NTE-3: a\\S\\b -> a\\X5E\\b"]);
    assert.ok(brief(differences("hl7v2", header, other.slice(0, other.indexOf("\r")))).some((line) => line.startsWith("changed MSH-1")));
  });

  it("tolerates what every copy is given anew", () => {
    const again = header.replace("20240301", "20240302").replace("|1|P", "|77|P");
    assert.deepEqual(brief(differences("hl7v2", `${header}PID|1`, `${again}PID|1`)), ["changed MSH-7: 20240301 -> 20240302", "changed MSH-10: 1 -> 77"]);
    assert.deepEqual(differences("hl7v2", `${header}PID|1`, `${again}PID|1`, { ids: true }), []);
  });

  it("tolerates empty parts at the end", () => {
    assert.deepEqual(diff("PID|1||A", "PID|1||A^^||"), ["added PID-3[1].2: ", "added PID-3[1].3: ", "added PID-4: ", "added PID-5: "]);
    assert.deepEqual(diff("PID|1||A", "PID|1||A^^||", { empty: true }), []);
    assert.deepEqual(diff("PID|1||A", "PID|1||A^^||\"\"", { empty: true }), ["added PID-5: \"\""]);
  });

  it("passes over what is to be ignored", () => {
    assert.deepEqual(diff("ZPI|1\rPID|1||A^B", "ZPI|2\rPID|2||A^C", { ignore: ["ZPI", "*-1", "PID-3.2"] }), []);
    assert.deepEqual(diff("OBX|1|NM|a||1\rOBX|2|NM|b||2", "OBX|1|NM|a||5\rOBX|2|NM|b||6", { ignore: ["OBX[2]-5"] }), ["changed OBX[1]-5: 1 -> 5"]);
    assert.deepEqual(diff("OBX|1|NM|a", "OBX|1|NM|a\rZXX|1", { ignore: ["ZXX"] }), []);
    assert.throws(() => diff("PID", "PID", { ignore: ["pid-3"] }), /names no place/);
  });

  it("compares files of several messages, each with its counterpart", () => {
    const message = (id: number, name: string): string => `MSH|^~\\&|A|||||20240301|ADT^A01|${String(id)}|P|2.5\rPID|1||${String(id)}||${name}\rPV1|1|I\rDG1|1||x\r`;
    const all = [1, 2, 3, 4].map((id) => message(id, `N${String(id)}`));
    assert.deepEqual(brief(differences("hl7v2", all.join(""), [all[0], all[2], message(4, "other")].join(""))), ["removed message 2", "changed message 3 PID-5: N4 -> other"]);
    assert.deepEqual(brief(differences("hl7v2", all.join(""), [...all].reverse().join(""), { order: true })), []);
    assert.deepEqual(brief(differences("hl7v2", `BHS|^~\\&|A\r${all.join("")}BTS|4`, `BHS|^~\\&|A\r${all.join("")}BTS|5`)), ["changed BTS-1: 4 -> 5"]);
  });

  it("finds nothing between a message and itself, whatever the line ends", () => {
    fc.assert(fc.property(anyMessage, ({ text }) => {
      assert.deepEqual(differences("hl7v2", text, text), []);
      assert.deepEqual(differences("hl7v2", text, `${text.replace(/\r\n|\r|\n/g, "\n")}\n\n`), []);
    }));
    for (const text of realTexts) {
      assert.deepEqual(differences("hl7v2", text, text), []);
    }
  });

  it("finds something exactly when the other way round finds something, and tolerance only takes away", () => {
    const close = anyMessage.chain((message) => fc.tuple(fc.constant(message.text), fc.nat(), fc.constantFrom("", "x", "7.0", "|", "\r", message.delimiters.component ?? "")).map(([text, at, put]) => {
      const place = text.length === 0 ? 0 : 8 + (at % Math.max(1, text.length - 8));
      return [text, text.slice(0, place) + put + text.slice(place + (at % 2))] as const;
    }));
    // Where order is tolerated, other segments are each other's counterpart.
    fc.assert(fc.property(close, fc.subarray(toleranceNames.filter((name) => name !== "order")), ([a, b], names) => {
      const tolerance = toleranceOf(names);
      const found = differences("hl7v2", a, b, tolerance).length;
      assert.equal(found > 0, differences("hl7v2", b, a, tolerance).length > 0);
      assert.ok(found <= differences("hl7v2", a, b).length, names.join());
    }), { numRuns: 200, endOnFailure: true });
    fc.assert(fc.property(anyMessage, anyMessage, fc.subarray([...toleranceNames]), (a, b, names) => {
      const found = differences("hl7v2", a.text, b.text, toleranceOf(names)).length;
      assert.equal(found > 0, differences("hl7v2", b.text, a.text, toleranceOf(names)).length > 0);
      assert.ok(found === 0 || differences("hl7v2", a.text, b.text).length > 0);
    }));
  });

  it("finds every single change of a value exactly where it was made", () => {
    const changes = fc.oneof(fc.constant(standardDelimiters), hostileDelimiters).chain(messageWith).chain((message) => fc.tuple(fc.constant(message), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat()));
    fc.assert(fc.property(changes, ([{ text, delimiters }, ...chances]) => {
      const { value } = readDocument("hl7v2", text);
      const { segments } = value as { segments: string[][][][][] & { fields: string[][][][] }[] };
      const [s, f, r, c, b] = [0, 1, 2, 3, 4].map((level) => chances[level] ?? 0) as [number, number, number, number, number];
      const segment = segments[s % segments.length];
      const first = s % segments.length === 0 ? 2 : 0;
      const fields = segment?.fields ?? [];
      if (fields.length <= first) {
        return;
      }
      const field = first + (f % (fields.length - first));
      const repetitions = fields[field] ?? [];
      const repetition = r % repetitions.length;
      const components = repetitions[repetition] ?? [];
      const component = c % components.length;
      const subcomponents = components[component] ?? [];
      const subcomponent = b % subcomponents.length;
      const pointer = `/segments/${String(s % segments.length)}/fields/${[field, repetition, component, subcomponent].join("/")}`;
      const range = readDocument("hl7v2", text).rangeOf(pointer) ?? assert.fail(pointer);
      const lines = text.split(/(\r\n|\r|\n)/);
      const line = lines[range.start.line * 2] ?? "";
      lines[range.start.line * 2] = line.slice(0, range.start.character) + encodeEscapes("CHANGED", { ...delimiters, escape: delimiters.escape }) + line.slice(range.end.character);
      const found = differences("hl7v2", text, lines.join(""));
      assert.equal(found.length, 1, brief(found).join("; "));
      assert.ok(pointer.startsWith(found[0]?.pointers.actual ?? "?"), `${pointer} ${JSON.stringify(found[0])}`);
      assert.ok(pointer.replace(/(?:\/0)*$/, "").length <= (found[0]?.pointers.actual ?? "").length, `${pointer} ${found[0]?.pointers.actual ?? ""}`);
    }), { numRuns: 200, endOnFailure: true });
  });
});
