import { shortText } from "../../checks/words";
import type { JsonValue } from "../../documents/document";
import { isRecord } from "../../record";
import { valueSetDoc } from "../model/docLinks";
import type { BindingDefinition, FhirModel, ValueSetCode, ValueSetDefinition } from "../model/definitions";
import type { FhirIssue, ReportIssue } from "./fhirIssue";
import { grammarFault } from "./grammarCodes";
import { nearestCode } from "./nearestCode";
import { Reporter } from "./reporter";
import type { ElementVisit, FhirRule, FhirRuleMaker } from "./rule";

/** Code systems whose codes come with the specification's version, so that a code they do not have is wrong. */
const versionedWithFhir = /^http:\/\/hl7\.org\/fhir\//;

/** FHIR's code systems that go on growing apart from it: a code that looks like one of theirs is a slip, any other may be a later one. Those of v2 and v3 have codes too short to tell. */
const growing = /^http:\/\/terminology\.hl7\.org\/CodeSystem\/(?!v[23]-)/;

/** Elements whose bindings are checked elsewhere or by a grammar of their own. */
const byGrammarOfUnits = "http://hl7.org/fhir/ValueSet/ucum-units";

/** Codes: required bindings, and codes that their own system does not have. */
export const codeRule: FhirRuleMaker = (model) => new CodeRule(model);

interface Coded {
  readonly system: string | undefined;
  readonly code: string;
  readonly pointer: string;
}

class CodeRule implements FhirRule {
  private readonly sets = new Map<string, ReadonlySet<string> | undefined>();
  /** What was said not to be checked. */
  private readonly notChecked = new Set<string>();
  /** Pointers of codings of which it was said that they do not belong where they are. */
  private readonly refused = new Set<string>();

  constructor(private readonly model: FhirModel) {}

  element(visit: ElementVisit, report: ReportIssue): void {
    const { element, type, value } = visit;
    const reporter = new Reporter(this.model, visit.resource, report);
    const bound = element.binding !== undefined && element.binding.strength === "required" ? element.binding : undefined;
    if (type.name === "Coding" && isRecord(value)) {
      const known = bound !== undefined && this.requiredCoding(visit, bound, reporter);
      if (!known && !this.refused.has(visit.pointer)) {
        this.codeOfSystem(visit, reporter);
      }
      return;
    }
    if (type.name === "CodeableConcept") {
      if (bound !== undefined) {
        this.requiredConcept(visit, bound, reporter);
      }
      return;
    }
    if (typeof value !== "string" || element.binding === undefined) {
      return;
    }
    const fault = grammarFault(element.binding.valueSet, value);
    if (fault !== undefined) {
      if (fault !== "none") {
        reporter.say(fault, "code-invalid", visit.pointer, element, { args: { actual: shortText(value) } });
      }
    } else if (bound !== undefined) {
      this.requiredText(visit, value, bound, reporter);
    }
  }

  private requiredText({ element, pointer }: ElementVisit, value: string, { valueSet }: BindingDefinition, reporter: Reporter): void {
    const set = this.model.valueSet(valueSet);
    if (set === undefined) {
      this.sayNotChecked(reporter, pointer, valueSet, element);
    } else if (!set.codes.some(({ code }) => code === value)) {
      this.wrongCode(reporter, pointer, value, set, element);
    }
  }

  /** Whether something was said about the code. */
  private requiredCoding({ element, value, pointer }: ElementVisit, { valueSet }: BindingDefinition, reporter: Reporter): boolean {
    const set = this.model.valueSet(valueSet);
    if (set === undefined) {
      this.sayNotChecked(reporter, pointer, valueSet, element);
      return false;
    }
    const coded = codedOf(value, pointer);
    if (coded === undefined) {
      if (!hasExtension(value)) {
        this.noCode(reporter, "fhir.binding.noCode", pointer, set, element);
      }
      return true;
    }
    if (this.isIn(set, coded)) {
      return true;
    }
    this.wrongCoded(reporter, coded, set, element);
    return true;
  }

  /** At least one coding must be of the value set (terminologies.html#required). */
  private requiredConcept({ element, value, pointer }: ElementVisit, { valueSet }: BindingDefinition, reporter: Reporter): void {
    const set = this.model.valueSet(valueSet);
    if (set === undefined) {
      this.sayNotChecked(reporter, pointer, valueSet, element);
      return;
    }
    const codings = codingsOf(value, pointer);
    const [first] = codings;
    if (codings.some((coded) => this.isIn(set, coded)) || (first === undefined && hasExtension(value))) {
      return;
    }
    codings.forEach((coded) => this.refused.add(coded.pointer));
    if (first === undefined) {
      this.noCode(reporter, "fhir.binding.noCode", pointer, set, element);
    } else if (codings.length === 1) {
      this.wrongCoded(reporter, first, set, element);
    } else {
      this.noCode(reporter, "fhir.binding.concept", pointer, set, element);
    }
  }

  private isIn(set: ValueSetDefinition, { system, code }: Coded): boolean {
    let codes = this.sets.get(set.url);
    if (codes === undefined) {
      codes = new Set(set.codes.map((each) => `${each.system}|${each.code}`));
      this.sets.set(set.url, codes);
    }
    return codes.has(`${system ?? ""}|${code}`);
  }

  private wrongCoded(reporter: Reporter, { system, code, pointer }: Coded, set: ValueSetDefinition, element: ElementVisit["element"]): void {
    const systems = [...new Set(set.codes.map((each) => each.system))];
    const args = { actual: shortText(code) };
    if (system !== undefined && !systems.includes(system)) {
      const near = nearestSystem(system, systems);
      const at = `${pointer}/system`;
      say(reporter, "fhir.binding.system", at, set, element, { ...args, name: reporter.nameOf(pointer), system: shortText(system), allowed: JSON.stringify(near === undefined ? systems : [near]) });
    } else if (system === undefined && set.codes.some((each) => each.code === code)) {
      const [of = ""] = set.codes.filter((each) => each.code === code).map((each) => each.system);
      say(reporter, "fhir.binding.noSystem", pointer, set, element, { ...args, system: of });
    } else {
      this.wrongCode(reporter, `${pointer}/code`, code, system === undefined ? set : { ...set, codes: set.codes.filter((each) => each.system === system) }, element);
    }
  }

  private wrongCode(reporter: Reporter, pointer: string, code: string, set: ValueSetDefinition, element: ElementVisit["element"]): void {
    const near = nearestCode(code, set.codes);
    const kind = near === undefined ? "" : near.toLowerCase() === code.toLowerCase() ? ".case" : ".near";
    say(reporter, `fhir.binding.code${kind}`, pointer, set, element, { actual: shortText(code), allowed: allowedCodes(set.codes), ...(near === undefined ? {} : { near }) });
  }

  private noCode(reporter: Reporter, code: string, pointer: string, set: ValueSetDefinition, element: ElementVisit["element"]): void {
    say(reporter, code, pointer, set, element, { set: set.name, allowed: allowedCodes(set.codes) });
  }

  /** A code that its own system, where that is known to the last code, does not have. */
  private codeOfSystem({ element, value, pointer }: ElementVisit, reporter: Reporter): void {
    const coded = codedOf(value, pointer);
    if (coded?.system === undefined) {
      return;
    }
    const system = this.model.codeSystem(coded.system);
    if (system === undefined) {
      this.systemNotChecked(reporter, coded, element);
      return;
    }
    if (system.codes.has(coded.code) || (!system.caseSensitive && [...system.codes.keys()].some((code) => code.toLowerCase() === coded.code.toLowerCase()))) {
      return;
    }
    const near = nearestCode(coded.code, [...system.codes].map(([code, display]) => ({ code, display })));
    const sure = versionedWithFhir.test(coded.system) || (near !== undefined && growing.test(coded.system));
    reporter.say(near === undefined ? "fhir.unknownCode" : "fhir.unknownCode.near", "code-invalid", `${pointer}/code`, element, {
      severity: sure ? "error" : "warning", args: { actual: shortText(coded.code), system: coded.system, ...(near === undefined ? {} : { near }) },
    });
  }

  /** Once for each system, where it is met first. */
  private systemNotChecked(reporter: Reporter, { system = "", pointer }: Coded, element: ElementVisit["element"]): void {
    if (!this.notChecked.has(system) && /^(?:https?:\/\/|urn:)/.test(system)) {
      this.notChecked.add(system);
      reporter.say("fhir.notChecked.codes", "informational", `${pointer}/system`, element, { severity: "information", args: { system } });
    }
  }

  private sayNotChecked(reporter: Reporter, pointer: string, valueSet: string, element: ElementVisit["element"]): void {
    if (valueSet !== byGrammarOfUnits && !this.notChecked.has(valueSet)) {
      this.notChecked.add(valueSet);
      reporter.say("fhir.notChecked.valueSet", "informational", pointer, element, { severity: "information", args: { set: valueSet } });
    }
  }
}

function say(reporter: Reporter, code: string, pointer: string, set: ValueSetDefinition, element: ElementVisit["element"], args: FhirIssue["args"]): void {
  const doc = valueSetDoc(set.url);
  reporter.say(code, "code-invalid", pointer, element, { args, ...(doc === undefined ? {} : { doc }) });
}

function allowedCodes(codes: readonly ValueSetCode[]): string {
  return JSON.stringify(codes.map(({ code }) => code));
}

function nearestSystem(system: string, systems: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/^https?:\/\//, "").replace(/[^a-z0-9]/g, "");
  return systems.find((each) => plain(each) === plain(system)) ?? systems.find((each) => plain(each).endsWith(plain(system.slice(system.lastIndexOf("/") + 1))));
}

function codedOf(value: JsonValue | undefined, pointer: string): Coded | undefined {
  if (!isRecord(value) || typeof value["code"] !== "string") {
    return undefined;
  }
  return { system: typeof value["system"] === "string" ? value["system"] : undefined, code: value["code"], pointer };
}

function codingsOf(value: JsonValue | undefined, pointer: string): readonly Coded[] {
  const codings = isRecord(value) ? value["coding"] : undefined;
  return Array.isArray(codings) ? (codings as readonly JsonValue[]).flatMap((coding, index) => codedOf(coding, `${pointer}/coding/${String(index)}`) ?? []) : [];
}

function hasExtension(value: JsonValue | undefined): boolean {
  return isRecord(value) && Array.isArray(value["extension"]) && value["extension"].length > 0;
}
