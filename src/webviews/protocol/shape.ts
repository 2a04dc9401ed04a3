/**
 * Describes data that comes from the other side of a message channel. Types follow from the description, so that what is
 * believed about a message and what is looked at on its arrival cannot differ.
 */
export interface Shape<T> {
  /** Whether a value is of this shape. */
  matches(value: unknown): value is T;
}

export type Shaped<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<F extends Fields> = { [K in keyof F]: undefined extends Shaped<F[K]> ? K : never }[keyof F];
type Objects<F extends Fields> = Readonly<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Shaped<F[K]> } & { [K in OptionalKeys<F>]?: Shaped<F[K]> }
>;

export const text: Shape<string> = { matches: (value): value is string => typeof value === "string" };
export const count: Shape<number> = { matches: (value): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 };
export const flag: Shape<boolean> = { matches: (value): value is boolean => typeof value === "boolean" };

/** One of some words. */
export function word<const W extends readonly string[]>(words: W): Shape<W[number]> {
  return { matches: (value): value is W[number] => typeof value === "string" && words.includes(value) };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return { matches: (value): value is readonly T[] => Array.isArray(value) && value.every((each) => item.matches(each)) };
}

/** A field that may be left out. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { matches: (value): value is T | undefined => value === undefined || shape.matches(value) };
}

/** An object with these fields and no others. */
export function object<F extends Fields>(fields: F): Shape<Objects<F>> {
  return {
    matches: (value): value is Objects<F> =>
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
      Object.entries(fields).every(([key, shape]) => shape.matches((value as Record<string, unknown>)[key])),
  };
}

/** Any of some shapes. */
export function either<const S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Shaped<S[number]>> {
  return { matches: (value): value is Shaped<S[number]> => shapes.some((shape) => shape.matches(value)) };
}
