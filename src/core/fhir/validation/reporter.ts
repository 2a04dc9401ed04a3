import type { SentenceArgs } from "../../checks/translate";
import { elementDoc, typeDoc } from "../model/docLinks";
import type { ElementDefinition, FhirModel } from "../model/definitions";
import type { FhirIssue, ReportIssue } from "./fhirIssue";
import { partName } from "./partName";
import type { ResourceVisit } from "./rule";

/** What may be left out of an issue. */
export interface IssueDetails {
  readonly severity?: FhirIssue["severity"];
  readonly mark?: FhirIssue["mark"];
  readonly args?: SentenceArgs;
  readonly expected?: string;
  readonly actual?: string;
  readonly doc?: string;
}

/** Writes issues about parts of one resource. */
export class Reporter {
  constructor(private readonly model: FhirModel, private readonly resource: ResourceVisit, private readonly report: ReportIssue) {}

  /**
   * An error unless told otherwise. The args get `name`, what sentences call the part.
   *
   * @param about the element or type that the page of the specification is about
   */
  say(code: string, type: FhirIssue["type"], pointer: string, about: ElementDefinition | string, { severity = "error", mark = "value", args = {}, ...rest }: IssueDetails = {}): void {
    const doc = rest.doc ?? (typeof about === "string" ? typeDoc(this.model, about) : elementDoc(this.model, about));
    this.report({ code, severity, type, pointer, mark, args: { name: this.nameOf(pointer), ...args }, ...rest, doc });
  }

  nameOf(pointer: string): string {
    return partName(pointer, this.resource.pointer, this.resource.type.name);
  }
}
