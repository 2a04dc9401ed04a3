import { appendFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Runnable, Suite, Test } from "mocha";

/** One line of the report, written as it happens: when the editor hangs, the last line says where. */
export type ReportLine =
  | { readonly type: "suite"; readonly title: string; readonly depth: number }
  | { readonly type: "begin"; readonly title: string }
  | { readonly type: "pass"; readonly title: string; readonly depth: number; readonly ms: number }
  | { readonly type: "fail"; readonly title: string; readonly depth: number; readonly stack: string }
  | { readonly type: "end"; readonly passed: number; readonly failed: number };

/**
 * What the editor loads as `extensionTestsPath` and awaits, in a desktop editor and in VS Code's server alike. Runs the compiled
 * test files beside this one, in the folder that the environment names.
 *
 * Environment: `HEALTH_IT_KATAS_TEST_FOLDER` (a folder below this one; this one if empty), `HEALTH_IT_KATAS_TEST_REPORT` (where the
 * report goes, JSON lines), `HEALTH_IT_KATAS_TEST_GREP` (only tests whose title has this in it).
 * @throws Error when a test failed, by which the editor ends with code 1
 */
export async function run(): Promise<void> {
  // Mocha is an ECMAScript module: the oldest desktop editor's Node cannot `require` one.
  const { default: Mocha } = await import("mocha");
  const grep = process.env["HEALTH_IT_KATAS_TEST_GREP"] ?? "";
  const mocha = new Mocha({ ui: "bdd", timeout: 20_000, retries: 1, ...(grep === "" ? {} : { fgrep: grep }) });
  for (const file of await testFiles(join(__dirname, process.env["HEALTH_IT_KATAS_TEST_FOLDER"] ?? ""))) {
    mocha.addFile(file);
  }
  await mocha.loadFilesAsync();
  const report = reportTo(process.env["HEALTH_IT_KATAS_TEST_REPORT"] ?? "");

  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("suite", (suite: Suite) => suite.root || report({ type: "suite", title: suite.title, depth: depthOf(suite) }));
    runner.on("test", (test: Test) => report({ type: "begin", title: test.fullTitle() }));
    // An editor on a busy machine answers late now and then. It is said, so that nobody takes a weak test for a strong one.
    const again = new Set<string>();
    runner.on("retry", (test: Test) => again.add(test.fullTitle()));
    runner.on("pass", (test: Test) => {
      passed++;
      report({ type: "pass", title: again.has(test.fullTitle()) ? `${test.title} (tried once more)` : test.title, depth: depthOf(test), ms: test.duration ?? 0 });
    });
    runner.on("fail", (test: Runnable, error: Error) =>
      report({ type: "fail", title: test.title, depth: depthOf(test), stack: describe(error) }),
    );
  });
  report({ type: "end", passed, failed });
  if (failed > 0) {
    throw new Error(`${String(failed)} tests failed`);
  }
}

/** Only the files of the folder itself: those below belong to other workspaces. */
async function testFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".test.js"))
    .sort()
    .map((name) => join(folder, name));
}

function reportTo(path: string): (line: ReportLine) => void {
  return (line) => {
    if (path !== "") {
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    }
  };
}

function depthOf(runnable: { readonly parent?: Suite | undefined }): number {
  return runnable.parent === undefined ? 0 : 1 + depthOf(runnable.parent);
}

function describe(error: Error & { readonly expected?: unknown; readonly actual?: unknown }): string {
  const values = "expected" in error && "actual" in error ? `\nexpected ${show(error.expected)}\nactual   ${show(error.actual)}` : "";
  return `${error.stack ?? error.message}${values}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
}
