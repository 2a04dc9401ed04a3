import type { Translate } from "../../checks/translate";
import { elementDoc, valueSetDoc } from "../model/docLinks";
import type { BindingDefinition, ElementDefinition, FhirModel, TypeReference } from "../model/definitions";
import { wordsFor } from "./words";

/** Codes that are listed in a hover; of more, the first ones are. */
const listedCodes = 12;

/** `0..*` and what that says. */
export function cardinalityText({ min, max }: ElementDefinition, t: Translate): string {
  const many = max > 1;
  const written = `\`${String(min)}..${max === Infinity ? "*" : String(max)}\``;
  if (max === 0) {
    return `${written} · ${t("must not be there")}`;
  }
  if (many) {
    return `${written} · ${min === 0 ? t("may repeat: a list") : t("must be there, may repeat: a list")}`;
  }
  return `${written} · ${min === 0 ? t("may be left out") : t("must be there")}`;
}

/** Types that an element may have, with what a reference may point to. */
export function typesText({ types, contentOf }: ElementDefinition, t: Translate): string {
  if (contentOf !== undefined) {
    return t("built like {path}", { path: `\`${contentOf}\`` });
  }
  return types.map((type) => typeText(type, t)).join(", ");
}

function typeText({ code, targets }: TypeReference, t: Translate): string {
  if (code === "BackboneElement" || code === "Element") {
    return t("a group of elements");
  }
  if (targets === undefined || targets.length === 0) {
    return `\`${code}\``;
  }
  return `\`${code}\` ${t("to {targets}", { targets: targets.join(", ") })}`;
}

/** What an element's codes are taken from, and the codes when there are few. */
export function bindingText(model: FhirModel, { strength, valueSet }: BindingDefinition, t: Translate): string {
  const known = model.valueSet(valueSet);
  const name = known?.name ?? valueSet.slice(valueSet.lastIndexOf("/") + 1);
  const page = valueSetDoc(valueSet);
  const link = page === undefined ? `\`${valueSet}\`` : `[${escapeMarkdown(name)}](${page})`;
  const codes = known?.codes ?? [];
  const listed = codes.slice(0, listedCodes).map(({ code, display }) => (display === undefined || display === "" || display === code ? `\`${code}\`` : `\`${code}\` ${escapeMarkdown(display)}`));
  const more = codes.length - listed.length;
  const list = [...listed, ...(more > 0 ? [t("and {count} more", { count: more })] : [])].join(" · ");
  return list === "" ? `${strengthText(strength, t)} ${link}` : `${strengthText(strength, t)} ${link}\n\n${list}`;
}

function strengthText(strength: BindingDefinition["strength"], t: Translate): string {
  switch (strength) {
    case "required":
      return t("**Only** codes of");
    case "extensible":
      return t("Codes of this set; another one only where none of these fits:");
    case "preferred":
      return t("Best with codes of");
    case "example":
      return t("For example with codes of");
  }
}

/** Everything the definitions say of an element, as Markdown. */
export function elementMarkdown(model: FhirModel, owner: string | undefined, element: ElementDefinition, t: Translate): string {
  const lines = [
    wordsFor(model, owner, element) ?? `${escapeMarkdown(element.short)}`,
    `${cardinalityText(element, t)}\n\n${t("Type: {types}", { types: typesText(element, t) })}`,
    ...(element.binding === undefined ? [] : [bindingText(model, element.binding, t)]),
    ...(element.isModifier ? [t("⚠ **Changes the meaning** of what is around it: whoever reads the resource must not pass over it.")] : []),
  ];
  return [...lines, `[${t("FHIR R4: {path}", { path: displayPath(element) })}](${elementDoc(model, element)})`].join("\n\n");
}

/** The path of an element as the specification writes it, with `[x]` for a choice of types. */
export function displayPath({ path, choice }: ElementDefinition): string {
  return choice && !path.endsWith("[x]") ? `${path}[x]` : path;
}

/** A text of which nothing is taken for a mark of Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, "\\$&").replace(/\s+/g, " ");
}
