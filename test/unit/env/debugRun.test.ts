import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import { prepareDebugRun } from "../../../src/env/debugRun";
import type { DebugCommand, DebugRun } from "../../../src/env/debugRun";
import { NodeFinder } from "../../../src/env/nodeExecutable";
import { builtRunner } from "../../support/runner/builtRunner";

describe("prepareDebugRun", function () {
  this.timeout(60_000);
  let folder: string;
  let run: DebugRun | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "debug-run-"));
  });

  afterEach(async () => {
    await run?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  async function prepare(kata: string): Promise<DebugRun> {
    write("learner/kata.ts", kata);
    write("pack/v2/checks/a.test.ts", 'import { solution } from "health-it-katas/testing"; import { inData } from "./support"; it("one", () => { solution<any>().run(inData); }); it("two", () => {});');
    write("pack/v2/checks/support.ts", "export const inData = 5;");
    run = await prepareDebugRun(await builtRunner(), new NodeFinder(() => undefined), {
      checks: [{ id: "a", title: "A", tests: "checks/a.test.ts" }],
      solution: ["kata.ts"],
      solutionFolder: join(folder, "learner"),
      kataFolder: join(folder, "pack/v2"),
      seed: 1,
    });
    return run;
  }

  /** Starts the command as a debugger would. */
  async function launch({ runtimeExecutable, program, args, cwd, env }: DebugCommand): Promise<string> {
    const child = spawn(runtimeExecutable, [program, ...args], { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    const printed: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    await new Promise((done) => child.once("close", done));
    return Buffer.concat(printed).toString("utf8");
  }

  async function results(of: DebugRun): Promise<CheckResult> {
    const [result] = await of.results({});
    assert.ok(result !== undefined);
    return result;
  }

  it("runs the learner's own file, prints what it prints, and gives the results", async () => {
    const of = await prepare("export function run(n: number): void {\n  console.log(__filename, n);\n  throw new Error('here');\n}\n");
    const printed = await launch(of.command);
    assert.equal(printed, `${join(folder, "learner/kata.ts")} 5\n`);
    const result = await results(of);
    assert.equal(result.outcome, "failed");
    assert.deepEqual(
      result.tests?.map(({ title, outcome }) => `${title}: ${outcome}`),
      ["one: failed", "two: passed"],
    );
    assert.equal(result.findings[0]?.file, "kata.ts");
    assert.equal(result.findings[0].range?.start.line, 2);
    assert.equal(of.command.cwd, join(folder, "learner"));
  });

  it("lets a debugger find the learner's file by its own path, with a map from what runs to what is written", async () => {
    const of = await prepare("interface A {\n  a: number;\n}\nexport function run(n: A['a']): number {\n  return n;\n}\n");
    const session = `
const { Session } = require("node:inspector");
const session = new Session();
session.connect();
const seen = [];
session.on("Debugger.scriptParsed", ({ params }) => seen.push({ url: params.url, map: params.sourceMapURL.slice(0, 29) }));
session.post("Debugger.enable");
const { reallyExit } = process;
process.reallyExit = (code) => {
  process._rawDebug("SEEN" + JSON.stringify(seen.filter(({ url }) => /kata\\.ts|a\\.test\\.ts/.test(url))));
  reallyExit.call(process, code);
};`;
    const preload = join(folder, "preload.cjs");
    writeFileSync(preload, session);
    const { runtimeExecutable, program, args, cwd, env } = of.command;
    const child = spawn(runtimeExecutable, ["--require", preload, program, ...args], { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
    const printed: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
    await new Promise((done) => child.once("close", done));
    const seen = /^SEEN(.*)$/m.exec(Buffer.concat(printed).toString("utf8"))?.[1] ?? "";
    assert.deepEqual(JSON.parse(seen), [
      { url: pathToFileURL(join(folder, "pack/v2/checks/a.test.ts")).href, map: "data:application/json;base64," },
      { url: pathToFileURL(join(folder, "learner/kata.ts")).href, map: "data:application/json;base64," },
    ]);
  });

  it("gives what had ended when the debugger stopped the program", async () => {
    const of = await prepare("export function run(): void {\n  process.exit(0);\n}\n");
    await launch(of.command);
    const result = await results(of);
    assert.equal(result.outcome, "errored");
    assert.match(result.findings[0]?.message ?? "", /^process\.exit was called at kata\.ts, line 2/);
  });

  it("tells of a program that never started", async () => {
    const result = await results(await prepare("export {};"));
    assert.equal(result.outcome, "errored");
  });

  it("leaves nothing behind", async () => {
    const of = await prepare("export {};");
    const [, orderFile = ""] = of.command.args;
    assert.ok(existsSync(orderFile));
    await of.dispose();
    assert.equal(existsSync(dirname(orderFile)), false);
  });
});
