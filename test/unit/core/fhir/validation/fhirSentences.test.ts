import assert from "node:assert/strict";
import { jsonReader } from "../../../../../src/core/documents/jsonReader";
import { codeSentences } from "../../../../../src/core/fhir/validation/codeSentences";
import { primitiveSentences } from "../../../../../src/core/fhir/validation/primitiveSentences";
import { structureSentences } from "../../../../../src/core/fhir/validation/structureSentences";
import { validateResource } from "../../../../../src/core/fhir/validation/validateResource";
import { fhirModel } from "../../../../support/fhirModel";
import { fhirSentenceCases } from "../../../../support/fhirSentenceCases";
import { assertGolden } from "../../../../support/golden";

/** Sentences with their codes, each kind of sentence once. */
function spoken(): readonly string[] {
  const found = fhirSentenceCases.flatMap((resource) =>
    validateResource(jsonReader.read(typeof resource === "string" ? resource : JSON.stringify(resource)), { model: fhirModel(), rules: [], type: "Observation" }));
  const told = new Set<string>();
  return found.filter(({ code, args }) => {
    const kind = `${code} ${String(args["type"])}`;
    const first = !told.has(kind) && !(code.startsWith("fhir.unknownElement") && told.has(code));
    told.add(kind);
    told.add(code);
    return first;
  }).map(({ code, message, doc }) => `${message}\n    ${code} ${doc ?? ""}`);
}

describe("the sentences of FHIR validation", () => {
  it("are those of the golden file", () => {
    assertGolden("fhir-sentences.txt", `${spoken().join("\n")}\n`);
  });

  it("are all there", () => {
    const codes = new Set(spoken().map((each) => each.split("\n    ")[1]?.split(" ")[0]));
    const all = Object.keys({ ...structureSentences, ...primitiveSentences, ...codeSentences });
    // FHIR R4 has no element of which there may be several, but not any number.
    assert.deepEqual(all.filter((code) => !codes.has(code)), ["fhir.tooMany"]);
  });

  it("leave no place unfilled, show no regular expression, and end with a full stop or a question mark", () => {
    for (const text of spoken()) {
      const [sentence = ""] = text.split("\n");
      assert.doesNotMatch(sentence, /\{\w+\}|undefined|\[object|\\d|\^\[/, sentence);
      assert.match(sentence, /[.?]$/, sentence);
    }
  });
});
