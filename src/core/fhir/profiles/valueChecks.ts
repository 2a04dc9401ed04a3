import type { SentenceArgs } from "../../checks/translate";
import { shortJson } from "../../checks/words";
import type { JsonValue } from "../../documents/document";
import { toError } from "../../humanError";
import type { FhirPathEngine } from "../fhirPathEngine";
import type { FhirModel, ValueSetDefinition } from "../model/definitions";
import type { FhirIssueType } from "../validation/fhirIssue";
import { error, note, warning } from "../validation/rules/found";
import { isObject, member, objectsOf, textOf } from "../validation/rules/json";
import { compareDates } from "../validation/rules/temporal";
import type { Occurrence } from "./occurrences";
import type { ProfileNode } from "./profile";
import type { Place } from "./place";

export interface ValueTools {
  readonly model: FhirModel;
  readonly fhirPath: FhirPathEngine | undefined;
}

type Say = (found: typeof error, code: string, type: FhirIssueType, pointer: string, args: SentenceArgs) => void;

interface Code {
  readonly system: string | undefined;
  readonly code: string;
}

/** Value sets that grow with the world and not with the versions of FHIR: HL7's work groups. Guides on R4 name groups that were founded or renamed after it. */
const open: ReadonlySet<string> = new Set(["http://hl7.org/fhir/ValueSet/hl7-work-group"]);

/** What a profile says of a single value: codes, length, limits, rules in FHIRPath. */
export class ValueChecks {
  constructor(private readonly tools: ValueTools) {}

  check(node: ProfileNode, occurrence: Occurrence, place: Place, say: Say): void {
    const { value, pointer } = occurrence;
    if (value === undefined) {
      return;
    }
    if (node.binding !== undefined) {
      this.checkBinding(node.binding, value, pointer, say);
    }
    if (node.maxLength !== undefined && typeof value === "string" && [...value].length > node.maxLength) {
      say(error, "fhir.profile.maxLength", "value", pointer, { length: [...value].length, limit: node.maxLength });
    }
    for (const [limit, code, wrong] of [[node.minValue, "fhir.profile.minValue", "before"], [node.maxValue, "fhir.profile.maxValue", "after"]] as const) {
      if (limit !== undefined && order(value, limit) === wrong) {
        say(error, code, "value", pointer, { actual: shortJson(value), limit: shortJson(limit) });
      }
    }
    for (const { key, severity, human, expression } of node.constraints) {
      this.checkConstraint({ key, human, expression }, severity === "error" ? error : warning, occurrence, place, say);
    }
  }

  private checkBinding({ strength, valueSet }: NonNullable<ProfileNode["binding"]>, value: JsonValue, pointer: string, say: Say): void {
    if (strength !== "required" && strength !== "extensible") {
      return;
    }
    const codes = codesOf(value);
    const set = this.tools.model.valueSet(valueSet);
    if (set === undefined) {
      if (codes.length > 0) {
        say(note, "fhir.notChecked.profileCodes", "not-supported", pointer, { set: valueSet });
      }
      return;
    }
    if (codes.some((code) => isIn(set, code, typeof value === "string")) || (codes.length === 0 && (strength === "extensible" || (isObject(value) && member(value, "extension") !== undefined)))) {
      return;
    }
    const binds = strength === "required" && !open.has(valueSet.split("|", 1)[0] ?? "");
    const allowed = JSON.stringify(set.codes.map(({ code }) => code));
    say(binds ? error : warning, binds ? "fhir.profile.code" : "fhir.profile.codeExtensible", "code-invalid", pointer, { set: set.name, allowed, actual: codes.map(({ code }) => code).join(", ") });
  }

  private checkConstraint({ key, human, expression }: { key: string; human: string; expression: string }, found: typeof error, { value, pointer, type }: Occurrence, { resource }: Place, say: Say): void {
    // What types bring themselves stands in snapshots again; the invariants' own check knows them.
    if (expression === "" || value === undefined || this.ownInvariant(type.name, key)) {
      return;
    }
    if (this.tools.fhirPath === undefined) {
      say(note, "fhir.notChecked.profileRule", "not-supported", pointer, { key, reason: "" });
      return;
    }
    try {
      const run = this.tools.fhirPath.compile(expression, type.kind === "resource" ? undefined : type.name);
      const results = run(value, resource.value, resource.role === "contained" ? resource.parent?.value : undefined);
      if (results.length === 1 && results[0] === false) {
        say(found, "fhir.profile.rule", "invariant", pointer, { key, human });
      }
    } catch (thrown) {
      say(note, "fhir.notChecked.profileRule", "not-supported", pointer, { key, reason: toError(thrown).message.split("\n", 1)[0] ?? "" });
    }
  }

  private ownInvariant(type: string, key: string): boolean {
    return key === "ele-1" || key === "ext-1" || /^(?:dom|txt)-\d$/.test(key) || this.tools.model.type(type)?.invariants.some((each) => each.key === key) === true;
  }
}

function codesOf(value: JsonValue): readonly Code[] {
  if (typeof value === "string") {
    return [{ system: undefined, code: value }];
  }
  return !isObject(value) ? [] : [value, ...objectsOf(value, "coding")].flatMap((each) => {
    const code = textOf(each, "code");
    return code === undefined ? [] : [{ system: textOf(each, "system"), code }];
  });
}

function isIn(set: ValueSetDefinition, { system, code }: Code, plain: boolean): boolean {
  return set.codes.some((each) => each.code === code && (plain || each.system === system));
}

function order(value: JsonValue, limit: JsonValue): "before" | "same" | "after" | "undecided" | undefined {
  if (typeof value === "number" && typeof limit === "number") {
    return value < limit ? "before" : value > limit ? "after" : "same";
  }
  if (typeof value === "string" && typeof limit === "string") {
    return compareDates(value, limit);
  }
  if (isObject(value) && isObject(limit) && textOf(value, "code") === textOf(limit, "code") && textOf(value, "system") === textOf(limit, "system")) {
    const [one, other] = [member(value, "value"), member(limit, "value")];
    return typeof one === "number" && typeof other === "number" ? order(one, other) : undefined;
  }
  return undefined;
}
