/**
 * The files that the build makes of the official definitions, in a form that is small and quick to read: lists instead of objects. `scripts/lib/fhirModel.js`
 * writes them, `CompactModel` reads them.
 */
export interface TypesData {
  /** Of FHIR: `4.0.1`. */
  readonly version: string;
  /** By name, backbone elements by their path. */
  readonly types: Readonly<Record<string, TypeData>>;
  /** Types and elements name them by index. */
  readonly invariants: readonly InvariantData[];
}

/** Kind (primitive, complex, resource, backbone), base or "", 1 for abstract, short description, indexes of invariants, own elements. */
export type TypeData = readonly [kind: "p" | "c" | "r" | "b", base: string, abstract: 0 | 1, short: string, invariants: readonly number[], elements: readonly ElementData[]];

/**
 * `max` -1 stands for `*`. `bits`: 1 choice, 2 modifier, 4 summary. `types`: codes with `|` between them, each with `:` and its targets with `,` between them.
 * `contentOf`: a path, or 0.
 */
export type ElementData = readonly [
  name: string, min: number, max: number, bits: number, types: string, short: string,
  binding: 0 | readonly [strength: "r" | "x" | "p" | "e", valueSet: string], contentOf: 0 | string, invariants: readonly number[],
];

/** Severity error or warning. */
export type InvariantData = readonly [key: string, severity: "e" | "w", human: string, expression: string];

/** Code systems that are known to the last code, and value sets made of them. */
export interface ValueSetsData {
  /** 1 for case-sensitive; then code, display, code, display, …; an empty display is the code itself. */
  readonly systems: Readonly<Record<string, readonly [caseSensitive: 0 | 1, codes: readonly string[]]>>;
  readonly valueSets: Readonly<Record<string, readonly [name: string, parts: readonly ValueSetPart[]]>>;
}

/** A system alone stands for all of its codes. A code of a system that is not known here comes with its display. */
export type ValueSetPart = readonly [system: string] | readonly [system: string, codes: readonly (string | readonly [code: string, display: string])[]];
