import assert from "node:assert/strict";
import { checkInProcess, onlyFinding, runInProcess } from "../../support/runner/inProcess";

const patient = '{\n  "resourceType": "Patient",\n  "name": [{ "family": "Chalmers" }]\n}\n';
const message = "MSH|^~\\&|LAB\rPID|1||4711^^^A^MR\r";

describe("health-it-katas/testing", () => {
  describe("solution()", () => {
    it("gives the first module of the learner's, or the one named, and the same one to everybody", async () => {
      const result = await checkInProcess(
        "export let count = 0; export const more = () => { count++; };",
        `const { more } = testing.solution();
         more();
         assert.equal(testing.solution("kata.ts").count, 1);
         assert.equal(require("../kata").count, 1);
         assert.equal(testing.solution("second.js").two, 2);`,
        { files: { "notes.json": "{}", "second.js": "exports.two = 2;" } },
      );
      assert.equal(result.outcome, "passed");
    });

    it("says which export is missing and which are there", async () => {
      const finding = onlyFinding(await checkInProcess("export const decode = 1; export default 2;", "const { encode } = testing.solution();"));
      assert.equal(finding.message, "kata.ts does not export “encode”. It exports decode, default.");
      assert.equal(finding.code, "module.noExport");
      assert.equal(finding.file, "kata.ts");
    });

    it("can be asked whether it has an export, printed, awaited and compared", async () => {
      const result = await checkInProcess(
        "export const decode = 1;",
        `const kata = await testing.solution();
         assert.equal("encode" in kata, false);
         assert.match(require("node:util").inspect(kata), /decode/);
         assert.deepEqual(Object.keys(kata), ["decode"]);
         assert.equal(JSON.stringify(kata), '{"decode":1}');`,
      );
      assert.equal(result.outcome, "passed", JSON.stringify(result.findings));
    });

    it("says when the file is not there, and that a wrong name is the author's mistake", async () => {
      const [gone] = await runInProcess({ solution: {}, checks: { "a.test.ts": 'import { solution } from "health-it-katas/testing"; it("t", () => { solution("kata.ts"); });' } });
      assert.equal(gone?.outcome, "errored");
      const finding = onlyFinding(await checkInProcess("export {};", 'testing.solution("checks/a.test.ts");'));
      assert.equal(finding.message, "checks/a.test.ts is not among the files of kata.json. This is a mistake in the kata, not in your answer.");
    });

    it("gives what module.exports is, whatever it is", async () => {
      const result = await checkInProcess("export {};", 'assert.equal(testing.solution("f.js")(2), 4);', { files: { "f.js": "module.exports = (n) => n * 2;" } });
      assert.equal(result.outcome, "passed");
    });
  });

  describe("document() and finding()", () => {
    it("mark a part of a JSON file, with its name, why and where to read on", async () => {
      const result = await checkInProcess(
        "export {};",
        `const patient = testing.document("patient.json");
         assert.equal(patient.value.name[0].family, "Chalmers");
         assert.equal(patient.nameOf("/name/0/family"), "name[0].family");
         throw testing.finding(patient, "/name/0/family", { message: "The family name is wrong.", expected: "Smith", actual: patient.value.name[0].family, why: "Two patients become one.", doc: "https://hl7.org/fhir/R4/datatypes.html#HumanName" });`,
        { files: { "patient.json": patient } },
      );
      assert.equal(result.outcome, "failed");
      assert.deepEqual(onlyFinding(result), {
        code: "test.finding",
        message: "The family name is wrong.",
        args: { message: "The family name is wrong.", part: "name[0].family" },
        why: "Two patients become one.",
        expected: "Smith",
        actual: "Chalmers",
        file: "patient.json",
        range: { start: { line: 2, character: 23 }, end: { line: 2, character: 33 } },
        pointer: "/name/0/family",
        test: "t",
        doc: "https://hl7.org/fhir/R4/datatypes.html#HumanName",
      });
    });

    it("mark a component of an HL7 v2 file", async () => {
      const finding = onlyFinding(
        await checkInProcess("export {};", 'const adt = testing.document(); throw testing.finding(adt, "/segments/1/fields/2/0/0/0", { message: "Not the number." });', { files: { "adt.hl7": message } }),
      );
      assert.deepEqual(finding.range, { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } });
      assert.equal(finding.args["part"], "PID-3[1].1.1");
    });

    it("mark the nearest part around one that is not there", async () => {
      const finding = onlyFinding(
        await checkInProcess("export {};", 'throw testing.finding(testing.document(), "/name/0/given", { message: "No given name.", actual: undefined });', { files: { "patient.json": patient } }),
      );
      assert.deepEqual(finding.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 35 } });
      assert.equal(finding.actual, "undefined");
    });

    it("fail where a file cannot be read", async () => {
      const result = await checkInProcess("export {};", "testing.document();", { files: { "patient.json": '{\n  "a": \n}' } });
      assert.equal(result.outcome, "failed");
      const finding = onlyFinding(result);
      assert.equal(finding.file, "patient.json");
      assert.equal(finding.range?.start.line, 1);
    });

    it("are the author's mistake where there is no document", async () => {
      const result = await checkInProcess("export {};", "testing.document();");
      assert.equal(result.outcome, "errored");
    });
  });

  describe("difference() and assertSame()", () => {
    const expected = JSON.stringify("MSH|^~\\&|LAB\rPID|1||4712^^^A^MR\rPV1|1\r");

    it("mark the first difference in the learner's own text, with both sides, and say how many there are", async () => {
      const finding = onlyFinding(
        await checkInProcess("export {};", `testing.assertSame(testing.document(), ${expected}, { why: "The number finds the patient." });`, { files: { "adt.hl7": message } }),
      );
      assert.deepEqual(finding, {
        code: "test.finding", message: "PID-3[1].1 is 4711; 4712 is expected. There is one more difference.",
        args: { message: "PID-3[1].1 is 4711; 4712 is expected. There is one more difference.", part: "PID-3[1].1" },
        file: "adt.hl7", pointer: "/segments/1/fields/2/0/0", range: { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } }, expected: "4712", actual: "4711", why: "The number finds the patient.", test: "t",
      });
      const component = onlyFinding(
        await checkInProcess("export {};", `testing.assertSame(testing.document(), ${expected}, { tolerance: { ignore: ["PV1"] }, message: "Another number." });`, { files: { "adt.hl7": message } }),
      );
      assert.deepEqual([component.message, component.pointer, component.range, component.expected, component.actual], ["Another number.", "/segments/1/fields/2/0/0", { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } }, "4712", "4711"]);
    });

    it("let pass what is the same under the tolerance, of documents, texts and values", async () => {
      const result = await checkInProcess(
        "export const map = () => ({ resourceType: 'Patient', name: [{ given: ['B', 'A'] }] });",
        `testing.assertSame(testing.document("patient.json"), ${JSON.stringify(patient.replace("Chalmers", "Smith"))}, { tolerance: { ignore: ["name.family"] } });
         const given = { name: [{ given: ["A", "B"] }], resourceType: "Patient" };
         testing.assertSame(testing.solution().map(), given, { tolerance: { order: true } });
         assert.deepEqual(testing.difference(testing.solution().map(), given).map(({ kind, path }) => [kind, path]), [["moved", "name[0].given[1]"]]);
         assert.equal(testing.difference("MSH|^~\\\\&|A", "MSH|^~\\\\&|B")[0].path, "MSH-3");`,
        { files: { "patient.json": patient } },
      );
      assert.equal(result.outcome, "passed", JSON.stringify(result.findings));
    });

    it("are the author's mistake where the two cannot be compared", async () => {
      const result = await checkInProcess("export {};", "testing.assertSame({}, {}, { tolerance: { ignore: [\"a[x]\"] } });");
      assert.equal(result.outcome, "errored");
      assert.match(onlyFinding(result).message, /This is a mistake in the kata, not in your answer\.$/);
    });
  });

  describe("explain()", () => {
    it("says why beside a failure, also of what is waited for, and lets results through", async () => {
      const explanation = '{ why: "It matters.", doc: "https://example.org/" }';
      const result = await checkInProcess("export {};", `assert.equal(testing.explain(${explanation}, () => 5), 5); testing.explain(${explanation}, () => assert.equal(1, 2, "Not one."));`);
      const finding = onlyFinding(result);
      assert.deepEqual([finding.message, finding.why, finding.doc], ["Not one.", "It matters.", "https://example.org/"]);
      const later = onlyFinding(await checkInProcess("export {};", `await testing.explain(${explanation}, async () => { await null; throw new TypeError("x"); });`));
      assert.deepEqual([later.message, later.why], ["The code threw an error (checks/a.test.ts, line 5): TypeError: x", "It matters."]);
      const value = onlyFinding(await checkInProcess("export {};", `testing.explain(${explanation}, () => { throw 5; });`));
      assert.equal(value.why, "It matters.");
    });

    it("keeps what an inner call said", async () => {
      const finding = onlyFinding(await checkInProcess("export {};", 'testing.explain({ why: "outer", doc: "https://example.org/" }, () => testing.explain({ why: "inner" }, () => assert.fail("No.")));'));
      assert.deepEqual([finding.why, finding.doc], ["inner", "https://example.org/"]);
    });
  });

  describe("seed, random() and fc", () => {
    it("come from the attempt's seed", async () => {
      const print = 'assert.fail(JSON.stringify([testing.seed, testing.random("a").integer(0, 1e9), testing.fc.sample(testing.fc.integer(), 3)]));';
      const texts = [];
      for (const seed of [3, 3, 4]) {
        texts.push(onlyFinding(await checkInProcess("export {};", print, { seed })).message);
      }
      assert.equal(texts[0], texts[1]);
      assert.notEqual(texts[0], texts[2]);
      assert.match(texts[0] ?? "", /^\[3,/);
    });

    it("put a property that does not hold into words, with its smallest counterexample", async () => {
      const finding = onlyFinding(
        await checkInProcess(
          "export const double = (n: number) => (n > 10 ? n : n * 2);",
          "testing.fc.assert(testing.fc.property(testing.fc.nat(), (n) => { assert.equal(testing.solution().double(n), n * 2, `double(n) is not twice n`); }));",
        ),
      );
      assert.equal(finding.message, "double(n) is not twice n. Found with this input: 11");
      assert.equal(finding.code, "test.property");
      assert.deepEqual([finding.expected, finding.actual], ["22", "11"]);
    });

    it("show the input where there is nothing to compare, and beside what is compared where it is long", async () => {
      const bare = onlyFinding(await checkInProcess("export {};", 'testing.fc.assert(testing.fc.property(testing.fc.nat(), testing.fc.constant("a"), (n) => n < 5));'));
      assert.match(bare.message, /^The property does not hold\. Found with this input: 5, "a"$/);
      assert.equal(bare.actual, '[\n  5,\n  "a"\n]');
      const long = onlyFinding(
        await checkInProcess("export {};", 'testing.fc.assert(testing.fc.property(testing.fc.constant("x".repeat(300)), (s) => { assert.equal(s.length, 1, "Too long"); }));'),
      );
      assert.equal(long.message, "Too long. The input with which it was found is among the details.");
      assert.equal(long.actual, `input:\n${"x".repeat(300)}\n\nresult:\n300`);
      assert.equal(long.expected, `input:\n${"x".repeat(300)}\n\nresult:\n1`);
    });

    it("mark the learner's line that threw", async () => {
      const finding = onlyFinding(
        await checkInProcess(
          "export function read(s: string) {\n  return s[0].length;\n}",
          "await testing.fc.assert(testing.fc.asyncProperty(testing.fc.string(), async (s) => { testing.solution().read(s); }));",
        ),
      );
      assert.match(finding.message, /^The code threw an error \(kata\.ts, line 2\): TypeError: .*\. Found with this input: ""$/);
      assert.equal(finding.range?.start.line, 1);
    });

    it("take a property that refuses its inputs for the author's mistake", async () => {
      const result = await checkInProcess("export {};", "testing.fc.assert(testing.fc.property(testing.fc.nat(), () => testing.fc.pre(false)));");
      assert.equal(result.outcome, "errored");
      assert.match(onlyFinding(result).message, /^A property refused \d+ of its inputs, which is too many\. This is a mistake in the kata/);
    });
  });

  it("can be required as well as imported, and is not for the learner's files", async () => {
    const required = await runInProcess({
      solution: { "kata.js": "exports.a = 1;" },
      checks: { "a.test.js": 'const { solution } = require("health-it-katas/testing"); it("t", () => { if (solution().a !== 1) throw new Error("no"); });' },
    });
    assert.equal(required[0]?.outcome, "passed");
    const result = await checkInProcess('import { seed } from "health-it-katas/testing";\nexport const a = seed;', "testing.solution();");
    assert.equal(onlyFinding(result).message, "“health-it-katas/testing” is there for a kata's tests only.");
    assert.equal(result.outcome, "failed");
  });
});
