import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { StagingFolders } from "../../../src/env/stagingFolders";
import { builtRunner } from "../../support/runner/builtRunner";
import { processesNaming, until } from "../../support/runner/runnerBench";

describe("a child whose parent is killed", function () {
  this.timeout(120_000);
  let folder: string;
  let parent: ChildProcess | undefined;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "runner-orphans-")));
  });

  afterEach(async () => {
    parent?.kill("SIGKILL");
    await until(() => children().length === 0, "no child is left");
    rmSync(folder, { recursive: true, force: true });
  });

  /** Process ids of children: they name their staging folder. */
  function children(): readonly string[] {
    return processesNaming(`${folder}/health-it-katas-`);
  }

  async function start(what: "waiting" | "looping"): Promise<ChildProcess> {
    const program = resolve(__dirname, "../../support/runner/parentProcess.ts");
    const args = ["--require", "sucrase/register", program, folder, what, await builtRunner()];
    parent = spawn(process.execPath, args, { cwd: resolve(__dirname, "../../.."), stdio: ["ignore", "pipe", "inherit"] });
    return parent;
  }

  async function killParent(of: ChildProcess): Promise<void> {
    const gone = new Promise((done) => of.once("exit", done));
    of.kill("SIGKILL");
    await gone;
  }

  it("leaves at once while it waits", async function () {
    if (process.platform !== "linux") {
      return; // Only there can processes be looked up by their command line without another program.
    }
    const started = await start("waiting");
    await until(() => children().length === 1, "a child waits");
    await killParent(started);
    await until(() => children().length === 0, "the child is gone");
  });

  it("is ended by the kernel while the learner's code loops", async function () {
    if (process.platform !== "linux") {
      return;
    }
    const started = await start("looping");
    const printed: string[] = [];
    started.stdout?.on("data", (chunk: Buffer) => printed.push(chunk.toString("utf8")));
    await until(() => printed.join("").includes("pid "), "the loop runs");
    await killParent(started);
    const left = children().length;
    await until(() => children().length === 0, "the child is gone");
    assert.equal(left, 1, "the child lived on without its parent, until the limit of its CPU time");
  });

  it("leaves a folder that the next program sweeps away, and no other", async () => {
    const dead = join(folder, "health-it-katas-999999999-abcdef");
    const living = join(folder, `health-it-katas-${String(process.ppid)}-abcdef`);
    const old = join(folder, `health-it-katas-${String(process.ppid)}-ghijkl`);
    const own = join(folder, `health-it-katas-${String(process.pid)}-abcdef`);
    const others = ["health-it-katas", "health-it-katas-x", "something-1-else", "health-it-katas-debug-abcdef"].map((name) => join(folder, name));
    for (const path of [dead, living, old, own, ...others]) {
      mkdirSync(path);
      writeFileSync(join(path, "kata.ts"), "");
    }
    const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    utimesSync(old, longAgo, longAgo);
    await new StagingFolders(folder).sweep();
    assert.deepEqual(readdirSync(folder).map((name) => join(folder, name)).sort(), [living, own, ...others].sort());
    assert.equal(existsSync(dead), false);
  });
});
