import { resourceTypeOf } from "../statedType";
import type { SentenceArgs } from "../../checks/translate";
import { shortJson } from "../../checks/words";
import type { FhirModel, TypeDefinition } from "../model/definitions";
import type { FhirIssue, FhirIssueType } from "../validation/fhirIssue";
import { partName } from "../validation/partName";
import type { JsonObject, ResourceVisit } from "../validation/rule";
import { error, note, shown } from "../validation/rules/found";
import { isObject } from "../validation/rules/json";
import { referredType, targetTypes } from "./discriminate";
import { elementOf, objectIn, occurrencesIn, type Occurrence } from "./occurrences";
import { firstMisfit, sameValue } from "./patterns";
import type { Profile, ProfileNode } from "./profile";
import type { Place } from "./place";
import { checkSlices } from "./slices";
import { ValueChecks, type ValueTools } from "./valueChecks";

const page = "profiling.html";

export interface ProfileTools extends ValueTools {
  readonly model: FhirModel;
  profile(url: string): Profile | undefined;
}

/** Profiles that lead from one to another, such as extensions within extensions, end here. */
const deepest = 12;

/** Holds values against profiles: https://hl7.org/fhir/R4/profiling.html */
export class ProfileChecker {
  private readonly values: ValueChecks;
  private depth = 0;

  constructor(private readonly tools: ProfileTools) {
    this.values = new ValueChecks(tools);
  }

  /** A value with all its parts against a profile and what that builds on. */
  check(occurrence: Occurrence, place: Place): void {
    if (this.depth >= deepest) {
      return;
    }
    this.depth += 1;
    const { profile } = place;
    const base = profile.base === undefined ? undefined : this.tools.profile(profile.base);
    if (base !== undefined && base !== profile) {
      this.check(occurrence, { ...place, profile: base });
    } else if (base === undefined && profile.base !== undefined && !isCore(this.tools.model, profile.base)) {
      this.say(note, "fhir.notChecked.baseProfile", "not-supported", occurrence.pointer, place, { base: profile.base }, "opening");
    }
    this.checkValue(profile.root, occurrence, place);
    this.depth -= 1;
  }

  /** Whether a value conforms, without a word. */
  conforms(occurrence: Occurrence, profile: Profile, place: Place): boolean {
    let fits = true;
    this.check(occurrence, {
      ...place, profile,
      report: ({ severity }) => {
        fits &&= severity !== "error";
      },
    });
    return fits;
  }

  private checkObject(node: ProfileNode, object: JsonObject, type: TypeDefinition, pointer: string, place: Place): void {
    for (const child of node.children.values()) {
      this.checkElement(child, object, type, pointer, place);
    }
  }

  private checkElement(node: ProfileNode, parent: JsonObject, parentType: TypeDefinition, pointer: string, place: Place): void {
    const { model } = this.tools;
    const element = elementOf(model, parentType, node.name);
    if (element === undefined) {
      // Of a resource of another type than the profile expects here there is nothing to say.
      if (model.type(node.path.slice(0, node.path.lastIndexOf("."))) !== undefined || node.path.split(".").length === 2) {
        this.say(note, "fhir.notChecked.profileElement", "not-supported", pointer, place, { path: node.path }, "opening");
      }
      return;
    }
    const found = occurrencesIn(model, parent, parentType, pointer, node.name);
    const property = node.name.endsWith("[x]") ? element.name : node.name;
    // What the type itself asks for is told by the structure's check.
    if (node.min !== undefined && found.length < node.min && node.min > element.min) {
      this.say(error, found.length === 0 ? "fhir.profile.required" : "fhir.profile.tooFew", "required", pointer, place, { property, min: node.min, count: found.length }, "opening");
    } else if (found.length === 0 && node.mustSupport && (node.min ?? 0) === 0) {
      this.say(note, "fhir.profile.mustSupport", "informational", pointer, place, { property }, "opening");
    }
    const extra = node.max === undefined || node.max >= element.max ? undefined : found[node.max];
    if (extra !== undefined) {
      this.say(error, node.max === 0 ? "fhir.profile.forbidden" : "fhir.profile.tooMany", "structure", extra.pointer, place, { property, max: node.max ?? 0, count: found.length }, node.max === 0 ? "key" : "value");
    }
    for (const occurrence of found) {
      this.checkValue(node, occurrence, place);
    }
    if (node.slices.length > 0) {
      checkSlices(node, found, pointer, {
        context: { model, profile: (url) => this.tools.profile(url), conforms: (occurrence, profile) => this.conforms(occurrence, profile, place) },
        checkValue: (slice, occurrence) => {
          this.checkValue(slice, occurrence, place);
        },
        say: (found2, code, type, at, args, mark) => {
          this.say(found2, code, type, at, place, args, mark);
        },
      });
    }
  }

  private checkValue(node: ProfileNode, occurrence: Occurrence, place: Place): void {
    const { value, pointer, type } = occurrence;
    const inner = this.within(occurrence, place);
    if (!this.checkType(node, occurrence, place)) {
      return;
    }
    if (node.fixed !== undefined && value !== undefined && !sameValue(value, node.fixed)) {
      this.say(error, "fhir.profile.fixed", "value", pointer, place, { expected: shortJson(node.fixed), actual: shortJson(value) });
    }
    if (node.pattern !== undefined && value !== undefined) {
      const misfit = firstMisfit(value, node.pattern, pointer);
      if (misfit !== undefined) {
        this.say(error, "fhir.profile.pattern", "value", misfit.pointer, place, { expected: shortJson(misfit.expected) });
      }
    }
    this.values.check(node, occurrence, inner, (found, code, kind, at, args) => {
      this.say(found, code, kind, at, place, args, isObject(value) ? "opening" : "value");
    });
    const object = objectIn(occurrence);
    if (object !== undefined && node.children.size > 0) {
      this.checkObject(node, object, type, pointer, inner);
    }
  }

  /** Types that the profile allows, and profiles for the values of them. */
  private checkType(node: ProfileNode, occurrence: Occurrence, place: Place): boolean {
    const types = node.types;
    if (types === undefined || types.length === 0 || node === place.profile.root) {
      return true;
    }
    const { type, pointer } = occurrence;
    const codes = types.map(({ code }) => code);
    const fitting = types.filter(({ code }) => this.isA(type, code));
    if (fitting.length === 0 && codes.every((code) => this.tools.model.type(code) !== undefined)) {
      this.say(error, "fhir.profile.type", "structure", pointer, place, { type: type.name, types: codes.join(", ") }, isObject(occurrence.value) ? "opening" : "value");
      return false;
    }
    if (type.name === "Reference") {
      this.checkTarget(node, occurrence, place);
    }
    const urls = fitting.flatMap(({ profiles }) => profiles);
    const profiles = urls.map((url) => this.tools.profile(url));
    urls.forEach((url, index) => {
      if (profiles[index] === undefined && !isCore(this.tools.model, url)) {
        this.say(note, "fhir.notChecked.profileOfType", "not-supported", pointer, place, { url }, "opening");
      }
    });
    const known = profiles.filter((profile) => profile !== undefined);
    const [only] = known;
    if (only !== undefined && urls.length === 1) {
      this.check(occurrence, { ...this.within(occurrence, place), profile: only });
    } else if (known.length === urls.length && known.length > 1 && !known.some((profile) => this.conforms(occurrence, profile, place))) {
      this.say(error, "fhir.profile.noneOf", "structure", pointer, place, { profiles: known.map(({ title }) => title).join(", ") }, "opening");
    }
    return true;
  }

  private checkTarget(node: ProfileNode, occurrence: Occurrence, place: Place): void {
    const wanted = targetTypes(node, this.tools);
    const named = referredType(occurrence);
    const all = (node.types ?? []).flatMap(({ targets }) => targets);
    // A target that is not known here, or any resource, leaves it open.
    if (named !== undefined && wanted.length > 0 && wanted.length >= all.length && !wanted.includes(named) && !wanted.includes("Resource")) {
      this.say(error, "fhir.profile.target", "structure", occurrence.pointer, place, { type: named, types: [...new Set(wanted)].join(", ") }, "opening");
    }
  }

  private isA(type: TypeDefinition, code: string): boolean {
    for (let each: TypeDefinition | undefined = type; each !== undefined; each = each.base === undefined ? undefined : this.tools.model.type(each.base)) {
      if (each.name === code) {
        return true;
      }
    }
    return type.kind === "backbone" && (code === "BackboneElement" || code === "Element");
  }

  /** A resource within another is what %resource and names are about from there on. */
  private within({ value, pointer, type }: Occurrence, place: Place): Place {
    return isObject(value) && resourceTypeOf(value) !== undefined && pointer !== place.resource.pointer
      ? { ...place, resource: { type, value, pointer, parent: place.resource, role: "other" } }
      : place;
  }

  private say(found: (code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, details: { mark: FhirIssue["mark"]; page: string }) => FhirIssue, code: string, type: FhirIssueType, pointer: string, place: Place, args: SentenceArgs, mark: FhirIssue["mark"] = "value"): void {
    const { resource, profile, report } = place;
    report(found(code, type, pointer, { name: partName(pointer, resource.pointer, resource.type.name), profile: shown(profile.title), ...args }, { mark, page }));
  }
}

/** Whether a url is that of a type of FHIR itself. */
export function isCore(model: FhirModel, url: string): boolean {
  const prefix = "http://hl7.org/fhir/StructureDefinition/";
  const plain = url.split("|")[0] ?? url;
  return plain.startsWith(prefix) && model.type(plain.slice(prefix.length)) !== undefined;
}

/** A resource that was met, as a value that profiles can be asked about. */
export function occurrenceOf({ value, pointer, type }: ResourceVisit): Occurrence {
  return { value: value, sibling: undefined, pointer, type };
}
