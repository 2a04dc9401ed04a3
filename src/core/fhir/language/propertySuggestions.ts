import type { Translate } from "../../checks/translate";
import type { ElementDefinition, FhirModel, TypeReference } from "../model/definitions";
import type { Cursor } from "./cursor";
import { elementMarkdown } from "./elementText";
import { isList, typeOfValue } from "./place";
import type { Place } from "./place";
import { plainSnippet } from "./suggestion";
import type { Suggestion } from "./suggestion";

/** Elements that every resource or group has; what is special to a type comes before them. */
const common: ReadonlySet<string> = new Set(["id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension"]);

/** Types whose values nobody can suggest, or that bring their own choice. */
const freeTypes: ReadonlySet<string> = new Set(["string", "markdown", "boolean", "decimal", "integer", "positiveInt", "unsignedInt", "date", "dateTime", "instant", "time", "base64Binary", "xhtml"]);

export interface PropertySurroundings {
  readonly model: FhirModel;
  readonly t: Translate;
}

/** Names of properties that may stand in an object: those that must be there first, those that are there already left out. */
export function suggestedProperties(around: PropertySurroundings, place: Place, cursor: Cursor): readonly Suggestion[] {
  const names = namesIn(place, cursor);
  const isResource = place.type !== undefined && around.model.type(place.type)?.kind === "resource";
  const resourceType = isResource && !names.has("resourceType") ? [resourceTypeProperty(around, cursor)] : [];
  const type = place.type === undefined || Array.isArray(place.node?.value) ? undefined : around.model.type(place.type);
  if (type === undefined || type.abstract) {
    return resourceType;
  }
  const wantsSiblings = cursor.typed.startsWith("_");
  const there = new Set([...names].flatMap((name) => around.model.property(type.name, name)?.element.name ?? []));
  const ranked = type.elements
    .filter((element) => element.max > 0 && (wantsSiblings || !there.has(element.name)))
    .map((element, index) => ({ element, rank: (element.min > 0 ? 0 : common.has(element.name) ? 2000 : 1000) + index }))
    .sort((a, b) => a.rank - b.rank);
  const properties = ranked.flatMap(({ element }) => element.types.concat(element.types.length === 0 ? [{ code: "BackboneElement" }] : []).map((reference) => ({ element, reference })))
    .filter(({ element }, index, all) => element.choice || all.findIndex((other) => other.element === element) === index);
  if (!wantsSiblings) {
    return [...resourceType, ...properties.map(({ element, reference }) => property(around, type.name, element, reference, cursor))];
  }
  return properties
    .filter(({ reference }) => around.model.type(reference.code)?.kind === "primitive")
    .flatMap(({ element, reference }) => {
      const name = `_${propertyName(element, reference)}`;
      return names.has(name) ? [] : [sibling(around, type.name, element, name, cursor)];
    });
}

/** The name of the JSON property for an element with one of its types: https://hl7.org/fhir/R4/json.html. */
export function propertyName(element: ElementDefinition, { code }: TypeReference): string {
  return element.choice ? `${element.name}${code.charAt(0).toUpperCase()}${code.slice(1)}` : element.name;
}

/** What follows a property's name: brackets or quotes of its type, with the cursor where the value goes. */
export function opener(model: FhirModel, element: ElementDefinition, reference: TypeReference, indent = ""): string {
  const one = valueOpener(model, element, reference, indent + (isList(element) && !isPrimitive(model, reference) ? "\t" : ""));
  if (!isList(element)) {
    return one;
  }
  return isPrimitive(model, reference) ? `[${one}]` : `[\n${indent}\t${one}\n${indent}]`;
}

function valueOpener(model: FhirModel, element: ElementDefinition, reference: TypeReference, indent: string): string {
  switch (reference.code) {
    case "boolean":
      return "${1|true,false|}";
    case "integer":
    case "decimal":
    case "unsignedInt":
    case "positiveInt":
      return "$1";
    case "Reference":
      return `{\n${indent}\t"reference": "$1"\n${indent}}`;
    case "Resource":
      return `{\n${indent}\t"resourceType": "$1"\n${indent}}`;
    case "Extension":
      return `{\n${indent}\t"url": "$1"\n${indent}}`;
    default:
      return isPrimitive(model, reference) && typeOfValue(model, element, reference) === reference.code ? "\"$1\"" : `{\n${indent}\t$1\n${indent}}`;
  }
}

function isPrimitive(model: FhirModel, { code }: TypeReference): boolean {
  return model.type(code)?.kind === "primitive" || code === "xhtml";
}

function property({ model, t }: PropertySurroundings, owner: string, element: ElementDefinition, reference: TypeReference, cursor: Cursor): Suggestion {
  const name = propertyName(element, reference);
  const max = element.max === Infinity ? "*" : String(element.max);
  const code = element.contentOf ?? (reference.code === "BackboneElement" || reference.code === "Element" ? "{ … }" : reference.code);
  const targets = reference.targets === undefined || reference.targets.length === 0 ? "" : `(${reference.targets.join(" | ")})`;
  return {
    label: name, detail: `${String(element.min)}..${max} ${code}${targets}`, kind: "property",
    insert: cursor.hasColon ? plainSnippet(JSON.stringify(name)) : `${plainSnippet(JSON.stringify(name))}: ${opener(model, element, reference)}`,
    filter: JSON.stringify(name),
    documentation: () => elementMarkdown(model, owner, element, t),
    again: !cursor.hasColon && !freeTypes.has(reference.code),
  };
}

function sibling({ model, t }: PropertySurroundings, owner: string, element: ElementDefinition, name: string, cursor: Cursor): Suggestion {
  const one = "{\n\t\"extension\": [\n\t\t{\n\t\t\t\"url\": \"$1\"\n\t\t}\n\t]\n}";
  return {
    label: name, detail: t("id and extensions of {name}", { name: name.slice(1) }), kind: "property",
    insert: cursor.hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${isList(element) ? `[${one}]` : one}`,
    filter: JSON.stringify(name),
    documentation: () => elementMarkdown(model, owner, element, t),
    again: false,
  };
}

function resourceTypeProperty({ t }: PropertySurroundings, cursor: Cursor): Suggestion {
  return {
    label: "resourceType", detail: "1..1", kind: "property", filter: "\"resourceType\"", insert: cursor.hasColon ? "\"resourceType\"" : "\"resourceType\": \"$1\"",
    documentation: () => t("Which resource this is, such as Patient. Everything else depends on it."), again: !cursor.hasColon,
  };
}

/** The names that an object has already, but for the one at the cursor. */
function namesIn({ node }: Place, cursor: Cursor): ReadonlySet<string> {
  return new Set(Array.isArray(node?.value) ? [] : (node?.children ?? []).filter(({ keyFrom }) => keyFrom !== cursor.from || cursor.from === cursor.to).map(({ key }) => String(key)));
}
