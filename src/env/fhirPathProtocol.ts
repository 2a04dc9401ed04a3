import type { FhirPathProblem, FhirPathResult } from "../core/fhir/fhirPathEvaluation";

/** What is asked of the worker. */
export type FhirPathQuestion =
  | { readonly kind: "evaluate"; readonly expression: string; /** A JSON file with one resource. */ readonly text: string }
  /** Whether it can be read: answered with no results, or with the problem. */
  | { readonly kind: "parse"; readonly expression: string };

/** What became of an expression. */
export type FhirPathAnswer =
  | { readonly kind: "results"; readonly results: readonly FhirPathResult[]; readonly durationMs: number }
  | { readonly kind: "problem"; readonly problem: FhirPathProblem }
  /** It can be read, but not be worked out for this resource. */
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "late"; readonly seconds: number };
