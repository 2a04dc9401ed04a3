import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentenceCodes, sentenceFor } from "../../../../src/core/checks/sentences";
import type { SentenceArgs } from "../../../../src/core/checks/translate";
import { checkWith, markedText } from "../../../support/schemaChecks";
import { sentenceCases } from "../../../support/sentenceCases";

const golden = join(__dirname, "../../../fixtures/checks/sentences.golden.txt");
/** What is said by other checks than those with a schema. */
const otherGoldens = ["../../../fixtures/hl7v2/issues.golden.txt"].map((file) => join(__dirname, file));

function spoken(): string {
  return sentenceCases.map(({ title, schema, value, format = "json", resources = {} }) => {
    const text = typeof value === "string" && format === "hl7v2" ? value : JSON.stringify(value, null, 2);
    const verdict = checkWith({ schema, text, format, file: format === "json" ? "answer.json" : "answer.hl7", resources });
    const lines = verdict.findings.map(({ code, message }, index) => `  ${message}\n    ${code} marks ${JSON.stringify(markedText(text, verdict, index))}`);
    return [`${title}: ${verdict.outcome}`, ...lines].join("\n");
  }).join("\n\n") + "\n";
}

describe("the sentences of schema checks", () => {
  it("are those of the golden file (UPDATE_GOLDEN=1 writes it)", () => {
    const now = spoken();
    if (process.env["UPDATE_GOLDEN"] === "1" || !existsSync(golden)) {
      writeFileSync(golden, now);
    }
    assert.equal(now, readFileSync(golden, "utf8"));
  });

  it("cover every code that has a generated sentence", () => {
    const text = [golden, ...otherGoldens].map((file) => readFileSync(file, "utf8")).join("");
    // Those of FHIR and of differences have tests of their own.
    assert.deepEqual(sentenceCodes().filter((code) => !/^(?:fhir|diff)\./.test(code) && !text.includes(`    ${code} marks`)), []);
  });

  it("never leave a place unfilled, show a regular expression or end without a full stop", () => {
    for (const line of spoken().split("\n").filter((each) => /^ {2}\S/.test(each))) {
      assert.doesNotMatch(line, /\{\w+\}|undefined|\[object|\\d|\^\[/, line);
      assert.match(line, /[.?]$/, line);
    }
  });

  it("can be had in another language, word for word", () => {
    const seen: string[] = [];
    const shout = (english: string, args: SentenceArgs = {}): string => {
      seen.push(english);
      return english.replace(/\{(\w+)\}|[a-z]+/g, (part, name?: string) => (name === undefined ? part.toUpperCase() : String(args[name])));
    };
    assert.equal(sentenceFor("schema.type", { name: "a", actualKind: "string", actual: "\"x\"", types: "[\"integer\",\"boolean\"]" }, shout), "a IS THE TEXT \"x\"; A WHOLE NUMBER OR TRUE OR FALSE BELONGS HERE.");
    assert.ok(seen.includes("the text {value}"));
  });

  it("are none for codes that bring their own", () => {
    assert.equal(sentenceFor("hl7v2Path.syntax", {}), undefined);
    assert.equal(sentenceFor("constructor", {}), undefined);
  });
});
