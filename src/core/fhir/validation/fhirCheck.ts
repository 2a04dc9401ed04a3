import { jsonReader } from "../../documents/jsonReader";
import { toError } from "../../humanError";
import type { FhirModel } from "../model/definitions";
import { failedCheck } from "./failedCheck";
import type { FhirCheckRequest, FhirCheckResult } from "./fhirChecker";
import { allRules, type RuleTools } from "./rules/allRules";
import { validateResource } from "./validateResource";
import { WalkStopped } from "./walker";

/** Validates FHIR resources. Pure and synchronous: whoever runs it sets the deadline. */
export class FhirCheck {
  /**
   * @param tools what the rules use, with what was loaded until now; asked for at every check
   * @param now milliseconds of a clock that only goes forward
   */
  constructor(private readonly model: FhirModel, private readonly tools: () => Omit<RuleTools, "profiles">, private readonly now: () => number) {}

  /**
   * Throws only what `stopped` asks for; a fault of ours is an issue that says so.
   *
   * @param stopped asked often; `true` ends the check
   * @throws WalkStopped
   */
  check({ text, file, type, profiles = [] }: FhirCheckRequest, stopped: () => boolean): FhirCheckResult {
    const from = this.now();
    try {
      const document = jsonReader.read(text);
      const rules = allRules({ ...this.tools(), profiles });
      const issues = validateResource(document, { model: this.model, rules, stopped, ...(type === undefined ? {} : { type }) });
      return { issues, durationMs: this.now() - from };
    } catch (error) {
      if (error instanceof WalkStopped) {
        throw error;
      }
      return failedCheck("fhir.checkFailed.internal", { file, reason: toError(error).message }, text, this.now() - from);
    }
  }
}
