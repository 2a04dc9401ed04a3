import { toError } from "../../../humanError";
import type { FhirPathEngine } from "../../fhirPathEngine";
import type { ElementVisit, FhirRuleMaker } from "../rule";
import type { ReportIssue } from "../fhirIssue";
import { error, nameOf, shown, warning } from "./found";
import { textOf } from "./json";

/** Elements that hold FHIRPath, whatever stands beside them. */
const always = new Set(["ElementDefinition.constraint.expression", "SearchParameter.expression"]);

/** Expressions in FHIRPath can be read: https://hl7.org/fhir/R4/fhirpath.html */
export function expressionRule(fhirPath: FhirPathEngine | undefined): FhirRuleMaker {
  return () => ({
    element(visit: ElementVisit, report: ReportIssue): void {
      const { element, value, parent, pointer } = visit;
      if (fhirPath === undefined || typeof value !== "string" || !(always.has(element.path) || (element.path === "Expression.expression" && textOf(parent, "language") === "text/fhirpath"))) {
        return;
      }
      try {
        fhirPath.compile(namesQuoted(value));
      } catch (thrown) {
        const reason = toError(thrown).message.split("\n").map((line) => line.trim()).filter((line) => line !== "").slice(0, 2).join(" ").replace(/[.!?]+$/, "");
        // An example of the specification has another language's expression under the name of FHIRPath.
        report((always.has(element.path) ? error : warning)("fhir.expression", "invalid", pointer, { name: nameOf(visit), reason: shown(reason) }, { actual: value, page: "fhirpath.html" }));
      }
    },
  });
}

/**
 * `div` and `mod` are operators as well as names of elements, which FHIRPath wants in backticks. Version 4.0.0 of R4 wrote its own rule dom-6 as `text.div.exists()`, and
 * snapshots made from it repeat that; behind a full stop only a name can stand, so what is meant is certain.
 */
function namesQuoted(expression: string): string {
  return expression.replace(/(?<=[\w)\]]\.)(?:div|mod)(?![\w`])/g, "`$&`");
}
