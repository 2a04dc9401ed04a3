import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { buildSync } from "esbuild";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { withAttempt } from "../../../src/core/progress/changes";
import { standingOf } from "../../../src/core/progress/kataState";
import { kataProgressOf } from "../../../src/core/progress/progressData";
import { readProgressText } from "../../../src/core/progress/progressReader";
import { ProgressFile } from "../../../src/env/progressFile";
import { attempt, kataUuid, RecordingLogger } from "../../support/progressSamples";

interface Writer {
  readonly child: ChildProcess;
  /** Ids that the writer said are safe. */
  readonly acknowledged: string[];
  /** What it said otherwise. */
  readonly complaints: string[];
  readonly ended: Promise<unknown>;
}

describe("ProgressFile among processes", () => {
  let workspace = "";
  let programFolder = "";
  let program = "";
  const running = new Set<ChildProcess>();

  before(async () => {
    programFolder = await mkdtemp(join(tmpdir(), "hik-writer-"));
    program = join(programFolder, "writer.js");
    // Bundled, because dozens are started and each would compile the same files again.
    buildSync({ entryPoints: [join(__dirname, "../../support/progressWriter.ts")], outfile: program, bundle: true, platform: "node", logLevel: "error" });
  });

  after(async () => {
    await rm(programFolder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), "hik-progress-"));
  });

  afterEach(async () => {
    for (const child of running) {
      child.kill("SIGKILL");
    }
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  });

  function startWriter(prefix: string, count: number): Writer {
    const child = spawn(process.execPath, [program, workspace, prefix, String(count)], { stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const acknowledged: string[] = [];
    const complaints: string[] = [];
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach((line) => (line.startsWith("!") ? complaints : acknowledged).push(line));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
    const ended = once(child, "close").then(() => running.delete(child));
    return { child, acknowledged, complaints, ended };
  }

  async function idsInFile(): Promise<ReadonlySet<string>> {
    const reading = readProgressText(await readFile(join(workspace, ".health-it-katas", "progress.json"), "utf8"));
    assert.equal(reading.kind, "sound", reading.kind === "damaged" ? reading.reason : reading.kind);
    return new Set(reading.kind === "sound" ? kataProgressOf(reading.data, kataUuid).attempts.map(({ id }) => id) : []);
  }

  it("loses nothing when three write at once", async () => {
    const writers = ["x", "y", "z"].map((prefix) => startWriter(prefix, 30));
    await Promise.all(writers.map(({ ended }) => ended));
    assert.deepEqual(writers.flatMap(({ complaints }) => complaints), []);
    const ids = await idsInFile();
    assert.equal(ids.size, 90);
    assert.ok(writers.every(({ acknowledged }) => acknowledged.length === 30 && acknowledged.every((id) => ids.has(id))));
    const data = await new ProgressFile({ workspaceFolder: workspace, now: () => new Date(), logger: new RecordingLogger() }).read();
    assert.equal(standingOf(kataProgressOf(data, kataUuid)).attempts, 120, "repeats of all three are counted once each");
    assert.deepEqual(await readdir(join(workspace, ".health-it-katas")), ["progress.json"]);
  });

  it("survives a SIGKILL at any moment", async () => {
    const file = new ProgressFile({ workspaceFolder: workspace, now: () => new Date(), logger: new RecordingLogger() });
    const promised = new Set<string>();
    const complaints: string[] = [];
    let killed = 0;
    let writers: Writer[] = [];
    const rounds = 20;
    for (let round = 0; round < rounds; round++) {
      // Two at a time, so that one is waiting for, or taking over from, the other when it is hit.
      while (writers.length < 2) {
        writers.push(startWriter(`r${String(round)}w${String(writers.length)}`, 100_000));
      }
      while (writers.some(({ acknowledged, child }) => acknowledged.length < 3 && child.exitCode === null)) {
        await delay(2);
      }
      await delay(Math.random() * 25);
      const victims = round % 3 === 0 ? writers : writers.slice(0, 1);
      victims.forEach(({ child }) => child.kill("SIGKILL"));
      await Promise.all(victims.map(({ ended }) => ended));
      killed += victims.filter(({ child }) => child.signalCode === "SIGKILL").length;
      victims.forEach((each) => {
        each.acknowledged.forEach((id) => promised.add(id));
        complaints.push(...each.complaints);
      });
      writers = writers.filter((each) => !victims.includes(each));
      const ids = await idsInFile();
      const lost = [...promised].filter((id) => !ids.has(id));
      assert.deepEqual(lost, [], `lost after kill ${String(round)}`);
      const own = `own-${String(round)}`;
      await file.update((data) => withAttempt(data, attempt({ id: own }), `solution ${own}`, "test").data);
      promised.add(own);
    }
    writers.forEach(({ child }) => child.kill("SIGKILL"));
    await Promise.all(writers.map(({ ended }) => ended));
    assert.deepEqual(complaints, []);
    assert.ok(killed >= rounds, "every round killed a writer while it wrote");
    const names = await readdir(join(workspace, ".health-it-katas"));
    assert.deepEqual(names.filter((name) => name.includes("corrupt")), []);
  }).timeout(60_000);
});
