import type { JsonValue } from "../documents/document";

type JsonObject = Readonly<Record<string, JsonValue | undefined>>;

/**
 * By what an item of a list is known among its like, the surest first: the address of an entry, the id of a resource or element, what a FHIR data type is told apart
 * by (`system` and `value` of an identifier, `url` of an extension, `linkId` of an item, the first coding of a concept).
 *
 * @param renamed whether ids and addresses say nothing
 */
export function identitiesOf(value: JsonValue, renamed: boolean): readonly string[] {
  const object = asObject(value);
  if (object === undefined) {
    return [];
  }
  const resource = asObject(object["resource"]);
  return [...(renamed ? [] : writtenIds(object, resource)), ...meanings(value, object, resource)];
}

function writtenIds(object: JsonObject, resource: JsonObject | undefined): readonly string[] {
  return [
    ...(typeof object["fullUrl"] === "string" ? [`fullUrl ${object["fullUrl"]}`] : []),
    ...[object, resource].flatMap((each) => (typeof each?.["id"] === "string" ? [`id ${text(each["resourceType"])}/${each["id"]}`] : [])),
  ];
}

function meanings(value: JsonValue, object: JsonObject, resource: JsonObject | undefined): readonly string[] {
  const found: string[] = [];
  const add = (kind: string, ...parts: readonly (JsonValue | undefined)[]): void => {
    if (parts.every((part) => typeof part === "string")) {
      found.push(`${kind} ${parts.join("|")}`);
    }
  };
  if (resource !== undefined) {
    return meanings(object["resource"] ?? null, resource, undefined);
  }
  if (typeof object["resourceType"] === "string") {
    const type = object["resourceType"];
    const [identifier] = asList(object["identifier"]);
    add(`${type} identifier`, asObject(identifier)?.["system"], asObject(identifier)?.["value"]);
    add(`${type} url`, object["url"]);
    add(`${type} code`, firstCoding(object["code"]));
    return found;
  }
  add("url", object["url"]);
  add("linkId", object["linkId"]);
  add("reference", object["reference"]);
  add("system and value", object["system"], object["value"]);
  add("system and code", object["system"], object["code"]);
  add("concept", firstCoding(value));
  add("code", firstCoding(object["code"]));
  add("type", firstCoding(object["type"]));
  add("path", object["path"]);
  add("name", object["name"]);
  return found;
}

function firstCoding(concept: JsonValue | undefined): string | undefined {
  const [coding] = asList(asObject(concept)?.["coding"]);
  const { system, code } = asObject(coding) ?? {};
  return typeof code === "string" ? `${text(system)}|${code}` : undefined;
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

function asList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
