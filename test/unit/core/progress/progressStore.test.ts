import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import { withAttempt } from "../../../../src/core/progress/changes";
import { emptyProgress, kataProgressOf } from "../../../../src/core/progress/progressData";
import { ProgressStore, progressStateKey } from "../../../../src/core/progress/progressStore";
import { attempt, kataUuid, MemoryAccess, MemoryState, otherUuid, RecordingLogger } from "../../../support/progressSamples";

let ids = 0;

function store(file: MemoryAccess | undefined, state = new MemoryState(), logger = new RecordingLogger()): ProgressStore {
  let clock = Date.UTC(2025, 5, 1);
  return new ProgressStore({ file, state, now: () => new Date(clock++), newId: () => `id-${String(++ids)}`, logger });
}

const idsIn = (access: MemoryAccess): readonly string[] => kataProgressOf(access.data, kataUuid).attempts.map(({ id }) => id);
const readOnly = new HumanError("progress.readOnly", "The folder cannot be written to.");

describe("ProgressStore", () => {
  it("shows an attempt at once and has it in the file when it says so", async () => {
    const file = new MemoryAccess();
    const progress = store(file);
    let changes = 0;
    const listening = progress.onDidChange(() => changes++);
    assert.equal(progress.stateOf(kataUuid), "notStarted");
    const recording = progress.record(attempt(), "s1");
    assert.equal(progress.stateOf(kataUuid), "failed");
    assert.equal(changes, 1);
    assert.deepEqual(await recording, { saved: true });
    assert.deepEqual(idsIn(file), ["a1"]);
    listening.dispose();
    await progress.record(attempt({ id: "a2", outcome: "passed" }), "s2");
    assert.equal(changes, 1);
    assert.equal(progress.stateOf(kataUuid), "passed");
  });

  it("restores the editor's state from the file", async () => {
    const file = new MemoryAccess();
    await store(file).record(attempt({ outcome: "passed" }), "s1");
    const state = new MemoryState();
    const reopened = store(file, state);
    assert.equal(reopened.stateOf(kataUuid), "notStarted");
    assert.deepEqual(await reopened.load(), { saved: true });
    assert.equal(reopened.stateOf(kataUuid), "passed");
    assert.equal(store(undefined, state).stateOf(kataUuid), "passed");
  });

  it("restores the file from the editor's state", async () => {
    const state = new MemoryState();
    const first = store(new MemoryAccess(), state);
    await first.hintUsed(otherUuid, 2);
    await first.record(attempt({ outcome: "passed" }), "s1");
    const lost = new MemoryAccess();
    const reopened = store(lost, state);
    assert.equal(reopened.stateOf(kataUuid), "passed");
    assert.deepEqual(await reopened.load(), { saved: true });
    assert.deepEqual(idsIn(lost), ["a1"]);
    assert.equal(kataProgressOf(lost.data, otherUuid).events[0]?.id, "hint-2");
  });

  it("writes nothing on load when there is nothing to add", async () => {
    const state = new MemoryState();
    const file = new MemoryAccess();
    await store(file, state).record(attempt(), "s1");
    const writes = file.writes;
    await store(file, state).load();
    assert.equal(file.writes, writes);
  });

  it("takes over what another window wrote, without losing its own", async () => {
    const file = new MemoryAccess();
    const [one, other] = [store(file), store(file)];
    await Promise.all([one.record(attempt({ id: "a1" }), "s1"), other.record(attempt({ id: "a2" }), "s2")]);
    await other.record(attempt({ id: "a3" }), "s3");
    assert.deepEqual(idsIn(file), ["a1", "a2", "a3"]);
    await one.load();
    assert.equal(one.standingOf(kataUuid).attempts, 3);
  });

  it("keeps what cannot be written, says why once, and writes it as soon as it can", async () => {
    const file = new MemoryAccess();
    const state = new MemoryState();
    const logger = new RecordingLogger();
    const progress = store(file, state, logger);
    file.failure = readOnly;
    assert.deepEqual(await progress.record(attempt({ id: "a1" }), "s1"), { saved: false, problem: readOnly });
    await progress.record(attempt({ id: "a2" }), "s2");
    assert.equal(progress.problem, readOnly);
    assert.equal(progress.standingOf(kataUuid).attempts, 2);
    assert.deepEqual(logger.lines, [readOnly.message]);
    file.failure = undefined;
    assert.deepEqual(await progress.hintUsed(kataUuid, 1), { saved: true });
    assert.deepEqual(idsIn(file), ["a1", "a2"]);
    assert.equal(progress.problem, undefined);
  });

  it("keeps all that could not be written over a restart, however much it is", async () => {
    const file = new MemoryAccess();
    const state = new MemoryState();
    file.failure = readOnly;
    const progress = store(file, state);
    for (let index = 10; index < 60; index++) {
      await progress.record(attempt({ id: `a${String(index)}`, startedAt: `2025-03-01T10:${String(index)}:00.000Z` }), `s${String(index)}`);
    }
    file.failure = undefined;
    const reopened = store(file, state);
    assert.deepEqual(await reopened.load(), { saved: true });
    assert.equal(idsIn(file).length, 50);
    assert.deepEqual((state.get(progressStateKey) as { unsaved: unknown }).unsaved, []);
  });

  it("turns what is no sentence into one", async () => {
    const file = new MemoryAccess();
    file.failure = new Error("EIO");
    const { saved, problem } = await store(file).record(attempt(), "s1");
    assert.equal(saved, false);
    assert.match(problem?.message ?? "", /could not be saved \(EIO\).*kept in the editor/);
  });

  it("works without a folder, in the editor's state alone", async () => {
    const state = new MemoryState();
    assert.deepEqual(await store(undefined, state).record(attempt({ outcome: "passed" }), "s1"), { saved: false });
    assert.equal(store(undefined, state).stateOf(kataUuid), "passed");
    const opened = new MemoryAccess();
    await store(opened, state).load();
    assert.deepEqual(idsIn(opened), ["a1"]);
  });

  it("starts afresh from a state that is damaged, and leaves one of a newer format alone", async () => {
    const logger = new RecordingLogger();
    const damaged = new MemoryState();
    await damaged.update(progressStateKey, { summary: "?" });
    assert.equal(store(new MemoryAccess(), damaged, logger).stateOf(kataUuid), "notStarted");
    assert.match(logger.lines.join(), /damaged/);
    const newer = new MemoryState();
    await newer.update(progressStateKey, { summary: { format: 9 } });
    const before = { ...newer.values };
    await store(new MemoryAccess(), newer).record(attempt(), "s1");
    assert.deepEqual(newer.values, before);
  });

  it("shows the solution after passing, or to who asks twice, and records both", async () => {
    const file = new MemoryAccess();
    const progress = store(file);
    assert.equal((await progress.solutionAsked(kataUuid)).allowed, false);
    assert.equal((await progress.solutionAsked(kataUuid)).allowed, true);
    await progress.solutionShown(kataUuid);
    const { solutionAsked, solutionShown } = progress.standingOf(kataUuid);
    assert.deepEqual([solutionAsked, solutionShown], [2, true]);
    await progress.record(attempt({ kata: { ...attempt().kata, uuid: otherUuid }, outcome: "passed" }), "s1");
    assert.equal((await progress.solutionAsked(otherUuid)).allowed, true);
  });

  it("removes a kata for good, also from a window that still has it", async () => {
    const file = new MemoryAccess();
    const [one, other] = [store(file), store(file)];
    await one.record(attempt({ outcome: "passed" }), "s1");
    await other.load();
    await one.remove(kataUuid);
    await other.record(attempt({ id: "b1", kata: { ...attempt().kata, uuid: otherUuid } }), "s1");
    assert.equal(other.stateOf(kataUuid), "notStarted");
    await one.load();
    assert.equal(one.stateOf(kataUuid), "notStarted");
    assert.equal(one.stateOf(otherUuid), "failed");
  });

  it("loses nothing, whatever fails, is lost or restarted in between", async () => {
    const step = fc.constantFrom("record", "record", "repeat", "fail", "mend", "restart", "loseFile", "loseState", "load", "otherWindow");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const file = new MemoryAccess();
        let state = new MemoryState();
        let progress = store(file, state);
        let count = 0;
        const made = (): ReturnType<typeof attempt> => attempt({ id: `n${String(++count)}`, startedAt: new Date(Date.UTC(2025, 0, 1, 0, count)).toISOString() });
        for (const each of steps) {
          const newest = count;
          switch (each) {
            case "record": await progress.record(made(), `s${String(count)}`); break;
            case "repeat": await progress.record(attempt({ id: "again", startedAt: new Date(Date.UTC(2025, 0, 1, 0, newest)).toISOString() }), `s${String(newest)}`); break;
            case "fail": file.failure = readOnly; break;
            case "mend": file.failure = undefined; break;
            case "load": await progress.load(); break;
            case "restart": progress = store(file, state); await progress.load(); break;
            // One of the two may be lost at a time, when the other has everything; the state has only the last 20 without the file.
            case "loseFile": if (file.failure === undefined) { await progress.load(); file.data = emptyProgress; await progress.load(); } break;
            case "loseState": if (file.failure === undefined) { await progress.load(); state = new MemoryState(); progress = store(file, state); await progress.load(); } break;
            case "otherWindow": if (file.failure === undefined) { const next = made(); file.data = withAttempt(file.data, next, `s${String(count)}`, "other").data; } break;
          }
        }
        file.failure = undefined;
        await progress.load();
        assert.deepEqual(new Set(idsIn(file).filter((id) => id !== "again")), new Set(Array.from({ length: count }, (_, index) => `n${String(index + 1)}`)));
      }),
      { numRuns: 150 },
    );
  });

  it("keeps a removal when the file is lost", async () => {
    const state = new MemoryState();
    const progress = store(new MemoryAccess(), state);
    await progress.record(attempt(), "s1");
    await progress.remove(kataUuid);
    const old = new MemoryAccess();
    old.data = withAttempt(emptyProgress, attempt(), "s1", "w").data;
    const reopened = store(old, state);
    await reopened.load();
    assert.deepEqual(idsIn(old), []);
    assert.ok((old.data.katas[kataUuid]?.removedAt ?? "") > attempt().startedAt);
  });
});
