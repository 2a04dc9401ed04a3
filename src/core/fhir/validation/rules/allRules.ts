import type { FhirPathEngine } from "../../fhirPathEngine";
import type { UcumEngine } from "../../ucum/ucumEngine";
import type { FhirRuleMaker, JsonObject } from "../rule";
import { attachmentRule, type ContentHasher } from "./attachmentRule";
import { bundleRule } from "./bundleRule";
import { codingRule } from "./codingRule";
import { containedRule } from "./containedRule";
import { expressionRule } from "./expressionRule";
import { fullUrlRule } from "./fullUrlRule";
import { identifierRule } from "./identifierRule";
import { invariantRule } from "./invariantRule";
import { narrativeRule } from "./narrativeRule";
import { orderRule } from "./orderRule";
import { packagedRule } from "./packagedRule";
import { profileRule } from "./profileRule";
import { quantityRule } from "./quantityRule";
import { questionnaireRule } from "./questionnaireRule";
import { questionnaireResponseRule } from "./questionnaireResponseRule";
import { referenceRule } from "./referenceRule";
import { requestRule } from "./requestRule";

/** What rules use beside the model. What is large is `undefined` where it was not loaded: rules that need it say so below `fhir.notChecked` instead of passing silently. */
export interface RuleTools {
  readonly fhirPath: FhirPathEngine | undefined;
  readonly ucum?: UcumEngine | undefined;
  readonly hasher?: ContentHasher | undefined;
  /** StructureDefinitions that a kata or a person brings. */
  readonly profiles: readonly JsonObject[];
  /** StructureDefinitions of the specification's own profiles, by url; `undefined` for others. */
  readonly coreProfile?: ((url: string) => JsonObject | undefined) | undefined;
}

/** Every rule beside the structure, in the order in which they are asked. */
export function allRules({ fhirPath, ucum, hasher, profiles, coreProfile }: RuleTools): readonly FhirRuleMaker[] {
  return [
    invariantRule(fhirPath), referenceRule, containedRule, bundleRule, fullUrlRule, requestRule, packagedRule, narrativeRule, quantityRule(ucum), orderRule(ucum),
    attachmentRule(hasher), identifierRule, codingRule, questionnaireRule, questionnaireResponseRule, expressionRule(fhirPath), profileRule({ fhirPath, profiles, coreProfile }),
  ];
}
