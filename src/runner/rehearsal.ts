import assert from "node:assert/strict";
import { Context } from "mocha/lib/context.js";
import { bddInterface } from "mocha/lib/interfaces/bdd.js";
import { Runner } from "mocha/lib/runner.js";
import { Suite } from "mocha/lib/suite.js";
import { readDocument } from "../core/documents/readers";
import { fastCheckOf } from "./fastCheck";
import { renderPair } from "./render";
import { toScript } from "./script";

const sample = `
import { solution } from "health-it-katas/testing";
import assert from "node:assert/strict";
type Row<T> = { readonly [key: string]: T | undefined };
export interface Shape { name?: string }
export enum Kind { one = 1, two }
export const rows = (a: Row<number>, ...rest: readonly string[]): string => \`\${a["x"] ?? 0} \${rest.map((r) => r?.length).join(", ")}\`;
export class Reader<T extends Shape> { #at = 0; constructor(private readonly text: string) {} async read(): Promise<T> { for (const c of this.text) { if (c === "|") break; } return {} as T; } }
export function f(x: unknown): x is string { switch (typeof x) { case "string": return true; default: return /^[A-Z]{3}$/.test(String(x)); } }
describe("a", () => { it("b", async () => { assert.equal(await solution(), { a: [1, 2, ...[3]] }); }); });
`;

/** Does in small what a run will do, so that a waiting child has everything loaded and compiled. Leaves nothing behind. */
export async function rehearse(): Promise<void> {
  for (const name of ["a.ts", "b.ts", "c.mjs"]) {
    try {
      toScript(sample, name, name, false);
    } catch {
      continue; // The sample is no JavaScript; the attempt warms as well.
    }
  }
  const fc = fastCheckOf(1);
  const suite = new Suite("", new Context(), true);
  suite.timeout(0);
  bddInterface(suite);
  const scope: { it?: (title: string, body: () => unknown) => void } = {};
  suite.emit("pre-require", scope, "rehearsal", { options: {} });
  scope.it?.("passes", () => {
    readDocument("json", '{"a":[1,{"b":"c"}]}').nearestRangeOf("/a/1/b");
    readDocument("hl7v2", "MSH|^~\\&|A|B\rPID|1||2^^^3~4\r").nearestRangeOf("/segments/1/fields/2");
    fc.assert(fc.property(fc.string(), fc.integer(), (text, number) => `${text}${String(number)}`.length > 0));
  });
  scope.it?.("fails", async () => {
    await Promise.resolve();
    try {
      assert.deepEqual({ a: 1 }, { a: 2 });
    } catch (error) {
      String((error as Error).stack);
      renderPair({ a: 1 }, { a: 2 });
    }
  });
  const runner = new Runner(suite, {});
  await new Promise<void>((resolve) => {
    runner.run(resolve);
  });
  runner.dispose();
}
