import type { FhirPathEngine } from "../../fhirPathEngine";
import type { FhirRuleMaker, JsonObject } from "../rule";

/** What rules use beside the model. What is large is `undefined` where it was not loaded: rules that need it say so below `fhir.notChecked` instead of passing silently. */
export interface RuleTools {
  readonly fhirPath: FhirPathEngine | undefined;
  /** StructureDefinitions that a kata or a person brings. */
  readonly profiles: readonly JsonObject[];
}

/** Every rule beside the structure, in the order in which they are asked. */
export function allRules(_tools: RuleTools): readonly FhirRuleMaker[] {
  return [];
}
