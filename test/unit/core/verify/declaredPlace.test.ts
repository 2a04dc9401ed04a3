import assert from "node:assert/strict";
import { jsonReader } from "../../../../src/core/documents/jsonReader";
import { fileProblem } from "../../../../src/core/packs/packProblem";
import { declaredPlace } from "../../../../src/core/verify/declaredPlace";

const folder = "/packs/course/escapes";
const manifest = [
  "{",
  "  \"uuid\": \"u\",",
  "  \"budgetMs\": 5,",
  "  \"files\": [\"a.ts\"],",
  "  \"checks\": [",
  "    { \"id\": \"shape\", \"schema\": \"checks/a.schema.json\" },",
  "    { \"id\": \"decode\", \"tests\": \"checks/decode.test.ts\" }",
  "  ],",
  "  \"wrong\": [",
  "    { \"id\": \"first\", \"fails\": \"shape\" },",
  "    { \"id\": \"second\", \"fails\": \"decode\" }",
  "  ]",
  "}",
].join("\n");

function lineOf(path: string, code = "verify.any", text = manifest): readonly [string, number] {
  const { file, range } = declaredPlace(fileProblem(`${folder}/${path}`, code, "Something is wrong."), folder, jsonReader.read(text), false);
  return [file, range.start.line];
}

describe("the place that declares a problem of the gate", () => {
  const file = `${folder}/kata.json`;

  it("is the entry of a wrong answer, for its folder and for its explanation", () => {
    assert.deepEqual(lineOf("wrong/second"), [file, 10]);
    assert.deepEqual(lineOf("wrong/first.md"), [file, 9]);
    assert.deepEqual(lineOf("wrong/undeclared"), [file, 8]);
  });

  it("marks the identifier only", () => {
    const { range } = declaredPlace(fileProblem(`${folder}/wrong/first`, "verify.any", "x"), folder, jsonReader.read(manifest), false);
    assert.deepEqual(range, { start: { line: 9, character: 12 }, end: { line: 9, character: 19 } });
  });

  it("is the check that names a missing file, and the files handed in for starter and solutions", () => {
    assert.deepEqual(lineOf("checks/decode.test.ts"), [file, 6]);
    assert.deepEqual(lineOf("checks/a.schema.json"), [file, 5]);
    assert.deepEqual(lineOf("checks/other.ts"), [file, 4]);
    assert.deepEqual(lineOf("starter"), [file, 3]);
    assert.deepEqual(lineOf("solutions/reference"), [file, 3]);
    assert.deepEqual(lineOf("hints.md"), [file, 0]);
  });

  it("is the property that a problem of kata.json is about", () => {
    assert.deepEqual(lineOf("kata.json", "verify.overBudget"), [file, 2]);
    assert.deepEqual(lineOf("kata.json", "kata.duplicateUuid"), [file, 1]);
    assert.deepEqual(lineOf("kata.json", "verify.noWrong"), [file, 8]);
    assert.deepEqual(lineOf("kata.json", "kata.other"), [file, 0]);
  });

  it("stays where it is in a file that is there", () => {
    const range = { start: { line: 3, character: 1 }, end: { line: 3, character: 4 } };
    const problem = { ...fileProblem(`${folder}/hints.md`, "verify.hintTells", "x"), range };
    assert.deepEqual(declaredPlace(problem, folder, jsonReader.read(manifest), true), { file: problem.file, range });
  });

  it("is the beginning of a kata.json that cannot be read", () => {
    for (const text of ["", "{", "[]", "null", "{ \"wrong\": 1 }"]) {
      assert.equal(lineOf("wrong/first", "verify.any", text)[1], 0, text);
    }
  });
});
