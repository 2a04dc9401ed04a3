import assert from "node:assert/strict";
import { CompiledScripts } from "../../../src/env/compiledScripts";
import { RunnerBench } from "../../support/runner/runnerBench";
import { SilentLogger } from "../../support/silentLogger";

const file = (path: string, text: string): { path: string; bytes: Uint8Array } => ({ path, bytes: new TextEncoder().encode(text) });

describe("CompiledScripts", () => {
  it("gives what it learned, by content and name, and nothing else", async () => {
    const scripts = new CompiledScripts(new SilentLogger());
    const typed = file("a.ts", "export const a: number = 1;");
    assert.deepEqual(scripts.of([typed]), {});
    await scripts.learn([typed, file("data.json", "{}")]);
    assert.match(scripts.of([typed])["a.ts"] ?? "", /exports\.a = a/);
    assert.deepEqual(scripts.of([file("a.ts", "export const a: number = 2;"), file("b.ts", "export const a: number = 1;"), file("data.json", "{}")]), {});
  });

  it("leaves to the child what cannot be compiled, and learns the others", async () => {
    const scripts = new CompiledScripts(new SilentLogger());
    const files = [file("bad.ts", "export const = ;"), file("good.ts", "export const b = 1;")];
    await scripts.learn(files);
    assert.deepEqual(Object.keys(scripts.of(files)), ["good.ts"]);
  });

  it("forgets what was not asked for longest", async () => {
    const scripts = new CompiledScripts(new SilentLogger());
    const files = Array.from({ length: 257 }, (_, index) => file(`${String(index)}.js`, "module.exports = 1;"));
    await scripts.learn(files);
    const known = Object.keys(scripts.of(files));
    assert.equal(known.length, 256);
    assert.ok(!known.includes("0.js"));
  });
});

describe("a runner that learned scripts", function () {
  this.timeout(60_000);

  it("comes to the same results, with the learner's lines, and sees every change", async () => {
    const bench = await RunnerBench.open();
    try {
      const checks = { "a.test.ts": 'import { solution } from "health-it-katas/testing";\nit("answers", (): void => {\n  const { answer } = solution<{ answer: () => number }>("kata.ts");\n  if (answer() !== 42) throw new Error("not 42");\n});' };
      const thrower = { "kata.ts": "\n\nexport const answer = (): number => {\n  throw new Error('no answer yet');\n};" };
      const outcomes: unknown[] = [];
      for (const kata of [thrower, thrower, thrower, { "kata.ts": "export const answer = (): number => 42;" }, { "kata.ts": "export const = ;" }]) {
        bench.runner.warm();
        const { outcome, findings } = await bench.check({ checks, solution: kata });
        outcomes.push([outcome, findings[0]?.range?.start.line]);
        await bench.runner.settled();
      }
      assert.deepEqual(outcomes, [["failed", 3], ["failed", 3], ["failed", 3], ["passed", undefined], ["failed", 0]]);
    } finally {
      await bench.close();
    }
  });
});
