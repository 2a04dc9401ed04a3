import type { JsonValue } from "../documents/document";

/**
 * A FHIRPath expression that was parsed: its results for a value within a resource; throws when it cannot be worked out for this value.
 *
 * @param rootResource the resource around a contained one; the resource itself when left out
 */
export type FhirPathExpression = (value: JsonValue, resource: JsonValue, rootResource?: JsonValue) => readonly unknown[];

/** FHIRPath with the R4 model. What implements it is large and loaded on first use. */
export interface FhirPathEngine {
  /**
   * Parses an expression once; asked for again, the same is returned.
   *
   * @param base the type path of the values it will be applied to, such as `Patient.contact`; left out for whole resources
   * @throws Error when it is no FHIRPath
   */
  compile(expression: string, base?: string): FhirPathExpression;
}
