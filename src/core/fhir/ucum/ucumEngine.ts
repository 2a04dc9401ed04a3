/** What a unit's code turned out to be. */
export type UnitVerdict =
  | { readonly valid: true }
  /** `suggestion`: a code that is meant, where that is known. */
  | { readonly valid: false; readonly suggestion: string | undefined };

/** Units of measure by UCUM (https://ucum.org/ucum), case-sensitive codes. What implements it is large and loaded on first use. */
export interface UcumEngine {
  /** Whether a text is a UCUM code; never throws. */
  check(code: string): UnitVerdict;
  /** A value in another unit; `undefined` when the units measure different things or one of them is none. */
  convert(value: number, from: string, to: string): number | undefined;
  /** Whether two units measure the same kind of thing, such as `mg/dL` and `g/L`. */
  comparable(one: string, other: string): boolean;
}
