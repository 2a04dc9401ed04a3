import type { Range } from "../text/range";

/** `added`: only in the actual document. `removed`: only in the expected one. `moved`: in both, elsewhere among its like. */
export type DifferenceKind = "added" | "removed" | "changed" | "moved";

/** One value for each document. */
export interface Sides<T> {
  readonly expected: T;
  readonly actual: T;
}

/** One thing in which two documents differ. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Where, as people of the field write it: `PID-5[1].1`, `name[0].family`; where it stands in the actual document, or stood in the expected one if it was removed. "" is the whole document. */
  readonly path: string;
  /** JSON pointers of the part in each document; where it is not there, of the nearest part around the place where it would be. */
  readonly pointers: Sides<string>;
  /** Where these parts stand: 0-based lines and UTF-16 characters. */
  readonly ranges: Sides<Range>;
  /** As written in the expected document; left out where nothing is there. */
  readonly expected?: string;
  /** As written in the actual document; left out where nothing is there. */
  readonly actual?: string;
  /** Stable identifier of the kind of sentence; the editor translates by it. */
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** One English sentence. */
  readonly message: string;
}
