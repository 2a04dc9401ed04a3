import type { JsonValue } from "../../documents/document";
import { HumanError } from "../../humanError";
import type { BindingStrength, FhirModel, InvariantDefinition } from "../model/definitions";
import type { JsonObject } from "../validation/rule";
import { isObject, member, objectOf, objectsOf, textOf, valuesOf } from "../validation/rules/json";
import type { Profile, ProfileNode, ProfileType, Slicing } from "./profile";

/**
 * Reads a StructureDefinition with a differential or a snapshot; the differential is taken where both are there, since the rest is said by what it builds on.
 *
 * @throws HumanError when it is none that can be applied: its author has to mend it
 */
export function readProfile(definition: JsonObject, model: FhirModel): Profile {
  const url = textOf(definition, "url") ?? "";
  const title = textOf(definition, "title") ?? textOf(definition, "name") ?? url;
  const fail = (problem: string): never => {
    throw new HumanError("fhir.profileBroken", `The profile "${title === "" ? "without a name" : title}" cannot be applied: ${problem} Its author has to mend it.`, { profile: title, problem });
  };
  const type = textOf(definition, "type") ?? "";
  if (textOf(definition, "resourceType") !== "StructureDefinition") {
    fail("it is no StructureDefinition.");
  }
  if (url === "") {
    fail("it has no url.");
  }
  if (model.type(type) === undefined) {
    fail(type === "" ? "it has no type." : `FHIR R4 has no type "${type}".`);
  }
  const differential = objectOf(definition, "differential");
  const snapshot = objectOf(definition, "snapshot");
  const elements = [differential, snapshot].map((part) => (part === undefined ? [] : objectsOf(part, "element"))).find((list) => list.length > 0);
  if (elements === undefined) {
    fail("it has neither a differential nor a snapshot with elements.");
  }
  const root = makeNode(type, type, undefined);
  const open = new Map<string, string>();
  for (const element of elements ?? []) {
    const path = textOf(element, "path") ?? "";
    if (path !== type && !path.startsWith(`${type}.`)) {
      fail(path === "" ? "one of its elements has no path." : `the path "${path}" does not start with its type, ${type}.`);
    }
    apply(nodeFor(root, element, path, open), element);
  }
  const base = textOf(definition, "baseDefinition");
  const modifier = (elements ?? []).some((element) => textOf(element, "path") === type && member(element, "isModifier") === true);
  return { url, title, type, base, root, modifier, contexts: contextsOf(definition) };
}

function contextsOf(definition: JsonObject): readonly string[] | undefined {
  const contexts = objectsOf(definition, "context");
  return contexts.length === 0 || contexts.some((context) => textOf(context, "type") !== "element") ? undefined : contexts.flatMap((context) => textOf(context, "expression") ?? []);
}

function makeNode(name: string, path: string, slice: string | undefined): ProfileNode {
  return {
    name, path, slice, min: undefined, max: undefined, types: undefined, fixed: undefined, pattern: undefined, binding: undefined, constraints: [], mustSupport: false,
    maxLength: undefined, minValue: undefined, maxValue: undefined, slicing: undefined, slices: [], children: new Map(),
  };
}

/**
 * The node that an element of the list is about. Slices along the way are named by its id (`Observation.component:systolic.code`); where it has none, by the slice of
 * each part that was last spoken of.
 */
function nodeFor(root: ProfileNode, element: JsonObject, path: string, open: Map<string, string>): ProfileNode {
  const names = path.split(".").slice(1);
  const id = textOf(element, "id")?.split(".").slice(1);
  const sliceName = textOf(element, "sliceName");
  let node = root;
  names.forEach((name, index) => {
    const here = path.split(".").slice(0, index + 2).join(".");
    const last = index === names.length - 1;
    const named = id?.length === names.length ? id[index]?.split(":")[1] : undefined;
    const slice = last ? sliceName ?? named : named ?? (id?.length === names.length ? undefined : open.get(here));
    node = childOf(node, name, here, slice);
    if (last) {
      if (slice === undefined) {
        open.delete(here);
      } else {
        open.set(here, slice);
      }
    }
  });
  return node;
}

function childOf(parent: ProfileNode, name: string, path: string, slice: string | undefined): ProfileNode {
  let child = parent.children.get(name);
  if (child === undefined) {
    child = makeNode(name, path, undefined);
    parent.children.set(name, child);
  }
  if (slice === undefined) {
    return child;
  }
  let found = child.slices.find((each) => each.slice === slice);
  if (found === undefined) {
    found = makeNode(name, path, slice);
    child.slices.push(found);
  }
  return found;
}

function apply(node: ProfileNode, element: JsonObject): void {
  const min = member(element, "min");
  const max = textOf(element, "max");
  node.min = typeof min === "number" ? min : node.min;
  node.max = max === undefined ? node.max : max === "*" ? Infinity : Number(max);
  const types = objectsOf(element, "type");
  node.types = types.length === 0 ? node.types : types.map(typeOf);
  node.fixed = withPrefix(element, "fixed") ?? node.fixed;
  node.pattern = withPrefix(element, "pattern") ?? node.pattern;
  node.minValue = withPrefix(element, "minValue") ?? node.minValue;
  node.maxValue = withPrefix(element, "maxValue") ?? node.maxValue;
  const binding = objectOf(element, "binding");
  const valueSet = binding === undefined ? undefined : textOf(binding, "valueSet");
  node.binding = binding === undefined || valueSet === undefined ? node.binding : { strength: (textOf(binding, "strength") ?? "example") as BindingStrength, valueSet };
  node.constraints = [...node.constraints, ...objectsOf(element, "constraint").map(constraintOf)];
  node.mustSupport = member(element, "mustSupport") === true || node.mustSupport;
  const maxLength = member(element, "maxLength");
  node.maxLength = typeof maxLength === "number" ? maxLength : node.maxLength;
  const slicing = objectOf(element, "slicing");
  node.slicing = slicing === undefined ? node.slicing : slicingOf(slicing);
}

function typeOf(type: JsonObject): ProfileType {
  const texts = (name: string): readonly string[] => valuesOf(type, name).filter((each) => typeof each === "string");
  return { code: textOf(type, "code") ?? "", profiles: texts("profile"), targets: texts("targetProfile") };
}

function constraintOf(constraint: JsonObject): InvariantDefinition {
  return {
    key: textOf(constraint, "key") ?? "", severity: textOf(constraint, "severity") === "warning" ? "warning" : "error", human: textOf(constraint, "human") ?? "",
    expression: textOf(constraint, "expression") ?? "",
  };
}

function slicingOf(slicing: JsonObject): Slicing {
  const rules = textOf(slicing, "rules");
  return {
    discriminators: objectsOf(slicing, "discriminator").map((each) => ({ type: textOf(each, "type") ?? "", path: textOf(each, "path") ?? "" })),
    rules: rules === "closed" || rules === "openAtEnd" ? rules : "open", ordered: member(slicing, "ordered") === true,
  };
}

/** The value of `fixedCode`, `patternCodeableConcept` and the like. */
function withPrefix(element: JsonObject, prefix: string): JsonValue | undefined {
  const name = Object.keys(element).find((key) => key.startsWith(prefix) && key.length > prefix.length && /[A-Z]/.test(key.charAt(prefix.length)));
  return name === undefined ? undefined : member(element, name);
}

/** Whether a StructureDefinition's JSON is one of a profile, and not that of a type itself. */
export function isProfile(definition: JsonValue): boolean {
  return isObject(definition) && textOf(definition, "resourceType") === "StructureDefinition" && textOf(definition, "derivation") !== "specialization";
}
