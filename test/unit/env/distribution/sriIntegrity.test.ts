import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { SriIntegrity } from "../../../../src/env/distribution/sriIntegrity";

describe("SriIntegrity", () => {
  const integrity = new SriIntegrity();
  const bytes = Buffer.from("hello");
  const digest = createHash("sha512").update(bytes).digest("base64");

  it("is sha512 in base64", () => {
    assert.equal(integrity.of(bytes), `sha512-${digest}`);
  });

  it("holds for these bytes alone", () => {
    assert.equal(integrity.matches(bytes, `sha512-${digest}`), true);
    assert.equal(integrity.matches(Buffer.from("hellO"), `sha512-${digest}`), false);
    assert.equal(integrity.matches(bytes, `sha1-x sha512-${digest}`), true);
  });

  it("never holds by a weaker digest", () => {
    assert.equal(integrity.matches(bytes, `sha1-${createHash("sha1").update(bytes).digest("base64")}`), false);
    assert.equal(integrity.matches(bytes, ""), false);
    assert.equal(integrity.matches(bytes, "sha512-"), false);
  });
});
