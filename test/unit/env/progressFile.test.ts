import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { HumanError } from "../../../src/core/humanError";
import { withAttempt, withEvent } from "../../../src/core/progress/changes";
import type { ProgressData } from "../../../src/core/progress/progressData";
import { emptyProgress, kataProgressOf } from "../../../src/core/progress/progressData";
import { progressText } from "../../../src/core/progress/progressReader";
import { ProgressStore } from "../../../src/core/progress/progressStore";
import { ProgressFile } from "../../../src/env/progressFile";
import { attempt, kataUuid, MemoryState, RecordingLogger } from "../../support/progressSamples";

describe("ProgressFile", () => {
  let workspace = "";
  let folder = "";
  let path = "";
  let logger = new RecordingLogger();

  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), "hik progress ü-"));
    folder = join(workspace, ".health-it-katas");
    path = join(folder, "progress.json");
    logger = new RecordingLogger();
  });

  afterEach(async () => {
    await chmod(folder, 0o755).catch(() => undefined);
    await rm(workspace, { recursive: true, force: true });
  });

  const file = (): ProgressFile =>
    new ProgressFile({ workspaceFolder: workspace, now: () => new Date(Date.UTC(2025, 0, 2, 3, 4, 5, 6)), logger, lock: { patienceMs: 20_000, unaskableMs: 300 } });
  const adding = (id: string) => (data: ProgressData): ProgressData => withAttempt(data, attempt({ id }), `solution ${id}`, "w").data;
  const ids = (data: ProgressData): readonly string[] => kataProgressOf(data, kataUuid).attempts.map((each) => each.id);

  async function put(text: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
  }

  it("has nothing where there is no file, and makes none by reading", async () => {
    assert.deepEqual(await file().read(), emptyProgress);
    assert.deepEqual(await readdir(workspace), []);
  });

  it("holds what was put into it, and leaves nothing else behind", async () => {
    await file().update(adding("a1"));
    await file().update(adding("a2"));
    assert.deepEqual(ids(await file().read()), ["a1", "a2"]);
    assert.deepEqual(await readdir(folder), ["progress.json"]);
  });

  it("is not written when nothing changed", async () => {
    await file().update(adding("a1"));
    await utimes(path, 1, 1);
    await file().update((data) => data);
    assert.equal((await readFile(path, "utf8")).includes('"a1"'), true);
    assert.equal((await stat(path)).mtimeMs, 1000);
  });

  it("goes with its folder when that is moved", async () => {
    await file().update(adding("a1"));
    const moved = `${workspace}-moved`;
    await rename(workspace, moved);
    workspace = moved;
    const store = new ProgressStore({ file: file(), state: new MemoryState(), now: () => new Date(), newId: () => "w1", logger });
    await store.load();
    assert.equal(store.stateOf(kataUuid), "failed");
  });

  it("keeps a damaged file aside, says so, and goes on with what was sound", async () => {
    const sound = adding("a2")(adding("a1")(emptyProgress));
    const damaged = progressText(sound).replace('"id":"a2"', '"id":[]');
    await put(damaged);
    assert.deepEqual(ids(await file().read()), ["a1"]);
    assert.deepEqual(await readdir(folder), ["progress.corrupt-2025-01-02T03-04-05.006Z.json", "progress.json"]);
    assert.equal(await readFile(join(folder, "progress.corrupt-2025-01-02T03-04-05.006Z.json"), "utf8"), damaged);
    assert.match(logger.lines.join(), /damaged .*kept as .*corrupt-2025/);
    logger.lines.length = 0;
    assert.deepEqual(ids(await file().update(adding("a3"))), ["a1", "a3"]);
    assert.deepEqual(logger.lines, []);
  });

  for (const [what, text] of Object.entries({ "an empty": "", "a half-written": '{"format":1,"katas":{"0b8f', "a binary": "\u0000\u0001�" })) {
    it(`starts afresh from ${what} file, with what the editor's state has`, async () => {
      const state = new MemoryState();
      const options = { state, now: () => new Date(), newId: () => "w1", logger };
      await new ProgressStore({ ...options, file: file() }).record(attempt(), "s1");
      await put(text);
      const store = new ProgressStore({ ...options, file: file() });
      assert.deepEqual(await store.load(), { saved: true });
      assert.deepEqual(ids(await file().read()), ["a1"]);
      assert.equal((await readdir(folder)).length, 2);
    });
  }

  it("never writes over a file of a newer format", async () => {
    const text = '{"format":2,"more":"than we know"}\n';
    await put(text);
    const isNewer = (error: unknown): boolean => error instanceof HumanError && error.code === "progress.newer" && /Update the extension/.test(error.message);
    await assert.rejects(file().read(), isNewer);
    await assert.rejects(file().update(adding("a1")), isNewer);
    assert.equal(await readFile(path, "utf8"), text);
    assert.deepEqual(await readdir(folder), ["progress.json"]);
  });

  it("says what is wrong with a folder that cannot be written to, and reads what is there", async () => {
    await file().update(adding("a1"));
    await chmod(folder, 0o555);
    // For the superuser no folder is read-only; a file in the folder's place has to do.
    const unstoppable = process.getuid?.() === 0;
    if (unstoppable) {
      await rm(folder, { recursive: true });
      await writeFile(folder, "");
    }
    const state = new MemoryState();
    const store = new ProgressStore({ file: file(), state, now: () => new Date(), newId: () => "w1", logger });
    const { saved, problem } = await store.record(attempt({ id: "a2" }), "s2");
    assert.equal(saved, false);
    assert.match(problem?.message ?? "", unstoppable ? /could not be saved.*folder you may write to/ : /cannot be written to\. Make the folder writable/);
    await (unstoppable ? rm(folder) : chmod(folder, 0o755));
    assert.deepEqual(await store.load(), { saved: true });
    assert.deepEqual(ids(await file().read()), unstoppable ? ["a2"] : ["a1", "a2"]);
  });

  it("explains a folder it is denied", async () => {
    for (const [code, expected] of [["EROFS", "progress.readOnly"], ["ENOSPC", "progress.full"], ["EIO", "progress.failed"]] as const) {
      const failing = (): never => {
        throw Object.assign(new Error(code), { code });
      };
      await assert.rejects(file().update(failing), (error) => error instanceof HumanError && error.code === expected && error.message.includes(workspace));
    }
    assert.deepEqual(ids(await file().update(adding("a1"))), ["a1"]);
  });

  it("refuses to write through a link", async () => {
    await mkdir(folder);
    const elsewhere = join(workspace, "elsewhere.json");
    await writeFile(elsewhere, progressText(emptyProgress));
    await symlink(elsewhere, path);
    await assert.rejects(file().update(adding("a1")), (error) => error instanceof HumanError && error.code === "progress.link");
    assert.equal(await readFile(elsewhere, "utf8"), progressText(emptyProgress));
  });

  it("clears away what killed writers left", async () => {
    await put(progressText(emptyProgress));
    await writeFile(join(folder, "progress.json.dead.tmp"), "half");
    await writeFile(join(folder, "progress.lock.old.tmp"), "x");
    await utimes(join(folder, "progress.lock.old.tmp"), 1, 1);
    await file().update(adding("a1"));
    assert.deepEqual(await readdir(folder), ["progress.json"]);
  });

  it("unites what many writers in one process add at once", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${String(index + 10)}`);
    await Promise.all(names.map((name) => file().update(adding(name))));
    assert.deepEqual([...ids(await file().read())].sort(), names);
  });

  it("holds ten thousand attempts", async () => {
    const katas: Record<string, ReturnType<typeof kataProgressOf>> = {};
    for (let kata = 0; kata < 100; kata++) {
      const uuid = `00000000-0000-4000-8000-${String(kata).padStart(12, "0")}`;
      const attempts = Array.from({ length: 100 }, (_, index) => adding(`k${String(kata)}-${String(index)}`)(emptyProgress)).flatMap((each) => kataProgressOf(each, kataUuid).attempts);
      katas[uuid] = { attempts, events: [] };
    }
    await put(progressText({ ...emptyProgress, katas }));
    const written = await file().update((current) => withEvent(current, kataUuid, { id: "hint-1", kind: "hint" }, "2025-01-01T00:00:00.000Z"));
    assert.equal(Object.values((await file().read()).katas).flatMap(({ attempts }) => attempts).length, 10_000);
    assert.equal(Object.keys(written.katas).length, 101);
  });
});
