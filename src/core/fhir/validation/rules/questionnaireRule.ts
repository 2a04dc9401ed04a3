import type { ReportIssue } from "../fhirIssue";
import type { FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { error, shown, warning } from "./found";
import { below, objectsOf, textOf } from "./json";

/**
 * A questionnaire's items are told apart by linkId (que-2), and conditions ask for items that are there. In a response, items of the same question stand together.
 * https://hl7.org/fhir/R4/questionnaire.html, https://hl7.org/fhir/R4/questionnaireresponse.html
 */
export const questionnaireRule: FhirRuleMaker = () => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    if (visit.type.name === "Questionnaire") {
      checkQuestionnaire(visit, report);
    }
  },
}) satisfies FhirRule;

interface Item {
  readonly value: JsonObject;
  readonly pointer: string;
}

function itemsIn(parent: JsonObject, pointer: string): readonly Item[] {
  return objectsOf(parent, "item").flatMap((value, index) => {
    const at = below(pointer, "item", index);
    return [{ value, pointer: at }, ...itemsIn(value, at)];
  });
}

function checkQuestionnaire(visit: ResourceVisit, report: ReportIssue): void {
  const items = itemsIn(visit.value, visit.pointer);
  const known = new Map<string, Item>();
  for (const item of items) {
    const linkId = textOf(item.value, "linkId");
    if (linkId === undefined) {
      continue;
    }
    if (known.has(linkId)) {
      report(error("fhir.questionnaire.sameLinkId", "duplicate", below(item.pointer, "linkId"), { linkId: shown(linkId) }, { page: "questionnaire.html" }));
    } else {
      known.set(linkId, item);
    }
  }
  for (const { value, pointer } of items) {
    objectsOf(value, "enableWhen").forEach((condition, index) => {
      const question = textOf(condition, "question");
      if (question === undefined) {
        return;
      }
      const at = below(pointer, "enableWhen", index, "question");
      if (!known.has(question)) {
        report(error("fhir.questionnaire.unknownQuestion", "not-found", at, { question: shown(question) }, { actual: question, page: "questionnaire-definitions.html#Questionnaire.item.enableWhen.question" }));
      } else if (question === textOf(value, "linkId")) {
        report(warning("fhir.questionnaire.ownQuestion", "business-rule", at, { question: shown(question) }, { page: "questionnaire-definitions.html#Questionnaire.item.enableWhen.question" }));
      }
    });
  }
}
