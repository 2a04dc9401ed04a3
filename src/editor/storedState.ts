import type { Logger } from "../core/logger";
import type { StoredKey } from "../ids";

/** The part of the editor's storage that is used. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

/** What is stored under one key: its name, a version, how to read it back, and what stands for nothing. */
export interface StoredValue<T> {
  readonly key: StoredKey;
  /** A value written under another version is not read. */
  readonly version: number;
  /** Gives `undefined` for what is not sound; never throws. */
  parse(stored: unknown): T | undefined;
  readonly empty: T;
}

/**
 * The one owner of what the editor stores for us. What cannot be read counts as nothing, with a line in the log: a damaged
 * store must not keep anyone from a kata.
 */
export class StoredState {
  constructor(
    private readonly memory: Memory,
    private readonly log: Logger,
  ) {}

  read<T>(value: StoredValue<T>): T {
    const stored = this.memory.get(value.key);
    if (stored === undefined) {
      return value.empty;
    }
    const parsed = isEnvelope(stored) && stored.version === value.version ? value.parse(stored.value) : undefined;
    if (parsed === undefined) {
      this.log.warn(`What was stored as ${value.key} cannot be read and is left aside.`);
      return value.empty;
    }
    return parsed;
  }

  /** Rejects when the editor cannot store. */
  async write<T>(value: StoredValue<T>, next: T): Promise<void> {
    await this.memory.update(value.key, { version: value.version, value: next });
  }

  async remove(value: StoredValue<unknown>): Promise<void> {
    await this.memory.update(value.key, undefined);
  }
}

function isEnvelope(stored: unknown): stored is { version: unknown; value: unknown } {
  return typeof stored === "object" && stored !== null && "version" in stored && "value" in stored;
}
