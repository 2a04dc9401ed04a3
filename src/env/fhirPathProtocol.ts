import type { FhirPathProblem, FhirPathResult } from "../core/fhir/fhirPathEvaluation";

/** To the worker. */
export type FhirPathQuestion =
  | { readonly kind: "evaluate"; readonly id: number; readonly expression: string; /** A JSON file with one resource. */ readonly text: string }
  | { readonly kind: "parse"; readonly id: number; readonly expression: string };

/** What became of an expression. */
export type FhirPathAnswer =
  | { readonly kind: "results"; readonly results: readonly FhirPathResult[]; readonly durationMs: number }
  | { readonly kind: "problem"; readonly problem: FhirPathProblem }
  /** It can be read, but not be worked out for this resource. */
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "late"; readonly seconds: number };

/** From the worker. */
export type FhirPathReply = { readonly id: number; readonly answer: FhirPathAnswer };
