import * as path from "node:path";
import type { RunOrder } from "../core/checks/testProtocol";
import type { Protections } from "../core/checks/testRunner";
import { AttemptRun, stagingTexts } from "./attemptRun";
import { fastCheckOf } from "./fastCheck";
import type { Disk } from "./kataFiles";
import { Wire } from "./wire";

const folder = path.resolve("/rehearsal");

const files: Readonly<Record<string, string>> = {
  "kata.ts": `
import type { Shape } from "./types";
export type Row<T> = { readonly [key: string]: T | undefined };
export enum Kind { one = 1, two }
export const rows = (a: Row<number>, ...rest: readonly string[]): string => \`\${a["x"] ?? 0} \${rest.map((r) => r?.length).join(", ")}\`;
export class Reader<T extends Shape> {
  #at = 0;
  constructor(private readonly text: string, readonly size = 2) {}
  async read(): Promise<T> { for (const c of this.text) { if (c === "|") { break; } } return { at: this.#at++ } as unknown as T; }
}
export function isText(value: unknown): value is string { switch (typeof value) { case "string": return true; default: return /^[A-Z]{3}$/.test(String(value)); } }
export function fail(): never { throw new TypeError("rehearsal"); }
`,
  "data.json": '{ "a": [1, { "b": "c" }] }',
  "data.hl7": "MSH|^~\\&|A|B\rPID|1||2^^^3~4\r",
  "checks/a.test.ts": `
import assert from "node:assert/strict";
import { document, explain, fc, finding, random, solution } from "health-it-katas/testing";
const { rows, Reader, isText, fail } = solution<typeof import("../kata")>();
describe("rehearsal", () => {
  beforeEach(() => {});
  it("passes", async () => { assert.equal(isText(rows({ x: random().integer(1, 2) }, "a")), true); await new Reader("a|b").read(); });
  it("holds", () => { fc.assert(fc.property(fc.string(), fc.integer(), fc.array(fc.nat()), (text, number) => isText(text) && Number.isInteger(number))); });
  it("fails", () => { explain({ why: "why" }, () => assert.deepEqual({ a: [1, 2] }, { a: [1, 3] }, "fails")); });
  it("finds", () => { const json = document("data.json"); document("data.hl7").rangeOf("/segments/1"); throw finding(json, "/a/1/b", { message: "finds", expected: 1, actual: 2 }); });
  it("breaks", () => { fc.assert(fc.property(fc.nat(), (n) => n < 5)); });
  it("throws", () => { fail(); });
});
`,
};

const order: RunOrder = {
  nonce: "rehearsal",
  checks: [{ id: "a", tests: "checks/a.test.ts", needs: [] }],
  solution: ["kata.ts", "data.json", "data.hl7"],
  solutionFolder: folder,
  checksFolder: folder,
  seed: 1,
  debug: false,
};

const disk: Disk = {
  isFile: (real) => nameOf(real) in files,
  readText: (real) => files[nameOf(real)] ?? "",
};

function nameOf(real: string): string {
  return path.relative(folder, real).split(path.sep).join("/");
}

/** Runs a small attempt that nobody hears of, so that everything is loaded and compiled when the real one comes. */
export async function rehearse(nodeModule: (specifier: string) => unknown, protections: Protections): Promise<void> {
  let said = 0;
  const wire = new Wire((line) => (said += line.length), order.nonce, stagingTexts(folder));
  await new AttemptRun(order, wire, nodeModule, fastCheckOf, () => said, disk).run(protections);
}
