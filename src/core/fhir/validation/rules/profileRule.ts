import { HumanError, toError } from "../../../humanError";
import type { FhirPathEngine } from "../../fhirPathEngine";
import type { FhirModel } from "../../model/definitions";
import type { Profile } from "../../profiles/profile";
import { isCore, occurrenceOf, ProfileChecker } from "../../profiles/profileChecker";
import { isProfile, readProfile } from "../../profiles/readProfile";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRule, FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { checkExtensionPlace } from "./extensionPlace";
import { error, note, shown, warning } from "./found";
import { below, isObject, objectOf, textOf, valuesOf } from "./json";
import { isAbsolute } from "./referenceText";
import { vitalSignsProfiles } from "./vitalSigns";

export interface ProfileRuleTools {
  readonly fhirPath: FhirPathEngine | undefined;
  /** Profiles that somebody brings: those for the type of the root hold for it, the others where a resource or a profile names them. */
  readonly profiles: readonly JsonObject[];
  /** Profiles of the specification itself, for resources that claim them; `undefined` for others. */
  readonly coreProfile?: ((url: string) => JsonObject | undefined) | undefined;
}

/** Profiles: those that were brought, and those that `meta.profile` claims (https://hl7.org/fhir/R4/profiling.html). */
export function profileRule(tools: ProfileRuleTools): FhirRuleMaker {
  return (model) => new ProfileRule(model, tools);
}

/** Vital signs that are looked at without having been asked to: a long bundle says the same again and again. */
const mostVitalSigns = 50;

class ProfileRule implements FhirRule {
  private readonly brought = new Map<string, Profile>();
  private readonly core = new Map<string, Profile | undefined>();
  private readonly broken: readonly HumanError[];
  private readonly checker: ProfileChecker;
  private readonly told = new Set<string>();
  private vitalSigns = 0;

  constructor(private readonly model: FhirModel, private readonly tools: ProfileRuleTools) {
    this.broken = tools.profiles.flatMap((definition) => this.take(definition));
    this.checker = new ProfileChecker({ model, fhirPath: tools.fhirPath, profile: (url) => this.find(url) });
  }

  /** Extensions that are known here have the values and stand in the places that their definition allows: https://hl7.org/fhir/R4/defining-extensions.html */
  element(visit: ElementVisit, report: ReportIssue): void {
    const { type, value, pointer, resource } = visit;
    const url = type.name === "Extension" && isObject(value) ? textOf(value, "url") : undefined;
    if (url === undefined || !isAbsolute(url)) {
      return;
    }
    const once = this.once(report);
    const profile = this.find(url);
    if (profile === undefined) {
      const own = url.startsWith("http://hl7.org/fhir/StructureDefinition/");
      once((own ? warning : note)(own ? "fhir.extension.unknown" : "fhir.notChecked.extension", "not-supported", own ? below(pointer, "url") : pointer, { url: shown(url) }, { mark: "opening" }));
    } else if (profile.type !== "Extension") {
      once(error("fhir.extension.noExtension", "structure", below(pointer, "url"), { url: shown(url), type: profile.type }, { page: "extensibility.html" }));
    } else {
      checkExtensionPlace(this.model, visit, profile, once);
      this.checker.check({ value, sibling: undefined, pointer, type }, { profile, resource, report: once });
    }
  }

  /** Profiles build on each other, so that many say the same. */
  private once(report: ReportIssue): ReportIssue {
    return (issue) => {
      const { code, pointer, args } = issue;
      const key = JSON.stringify(code === "fhir.notChecked.extension" || code === "fhir.notChecked.profile" ? [code, args] : [code, pointer, code.startsWith("fhir.notChecked.") ? { ...args, profile: "" } : args]);
      if (!this.told.has(key)) {
        this.told.add(key);
        report(issue);
      }
    };
  }

  resource(visit: ResourceVisit, report: ReportIssue): void {
    const once = this.once(report);
    const applied = new Set<Profile>();
    if (visit.role === "root") {
      for (const problem of this.broken) {
        once(note("fhir.notChecked.profileBroken", "not-supported", visit.pointer, { profile: shown(String(problem.args?.["profile"] ?? "")), problem: String(problem.args?.["problem"] ?? problem.message) }, { mark: "opening" }));
      }
      for (const profile of this.brought.values()) {
        if (profile.type === visit.type.name) {
          applied.add(profile);
        }
      }
    }
    const meta = objectOf(visit.value, "meta");
    valuesOf(meta ?? {}, "profile").forEach((url, index) => {
      const profile = typeof url === "string" ? this.claimed(url, below(visit.pointer, "meta", "profile", index), visit, once) : undefined;
      if (profile !== undefined) {
        applied.add(profile);
      }
    });
    for (const profile of applied) {
      this.checker.check(occurrenceOf(visit), { profile, resource: visit, report: once });
    }
    this.checkVitalSigns(visit, applied, once);
  }

  /** Observations that are vital signs by their code "must use" the profile. Without a claim a resource is valid all the same, so this is only told. */
  private checkVitalSigns(visit: ResourceVisit, applied: ReadonlySet<Profile>, report: ReportIssue): void {
    for (const url of vitalSignsProfiles(visit)) {
      const profile = this.vitalSigns < mostVitalSigns ? this.find(url) : undefined;
      this.vitalSigns += 1;
      if (profile !== undefined && !applied.has(profile) && !this.checker.conforms(occurrenceOf(visit), profile, { profile, resource: visit, report })) {
        report(note("fhir.profile.vitalSign", "business-rule", below(visit.pointer, "code"), { name: visit.type.name, url }, { mark: "opening", page: "observation-vitalsigns.html" }));
      }
    }
  }

  /** The profile that a resource claims, if it is known and for its type. */
  private claimed(url: string, at: string, visit: ResourceVisit, report: ReportIssue): Profile | undefined {
    const profile = this.find(url);
    const type = profile?.type ?? (isCore(this.model, url) ? url.slice(url.lastIndexOf("/") + 1).split("|")[0] : undefined);
    if (type === undefined) {
      report(note("fhir.notChecked.profile", "not-supported", at, { url: shown(url) }));
    } else if (type !== visit.type.name && type !== visit.type.base && type !== "Resource") {
      report(error("fhir.profile.otherType", "structure", at, { url: shown(url), type, actual: visit.type.name }, { page: "profiling.html" }));
      return undefined;
    }
    return profile;
  }

  private find(url: string): Profile | undefined {
    const plain = url.split("|")[0] ?? url;
    const brought = this.brought.get(plain);
    if (brought !== undefined || this.core.has(plain)) {
      return brought ?? this.core.get(plain);
    }
    const definition = this.tools.coreProfile?.(plain);
    const profile = definition === undefined ? undefined : this.read(definition);
    if (definition !== undefined) {
      this.core.set(plain, profile);
    }
    return profile;
  }

  private read(definition: JsonObject): Profile | undefined {
    try {
      return readProfile(definition, this.model);
    } catch {
      // The specification's own are read in the tests.
      return undefined;
    }
  }

  private take(definition: JsonObject): readonly HumanError[] {
    try {
      if (isProfile(definition) || textOf(definition, "resourceType") !== "StructureDefinition") {
        const profile = readProfile(definition, this.model);
        this.brought.set(profile.url, profile);
      }
      return [];
    } catch (thrown) {
      return [thrown instanceof HumanError ? thrown : new HumanError("fhir.profileBroken", toError(thrown).message)];
    }
  }
}
