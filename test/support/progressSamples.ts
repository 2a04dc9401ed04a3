import type { Attempt } from "../../src/core/checks/attempt";
import type { Logger } from "../../src/core/logger";
import type { KeyValueStore, ProgressAccess } from "../../src/core/progress/progressAccess";
import type { ProgressData } from "../../src/core/progress/progressData";
import { emptyProgress } from "../../src/core/progress/progressData";

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
