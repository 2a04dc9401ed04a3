import assert from "node:assert/strict";
import { found } from "../../../../support/fhirRules";
import { validResources } from "../../../../support/fhirResources";

describe("valid resources", () => {
  for (const [type, resource] of Object.entries(validResources)) {
    it(`of type ${type} are accepted without a word`, () => {
      assert.deepEqual(found(resource).filter(({ severity }) => severity !== "information").map(({ code, pointer }) => `${code} ${pointer}`), []);
    });
  }
});
