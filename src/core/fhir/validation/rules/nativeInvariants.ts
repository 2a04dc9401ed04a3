import type { JsonObject } from "../rule";
import { choiceName, has, member, objectOf, objectsOf, textOf, valuesOf } from "./json";
import { readReference } from "./referenceText";

/** Whether an invariant holds for a value; the same answer as its FHIRPath expression, which is many times slower. */
export type NativeInvariant = (value: JsonObject, resource: JsonObject) => boolean;

const ucum = "http://unitsofmeasure.org";
const verification = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
const conditionVerification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
const conditionClinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";

/** At least one of the elements is there. */
const some = (...names: readonly string[]): NativeInvariant => (value) => names.some((name) => has(value, name));
/** Where the first is there, the second is there as well. */
const needs = (name: string, needed: string): NativeInvariant => (value) => !has(value, name) || has(value, needed);
/** Not both are there. */
const notBoth = (one: string, other: string): NativeInvariant => (value) => !has(value, one) || !has(value, other);
/** Exactly one is there. */
const oneOf = (one: string, other: string): NativeInvariant => (value) => has(value, one) !== has(value, other);

const hasChoice = (value: JsonObject, name: string): boolean => choiceName(value, name) !== undefined;

const notNegative = (name: string): NativeInvariant => (value) => {
  const number = member(value, name);
  return typeof number !== "number" || number >= 0;
};

const computerName: NativeInvariant = (value) => {
  const name = textOf(value, "name");
  return name === undefined || /[A-Z]([A-Za-z0-9_]){0,254}/.test(name);
};

/** Whether a CodeableConcept has a coding of the system with one of the codes. */
function coded(concept: JsonObject | undefined, system: string, codes: readonly string[]): boolean {
  return concept !== undefined && objectsOf(concept, "coding").some((coding) => textOf(coding, "system") === system && codes.includes(textOf(coding, "code") ?? ""));
}

/** code and system of Age, Distance, Count: a value needs a code, a system is UCUM. */
function ucumCoded(value: JsonObject): boolean {
  return (has(value, "code") || !has(value, "value")) && (!has(value, "system") || textOf(value, "system") === ucum);
}

const observationComponents: NativeInvariant = (value) => {
  if (!hasChoice(value, "value")) {
    return true;
  }
  const own = objectOf(value, "code");
  const codings = own === undefined ? [] : objectsOf(own, "coding");
  return !objectsOf(value, "component").some((component) => {
    const code = objectOf(component, "code");
    return code !== undefined && objectsOf(code, "coding").some((coding) => codings.some((each) => sameJson(each, coding)));
  });
};

function sameJson(one: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => {
    const [mine, theirs] = [member(one, key), member(other, key)];
    return mine === theirs || (typeof mine === "object" && JSON.stringify(mine) === JSON.stringify(theirs));
  });
}

/** A member whose type cannot be told, since what it refers to is elsewhere, may be a practitioner. */
function careTeamMember(reference: JsonObject | undefined): boolean {
  const read = readReference((reference && textOf(reference, "reference")) ?? "");
  return read.kind !== "restful" || read.type === "Practitioner";
}

const noneContained = (test: (contained: JsonObject) => boolean): NativeInvariant => (value) => !objectsOf(value, "contained").some(test);
const metaOf = (resource: JsonObject): JsonObject => objectOf(resource, "meta") ?? {};

const itemType = (value: JsonObject): string => textOf(value, "type") ?? "";

/** The codes of a code system, those of concepts within concepts too, each once. */
function codesOnce(system: JsonObject): boolean {
  const codes = new Set<string>();
  const open = [...objectsOf(system, "concept")];
  for (let concept = open.pop(); concept !== undefined; concept = open.pop()) {
    const code = textOf(concept, "code");
    if (code !== undefined && codes.has(code)) {
      return false;
    }
    codes.add(code ?? "");
    objectsOf(concept, "concept").forEach((each) => open.push(each));
  }
  return true;
}

/** By key, with the type before it where other types have another rule under the same key. */
export const nativeInvariants: Readonly<Record<string, NativeInvariant>> = {
  "age-1": (value) => ucumCoded(value) && (typeof member(value, "value") !== "number" || Number(member(value, "value")) > 0),
  "ait-1": (value) => coded(objectOf(value, "verificationStatus"), verification, ["entered-in-error"]) || has(value, "clinicalStatus"),
  "ait-2": (value) => !coded(objectOf(value, "verificationStatus"), verification, ["entered-in-error"]) || !has(value, "clinicalStatus"),
  "app-1": some("type", "actor"),
  "app-2": (value) => has(value, "start") === has(value, "end"),
  "app-3": (value) => (has(value, "start") && has(value, "end")) || ["proposed", "cancelled", "waitlist"].includes(textOf(value, "status") ?? ""),
  "apr-1": some("participantType", "actor"),
  "att-1": needs("data", "contentType"),
  "bdl-5": some("resource", "request", "response"),
  "cnt-3": (value) => ucumCoded(value) && (!has(value, "code") || textOf(value, "code") === "1") && Number.isInteger(member(value, "value") ?? 0),
  "con-1": some("summary", "assessment"),
  "con-2": some("code", "detail"),
  "con-4": (value) => !hasChoice(value, "abatement") || coded(objectOf(value, "clinicalStatus"), conditionClinical, ["resolved", "remission", "inactive"]),
  "con-5": (value) => !coded(objectOf(value, "verificationStatus"), conditionVerification, ["entered-in-error"]) || !has(value, "clinicalStatus"),
  "cmp-1": some("text", "entry", "section"),
  "cmp-2": notBoth("emptyReason", "entry"),
  "cpl-3": notBoth("detail", "reference"),
  "cpt-2": needs("value", "system"),
  "csd-1": codesOnce,
  "ctm-1": (value) => !has(value, "onBehalfOf") || careTeamMember(objectOf(value, "member")),
  "dis-1": ucumCoded,
  "dom-2": noneContained((contained) => has(contained, "contained")),
  "dom-4": noneContained((contained) => has(metaOf(contained), "versionId") || has(metaOf(contained), "lastUpdated")),
  "dom-5": noneContained((contained) => has(metaOf(contained), "security")),
  "drq-1": oneOf("path", "searchParam"),
  "drq-2": oneOf("path", "searchParam"),
  "drt-1": (value) => !has(value, "code") || (textOf(value, "system") === ucum && has(value, "value")),
  "exp-1": some("expression", "reference"),
  "imm-1": some("documentType", "reference"),
  "imr-1": some("vaccineCode", "targetDisease"),
  "lst-1": notBoth("emptyReason", "entry"),
  "mad-1": (value) => has(value, "dose") || hasChoice(value, "rate"),
  "Parameters.parameter inv-1": (value) => [has(value, "part"), has(value, "resource"), hasChoice(value, "value")].filter(Boolean).length === 1,
  "obs-3": some("low", "high", "text"),
  "obs-6": (value) => !has(value, "dataAbsentReason") || !hasChoice(value, "value"),
  "obs-7": observationComponents,
  "org-1": some("identifier", "name"),
  "pat-1": some("name", "telecom", "address", "organization"),
  "ppc-1": some("policy", "policyRule"),
  "prr-1": needs("orderDetail", "code"),
  "qrs-1": notBoth("answer", "item"),
  "qty-3": needs("code", "system"),
  "que-3": (value) => itemType(value) !== "display" || !has(value, "code"),
  "que-4": notBoth("answerOption", "answerValueSet"),
  "que-6": (value) => itemType(value) !== "display" || (!has(value, "required") && !has(value, "repeats")),
  "que-9": (value) => itemType(value) !== "display" || !has(value, "readOnly"),
  "que-11": notBoth("answerOption", "initial"),
  "que-12": (value) => valuesOf(value, "enableWhen").length < 2 || has(value, "enableBehavior"),
  "que-13": (value) => member(value, "repeats") === true || valuesOf(value, "initial").length < 2,
  "ras-1": (value) => ["low", "high"].every((name) => {
    const limit = objectOf(value, name);
    return limit === undefined || (textOf(limit, "code") === "%" && textOf(limit, "system") === ucum);
  }),
  "ras-2": (value) => Number(member(value, "probabilityDecimal") ?? 0) <= 100,
  "rat-1": (value) => has(value, "numerator") === has(value, "denominator") && (has(value, "numerator") || has(value, "extension")),
  "sev-1": notBoth("name", "query"),
  "sqty-1": (value) => !has(value, "comparator"),
  "tim-1": needs("duration", "durationUnit"),
  "tim-2": needs("period", "periodUnit"),
  "tim-4": notNegative("duration"),
  "tim-5": notNegative("period"),
  "tim-6": needs("periodMax", "period"),
  "tim-7": needs("durationMax", "duration"),
  "tim-8": needs("countMax", "count"),
  "tim-10": notBoth("timeOfDay", "when"),
  "vsd-1": some("valueSet", "system"),
  "vsd-2": (value) => (!has(value, "concept") && !has(value, "filter")) || has(value, "system"),
  "vsd-3": notBoth("concept", "filter"),
  ...Object.fromEntries(
    ["adf", "cid", "cmd", "cpb", "cpd", "csd", "ees", "esc", "evd", "evi", "evv", "gdf", "ig", "lib", "mea", "msd", "nsd", "opd", "pdf", "que", "red", "rsd", "rvs", "sdf", "smp", "spd", "tcp", "tst", "vsd"]
      .map((prefix): [string, NativeInvariant] => [`${prefix}-0`, computerName]),
  ),
};

/** Invariants that rules of their own look after, with a better place or a better sentence; and those that the structure's check covers. */
export const invariantsElsewhere: ReadonlySet<string> = new Set([
  // The structure's check refuses empty objects and values, and extensions that have neither or both of value and extensions.
  "ele-1", "ext-1",
  // containedRule
  "dom-3",
  // referenceRule
  "ref-1",
  // narrativeRule
  "txt-1", "txt-2",
  // A best practice that most resources of an exercise do not follow: told at each of them it would drown the rest.
  "dom-6",
  // orderRule, which compares by precision
  "per-1", "rng-2",
  // bundleRule and entryRule
  "bdl-1", "bdl-2", "bdl-3", "bdl-4", "bdl-7", "bdl-8", "bdl-9", "bdl-10", "bdl-11", "bdl-12",
  // questionnaireRule
  "que-2",
]);
