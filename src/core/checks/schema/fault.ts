import type { SentenceArgs } from "../translate";
import type { Teaching } from "./teaching";

/** Which part of the text is marked: the value, the name it stands under, or the start of the whole it is missing from. */
export type Mark = "value" | "key" | "opening";

/** A finding before it is known where it stands in the text. */
export interface Fault extends Teaching {
  /** The schema keyword that failed. */
  readonly keyword: string;
  /** The same with what tells its failures apart, such as `required(birthDate)`; part of the signature. */
  readonly signature: string;
  /** Pointer of the value that the schema was applied to. */
  readonly at: string;
  /** Pointer of the part meant; differs from `at` where a member or entry of it is meant. */
  readonly pointer: string;
  readonly mark: Mark;
  readonly code: string;
  readonly args: SentenceArgs;
  /** The generated sentence of keywords that bring their own. */
  readonly message?: string;
  readonly expected?: string;
  readonly actual?: string;
}
