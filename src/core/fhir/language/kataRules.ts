import { isRecord } from "../../record";

/** What the checks of a kata ask of a resource, beyond what FHIR does. */
export interface KataRules {
  /** The resource type that belongs in the file. */
  readonly type: string | undefined;
  /** Profiles, as the schema names their files. */
  readonly profiles: readonly string[];
  /** Codes of findings that do not count. */
  readonly ignore: readonly string[];
}

/** What the `fhir` keyword of a check's schema asks of the whole file; `undefined` where it asks nothing of that as a whole. */
export function kataRulesOf(schema: unknown): KataRules | undefined {
  if (!isRecord(schema)) {
    return undefined;
  }
  const parts: readonly unknown[] = [schema, ...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as readonly unknown[]) : [])];
  const asked = parts.flatMap((part) => (isRecord(part) && (part["fhir"] === true || isRecord(part["fhir"])) ? [part["fhir"]] : []));
  if (asked.length === 0) {
    return undefined;
  }
  const options = asked.filter(isRecord);
  return {
    type: options.map(({ type }) => type).find((type) => typeof type === "string"),
    profiles: [...new Set(options.flatMap(({ profiles }) => textsOf(profiles)))],
    ignore: inAll(asked.map((each) => (isRecord(each) ? textsOf(each["ignore"]) : []))),
  };
}

/** The rules of several checks of one file: what one of them counts, counts. */
export function joinedRules(rules: readonly KataRules[]): KataRules | undefined {
  return rules.length === 0
    ? undefined
    : { type: rules.map(({ type }) => type).find((type) => type !== undefined), profiles: [...new Set(rules.flatMap(({ profiles }) => profiles))], ignore: inAll(rules.map(({ ignore }) => ignore)) };
}

function inAll(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  return first.filter((each) => others.every((other) => other.includes(each)));
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
}
