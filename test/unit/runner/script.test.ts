import assert from "node:assert/strict";
import { SourceMap } from "node:module";
import type { SourceMapPayload } from "node:module";
import fc from "fast-check";
import { SourceProblem } from "../../../src/runner/kataFailure";
import { toScript } from "../../../src/runner/script";
import { checkInProcess, onlyFinding, runInProcess } from "../../support/runner/inProcess";

/** What each is, in several lines, so that a translation that takes lines away or adds some is seen. */
const constructs: readonly string[] = [
  'import type {\n  Patient,\n  Encounter\n} from "./types";',
  'import {\n  a,\n  type B\n} from "./types";',
  'import * as everything\n  from "./types";',
  'export * from\n  "./types";',
  'export {\n  c as d,\n  e\n};\nconst c = 1;\nconst e = 2;',
  "interface Shape<\n  T extends string\n> {\n  readonly name: T;\n  optional?: number;\n}",
  "type Union =\n  | 'a'\n  | 'b'\n  | { readonly [key: string]: Union };",
  "enum Kind {\n  one = 1,\n  two,\n  three = 'x'\n}",
  "const enum Flat {\n  a\n}",
  "declare const outside: {\n  x: number;\n};",
  "abstract class Reader<T> implements Iterable<T> {\n  #at = 0;\n  static count?: number;\n  declare late: string;\n  constructor(\n    private readonly text: string,\n    public size = 2,\n  ) {}\n  abstract read(): T;\n  get at(): number {\n    return this.#at;\n  }\n}",
  "function over(a: string): string;\nfunction over(a: number): number;\nfunction over(a: unknown): unknown {\n  return a;\n}",
  "const generic = <T,>(\n  value: T,\n): value is NonNullable<T> =>\n  value !== null;",
  "const cast = (\n  {} as unknown as\n    Record<string, number>\n)!;",
  "const checked = {\n  a: 1\n} satisfies {\n  a: number\n};",
  "async function* many(\n  this: void,\n  ...rest: readonly string[]\n): AsyncGenerator<string> {\n  for await (const item of rest) {\n    yield item?.trim() ?? '';\n  }\n}",
  "const text = `line\n${(1 as number) + 1}\nline`;",
  "namespace Old {\n  export type T = 1;\n}",
  "/* a comment\n of two lines */ // and one\n",
  "export default function (\n  a?: number,\n): void {}",
  "const lazy = import(\n  './types'\n);",
];

describe("toScript", () => {
  it("keeps every line where it is, whatever is taken out", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...constructs], { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (parts, lineEnd) => {
        const marked = parts.map((part, index) => `${part}\nmark${String(index)}();`).join("\n").split("\n").join(lineEnd);
        const script = toScript(marked, "kata.ts", "/k/kata.ts", false);
        const find = (text: string): readonly number[] => parts.map((_, index) => text.split(/\r\n|\n/).findIndex((line) => line.includes(`mark${String(index)}()`)));
        assert.deepEqual(find(script), find(marked));
      }),
    );
  });

  it("leaves CommonJS in JavaScript as it is", () => {
    const source = 'const fs = require("fs");\nmodule.exports = { a: 1 };\n';
    assert.equal(toScript(source, "kata.js", "/k/kata.js", false), source);
    assert.equal(toScript(source, "kata.cjs", "/k/kata.cjs", false), source);
  });

  it("says at which line a text cannot be read", () => {
    for (const [name, source, line] of [
      ["kata.ts", "const a = 1;\n\nconst b = ;", 2],
      ["kata.mjs", "import a from ;\n", 0],
      ["kata.ts", "export function f() {\n", 1],
    ] as const) {
      assert.throws(
        () => toScript(source, name, `/k/${name}`, false),
        (error) => error instanceof SourceProblem && error.line === line && error.file === name && !error.message.includes("/k/"),
      );
    }
  });

  it("adds a map by which a debugger finds the line in the learner's file", () => {
    const source = "interface A {\n  a: 1;\n}\nexport const b: A = { a: 1 };\nthrow new Error(String(b));\n";
    const script = toScript(source, "kata.ts", "/learner/kata.ts", true);
    const encoded = /^\/\/# sourceMappingURL=data:application\/json;base64,(.*)$/m.exec(script)?.[1] ?? "";
    const map = new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")) as SourceMapPayload);
    const line = script.split("\n").findIndex((text) => text.includes("throw new"));
    const entry = map.findEntry(line, 0);
    assert.ok("originalLine" in entry);
    assert.equal(entry.originalLine, 4);
    assert.equal(entry.originalSource, "/learner/kata.ts");
    assert.deepEqual(map.payload.sourcesContent, [source]);
  });

  it("lets line numbers of errors be those of the learner's file, for every kind of file", async () => {
    for (const [name, source] of [
      ["kata.ts", "interface A {\n  a: 1;\n}\nenum B {\n  one,\n}\nexport const run = (): A => {\n  throw new Error(String(B.one));\n};\n"],
      ["kata.mts", "type A = 1;\n\n\n\n\n\nexport const run = (): A => {\n  throw new Error('x');\n};\n"],
      ["kata.js", "exports.run = () => {\n\n\n\n\n\n\n  throw new Error('x');\n};\n"],
      ["kata.mjs", "export const run = () => {\n\n\n\n\n\n\n  throw new Error('x');\n};\n"],
      ["kata.ts", "\ufeff// with a byte-order mark\r\n\r\n\r\n\r\n\r\n\r\nexport const run = (): void => {\r\n  throw new Error('x');\r\n};\r\n"],
    ] as const) {
      const [result] = await runInProcess({ solution: { [name]: source }, checks: { "a.test.ts": 'import { solution } from "health-it-katas/testing"; it("t", () => { solution<any>().run(); });' } });
      const [finding] = result?.findings ?? [];
      assert.equal(finding?.range?.start.line, 7, `${name}: ${String(finding?.message)}`);
      assert.equal(finding.file, name);
    }
  });
});

describe("ModuleLoader", () => {
  const loads = async (kata: string, body: string, files: Readonly<Record<string, string>>): Promise<void> => {
    const result = await checkInProcess(kata, body, { files });
    assert.equal(result.outcome, "passed", JSON.stringify(result.findings));
  };

  it("loads both styles from each other, JSON, folders and files named with the ending of what they become", async () => {
    await loads(
      'import { common } from "./common";\nimport def, { named } from "./module.js";\nimport data from "./data.json" with { type: "json" };\nimport { typed } from "./typed.js";\nimport * as lib from "./lib";\nexport const all = [common, def, named, data.x, typed, lib.inside].join();',
      'assert.equal(testing.solution().all, "common,def,named,json,typed,inside");',
      {
        "common.cjs": 'exports.common = "common";',
        "module.js": 'export default "def"; export const named = "named";',
        "data.json": '{ "x": "json" }',
        "typed.ts": 'export const typed: string = "typed";',
        "lib/index.ts": 'export const inside = "inside";',
      },
    );
  });

  it("loads modules that ask for each other, each once", async () => {
    await loads(
      'import { isOdd } from "./odd";\nexport const isEven = (n: number): boolean => n === 0 || isOdd(n - 1);',
      "assert.equal(testing.solution().isEven(10), true);",
      { "odd.ts": 'import { isEven } from "./kata";\nexport const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);' },
    );
  });

  it("reads what lies beside a file, by __dirname and by import.meta", async () => {
    await loads(
      'import { readFileSync } from "node:fs";\nexport const texts = [readFileSync(`${__dirname}/n.json`, "utf8"), readFileSync(new URL("n.json", import.meta.url), "utf8"), readFileSync(`${import.meta.dirname}/n.json`, "utf8")];',
      'assert.deepEqual(testing.solution().texts, ["1", "1", "1"]);',
      { "n.json": "1" },
    );
  });

  it("sees no file that is not of the attempt", async () => {
    const finding = onlyFinding(await checkInProcess('import "./missing";\nexport const a = 1;', "testing.solution();"));
    assert.equal(finding.message, "There is no missing. kata.ts asks for it.");
    assert.equal(finding.range?.start.line, 0);
  });

  it("tells of a JSON file that cannot be read", async () => {
    const finding = onlyFinding(await checkInProcess('import "./data.json";\nexport const a = 1;', "testing.solution();", { files: { "data.json": "{" } }));
    assert.match(finding.message, /^data\.json cannot be read: /);
  });
});
