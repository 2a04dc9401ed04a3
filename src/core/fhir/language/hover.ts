import type { Translate } from "../../checks/translate";
import { typeDoc } from "../model/docLinks";
import type { FhirModel } from "../model/definitions";
import { codeAt } from "./codes";
import { dateInWords } from "./dateWords";
import { displayPath, elementMarkdown, escapeMarkdown } from "./elementText";
import type { FhirText } from "./fhirText";
import { Labels } from "./labels";
import { placeOf } from "./place";
import type { Place } from "./place";
import type { References } from "./references";
import { knownSystem } from "./systems";
import { unitName } from "./units";
import { wordsForType } from "./words";

export interface Hover {
  /** Markdown; nothing in it comes from the text unescaped. */
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

export interface HoverSurroundings {
  readonly model: FhirModel;
  readonly text: FhirText;
  readonly references: () => References;
  readonly t: Translate;
  /** BCP 47, for dates in words. */
  readonly locale: string;
}

/** What is to be said about the place at an offset: of a value also what it stands for. `undefined` where FHIR knows nothing. */
export function hoverAt(around: HoverSurroundings, offset: number): Hover | undefined {
  const { model, text, t } = around;
  const chain = text.chainAt(offset);
  const node = chain.at(-1);
  if (node === undefined) {
    return undefined;
  }
  const place = placeOf(model, chain);
  const onName = offset < node.from && offset <= node.keyTo && offset >= node.keyFrom;
  const onScalar = node.children === undefined && offset >= node.from;
  // In the white space of an object, or at its brackets, nothing in particular is meant.
  if (!onName && !onScalar) {
    return undefined;
  }
  const [from, to] = onName ? [node.keyFrom, node.keyTo] : [node.from, node.to];
  if (place.property === "resourceType" && place.element === undefined) {
    const markdown = typeof node.value === "string" ? resourceTypeText(around, node.value) : undefined;
    return markdown === undefined ? undefined : { markdown, from, to };
  }
  if (place.element === undefined) {
    return undefined;
  }
  const value = onScalar ? valueText(around, chain, place) : [];
  const sibling = place.isSibling ? [t("Id and extensions of the value that `{name}` has.", { name: place.element.name })] : [];
  const body = [...value, heading(place), ...sibling, elementMarkdown(model, place.owner, place.element, t)];
  return { markdown: body.join("\n\n"), from, to };
}

function heading({ element, property, type }: Place): string {
  const path = element === undefined ? "" : displayPath(element);
  return element?.choice === true && property !== undefined ? `**\`${path}\`** · \`${property}\` · ${type ?? ""}` : `**\`${path}\`**`;
}

function resourceTypeText({ model, t }: HoverSurroundings, name: string): string | undefined {
  const type = model.type(name);
  if (type?.kind !== "resource") {
    return undefined;
  }
  return [`**${name}**`, wordsForType(name) ?? escapeMarkdown(type.short), `[${t("FHIR R4: {path}", { path: name })}](${typeDoc(model, name)})`].join("\n\n");
}

/** What a value stands for, where it is not plain. */
function valueText(around: HoverSurroundings, chain: readonly JsonNodeOf[], place: Place): readonly string[] {
  const { model, text, references, t, locale } = around;
  const node = chain.at(-1);
  const value = node?.value;
  if (node === undefined || typeof value !== "string") {
    return [];
  }
  const code = codeAt(model, place);
  if (code !== undefined) {
    return [`\`${value}\` · **${escapeMarkdown(code.display ?? value)}**${code.system === undefined ? "" : ` (${escapeMarkdown(code.system)})`}`];
  }
  if (place.property === "reference" && place.owner === "Reference") {
    const written = references().at(node);
    const target = written === undefined ? undefined : references().targetOf(written);
    return [target === undefined ? t("Leads to nothing in this file.") : t("Leads to {target}", { target: `**${escapeMarkdown(new Labels(text.text).resource(target.type, target.node))}**${target.where === "" ? "" : ` (\`${target.where}\`)`}` })];
  }
  switch (place.type) {
    case "date":
    case "dateTime":
    case "instant": {
      const words = dateInWords(value, locale);
      return words === undefined ? [] : [`**${escapeMarkdown(words)}**`];
    }
    case "uri": {
      const system = knownSystem(value);
      return system === undefined ? [] : [`**${system.name}** · ${system.use}`];
    }
    case "code": {
      const unit = isUnit(place) ? unitName(value) : undefined;
      return unit === undefined ? [] : [`\`${value}\` · **${unit}** (UCUM)`];
    }
    default:
      return [];
  }
}

type JsonNodeOf = NonNullable<FhirText["root"]>;

/** Whether a code is the unit of a quantity whose system is UCUM, or is not said. */
function isUnit({ parent, owner, property }: Place): boolean {
  const system = parent?.node?.children?.find(({ key }) => key === "system")?.value;
  return property === "code" && owner !== "Coding" && parent?.node !== undefined && (system === undefined || system === "http://unitsofmeasure.org");
}
