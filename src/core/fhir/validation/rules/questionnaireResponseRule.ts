import { resourceTypeOf } from "../../statedType";
import type { ReportIssue } from "../fhirIssue";
import type { FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { error, shown } from "./found";
import { below, choiceName, forEachObject, member, objectOf, objectsOf, textOf } from "./json";

const page = "questionnaireresponse.html";

/** The type of answer by the type of question: https://hl7.org/fhir/R4/questionnaire.html#2.39.7.2 */
const answers: Readonly<Record<string, readonly string[]>> = {
  boolean: ["valueBoolean"], decimal: ["valueDecimal"], integer: ["valueInteger"], date: ["valueDate"], dateTime: ["valueDateTime"], time: ["valueTime"], string: ["valueString"], text: ["valueString"],
  url: ["valueUri"], attachment: ["valueAttachment"], reference: ["valueReference"], quantity: ["valueQuantity"],
};

/**
 * A response answers the questionnaire that it names, as far as that is at hand: contained in it, or in the bundle around it
 * (https://hl7.org/fhir/R4/questionnaireresponse.html).
 */
export const questionnaireResponseRule: FhirRuleMaker = () => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    const canonical = visit.type.name === "QuestionnaireResponse" ? textOf(visit.value, "questionnaire") : undefined;
    const questionnaire = canonical === undefined ? undefined : questionnaireOf(canonical, visit);
    if (questionnaire !== undefined) {
      new ResponseCheck(questionnaire, textOf(visit.value, "status") ?? "", report).items(visit.value, visit.pointer, questionnaire);
    }
  },
}) satisfies FhirRule;

function questionnaireOf(canonical: string, visit: ResourceVisit): JsonObject | undefined {
  if (canonical.startsWith("#")) {
    return objectsOf(visit.value, "contained").find((each) => resourceTypeOf(each) === "Questionnaire" && textOf(each, "id") === canonical.slice(1));
  }
  const url = canonical.split("|")[0];
  for (let outer = visit.parent; outer !== undefined; outer = outer.parent) {
    const found = objectsOf(outer.value, "entry").map((entry) => objectOf(entry, "resource")).find((each) => each !== undefined && resourceTypeOf(each) === "Questionnaire" && textOf(each, "url") === url);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

class ResponseCheck {
  /** What stands around an item, by its linkId. */
  private readonly places = new Map<string, string>();

  constructor(questionnaire: JsonObject, private readonly status: string, private readonly report: ReportIssue) {
    forEachObject(questionnaire["item"], "", (item) => {
      for (const child of objectsOf(item, "item")) {
        this.places.set(textOf(child, "linkId") ?? "", textOf(item, "linkId") ?? "");
      }
      return true;
    });
    for (const item of objectsOf(questionnaire, "item")) {
      this.places.set(textOf(item, "linkId") ?? "", "");
    }
  }

  /** The items of a response, of a group or of an answer, with those that the questionnaire has there. */
  items(parent: JsonObject, pointer: string, definition: JsonObject): void {
    const known = objectsOf(definition, "item");
    let last = 0;
    objectsOf(parent, "item").forEach((item, index) => {
      const at = below(pointer, "item", index);
      const linkId = textOf(item, "linkId");
      const position = known.findIndex((each) => textOf(each, "linkId") === linkId);
      const question = known[position];
      if (linkId === undefined) {
        return;
      }
      if (question === undefined) {
        const place = this.places.get(linkId);
        this.report(error(place === undefined ? "fhir.response.unknownItem" : "fhir.response.elsewhere", "structure", below(at, "linkId"), { linkId: shown(linkId), place: place === "" ? "Questionnaire" : `"${place ?? ""}"` }, { page }));
        return;
      }
      if (position < last) {
        this.report(error("fhir.response.order", "structure", at, { linkId: shown(linkId) }, { mark: "opening", page }));
      }
      last = Math.max(last, position);
      this.item(item, at, question, linkId);
    });
    if (this.status === "completed" || this.status === "amended") {
      this.checkRequired(parent, pointer, known);
    }
  }

  private item(item: JsonObject, at: string, question: JsonObject, linkId: string): void {
    const type = textOf(question, "type") ?? "";
    const given = objectsOf(item, "answer");
    if ((type === "group" || type === "display") && given.length > 0) {
      this.report(error("fhir.response.noQuestion", "structure", below(at, "answer"), { linkId: shown(linkId), type }, { mark: "key", page }));
      return;
    }
    if (given.length > 1 && member(question, "repeats") !== true) {
      this.report(error("fhir.response.several", "structure", below(at, "answer", 1), { linkId: shown(linkId), count: given.length }, { mark: "opening", page }));
    }
    given.forEach((answer, index) => {
      this.answer(answer, below(at, "answer", index), question, type, linkId);
    });
    if (type === "group") {
      this.items(item, at, question);
    }
  }

  private answer(answer: JsonObject, at: string, question: JsonObject, type: string, linkId: string): void {
    const name = choiceName(answer, "value");
    const types = type === "choice" ? choiceTypes(question) : type === "open-choice" ? [...choiceTypes(question), "valueString"] : answers[type];
    if (name !== undefined && types !== undefined && !types.includes(name)) {
      this.report(error("fhir.response.type", "structure", below(at, name), { linkId: shown(linkId), actual: name, types: types.join(", ") }, { mark: "key", page }));
    } else if (name !== undefined) {
      this.checkValue(answer, name, at, question, type, linkId);
    }
    this.items(answer, at, question);
  }

  private checkValue(answer: JsonObject, name: string, at: string, question: JsonObject, type: string, linkId: string): void {
    const value = member(answer, name);
    const limit = member(question, "maxLength");
    if (typeof value === "string" && typeof limit === "number" && [...value].length > limit) {
      this.report(error("fhir.response.maxLength", "value", below(at, name), { linkId: shown(linkId), length: [...value].length, limit }, { page }));
    }
    const options = objectsOf(question, "answerOption");
    if (type === "choice" && options.length > 0 && !options.some((option) => sameAnswer(member(option, name), value))) {
      this.report(error("fhir.response.option", "code-invalid", below(at, name), { linkId: shown(linkId) }, { mark: "opening", page }));
    }
  }

  /** Questions that are shown only under a condition may be left out; groups matter only where something in them does. */
  private checkRequired(parent: JsonObject, pointer: string, known: readonly JsonObject[]): void {
    const items = objectsOf(parent, "item");
    for (const question of known) {
      const linkId = textOf(question, "linkId") ?? "";
      const found = items.filter((item) => textOf(item, "linkId") === linkId);
      if (member(question, "required") !== true || objectsOf(question, "enableWhen").length > 0 || textOf(question, "type") === "display" || Object.hasOwn(question, "extension") || Object.hasOwn(question, "modifierExtension")) {
        continue;
      }
      const answered = found.some((item) => textOf(question, "type") === "group" || objectsOf(item, "answer").length > 0);
      if (!answered) {
        this.report(error("fhir.response.required", "required", pointer, { linkId: shown(linkId) }, { mark: "opening", page }));
      }
    }
  }
}

function choiceTypes(question: JsonObject): readonly string[] {
  const options = objectsOf(question, "answerOption").flatMap((option) => choiceName(option, "value") ?? []);
  return options.length === 0 ? ["valueCoding"] : [...new Set(options)];
}

/** Codings are the same by system and code. */
function sameAnswer(option: unknown, value: unknown): boolean {
  if (typeof option !== "object" || option === null || typeof value !== "object" || value === null) {
    return option === value;
  }
  const [one, other] = [option as JsonObject, value as JsonObject];
  return textOf(one, "system") === textOf(other, "system") && textOf(one, "code") === textOf(other, "code") && (textOf(one, "code") !== undefined || textOf(one, "reference") === textOf(other, "reference"));
}
