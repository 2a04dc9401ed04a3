import type { Translate } from "../../checks/translate";
import type { StandardUsage } from "../dictionary/definitions";
import { type Span, spanOfPart } from "../segment";
import { groupWords } from "./groupWords";
import type { LanguageSnapshot } from "./languageSnapshot";
import { code, plain } from "./markdown";
import { isOutdated, typeOfField, tableOf } from "./partMeaning";
import { type NamedPart, namedPartAt } from "./partPath";
import { pathTo } from "./placement";
import { longTime, readTime } from "./readableTime";
import { readableValue } from "./readableValue";
import { decodeEscapes } from "../escapes";

/** Characters of a value that a hover shows. */
const most = 1000;

/** What is to be said of a part, and the part. */
export interface Hover extends Span {
  readonly path: string;
  /** Markdown; whatever comes from the file or a table is escaped in it. */
  readonly markdown: string;
}

/** What there is to say of the part at an offset; `undefined` between the segments. */
export function hoverAt(snapshot: LanguageSnapshot, offset: number, locale: string, t: Translate): Hover | undefined {
  const part = namedPartAt(snapshot, offset);
  if (part === undefined) {
    return undefined;
  }
  const { segment, indexes, path } = part;
  if (indexes.length === 0) {
    return { from: segment.from, to: segment.from + segment.name.length, path, markdown: segmentLines(snapshot, part, t).join("\n\n") };
  }
  const span = spanOfPart(snapshot.text, segment, indexes) ?? { from: segment.to, to: segment.to };
  return { from: span.from, to: span.to, path, markdown: partLines(snapshot, part, span, locale, t).join("\n\n") };
}

function segmentLines(snapshot: LanguageSnapshot, { index, path, meaning }: NamedPart, t: Translate): readonly string[] {
  const message = snapshot.messageOf(index);
  const { segment } = meaning;
  const name = segment === undefined ? "" : ` · ${plain(segment.name)}`;
  const lines = [`**${plain(path)}**${name}`];
  if (segment === undefined) {
    lines.push(path.startsWith("Z") ? t("A segment of this site: the standard leaves names with Z to those who agree on them.") : unknown(snapshot, index, t("This segment is not known"), t));
  }
  if (message !== "envelope") {
    const found = pathTo(snapshot.placementOf(message), index);
    const { structure } = snapshot.headerOf(message);
    if (structure !== undefined && found?.place !== undefined) {
      const groups = found.groups.map(({ place }) => plain(groupWords(place.name)));
      const where = groups.length === 0 ? plain(structure.id) : `${plain(structure.id)} › ${groups.join(" › ")}`;
      lines.push(`${where} · ${cardinality(found.place.min, found.place.max, t)}`);
    } else if (structure !== undefined && !path.startsWith("Z")) {
      lines.push(t("{structure} has no place for it here.", { structure: plain(structure.id) }));
    }
  }
  return lines;
}

function partLines(snapshot: LanguageSnapshot, part: NamedPart, span: Span, locale: string, t: Translate): readonly string[] {
  const { segment, index, indexes, meaning, path } = part;
  const raw = snapshot.text.slice(span.from, span.to);
  const names = [meaning.field?.name, meaning.component?.name, meaning.subcomponent?.name].flatMap((name) => (name === undefined ? [] : [plain(name)]));
  const lines = [[`**${plain(path)}**`, names.join(" › ")].filter((text) => text !== "").join(" · ")];
  if (meaning.field === undefined) {
    const what = meaning.segment === undefined ? t("The fields of {segment} are not known", { segment: plain(segment.name) }) : t("{segment} has no field {number} that is known", { segment: plain(segment.name), number: (indexes[0] ?? 0) + 1 });
    lines.push(segment.name.startsWith("Z") ? t("A segment of this site: what its fields mean stands in the agreement of those who use it.") : unknown(snapshot, index, what, t));
  }
  const facts = factsOf(snapshot, part, t);
  if (facts.length > 0) {
    lines.push(facts.join(" · "));
  }
  if (segment.header && (indexes[0] ?? 0) < 2) {
    lines.push(declaredDelimiters(part, raw, t));
    return lines;
  }
  lines.push(...valueLines(snapshot, part, raw, locale, t));
  return lines;
}

/** Data type, usage, repetition, table. */
function factsOf(snapshot: LanguageSnapshot, { index, segment, indexes, meaning, repetitions }: NamedPart, t: Translate): readonly string[] {
  const dictionary = snapshot.dictionaryOf(index);
  const facts: string[] = [];
  if (meaning.type !== undefined) {
    const type = dictionary?.dataType(meaning.type);
    facts.push(type === undefined ? code(meaning.type) : `${code(meaning.type)} ${plain(type.name)}`);
  } else if (meaning.field !== undefined && meaning.component === undefined && typeOfField(snapshot.text, segment, meaning.field) === undefined) {
    facts.push(t("data type given by another field, which is empty"));
  } else if (meaning.field !== undefined) {
    facts.push(t("not part of the data type {type}", { type: code(meaning.fieldType ?? "") }));
  }
  const usage = meaning.subcomponent?.usage ?? meaning.component?.usage ?? meaning.field?.usage;
  if (usage !== undefined) {
    facts.push(usageWords(usage, t));
  }
  if (repetitions > 1) {
    facts.push(t("repetition {number} of {count}", { number: (indexes[1] ?? 0) + 1, count: repetitions }));
  } else if (indexes.length <= 2 && meaning.field !== undefined && meaning.field.max > 1) {
    facts.push(meaning.field.max === Number.POSITIVE_INFINITY ? t("may repeat") : t("may repeat up to {count} times", { count: meaning.field.max }));
  }
  if (meaning.table !== undefined) {
    const table = tableOf(dictionary, meaning.table);
    const name = table === undefined ? "" : ` (${plain(table.name)})`;
    facts.push(t("table {number}", { number: meaning.table.padStart(4, "0") }) + name);
  }
  return facts;
}

function valueLines(snapshot: LanguageSnapshot, { index, segment, indexes, meaning }: NamedPart, raw: string, locale: string, t: Translate): readonly string[] {
  if (raw === "") {
    return [t("Empty: nothing is said about it.")];
  }
  if (raw === "\"\"") {
    return [t("{value} deletes what the receiver holds here.", { value: code("\"\"") })];
  }
  const dictionary = snapshot.dictionaryOf(index);
  const lines = [written(raw, t)];
  const { escape, component, subcomponent } = segment.delimiters;
  const isLeaf = (component === undefined || indexes.length > 2 || !raw.includes(component)) && (subcomponent === undefined || indexes.length > 3 || !raw.includes(subcomponent));
  const decoded = isLeaf ? decodeEscapes(raw, segment.delimiters) : raw;
  if (escape !== undefined && decoded !== raw) {
    lines.push(t("Decoded: {value}", { value: written(decoded, t) }));
  }
  const meantType = meaning.type === "TS" ? "DTM" : meaning.type;
  if (meantType === "DT" || meantType === "TM" || meantType === "DTM") {
    const time = readTime(meantType, decoded);
    lines.push(time === undefined ? t("This cannot be read as a date or time of the calendar.") : plain(longTime(time, locale, t)));
    return lines;
  }
  if (!isLeaf) {
    const readable = readableValue(raw, { segment, dictionary, type: meaning.type, table: meaning.table, locale });
    return readable === "" ? lines : [...lines, plain(readable)];
  }
  return [...lines, ...codeLines(snapshot, index, meaning, decoded, t)];
}

/** A value as code; of a document that is packed into the message, its beginning. */
function written(text: string, t: Translate): string {
  return text.length <= most ? code(text) : t("{beginning} … {count} characters in all", { beginning: code(text.slice(0, most)), count: text.length });
}

/** What a code means, or why that cannot be said. */
function codeLines(snapshot: LanguageSnapshot, index: number, { table, codingSystem }: NamedPart["meaning"], value: string, t: Translate): readonly string[] {
  const dictionary = snapshot.dictionaryOf(index);
  if (codingSystem !== undefined) {
    const system = tableOf(dictionary, "396")?.codes.find((known) => known.code === codingSystem)?.display;
    return [t("A code of {system}; what it means is not looked up here.", { system: plain(system === undefined ? codingSystem : `${codingSystem} (${system})`) })];
  }
  if (table === undefined) {
    return [];
  }
  const definition = tableOf(dictionary, table);
  if (definition === undefined || definition.codes.length === 0) {
    return [t("What it means is not known: the codes of this table are not here.")];
  }
  const known = definition.codes.find((each) => each.code === value);
  if (known === undefined) {
    return [definition.kind === "hl7" ? t("Not a code of this table.") : t("Not among the codes that the standard suggests; a site may have its own.")];
  }
  const meaning = `**${plain(known.code)}** = ${plain(known.display)}`;
  return [isOutdated(definition, known) ? `${meaning} (${t("no longer to be used")})` : meaning];
}

/** MSH-1 and MSH-2: what each character is for. */
function declaredDelimiters({ indexes, segment: { delimiters } }: NamedPart, raw: string, t: Translate): string {
  const lines: string[] = [];
  const say = (character: string | undefined, words: string): void => {
    if (character !== undefined && raw.includes(character)) {
      lines.push(`- ${code(character)} ${words}`);
    }
  };
  if (indexes[0] === 0) {
    say(delimiters.field, t("parts the fields of this message"));
    return lines.join("\n");
  }
  say(delimiters.component, t("parts the components of a field"));
  say(delimiters.repetition, t("parts the repetitions of a field"));
  say(delimiters.escape, t("begins and ends an escape sequence"));
  say(delimiters.subcomponent, t("parts the subcomponents of a component"));
  say(delimiters.truncation, t("ends a value that was cut off"));
  return lines.join("\n");
}

function unknown(snapshot: LanguageSnapshot, index: number, what: string, t: Translate): string {
  const message = snapshot.messageOf(index);
  const version = message === "envelope" ? "" : snapshot.headerOf(message).version;
  return version === "" ? `${what}.` : t("{what} for version {version}.", { what, version: plain(version) });
}

/** How a part is used, in words. */
export function usageWords(usage: StandardUsage, t: Translate): string {
  switch (usage) {
    case "R":
      return t("required");
    case "RE":
      return t("required, may be empty");
    case "O":
      return t("optional");
    case "C":
      return t("conditional");
    case "B":
      return t("kept for older versions");
    case "W":
      return t("withdrawn");
  }
}

function cardinality(min: number, max: number, t: Translate): string {
  const needed = min === 0 ? t("optional") : t("required");
  return max > 1 ? `${needed}, ${t("may repeat")}` : needed;
}
