import { escapePointerToken } from "../../documents/jsonPointer";
import type { JsonValue } from "../../documents/document";
import { isRecord } from "../../record";
import { kindOf, shortJson } from "../../checks/words";
import type { ElementDefinition, TypeDefinition } from "../model/definitions";
import type { ModelProperty } from "../model/propertyTable";
import { explainUnknown } from "./unknownElement";
import { PrimitiveWalk } from "./primitiveWalk";
import { Reporter } from "./reporter";
import { resourceTypeOf } from "./resourceType";
import type { ElementVisit, JsonObject, ResourceVisit } from "./rule";
import type { WalkOptions } from "./walkOptions";

/** A walk was asked to stop. */
export class WalkStopped extends Error {
  constructor() {
    super("The validation was stopped.");
  }
}

/** Elements that must be there, by type. */
type RequiredElements = readonly ElementDefinition[];

/**
 * Walks through a resource and everything in it, alongside the definitions: says what is wrong with its structure, and shows the rules what is right in form.
 * FHIR's JSON: https://hl7.org/fhir/R4/json.html.
 */
export class Walker {
  private readonly required = new Map<TypeDefinition, RequiredElements>();
  private readonly primitives: PrimitiveWalk;

  constructor(private readonly options: WalkOptions) {
    this.primitives = new PrimitiveWalk(options, (sibling, type, pointer, resource) => {
      this.walkObject(sibling, type, pointer, resource);
    });
  }

  /** A resource with what is in it. What says no known type is not looked into. */
  walkResource(value: JsonValue, pointer: string, role: ResourceVisit["role"], parent: ResourceVisit | undefined): void {
    const { model, report, rules } = this.options;
    const type = resourceTypeOf(model, value, pointer, report);
    if (type === undefined || !isRecord(value)) {
      return;
    }
    const visit: ResourceVisit = { type, value: value, pointer, parent, role };
    for (const rule of rules) {
      rule.resource?.(visit, report);
    }
    this.walkObject(visit.value, type, pointer, visit);
  }

  private walkObject(value: JsonObject, type: TypeDefinition, pointer: string, resource: ResourceVisit): void {
    if (this.options.stopped?.() === true) {
      throw new WalkStopped();
    }
    const { model } = this.options;
    const reporter = new Reporter(model, resource, this.options.report);
    const isResource = value === resource.value;
    const present = new Map<ElementDefinition, string>();
    /** Elements that were meant by a property with another name. */
    const meant = new Set<string>();
    for (const key of Object.keys(value)) {
      if (key === "resourceType" && isResource) {
        continue;
      }
      const property = model.property(type.name, key);
      const at = `${pointer}/${escapePointerToken(key)}`;
      if (property === undefined) {
        const { code, args, element } = explainUnknown(model, type, key, isResource);
        meant.add(element ?? "");
        reporter.say(code, "structure", at, type.name, { mark: "key", args });
        continue;
      }
      const plain = key.startsWith("_") ? key.slice(1) : key;
      const { element } = property;
      const other = present.get(element);
      if (other !== undefined && other !== plain) {
        reporter.say("fhir.choiceSeveral", "structure", at, element, { mark: "key", args: { element: element.name, property: plain, other } });
        continue;
      }
      present.set(element, plain);
      this.walkProperty(property, key, plain, value, pointer, resource, reporter);
    }
    for (const element of this.requiredOf(type)) {
      if (!present.has(element) && !meant.has(element.name)) {
        this.missing(element, pointer, resource, reporter);
      }
    }
  }

  private walkProperty(property: ModelProperty, key: string, plain: string, parent: JsonObject, pointer: string, resource: ResourceVisit, reporter: Reporter): void {
    const { element } = property;
    const type = this.typeOf(property);
    const at = `${pointer}/${escapePointerToken(key)}`;
    const value = parent[key] ?? null;
    if (type === undefined) {
      return;
    }
    if (type.kind === "primitive") {
      // The value and its sibling are looked at together, when the first of the two comes.
      const hasValue = Object.hasOwn(parent, plain);
      const hasSibling = Object.hasOwn(parent, `_${plain}`);
      if (!hasValue || !hasSibling || isFirst(parent, key, plain)) {
        this.primitives.walk({ element, type, plain, parent, pointer, resource, reporter, hasValue, hasSibling });
      }
      return;
    }
    if (key.startsWith("_")) {
      reporter.say("fhir.sibling.notPrimitive", "structure", at, element, { mark: "key", args: { property: plain, type: type.name } });
      return;
    }
    if (element.max > 1) {
      this.walkList(value, element, type, at, parent, resource, reporter);
    } else {
      this.walkOne(value, element, type, at, parent, resource, reporter, false);
    }
  }

  private walkList(value: JsonValue, element: ElementDefinition, type: TypeDefinition, pointer: string, parent: JsonObject, resource: ResourceVisit, reporter: Reporter): void {
    if (!Array.isArray(value)) {
      if (value === null) {
        reporter.say("fhir.null", "structure", pointer, element);
      } else if (isRecord(value)) {
        reporter.say("fhir.listExpected", "structure", pointer, element, { mark: "opening", args: { actualKind: "object", actual: shortJson(value) } });
        // What is in it can be right or wrong all the same.
        this.walkOne(value, element, type, pointer, parent, resource, reporter, false);
      } else {
        reporter.say("fhir.objectListExpected", "structure", pointer, element, { args: { type: type.name, actualKind: kindOf(value), actual: shortJson(value) } });
      }
      return;
    }
    const entries = value as readonly JsonValue[];
    if (entries.length === 0) {
      reporter.say("fhir.emptyList", "structure", pointer, element);
    }
    if (entries.length > element.max) {
      reporter.say("fhir.tooMany", "structure", `${pointer}/${String(element.max)}`, element, { args: { list: reporter.nameOf(pointer), count: entries.length, limit: element.max } });
    }
    entries.forEach((entry, index) => {
      this.walkOne(entry, element, type, `${pointer}/${String(index)}`, parent, resource, reporter, true);
    });
  }

  /** A value of a type that is no primitive. */
  private walkOne(value: JsonValue, element: ElementDefinition, type: TypeDefinition, pointer: string, parent: JsonObject, resource: ResourceVisit, reporter: Reporter, inList: boolean): void {
    if (value === null) {
      reporter.say("fhir.null", "structure", pointer, element);
    } else if (Array.isArray(value)) {
      reporter.say(inList ? "fhir.listInList" : "fhir.listUnexpected", "structure", pointer, element, { mark: "opening", args: { type: type.name } });
    } else if (!isRecord(value)) {
      reporter.say("fhir.objectExpected", "structure", pointer, element, { args: { type: type.name, actualKind: kindOf(value), actual: shortJson(value) } });
    } else if (type.kind === "resource") {
      this.walkResource(value, pointer, element.name === "contained" ? "contained" : element.path === "Bundle.entry.resource" ? "entry" : "other", resource);
    } else if (Object.keys(value).length === 0) {
      reporter.say("fhir.emptyObject", "structure", pointer, element, { args: { type: type.name } });
    } else {
      const visit: ElementVisit = { element, type, value, sibling: undefined, pointer, parent, resource };
      for (const rule of this.options.rules) {
        rule.element?.(visit, this.options.report);
      }
      this.walkObject(value, type, pointer, resource);
    }
  }

  private missing(element: ElementDefinition, pointer: string, resource: ResourceVisit, reporter: Reporter): void {
    const property = element.choice ? element.types.map(({ code }) => `${element.name}${code.charAt(0).toUpperCase()}${code.slice(1)}`) : [element.name];
    reporter.say(element.choice ? "fhir.required.choice" : "fhir.required", "required", pointer, element, {
      mark: "opening", args: { property: element.name, short: element.short, allowed: JSON.stringify(property), resource: resource.type.name },
    });
  }

  private requiredOf(type: TypeDefinition): RequiredElements {
    const known = this.required.get(type);
    if (known !== undefined) {
      return known;
    }
    const made = type.elements.filter(({ min }) => min > 0);
    this.required.set(type, made);
    return made;
  }

  /** The type whose elements stand in the value: of a backbone element, the one that goes by its path. */
  private typeOf({ element, type }: ModelProperty): TypeDefinition | undefined {
    const { model } = this.options;
    return element.contentOf === undefined ? model.type(type.code === "BackboneElement" || type.code === "Element" ? element.path : type.code) : model.type(element.contentOf);
  }
}

/** Whether of a value and its sibling this one stands first. */
function isFirst(parent: JsonObject, key: string, plain: string): boolean {
  return Object.keys(parent).find((each) => each === plain || each === `_${plain}`) === key;
}
