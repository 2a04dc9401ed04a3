import type { SentenceArgs, Translate } from "../../checks/translate";
import { indexOfToken, parsePointer } from "../../documents/jsonPointer";
import type { JsonNode } from "../../documents/jsonNode";
import type { FhirModel } from "../model/definitions";
import { choiceGuess } from "./choiceGuess";
import { dateGuess } from "./dateGuess";
import type { FhirText } from "./fhirText";
import { placeOf } from "./place";
import { opener, propertyName } from "./propertySuggestions";

/** Types of a choice for which the missing property is offered. */
const offeredTypes = 6;

/** One way to mend an issue. */
export interface QuickFix {
  /** In the reader's language. */
  readonly title: string;
  /** What is replaced, in UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** The text, or in the editor's snippet syntax. */
  readonly text: string;
  readonly isSnippet: boolean;
}

/** An issue, as far as its mending goes by it. */
export interface MendableIssue {
  readonly code: string;
  readonly pointer: string;
  readonly args: SentenceArgs;
}

export interface FixSurroundings {
  readonly model: FhirModel;
  readonly text: FhirText;
  readonly t: Translate;
}

/** Ways to mend an issue, where there is no doubt about what was meant. */
export function quickFixesFor(around: FixSurroundings, issue: MendableIssue): readonly QuickFix[] {
  const chain = around.text.chainTo(keysOf(issue.pointer, around.text));
  const node = chain.at(-1);
  const depth = parsePointer(issue.pointer)?.length ?? 0;
  if (node === undefined || chain.length !== depth + 1) {
    return [];
  }
  const { t } = around;
  const near = issue.args["near"];
  switch (issue.code) {
    case "fhir.unknownElement.near":
      return near === undefined ? [] : [rename(node, String(near), t)];
    case "fhir.unknownElement.choice":
      return [choiceGuess(node, listOf(issue.args["allowed"]))].flatMap((name) => (name === undefined ? [] : [rename(node, name, t)]));
    case "fhir.emptyList":
    case "fhir.emptyObject":
    case "fhir.null":
      return typeof node.key === "string" ? [removed(chain.at(-2), node, t)] : [];
    case "fhir.resourceType.name":
      return [rename(node, "resourceType", t)];
    case "fhir.listExpected":
    case "fhir.objectListExpected":
      return node.children === undefined && issue.code === "fhir.objectListExpected" ? [] : [replaced(node, `[${sourceOf(around.text, node)}]`, t("Put it in a list: [ … ]"))];
    case "fhir.listUnexpected":
      return unwrapped(around.text, node, t);
    case "fhir.type.unquoted":
      return [replaced(node, JSON.stringify(sourceOf(around.text, node)), t("Put it in quotation marks"))];
    case "fhir.type.quoted":
      return typeof node.value === "string" ? [replaced(node, node.value.toLowerCase(), t("Take the quotation marks away"))] : [];
    case "fhir.required":
    case "fhir.required.choice":
      return missingProperty(around, chain, issue.args);
    default:
      return valueFixes(around, node, issue);
  }
}

/** A code or a date of which it is plain what was meant. */
function valueFixes({ t }: FixSurroundings, node: JsonNode, { code, args }: MendableIssue): readonly QuickFix[] {
  const { value } = node;
  const near = args["near"];
  if (near !== undefined && typeof value === "string") {
    return [replaced(node, JSON.stringify(near), t("Change to \"{value}\"", { value: near }))];
  }
  if (/^fhir\.(?:date|dateTime|instant)\b/.test(code) && typeof value === "string") {
    const guess = dateGuess(value);
    return guess === undefined ? [] : [replaced(node, JSON.stringify(guess), t("Write it as \"{value}\"", { value: guess }))];
  }
  return [];
}

function rename({ keyFrom, keyTo }: JsonNode, name: string, t: Translate): QuickFix {
  return { title: t("Change to \"{value}\"", { value: name }), from: keyFrom, to: keyTo, text: JSON.stringify(name), isSnippet: false };
}

function replaced({ from, to }: JsonNode, text: string, title: string): QuickFix {
  return { title, from, to, text, isSnippet: false };
}

/** The property and the comma that goes with it. */
function removed(parent: JsonNode | undefined, node: JsonNode, t: Translate): QuickFix {
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(node);
  const next = siblings[at + 1];
  const previous = siblings[at - 1];
  const [from, to] = next !== undefined ? [node.keyFrom, next.keyFrom] : [previous?.to ?? node.keyFrom, node.to];
  return { title: t("Remove \"{value}\"", { value: String(node.key) }), from, to, text: "", isSnippet: false };
}

/** The texts of a list that was put into one argument as JSON. */
function listOf(arg: string | number | undefined): readonly string[] {
  try {
    const list: unknown = JSON.parse(String(arg ?? "[]"));
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

/** A list with one entry where a single value belongs. */
function unwrapped(text: FhirText, node: JsonNode, t: Translate): readonly QuickFix[] {
  const [only, ...more] = node.children ?? [];
  return only === undefined || more.length > 0 ? [] : [replaced(node, sourceOf(text, only), t("Take it out of the list"))];
}

/** The property that is missing, at the end of the object it is missing from. */
function missingProperty({ model, text, t }: FixSurroundings, chain: readonly JsonNode[], args: SentenceArgs): readonly QuickFix[] {
  const object = chain.at(-1);
  const place = placeOf(model, chain);
  const type = place.type === undefined ? undefined : model.type(place.type);
  const element = type?.elements.find(({ name }) => name === args["property"]);
  if (object === undefined || element === undefined || text.text.charAt(object.to - 1) !== "}") {
    return [];
  }
  const last = object.children?.at(-1);
  const at = last === undefined ? object.from + 1 : last.to;
  const isOneLine = !/[\r\n]/.test(text.text.slice(object.from, object.to));
  const references = element.types.length === 0 ? [{ code: "BackboneElement" }] : element.types;
  return references.slice(0, offeredTypes).map((reference) => {
    const name = propertyName(element, reference);
    const written = `${JSON.stringify(name)}: ${opener(model, element, reference)}`;
    // The editor indents each line of a snippet like the one it begins on.
    const lines = last === undefined ? `\n\t${written.replaceAll("\n", "\n\t")}${isOneLine ? "\n" : ""}` : isOneLine ? `, ${written}` : `,\n${written}`;
    return { title: t("Add \"{value}\"", { value: name }), from: at, to: at, text: lines, isSnippet: true };
  });
}

function sourceOf({ text }: FhirText, { from, to }: JsonNode): string {
  return text.slice(from, to);
}

/** The tokens of a pointer, list positions as numbers where the text has a list. */
export function keysOf(pointer: string, text: FhirText): readonly (string | number)[] {
  let node = text.root;
  return (parsePointer(pointer) ?? []).map((token) => {
    const index = Array.isArray(node?.value) ? indexOfToken(token) : undefined;
    const key = index ?? token;
    node = index === undefined ? node?.children?.findLast((child) => child.key === token) : node?.children?.[index];
    return key;
  });
}
