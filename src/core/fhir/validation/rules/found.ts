import type { SentenceArgs } from "../../../checks/translate";
import type { FhirIssue, FhirIssueType } from "../fhirIssue";
import { partName } from "../partName";
import type { ElementVisit } from "../rule";

/** Pages of the specification that findings point to. */
const specification = "https://hl7.org/fhir/R4/";

/** What a rule says beside the code, the place and the sentence's values. */
export interface Details {
  readonly mark?: FhirIssue["mark"];
  readonly expected?: string;
  readonly actual?: string;
  /** Page and section of the specification, such as `bundle.html#references`. */
  readonly page?: string;
}

function issue(severity: FhirIssue["severity"], code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, details: Details = {}): FhirIssue {
  const { mark = "value", expected, actual, page } = details;
  return {
    code, severity, type, pointer, mark, args,
    ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }), ...(page === undefined ? {} : { doc: specification + page }),
  };
}

/** Something that the specification forbids. */
export function error(code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, details?: Details): FhirIssue {
  return issue("error", code, type, pointer, args, details);
}

/** Something allowed that is most likely a mistake. */
export function warning(code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, details?: Details): FhirIssue {
  return issue("warning", code, type, pointer, args, details);
}

/** Something worth knowing, above all what could not be checked. */
export function note(code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, details?: Details): FhirIssue {
  return issue("information", code, type, pointer, args, details);
}

/** How sentences call an element that was met, such as `name[0].family`. */
export function nameOf({ pointer, resource }: Pick<ElementVisit, "pointer" | "resource">): string {
  return partName(pointer, resource.pointer, resource.type.name);
}

/** A text for a sentence: long ones are cut. */
export function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
