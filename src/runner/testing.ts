import type fastCheck from "fast-check";
import type { Finding } from "../core/checks/finding";
import type { SeededRandom } from "../core/checks/seed";
import type { Difference } from "../core/diff/difference";
import type { Tolerance } from "../core/diff/tolerance";
import type { DocumentFormat, JsonValue } from "../core/documents/document";
import type { Range } from "../core/text/range";

// What a kata's tests get from "health-it-katas/testing". The runner makes it for each check (testingModule.ts); outside of a run there is nothing here but types.

/** A file of the learner's that was read: its text, what it means, and where each part stands. */
export interface LearnerDocument<T = JsonValue> {
  /** The file's name in `kata.json`. */
  readonly file: string;
  readonly format: DocumentFormat;
  readonly text: string;
  readonly value: T;
  /** Where the part at a JSON pointer stands; `undefined` when there is no such part. */
  rangeOf(pointer: string): Range | undefined;
  /** How people of the field name the part: `PID-3[1].1` in HL7 v2, `name[0].family` in JSON. */
  nameOf(pointer: string): string;
}

/** What a finding says. */
export interface FindingDetails {
  /** One sentence for the learner: what is there, what belongs there. */
  readonly message: string;
  /** Shown side by side: texts as they are, other values as JSON. */
  readonly expected?: unknown;
  readonly actual?: unknown;
  /** Why it matters to a patient or an organisation. */
  readonly why?: string;
  /** https address where one may read on. */
  readonly doc?: string;
}

/**
 * The learner's module: the first JavaScript or TypeScript file of `kata.json`'s `files`, or the one named. It is loaded once for each check.
 * Asking the module for an export that it does not have fails with a sentence that says so; `"name" in module` asks without failing.
 *
 * @typeParam T what it should export, such as `typeof import("../solutions/reference/escapes")`
 */
export declare function solution<T = Readonly<Record<string, unknown>>>(file?: string): T;

/**
 * A file of the learner's as a document: the first that has a reader (`.json`, `.hl7`), or the one named. When it cannot be read, the test fails with a
 * finding at the place where reading stopped.
 *
 * @param format how to read it, where its name does not say
 */
export declare function document<T = JsonValue>(file?: string, format?: DocumentFormat): LearnerDocument<T>;

/**
 * An error to throw: the test fails, and the finding is marked at `pointer` in the learner's text (at the nearest part around it when there is none).
 *
 * @example throw finding(patient, "/birthDate", { message: "The birth date is after the day of death.", actual: patient.value.birthDate });
 */
export declare function finding(document: LearnerDocument<unknown>, pointer: string, details: FindingDetails): Error & { readonly finding: Omit<Finding, "test"> };

/**
 * In what a document differs from the expected one, by structure: HL7 v2 by segment, field and component, JSON by property and item; an empty list where they are the same.
 * A text that is expected is read in the format of `actual`; any other value is compared as JSON.
 *
 * @param actual a document of the learner's, or what their code gave
 * @param tolerance what is no difference, such as `{ order: true, precision: true, ids: true, ignore: ["MSH-7"] }`; nothing unless stated
 *
 * @example assert.equal(difference(document(), expected, { escapes: true, empty: true }).length, 2);
 */
export declare function difference(actual: unknown, expected: unknown, tolerance?: Tolerance): readonly Difference[];

/** What `assertSame` goes by, and what it says. */
export interface SameOptions {
  readonly tolerance?: Tolerance;
  /** A sentence for the learner in place of the one that names the first difference. */
  readonly message?: string;
  readonly why?: string;
  readonly doc?: string;
}

/**
 * Fails unless a document says the same as the expected one. The finding is marked where the first difference stands in the learner's own text, with what is expected and what is there.
 *
 * @example assertSame(document(), expected, { tolerance: { order: true, ids: true }, why: "The receiver matches by identifier." });
 */
export declare function assertSame(actual: unknown, expected: unknown, options?: SameOptions): void;

/**
 * Runs `check`; when it fails, why it matters and where to read on are said beside the failure. For ordinary assertions. An asynchronous `check` gives a promise to wait for.
 *
 * @example explain({ why: "An unescaped | cuts the note short." }, () => assert.equal(decode("\\F\\"), "|"));
 */
export declare function explain<T>(explanation: { readonly why?: string; readonly doc?: string }, check: () => T): T;

/** The attempt's seed. Every input that a test makes up must come from it, so that a failure can be seen again. */
export declare const seed: number;

/** Random numbers from the attempt's seed: the same for the same label, at every call. */
export declare function random(label?: string): SeededRandom;

/** fast-check, with the attempt's seed set; a property that does not hold is reported with the smallest input that breaks it. */
export declare const fc: typeof fastCheck;

export type { Difference, DocumentFormat, JsonValue, Range, SeededRandom, Tolerance };
