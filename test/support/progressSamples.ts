import fc from "fast-check";
import type { Attempt } from "../../src/core/checks/attempt";
import type { Outcome } from "../../src/core/checks/outcome";
import type { Logger } from "../../src/core/logger";
import type { KeyValueStore, ProgressAccess } from "../../src/core/progress/progressAccess";
import { mergeKata } from "../../src/core/progress/merge";
import type { KataProgress, ProgressData, ProgressEvent, StoredAttempt } from "../../src/core/progress/progressData";
import { emptyKataProgress, emptyProgress, progressEventKinds } from "../../src/core/progress/progressData";

export const kataUuid = "0b8f4c3e-6f0d-4a57-9f3e-5d1c0a2b7e11";
export const otherUuid = "c2a6d9f4-1b7e-4c8a-8d55-9e4f3a2b1c00";

/** An attempt that failed on one missing field; change what a test is about. */
export function attempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    id: "a1",
    kata: { id: "v2-escapes", uuid: kataUuid, pack: "@health-it-katas/hl7v2", version: "1.0.0", digest: "d".repeat(64) },
    seed: 1,
    startedAt: "2025-03-01T10:00:00.000Z",
    durationMs: 12.5,
    outcome: "failed",
    partial: false,
    results: [
      {
        check: "shape",
        outcome: "failed",
        durationMs: 3,
        findings: [
          {
            code: "schema.required",
            message: "PID-3 is missing.",
            args: { field: "PID-3" },
            expected: "PID-3",
            file: "adt.hl7",
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
            pointer: "/segments/1",
            why: "…",
          },
        ],
        tests: [{ title: "decodes", outcome: "failed", durationMs: 1, output: "printed" }],
        output: "printed",
      },
    ],
    signature: ["shape|required|/segments/*"],
    hintsUsed: 0,
    solutionShown: false,
    aiOff: false,
    editor: "test",
    ...changes,
  };
}

/** A logger that keeps warnings and errors. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];
  trace(): void {
    // Not of interest.
  }
  debug(): void {
    // Not of interest.
  }
  info(): void {
    // Not of interest.
  }
  warn(message: string): void {
    this.lines.push(message);
  }
  error(message: string): void {
    this.lines.push(message);
  }
}

/** The editor's state, in memory; values are copied as they would be through JSON. */
export class MemoryState implements KeyValueStore {
  values: Record<string, string> = {};

  get(key: string): unknown {
    const text = this.values[key];
    return text === undefined ? undefined : JSON.parse(text);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.values[key] = JSON.stringify(value);
  }
}

/** A progress file in memory; `failure` is thrown by every access as long as it is set. */
export class MemoryAccess implements ProgressAccess {
  data: ProgressData = emptyProgress;
  failure: Error | undefined;
  writes = 0;

  async read(): Promise<ProgressData> {
    this.check();
    return this.data;
  }

  async update(change: (current: ProgressData) => ProgressData): Promise<ProgressData> {
    await Promise.resolve();
    this.check();
    const changed = change(this.data);
    this.writes += changed === this.data ? 0 : 1;
    this.data = changed;
    return changed;
  }

  private check(): void {
    if (this.failure !== undefined) {
      throw this.failure;
    }
  }
}

const time = fc.integer({ min: 0, max: 12 }).map((minute) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString());
const outcome = fc.constantFrom<Outcome>("passed", "failed", "errored", "blocked", "timedOut");
const writers = fc.dictionary(fc.constantFrom("w1", "w2", "w3"), fc.integer({ min: 0, max: 5 }));

/** Few ids and times, so that records collide in every way: same id at other times, with other contents, with and without results. */
export const storedAttempts: fc.Arbitrary<StoredAttempt> = fc
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
