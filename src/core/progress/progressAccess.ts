import type { HumanError } from "../humanError";
import type { ProgressData } from "./progressData";

/** A record that several programs share, kept in a file. */
export interface ProgressAccess {
  /**
   * What is recorded; nothing when there is no file. A damaged file gives its sound parts.
   * @throws HumanError when the file cannot be read, or is of a newer format
   */
  read(): Promise<ProgressData>;
  /**
   * Replaces the record by what `change` makes of it, alone among all programs. When it resolves, the record is on the disk.
   * @throws HumanError when the file cannot be written, or is of a newer format; the record is as it was
   */
  update(change: (current: ProgressData) => ProgressData): Promise<ProgressData>;
}

/** A few values that the editor keeps for a workspace; a `vscode.Memento` is one. */
export interface KeyValueStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What became of something recorded. */
export interface Recorded {
  /** Whether it is in the file. If not, it is kept in memory and in the editor's state, and written with whatever is recorded next. */
  readonly saved: boolean;
  /** Why it is not, for the learner. */
  readonly problem?: HumanError;
}
