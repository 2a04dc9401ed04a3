import { kindOf, shortJson, shortText } from "../../checks/words";
import type { JsonValue } from "../../documents/document";
import { isRecord } from "../../record";
import { nearestWord } from "../../text/nearestWord";
import type { FhirModel, TypeDefinition } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";

const doc = "https://hl7.org/fhir/R4/resource.html";
const listDoc = "https://hl7.org/fhir/R4/resourcelist.html";

/** The type that a resource says it has; `undefined` when it says none that R4 knows, which is reported then. */
export function resourceTypeOf(model: FhirModel, value: JsonValue, pointer: string, report: ReportIssue): TypeDefinition | undefined {
  if (!isRecord(value)) {
    report({ code: "fhir.notResource", severity: "error", type: "structure", pointer, mark: "opening", args: { actualKind: kindOf(value), actual: shortJson(value) }, doc });
    return undefined;
  }
  if (!Object.hasOwn(value, "resourceType")) {
    const near = Object.keys(value).find((key) => /^resource_?-?type$/i.test(key));
    if (near === undefined) {
      report({ code: "fhir.resourceType.missing", severity: "error", type: "structure", pointer, mark: "opening", args: {}, doc });
    } else {
      report({ code: "fhir.resourceType.name", severity: "error", type: "structure", pointer: `${pointer}/${near}`, mark: "key", args: { property: near }, doc });
    }
    return undefined;
  }
  const name = value["resourceType"];
  const at = `${pointer}/resourceType`;
  if (typeof name !== "string") {
    report({ code: "fhir.resourceType.notText", severity: "error", type: "structure", pointer: at, mark: "value", args: { actualKind: kindOf(name), actual: shortJson(name) }, doc });
    return undefined;
  }
  const type = model.type(name);
  if (type?.kind === "resource" && !type.abstract) {
    return type;
  }
  const near = nearestWord(name.trim(), model.resourceTypes());
  const kind = type?.kind === "resource" ? "abstract" : type !== undefined && !name.includes(".") ? "dataType" : near === undefined ? "unknown" : "near";
  report({ code: `fhir.resourceType.${kind}`, severity: "error", type: "structure", pointer: at, mark: "value", args: { type: shortText(name), ...(near === undefined ? {} : { near }) }, doc: listDoc });
  return undefined;
}
