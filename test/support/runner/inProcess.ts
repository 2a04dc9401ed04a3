import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import type { Finding } from "../../../src/core/checks/finding";
import { parseChildMessage } from "../../../src/core/checks/testProtocol";
import { TestRunRecord } from "../../../src/core/checks/testRunRecord";
import { AttemptRun, stagingTexts } from "../../../src/runner/attemptRun";
import { fastCheckOf } from "../../../src/runner/fastCheck";
import { Wire } from "../../../src/runner/wire";
import { requestOf } from "./runnerBench";
import type { Scene } from "./runnerBench";

/** Runs a scene as the child does, but in this process: quick, and for code that does no harm. */
export async function runInProcess(scene: Scene): Promise<readonly CheckResult[]> {
  const request = requestOf(scene);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "in-process-")));
  try {
    for (const { path, bytes } of [...request.solution, ...request.checkFiles]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const solution = request.solution.map(({ path }) => path);
    const record = new TestRunRecord(request.checks, new Set(solution), {}, () => 0);
    const wire = new Wire(
      (line) => {
        const message = parseChildMessage(line.trim().slice(1));
        assert.ok(message !== undefined, `not a message: ${line}`);
        record.receive(message);
      },
      "n",
      stagingTexts(folder),
    );
    const run = new AttemptRun(
      {
        nonce: "n",
        checks: request.checks.map(({ id, tests, needs }) => ({ id, tests, needs: needs ?? [] })),
        solution,
        solutionFolder: folder,
        checksFolder: folder,
        seed: request.seed,
        debug: false,
      },
      wire,
      createRequire(__filename),
      fastCheckOf,
      () => 0,
    );
    await run.run({ node: process.version, permissionModel: false, network: false, sqliteOff: false });
    assert.ok(record.ended, "the run did not come to its end");
    return record.results();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one check of the learner's `kata.ts` whose only test has this body. */
export async function checkInProcess(kata: string, body: string, more: { readonly head?: string; readonly seed?: number; readonly files?: Readonly<Record<string, string>> } = {}): Promise<CheckResult> {
  const head = `import assert from "node:assert/strict";\nimport * as testing from "health-it-katas/testing";\n${more.head ?? ""}`;
  const [result] = await runInProcess({
    solution: { "kata.ts": kata, ...more.files },
    checks: { "a.test.ts": `${head}\nit("t", async () => {\n${body}\n});` },
    ...(more.seed !== undefined && { seed: more.seed }),
  });
  assert.ok(result !== undefined);
  return result;
}

/** The one finding of a check. */
export function onlyFinding(result: CheckResult): Finding {
  assert.equal(result.findings.length, 1, JSON.stringify(result.findings, undefined, 2));
  return result.findings[0] as Finding;
}
