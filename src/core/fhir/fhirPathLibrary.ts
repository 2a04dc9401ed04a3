import { compile } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4";
import type { FhirPathEngine, FhirPathExpression } from "./fhirPathEngine";

/** Expressions kept parsed; parsing one takes longer than working it out many times. */
const keptExpressions = 500;

/** FHIRPath by NLM's fhirpath.js with the R4 model. Only this file and `fhirPathEvaluation.ts` know that library. */
export class FhirPathLibrary implements FhirPathEngine {
  private readonly compiled = new Map<string, FhirPathExpression>();

  compile(expression: string, base?: string): FhirPathExpression {
    const key = `${base ?? ""}\n${expression}`;
    const known = this.compiled.get(key);
    if (known !== undefined) {
      return known;
    }
    const run = compile(base === undefined ? expression : { base, expression }, r4, {
      // An author's trace() is not for the learner's log.
      traceFn: () => undefined,
    });
    const result: FhirPathExpression = (value, resource, rootResource = resource) => run(value, { resource, rootResource });
    if (this.compiled.size >= keptExpressions) {
      this.compiled.clear();
    }
    this.compiled.set(key, result);
    return result;
  }
}
