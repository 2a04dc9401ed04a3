import { kindOf, shortJson, shortText } from "../../checks/words";
import type { JsonValue } from "../../documents/document";
import { isRecord } from "../../record";
import type { ElementDefinition, TypeDefinition } from "../model/definitions";
import { jsonTypeOf, numberFault, textFault } from "./primitives";
import type { Reporter } from "./reporter";
import type { JsonObject, ResourceVisit } from "./rule";
import type { WalkOptions } from "./walkOptions";

/** A primitive property with its `_` sibling. */
export interface PrimitiveProperty {
  readonly element: ElementDefinition;
  readonly type: TypeDefinition;
  /** Name of the property without `_`. */
  readonly plain: string;
  readonly parent: JsonObject;
  /** Of the parent. */
  readonly pointer: string;
  readonly resource: ResourceVisit;
  readonly reporter: Reporter;
  readonly hasValue: boolean;
  readonly hasSibling: boolean;
}

/** One value of a primitive property, and what its sibling has beside it. */
interface Entry {
  readonly value: JsonValue | undefined;
  readonly sibling: JsonValue | undefined;
  readonly at: string;
  readonly siblingAt: string;
  readonly inList: boolean;
}

/** Looks into the object that a sibling is. */
type WalkSibling = (sibling: JsonObject, type: TypeDefinition, pointer: string, resource: ResourceVisit) => void;

/** Primitive values with their siblings: https://hl7.org/fhir/R4/json.html#primitive. */
export class PrimitiveWalk {
  constructor(private readonly options: WalkOptions, private readonly walkSibling: WalkSibling) {}

  walk(property: PrimitiveProperty): void {
    const { element, plain, parent, pointer, hasValue, hasSibling } = property;
    const at = `${pointer}/${plain}`;
    const siblingAt = `${pointer}/_${plain}`;
    const value = hasValue ? parent[plain] : undefined;
    const sibling = hasSibling ? parent[`_${plain}`] : undefined;
    if (element.max > 1) {
      this.walkList(property, value, sibling, at, siblingAt);
    } else {
      this.walkEntry(property, { value, sibling, at, siblingAt, inList: false });
    }
  }

  private walkList(property: PrimitiveProperty, value: JsonValue | undefined, sibling: JsonValue | undefined, at: string, siblingAt: string): void {
    const { element, reporter, plain } = property;
    const values = this.listOf(property, value, at);
    const siblings = this.listOf(property, sibling, siblingAt);
    if (values === undefined || siblings === undefined) {
      return;
    }
    if (value !== undefined && sibling !== undefined && values.length !== siblings.length) {
      reporter.say("fhir.sibling.length", "structure", siblingAt, element, { mark: "opening", args: { property: plain, count: siblings.length, wanted: values.length } });
    }
    const count = Math.max(values.length, siblings.length);
    if (count > element.max) {
      reporter.say("fhir.tooMany", "structure", `${at}/${String(element.max)}`, element, { args: { list: reporter.nameOf(at), count, limit: element.max } });
    }
    for (let index = 0; index < count; index++) {
      this.walkEntry(property, { value: values[index], sibling: siblings[index], at: `${at}/${String(index)}`, siblingAt: `${siblingAt}/${String(index)}`, inList: true });
    }
  }

  /** The entries of a list; `undefined` when it is none, which was said then. */
  private listOf({ element, reporter }: PrimitiveProperty, list: JsonValue | undefined, pointer: string): readonly JsonValue[] | undefined {
    if (list === undefined) {
      return [];
    }
    if (Array.isArray(list)) {
      if (list.length === 0) {
        reporter.say("fhir.emptyList", "structure", pointer, element);
      }
      return list as readonly JsonValue[];
    }
    if (list === null) {
      reporter.say("fhir.null", "structure", pointer, element);
    } else {
      reporter.say("fhir.listExpected", "structure", pointer, element, { mark: "opening", args: { actualKind: kindOf(list), actual: shortJson(list) } });
    }
    return undefined;
  }

  private walkEntry(property: PrimitiveProperty, entry: Entry): void {
    const { element, type, parent, resource, reporter } = property;
    const sibling = this.siblingOf(property, entry);
    const { value, at, siblingAt, inList } = entry;
    if (value === undefined || value === null) {
      const held = sibling !== undefined && Object.keys(sibling).length > 0;
      if (value === null && !(inList && held)) {
        reporter.say(inList ? "fhir.nullEntry" : "fhir.null", "structure", at, element);
        return;
      }
      if (value === undefined && entry.sibling === null && inList) {
        reporter.say("fhir.nullEntry", "structure", siblingAt, element);
        return;
      }
      if (!held) {
        return;
      }
    } else if (!this.valueIsRight(property, value, at, inList)) {
      return;
    }
    for (const rule of this.options.rules) {
      rule.element?.({ element, type, value: value ?? undefined, sibling, pointer: value === undefined ? siblingAt : at, parent, resource }, this.options.report);
    }
    if (sibling !== undefined && Object.keys(sibling).length > 0) {
      this.walkSibling(sibling, type, siblingAt, resource);
    }
  }

  /** The sibling as an object; `undefined` when there is none, or when it is something else, which was said then. */
  private siblingOf({ element, plain, reporter }: PrimitiveProperty, { sibling, siblingAt, inList }: Entry): JsonObject | undefined {
    if (sibling === undefined || (sibling === null && inList)) {
      return undefined;
    }
    if (!isRecord(sibling)) {
      if (sibling === null) {
        reporter.say("fhir.null", "structure", siblingAt, element);
      } else {
        reporter.say("fhir.sibling.notObject", "structure", siblingAt, element, { args: { property: plain, actualKind: kindOf(sibling), actual: shortJson(sibling) } });
      }
      return undefined;
    }
    if (Object.keys(sibling).length === 0) {
      reporter.say("fhir.sibling.empty", "structure", siblingAt, element, { args: { property: plain } });
    }
    return sibling;
  }

  private valueIsRight({ element, type, reporter }: PrimitiveProperty, value: JsonValue, pointer: string, inList: boolean): boolean {
    const wanted = jsonTypeOf(type.name);
    if (typeof value !== wanted) {
      const kind = kindOf(value);
      const args = { type: type.name, actualKind: kind, actual: shortJson(value) };
      if (kind === "array") {
        reporter.say(inList ? "fhir.listInList" : "fhir.listUnexpected", "structure", pointer, element, { mark: "opening", args });
      } else {
        reporter.say(typeCode(value, wanted), "structure", pointer, element, { mark: kind === "object" ? "opening" : "value", args });
      }
      return false;
    }
    const fault = typeof value === "string" ? textFault(type.name, value) : typeof value === "number" ? numberFault(type.name, value, this.options.written?.(pointer)) : undefined;
    if (fault !== undefined) {
      const actual = typeof value === "string" ? shortText(value) : this.options.written?.(pointer) ?? shortJson(value);
      reporter.say(fault.code, "value", pointer, element, { args: { type: type.name, actual, ...fault.args } });
    }
    return fault === undefined;
  }
}

/** Which sentence tells a value of the wrong JSON type: quotation marks that are missing or too many are told as such. */
function typeCode(value: JsonValue, wanted: "string" | "number" | "boolean"): string {
  if (typeof value === "string" && value !== "") {
    const looksRight = wanted === "number" ? /^-?\d+(?:\.\d+)?$/.test(value) : /^(?:true|false)$/i.test(value);
    return looksRight ? "fhir.type.quoted" : "fhir.type";
  }
  return wanted === "string" && (typeof value === "number" || typeof value === "boolean") ? "fhir.type.unquoted" : "fhir.type";
}
