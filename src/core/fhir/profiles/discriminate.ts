import type { FhirModel } from "../model/definitions";
import type { JsonObject } from "../validation/rule";
import { isObject, objectsOf, textOf } from "../validation/rules/json";
import { readReference } from "../validation/rules/referenceText";
import { occurrencesIn, objectIn, type Occurrence } from "./occurrences";
import { fitsPattern, sameValue } from "./patterns";
import type { Discriminator, Profile, ProfileNode } from "./profile";

/** What telling slices apart needs to know. */
export interface SliceContext {
  readonly model: FhirModel;
  /** A profile by its url; `undefined`: it is not known here. */
  profile(url: string): Profile | undefined;
  /** Whether a value conforms to a profile. */
  conforms(occurrence: Occurrence, profile: Profile): boolean;
}

/** Whether a value belongs to a slice; `undefined`: that cannot be told by this validator. */
export function belongsTo(slice: ProfileNode, occurrence: Occurrence, discriminators: readonly Discriminator[], context: SliceContext): boolean | undefined {
  let all: boolean | undefined = true;
  for (const { type, path } of discriminators) {
    const answer = discriminate(slice, occurrence, type, path, context);
    if (answer === false) {
      return false;
    }
    all = answer === undefined ? undefined : all;
  }
  return discriminators.length === 0 ? undefined : all;
}

function discriminate(slice: ProfileNode, occurrence: Occurrence, type: string, path: string, context: SliceContext): boolean | undefined {
  const steps = stepsOf(path);
  if (steps === undefined) {
    return undefined;
  }
  if (slice.name === "extension" || slice.name === "modifierExtension") {
    const url = extensionUrl(slice);
    if (url !== undefined && type === "value" && path === "url") {
      return isObject(occurrence.value) && textOf(occurrence.value, "url") === url;
    }
  }
  const resolved = steps.at(-1) === "resolve()";
  const nodes = nodesAt(slice, resolved ? steps.slice(0, -1) : steps, context);
  const values = valuesAt([occurrence], resolved ? steps.slice(0, -1) : steps, context.model);
  switch (type) {
    case "value":
    case "pattern":
      return resolved || nodes.every((node) => !demands(node, context)) ? undefined : nodes.every((node) => !demands(node, context) || values.some((value) => satisfies(node, value, context)));
    case "exists": {
      const [node] = nodes;
      return node?.max === 0 ? values.length === 0 : (node?.min ?? 0) > 0 ? values.length > 0 : undefined;
    }
    case "type": {
      const codes = nodes.flatMap((node) => (resolved ? targetTypes(node, context) : (node.types ?? []).map(({ code }) => code)));
      return codes.length === 0 ? undefined : values.some((value) => codes.includes(resolved ? referredType(value) ?? "" : value.type.name));
    }
    case "profile": {
      const profiles = nodes.flatMap((node) => (node.types ?? []).flatMap((each) => each.profiles)).map((url) => context.profile(url));
      return resolved || profiles.length === 0 || profiles.includes(undefined) ? undefined : values.some((value) => profiles.some((profile) => profile !== undefined && context.conforms(value, profile)));
    }
    default:
      return undefined;
  }
}

/** Steps of a discriminator's path: https://hl7.org/fhir/R4/profiling.html#discriminator; `undefined`: of a kind not known here. */
function stepsOf(path: string): readonly string[] | undefined {
  const steps = path === "$this" ? [] : path.match(/extension\('[^']*'\)|ofType\(\w+\)|resolve\(\)|[A-Za-z]\w*/g) ?? [];
  return steps.join(".") === (path === "$this" ? "" : path.replace(/^\$this\./, "")) ? steps : undefined;
}

/** What a slice says of a part: in the slice itself, or in the profile of its type. */
function nodesAt(slice: ProfileNode, steps: readonly string[], context: SliceContext): readonly ProfileNode[] {
  let nodes: readonly ProfileNode[] = [slice, ...profileRoots(slice, context)];
  for (const step of steps) {
    const url = /^extension\('([^']*)'\)$/.exec(step)?.[1];
    if (step.startsWith("ofType(")) {
      continue;
    }
    nodes = nodes.flatMap((node) => {
      const child = url === undefined ? node.children.get(step) ?? node.children.get(`${step}[x]`) : node.children.get("extension")?.slices.find((each) => extensionUrl(each) === url);
      return child === undefined ? [] : [child, ...(url === undefined ? child.slices : []), ...profileRoots(child, context)];
    });
  }
  return nodes;
}

function profileRoots(node: ProfileNode, context: SliceContext): readonly ProfileNode[] {
  const urls = (node.types ?? []).flatMap(({ profiles }) => profiles);
  return urls.length === 1 ? urls.flatMap((url) => context.profile(url)?.root ?? []) : [];
}

function valuesAt(from: readonly Occurrence[], steps: readonly string[], model: FhirModel): readonly Occurrence[] {
  let values = from;
  for (const step of steps) {
    const url = /^extension\('([^']*)'\)$/.exec(step)?.[1];
    const type = /^ofType\((\w+)\)$/.exec(step)?.[1];
    values = values.flatMap((value) => {
      if (type !== undefined) {
        return value.type.name === type ? [value] : [];
      }
      const object = objectIn(value);
      if (object === undefined) {
        return [];
      }
      if (url !== undefined) {
        return occurrencesIn(model, object, value.type, value.pointer, "extension").filter((each) => isObject(each.value) && textOf(each.value, "url") === url);
      }
      const plain = occurrencesIn(model, object, value.type, value.pointer, step);
      return plain.length > 0 ? plain : occurrencesIn(model, object, value.type, value.pointer, `${step}[x]`);
    });
  }
  return values;
}

/** Whether a node asks for particular values, itself or below. */
function demands(node: ProfileNode, context: SliceContext): boolean {
  return node.fixed !== undefined || node.pattern !== undefined || knownCodes(node, context) !== undefined || [...node.children.values()].some((child) => demands(child, context) || child.slices.some((each) => demands(each, context)));
}

function satisfies(node: ProfileNode, occurrence: Occurrence, context: SliceContext): boolean {
  const { value } = occurrence;
  if ((node.fixed !== undefined && !sameValue(value, node.fixed)) || (node.pattern !== undefined && !fitsPattern(value, node.pattern))) {
    return false;
  }
  const codes = knownCodes(node, context);
  if (codes !== undefined && node.fixed === undefined && node.pattern === undefined && !codesIn(occurrence).some((code) => codes.has(code))) {
    return false;
  }
  const object = objectIn(occurrence);
  return [...node.children.values()].every((child) => {
    const wanted = [child, ...child.slices].filter((each) => demands(each, context));
    return wanted.every((each) => object !== undefined && occurrencesIn(context.model, object, occurrence.type, occurrence.pointer, child.name).some((below) => satisfies(each, below, context)));
  });
}

/** The codes of a required binding, where they are known. */
function knownCodes(node: ProfileNode, { model }: SliceContext): ReadonlySet<string> | undefined {
  const set = node.binding?.strength === "required" ? model.valueSet(node.binding.valueSet) : undefined;
  return set === undefined ? undefined : new Set(set.codes.map(({ code }) => code));
}

function codesIn({ value }: Occurrence): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return isObject(value) ? [value, ...objectsOf(value, "coding")].flatMap((each: JsonObject) => textOf(each, "code") ?? []) : [];
}

/** The url of the extensions that a slice is about: of its definition, or fixed. */
export function extensionUrl(slice: ProfileNode): string | undefined {
  const fixed = slice.children.get("url")?.fixed;
  return typeof fixed === "string" ? fixed : slice.types?.[0]?.profiles[0]?.split("|")[0];
}

/** The resource types that a node's references may lead to. */
export function targetTypes(node: ProfileNode, context: Pick<SliceContext, "model" | "profile">): readonly string[] {
  return (node.types ?? []).filter(({ code }) => code === "Reference").flatMap(({ targets }) => targets).flatMap((url) => {
    const name = url.slice(url.lastIndexOf("/") + 1);
    return context.profile(url)?.type ?? (url.startsWith("http://hl7.org/fhir/StructureDefinition/") && context.model.type(name)?.kind === "resource" ? name : []);
  });
}

/** The type that a reference names. */
export function referredType({ value }: Occurrence): string | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const read = readReference(textOf(value, "reference") ?? "");
  return read.kind === "restful" ? read.type : textOf(value, "type");
}
