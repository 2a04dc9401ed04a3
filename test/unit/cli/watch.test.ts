import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Attempt } from "../../../src/core/checks/attempt";
import { builtCli, fixturePacks, runCli, startCli } from "../../support/builtCli";

/** A running command line whose lines can be waited for. */
class Running {
  private lines: string[] = [];
  private waiting: ((line: string) => void) | undefined;
  readonly ended: Promise<number | null>;
  stderr = "";

  constructor(readonly child: ChildProcess) {
    let rest = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      this.lines.push(...parts);
      this.pass();
    });
    child.stderr?.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => child.on("close", resolve));
  }

  async next(): Promise<string> {
    return await new Promise((resolve, reject) => {
      this.waiting = resolve;
      void this.ended.then(() => reject(new Error(`It ended: ${this.stderr}`)));
      this.pass();
    });
  }

  private pass(): void {
    const line = this.waiting === undefined ? undefined : this.lines.shift();
    if (line !== undefined) {
      const resolve = this.waiting;
      this.waiting = undefined;
      resolve?.(line);
    }
  }
}

/** Ids of processes that a process started, and of those they started. */
function descendants(pid: number): readonly number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    found.push(...table.filter(([, ppid]) => ppid === parent).map(([id]) => id ?? 0));
  }
  return found.slice(1);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("watching and interrupting", function () {
  this.timeout(120_000);
  const sample = join(fixturePacks, "sample");
  let workspace = "";
  let cli = "";
  let running: Running | undefined;

  before(async () => {
    cli = await builtCli();
  });
  beforeEach(() => {
    workspace = realpathSync(mkdtempSync(join(tmpdir(), "hik-watch-")));
  });
  afterEach(() => {
    running?.child.kill("SIGKILL");
    running = undefined;
    rmSync(workspace, { recursive: true, force: true });
  });

  const start = (...args: readonly string[]): Running => {
    running = new Running(startCli(cli, [...args, "--packs", sample], workspace));
    return running;
  };

  it("checks at once, again after every save, and ends on Ctrl-C with nothing left", async () => {
    await runCli(["start", "first-patient", "kata", "--packs", sample], workspace);
    const watch = start("watch", "kata", "--json");
    const outcome = async (): Promise<string> => (JSON.parse(await watch.next()) as Attempt).outcome;
    assert.equal(await outcome(), "failed");
    cpSync(join(sample, "first-patient/solutions/reference/patient.json"), join(workspace, "kata/patient.json"));
    assert.equal(await outcome(), "passed");
    writeFileSync(join(workspace, "kata/patient.json"), "{");
    assert.equal(await outcome(), "failed");
    rmSync(join(workspace, "kata/patient.json"));
    assert.equal(await outcome(), "failed");
    cpSync(join(sample, "first-patient/solutions/reference/patient.json"), join(workspace, "kata/patient.json"));
    assert.equal(await outcome(), "passed");
    const children = descendants(watch.child.pid ?? 0);
    watch.child.kill("SIGINT");
    assert.equal(await watch.ended, 0);
    await untilGone(children);
  });

  it("drops a check that a later save overtakes, and what it started", async () => {
    await runCli(["start", "daily-dose", "kata", "--packs", sample], workspace);
    const dose = join(workspace, "kata/dose.ts");
    writeFileSync(dose, "export function dailyDose(): number { for (;;); }\n");
    const watch = start("watch", "kata", "--json");
    while (descendants(watch.child.pid ?? 0).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const endless = descendants(watch.child.pid ?? 0);
    cpSync(join(sample, "daily-dose/solutions/reference/dose.ts"), dose);
    const attempt = JSON.parse(await watch.next()) as Attempt;
    assert.equal(attempt.outcome, "passed");
    await untilGone(endless);
  });

  it("leaves neither process nor copied file behind when a check is interrupted", async () => {
    await runCli(["start", "daily-dose", "kata", "--packs", sample], workspace);
    writeFileSync(join(workspace, "kata/dose.ts"), "export function dailyDose(): number { for (;;); }\n");
    const check = start("check", "kata");
    while (descendants(check.child.pid ?? 0).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const children = descendants(check.child.pid ?? 0);
    check.child.kill("SIGINT");
    assert.equal(await check.ended, 130);
    await untilGone(children);
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith(`health-it-katas-${check.child.pid}-`));
    assert.deepEqual(left, []);
  });

  it("lets verify be interrupted, too", async () => {
    const verify = start("verify", sample);
    while (descendants(verify.child.pid ?? 0).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const children = descendants(verify.child.pid ?? 0);
    verify.child.kill("SIGTERM");
    assert.equal(await verify.ended, 130);
    await untilGone(children);
  });
});
