import type { Translate } from "../../checks/translate";
import type { FhirModel } from "../model/definitions";
import { bindingAt, codeAt, codesAt } from "./codes";
import { escapeMarkdown } from "./elementText";
import { memberOf, textOf } from "./fhirText";
import type { FhirText } from "./fhirText";
import { Labels } from "./labels";
import { isList, propertyPlace } from "./place";
import type { Place } from "./place";
import { opener } from "./propertySuggestions";
import type { References } from "./references";
import { textValue } from "./suggestion";
import type { Suggestion } from "./suggestion";
import { knownSystem, knownSystems } from "./systems";
import { commonUnits } from "./units";
import { wordsForType } from "./words";

/** Codes that are offered at once; there are sets with thousands. */
const offeredCodes = 1500;

export interface ValueSurroundings {
  readonly model: FhirModel;
  readonly text: FhirText;
  readonly references: () => References;
  readonly t: Translate;
}

/** Values that may stand at a place, as far as they can be known. */
export function suggestedValues(around: ValueSurroundings, place: Place): readonly Suggestion[] {
  const { model } = around;
  if (place.property === "resourceType" && place.element === undefined) {
    return resourceTypes(around, place);
  }
  if (place.element === undefined || place.reference === undefined) {
    return [];
  }
  if (place.property === "reference" && place.owner === "Reference") {
    return referenceValues(around, place);
  }
  if (place.property === "system") {
    return systemValues(around, place);
  }
  const quantity = isQuantity(model, place.owner);
  if (quantity && (place.property === "code" || place.property === "unit")) {
    return unitValues(place);
  }
  if (place.property === "display" && place.owner === "Coding") {
    return displayValues(model, place);
  }
  if (place.type === "boolean") {
    return ["true", "false"].map((value) => ({ label: value, detail: "", kind: "value", insert: value, filter: value, again: false }));
  }
  if (bindingAt(place) !== undefined) {
    return codesAt(model, place).slice(0, offeredCodes).map(({ code, display, system }) => ({
      label: code, detail: display ?? "", kind: "code", ...textValue(code), filter: JSON.stringify(`${code} ${display ?? ""}`),
      documentation: () => `**${escapeMarkdown(display ?? code)}**\n\n\`${system}\``, again: false,
    }));
  }
  return groupValue(around, place);
}

function resourceTypes({ model }: ValueSurroundings, place: Place): readonly Suggestion[] {
  const targets = place.parent?.reference?.targets;
  return model.resourceTypes().filter((name) => targets === undefined || targets.length === 0 || targets.includes(name)).map((name) => ({
    label: name, detail: "", kind: "resourceType", ...textValue(name), documentation: () => wordsForType(name) ?? escapeMarkdown(model.type(name)?.short ?? ""), again: false,
  }));
}

function referenceValues({ text, references }: ValueSurroundings, place: Place): readonly Suggestion[] {
  const all = references();
  const from = all.all().find(({ node }) => node === place.resource?.node);
  const targets = place.parent?.reference?.targets ?? [];
  const labels = new Labels(text.text);
  return from === undefined ? [] : all.all().flatMap((target): readonly Suggestion[] => {
    const reference = all.referenceTo(target, from);
    if (reference === undefined || (targets.length > 0 && !targets.includes(target.type))) {
      return [];
    }
    const label = labels.resource(target.type, target.node);
    return [{ label: reference, detail: label, kind: "reference", ...textValue(reference), filter: JSON.stringify(`${reference} ${label}`), documentation: () => `**${escapeMarkdown(label)}**\n\n\`${target.where}\``, again: false }];
  });
}

function systemValues({ model, text }: ValueSurroundings, place: Place): readonly Suggestion[] {
  if (isQuantity(model, place.owner)) {
    return [systemValue("http://unitsofmeasure.org", "UCUM")];
  }
  const used = systemsIn(text, place.owner === "Identifier");
  const names = new Map(knownSystems.map(({ uri, name, use }) => [uri, `${name}: ${use}`]));
  if (place.owner === "Identifier") {
    return [...new Set([...used, "urn:ietf:rfc:3986"])].map((uri) => systemValue(uri, names.get(uri) ?? ""));
  }
  if (place.owner !== "Coding") {
    return [];
  }
  const binding = bindingAt(propertyPlace(model, place.parent ?? place, "code", memberOf(place.parent?.node, "code")));
  const bound = binding === undefined ? [] : (model.valueSet(binding.valueSet)?.codes ?? []).map(({ system }) => system);
  return [...new Set([...bound, ...used, ...names.keys()])].map((uri) => systemValue(uri, names.get(uri) ?? ""));
}

function systemValue(uri: string, name: string): Suggestion {
  return { label: uri, detail: name, kind: "system", ...textValue(uri), filter: JSON.stringify(`${uri} ${name}`), again: false };
}

function unitValues(place: Place): readonly Suggestion[] {
  const system = textOf(place.parent?.node, "system");
  if (place.property === "code" && system !== undefined && system !== "http://unitsofmeasure.org") {
    return [];
  }
  return Object.entries(commonUnits).map(([code, name]) => ({ label: code, detail: name, kind: "unit", ...textValue(code), filter: JSON.stringify(`${code} ${name}`), again: false }));
}

/** How the code beside a display is displayed. */
function displayValues(model: FhirModel, place: Place): readonly Suggestion[] {
  const coding = place.parent;
  const code = coding === undefined ? undefined : codeAt(model, propertyPlace(model, coding, "code", memberOf(coding.node, "code")));
  return code?.display === undefined ? [] : [{ label: code.display, detail: code.code, kind: "value", ...textValue(code.display), again: false }];
}

/** A value with parts: its brackets. */
function groupValue({ model, t }: ValueSurroundings, place: Place): readonly Suggestion[] {
  const { element, reference, type } = place;
  if (element === undefined || reference === undefined || type === undefined || model.type(type)?.kind === "primitive" || type === "xhtml") {
    return [];
  }
  const single = { ...element, max: 1 };
  const insert = opener(model, place.isItem || !isList(element) ? single : element, reference);
  return [{ label: insert.startsWith("[") ? "[ { … } ]" : "{ … }", detail: t("new {type}", { type: reference.code }), kind: "value", insert, filter: "{", again: true }];
}

function isQuantity(model: FhirModel, owner: string | undefined): boolean {
  return owner !== undefined && (owner === "Quantity" || model.type(owner)?.base === "Quantity");
}

/** Values of `system` that the text has already; those of identifiers are none of the code systems that are known here. */
function systemsIn(text: FhirText, ofIdentifiers: boolean): readonly string[] {
  const found = new Set<string>();
  for (const [, uri = ""] of text.text.matchAll(/"system"\s*:\s*"([^"\\\s]+:[^"\\\s]+)"/g)) {
    if (!ofIdentifiers || knownSystem(uri) === undefined) {
      found.add(uri);
    }
  }
  return [...found];
}
