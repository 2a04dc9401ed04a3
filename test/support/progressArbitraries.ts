import fc from "fast-check";
import type { Outcome } from "../../src/core/checks/outcome";
import { mergeKata } from "../../src/core/progress/merge";
import type { KataProgress, ProgressData, ProgressEvent, StoredAttempt } from "../../src/core/progress/progressData";
import { emptyKataProgress, progressEventKinds } from "../../src/core/progress/progressData";
import { attempt, kataUuid, otherUuid } from "./progressSamples";

const time = fc.integer({ min: 0, max: 12 }).map((minute) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString());
const outcome = fc.constantFrom<Outcome>("passed", "failed", "errored", "blocked", "timedOut");
const writers = fc.dictionary(fc.constantFrom("w1", "w2", "w3"), fc.integer({ min: 0, max: 5 }));

/** Few ids and times, so that records collide in every way: same id at other times, with other contents, with and without results. */
const storedAttempts: fc.Arbitrary<StoredAttempt> = fc
  .record({ id: fc.constantFrom("a", "b", "c", "d", "e"), at: time, lastAt: time, outcome, solution: fc.constantFrom("s1", "s2"), repeats: writers, full: fc.boolean(), seed: fc.nat({ max: 2 }) })
  .map(({ full, ...rest }): StoredAttempt => {
    const { kata, durationMs, partial, signature, hintsUsed, solutionShown, aiOff, editor } = attempt();
    const base = { kata, durationMs, partial, signature, hintsUsed, solutionShown, aiOff, editor, ...rest, startedAt: rest.at };
    return full ? { ...base, results: [{ check: "shape", outcome: rest.outcome, durationMs: 1, findings: [{ code: "c", message: "m" }] }] } : base;
  });

const events: fc.Arbitrary<ProgressEvent> = fc.record({ id: fc.constantFrom("hint-1", "hint-2", "x", "y"), kind: fc.constantFrom(...progressEventKinds), at: time });

const katas: fc.Arbitrary<KataProgress> = fc
  .record({ removedAt: fc.option(time, { nil: undefined, freq: 3 }), attempts: fc.array(storedAttempts, { maxLength: 6 }), events: fc.array(events, { maxLength: 5 }) })
  .map(({ removedAt, ...rest }) => mergeKata({ ...rest, ...(removedAt === undefined ? {} : { removedAt }) }, emptyKataProgress));

export const progressRecords: fc.Arbitrary<ProgressData> = fc
  .dictionary(fc.constantFrom(kataUuid, otherUuid), katas)
  .map((all) => ({ format: 1, katas: { ...all } }));
