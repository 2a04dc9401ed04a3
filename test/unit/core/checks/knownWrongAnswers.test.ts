import assert from "node:assert/strict";
import type { KnownWrongAnswer } from "../../../../src/core/checks/attempt";
import { PackedWrongAnswers } from "../../../../src/core/checks/knownWrongAnswers";
import type { Kata } from "../../../../src/core/packs/kata";
import { learnerKata } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";
import { SilentLogger } from "../../../support/silentLogger";

const kata: Kata = { ...learnerKata, manifest: { ...learnerKata.manifest, wrong: [{ id: "order", fails: "decode", message: "x" }, { id: "mute", fails: "decode", message: "x" }] } };
const signatures = { "v2-escapes": { order: ["decode|a", "decode|b"], mute: ["decode|c"], unlisted: ["decode|d"] }, other: { order: ["decode|e"] } };

function lookUp(signature: readonly string[], content: string | undefined = JSON.stringify(signatures)): { readonly found: Promise<KnownWrongAnswer | undefined>; readonly logger: SilentLogger } {
  const logger = new SilentLogger();
  const files = new MemoryFileSystem({ "/packs/hl7v2/v2-escapes/wrong/order.md": "Order matters.\n", ...(content === undefined ? {} : { "/packs/hl7v2/signatures.json": content }) });
  return { found: new PackedWrongAnswers(files, logger).find(kata, signature), logger };
}

describe("PackedWrongAnswers", () => {
  it("finds the answer with the same signature, in any order, and its explanation", async () => {
    assert.deepEqual(await lookUp(["decode|b", "decode|a"]).found, { id: "order", explanation: "Order matters.\n" });
  });

  it("finds none for a part of a signature, for more, for another kata's, for none, or for an answer the manifest does not list", async () => {
    for (const signature of [["decode|a"], ["decode|a", "decode|b", "decode|c"], ["decode|e"], [], ["decode|d"]]) {
      assert.equal(await lookUp(signature).found, undefined, JSON.stringify(signature));
    }
  });

  it("finds none, and logs why, when the file is broken or the explanation missing", async () => {
    for (const [signature, content] of [[["decode|a"], "{"], [["decode|a"], "[]"], [["decode|c"], undefined]] as const) {
      const { found, logger } = content === undefined ? lookUp(signature) : lookUp(signature, content);
      assert.equal(await found, undefined);
      assert.equal(logger.lines.length, 1);
    }
  });

  it("finds none, and logs nothing, in a pack without signatures", async () => {
    const logger = new SilentLogger();
    assert.equal(await new PackedWrongAnswers(new MemoryFileSystem({ "/packs/hl7v2/package.json": "{}" }), logger).find(kata, ["decode|a"]), undefined);
    assert.deepEqual(logger.lines, []);
  });
});
