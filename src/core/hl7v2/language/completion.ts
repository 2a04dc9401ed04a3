import type { Translate } from "../../checks/translate";
import type { TableDefinition } from "../dictionary/definitions";
import { spanOfPart } from "../segment";
import type { Leaf } from "../validation/structureMap";
import type { LanguageSnapshot, SegmentPlaceAt } from "./languageSnapshot";
import { isOutdated, meaningOf, tableOf } from "./partMeaning";
import { textAt } from "./parts";
import { type MessagePlacement, pathTo } from "./placement";

/** One thing that could be written. */
export interface CompletionOffer {
  readonly kind: "segment" | "code";
  /** What is offered, such as `PID` or `F`. */
  readonly label: string;
  /** What it is, such as `patient identification` or `Female`. */
  readonly description: string;
  /** Where it comes from, or why it stands where it does in the list. */
  readonly detail: string;
  readonly insert: string;
  /** The order of the list. */
  readonly sort: string;
  readonly deprecated: boolean;
}

/** What could be written in place of a stretch of the text. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly CompletionOffer[];
}

/** What could be written at an offset: names of segments at the beginning of a line, codes where a table gives them. `undefined` where nothing is known. */
export function completionAt(snapshot: LanguageSnapshot, offset: number, t: Translate): Completion | undefined {
  const { character } = snapshot.lines.positionAt(offset);
  const lineFrom = offset - character;
  const before = snapshot.text.slice(lineFrom, offset);
  return /^[A-Za-z0-9]{0,3}$/.test(before) ? segmentNames(snapshot, lineFrom, offset, t) : codes(snapshot, offset, t);
}

function segmentNames(snapshot: LanguageSnapshot, lineFrom: number, offset: number, t: Translate): Completion | undefined {
  const { text } = snapshot;
  const rest = /^[A-Za-z0-9]*/.exec(text.slice(offset, offset + 10))?.[0] ?? "";
  const to = offset + rest.length;
  const written = text.slice(lineFrom, to);
  const next = text.charAt(to);
  const isWhole = next !== "" && next !== "\r" && next !== "\n";
  if (written.length > 3) {
    return undefined;
  }
  const previous = snapshot.lastSegmentUpTo(lineFrom - 1);
  const header = snapshot.segments[previous];
  if (header === undefined) {
    const offers = ["MSH", "FHS", "BHS"].map((name, index): CompletionOffer => ({
      kind: "segment", label: name, description: snapshot.dictionaryOf(0)?.segment(name)?.name ?? "", detail: t("begins here"),
      insert: isWhole ? name : `${name}|^~\\&|`, sort: String(index), deprecated: false,
    }));
    return { from: lineFrom, to, offers };
  }
  const separator = isWhole ? "" : header.delimiters.field;
  const dictionary = snapshot.dictionaryOf(previous);
  const ranks = ranksOf(snapshot, previous);
  const structure = structureName(snapshot, previous);
  const names = new Set([...ranks.keys(), ...(dictionary?.segments() ?? []).map(({ id }) => id)]);
  const offers = [...names].map((name): CompletionOffer => {
    const rank = ranks.get(name);
    return {
      kind: "segment", label: name, description: dictionary?.segment(name)?.name ?? "",
      detail: rank === undefined ? t("not in this message") : rank < fits ? t("may stand here in {structure}", { structure }) : t("elsewhere in {structure}", { structure }),
      insert: name + separator, sort: `${rank === undefined ? "2" : rank < fits ? "0" : "1"}${String(Math.round((rank ?? 0) * 10_000)).padStart(7, "0")}${name}`, deprecated: false,
    };
  });
  return { from: lineFrom, to, offers };
}

/** What it may cost to go to a segment that is to count as one that fits: no segment that is required is passed over. */
const fits = 1;

function structureName(snapshot: LanguageSnapshot, previous: number): string {
  const message = snapshot.messageOf(previous);
  return message === "envelope" ? "" : snapshot.headerOf(message).structure?.id ?? "";
}

/** What it costs to go on from a segment to each segment that its message's structure has; nothing where the structure is not known. */
function ranksOf(snapshot: LanguageSnapshot, previous: number): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const message = snapshot.messageOf(previous);
  const structure = message === "envelope" ? undefined : snapshot.headerOf(message).structure;
  if (message === "envelope" || structure === undefined) {
    return ranks;
  }
  const map = snapshot.placer.mapOf(structure);
  const leaves = snapshot.placer.leavesOf(structure);
  const from = lastPlaced(leaves, snapshot.placementOf(message), previous);
  for (const [order, leaf] of leaves.entries()) {
    const cost = map.step(from, leaf)?.cost;
    const name = leaf.place.segment;
    // What comes next in the structure is offered first; places behind it follow in its order.
    const rank = cost === undefined ? 50 + order / 1000 : cost + order / 100_000;
    ranks.set(name, Math.min(rank, ranks.get(name) ?? Number.POSITIVE_INFINITY));
  }
  return ranks;
}

/** The place of the last segment up to one that has a place. */
function lastPlaced(leaves: readonly Leaf[], placement: MessagePlacement, previous: number): Leaf | undefined {
  for (let index = previous; index >= 0; index--) {
    const found = pathTo(placement, index);
    if (found === undefined) {
      return undefined;
    }
    const { place } = found;
    if (place !== undefined) {
      return leaves.find((leaf) => leaf.place === place);
    }
  }
  return undefined;
}

function codes(snapshot: LanguageSnapshot, offset: number, t: Translate): Completion | undefined {
  const place = snapshot.at(offset);
  if (place?.part === undefined) {
    return undefined;
  }
  const { index, segment, part } = place;
  const span = spanOfPart(snapshot.text, segment, part);
  const dictionary = snapshot.dictionaryOf(index);
  const table = tableOf(dictionary, meaningOf(dictionary, snapshot.text, segment, part).table);
  if (span === undefined || table === undefined || table.codes.length === 0 || (segment.header && (part[0] ?? 0) < 2)) {
    return undefined;
  }
  const preferred = preferredCodes(snapshot, place);
  const offers = table.codes.map((known, order): CompletionOffer => ({
    kind: "code", label: known.code, description: known.display, detail: detailOf(table, t), insert: known.code,
    sort: `${preferred(known.code) ? "0" : "1"}${isOutdated(table, known) ? "1" : "0"}${String(order).padStart(5, "0")}`, deprecated: isOutdated(table, known),
  }));
  return { from: span.from, to: span.to, offers };
}

function detailOf(table: TableDefinition, t: Translate): string {
  const args = { number: table.id.padStart(4, "0"), name: table.name };
  return table.kind === "hl7" ? t("Table {number}, {name}", args) : t("Table {number}, {name}; a site may have its own codes", args);
}

/** Trigger events and structures that go with what is already written in MSH-9 come first, and in OBX-2 the data types that the version has. */
function preferredCodes(snapshot: LanguageSnapshot, { index, segment, part }: SegmentPlaceAt): (code: string) => boolean {
  const [field, repetition, component] = part ?? [];
  const dictionary = snapshot.dictionaryOf(index);
  if (segment.name === "OBX" && field === 1) {
    return (code) => dictionary?.dataType(code) !== undefined;
  }
  if (segment.name !== "MSH" || field !== 8 || dictionary === undefined) {
    return () => false;
  }
  const type = textAt(snapshot.text, segment, [8, repetition ?? 0, 0]);
  const trigger = textAt(snapshot.text, segment, [8, repetition ?? 0, 1]);
  switch (component) {
    case 1:
      return (code) => type !== "" && dictionary.message(type, code) !== undefined;
    case 2:
      return (code) => dictionary.message(type, trigger)?.id === code;
    default:
      return () => false;
  }
}
