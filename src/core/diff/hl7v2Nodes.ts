import type { Hl7v2Document } from "../documents/hl7v2Document";
import { segmentsOf } from "../hl7v2/findPart";
import { partedSpan, type SegmentSpan } from "../hl7v2/segment";
import { hl7v2Moment, type Moment } from "./comparable";
import { type DiffNode, type Interner, type NodeShape, noTraits, type Traits } from "./diffNode";
import { canonicalPart, type FieldComparing, isEmptyCanonical, partsOf, piecesOf, shownValue } from "./hl7v2Canonical";
import { segmentIdentities } from "./hl7v2Identity";
import { fitsPlace, type Hl7v2Pattern } from "./pathPattern";
import { countingSetIds } from "./setIds";
import type { Tolerance } from "./tolerance";

/** What decides whether parts of HL7 v2 documents are the same. */
export interface Hl7v2Comparing {
  readonly interner: Interner;
  readonly tolerance: Tolerance;
  readonly ignored: readonly Hl7v2Pattern[];
  readonly unordered: true | readonly Hl7v2Pattern[];
  /** Ids of segments by how they are written, on both sides; only for segments with the usual separators, of which nothing is ignored. */
  readonly known: Map<string, number>;
}

/** What a message is given anew with every copy: control ids and the time of the message (HL7 v2.5.1 sections 2.15.1, 2.15.2, 2.15.4, 2.15.8, 2.15.9). */
const ownNames: readonly Hl7v2Pattern[] = ([["MSH", 7], ["MSH", 10], ["MSA", 2], ["BHS", 7], ["BHS", 11], ["BHS", 12], ["FHS", 7], ["FHS", 9], ["FHS", 11], ["FHS", 12]] as const).map(
  ([segment, field]) => ({ segment, field, occurrence: undefined, repetition: undefined, component: undefined, subcomponent: undefined }),
);

/** Fields 1 and 2 of headers, which declare the delimiters. */
const declarations: readonly Hl7v2Pattern[] = (["MSH", "FHS", "BHS"] as const).flatMap((segment) =>
  [1, 2].map((field) => ({ segment, field, occurrence: undefined, repetition: undefined, component: undefined, subcomponent: undefined })));

/**
 * Makes comparable nodes of an HL7 v2 document: messages and segments of envelopes, their segments, and, once somebody asks for them, fields, repetitions, components and subcomponents.
 */
export function hl7v2DiffTree(document: Hl7v2Document, comparing: Hl7v2Comparing): DiffNode {
  return new Hl7v2TreeBuilder(document, comparing).root();
}

class Hl7v2TreeBuilder {
  private readonly counting: readonly (string | undefined)[];
  private readonly ignored: readonly Hl7v2Pattern[];

  constructor(private readonly document: Hl7v2Document, private readonly comparing: Hl7v2Comparing) {
    const { ids, escapes } = comparing.tolerance;
    this.counting = countingSetIds(document);
    this.ignored = [...comparing.ignored, ...(ids === true ? ownNames : []), ...(escapes === true ? declarations : [])];
  }

  root(): DiffNode {
    const { document } = this;
    const blocks: DiffNode[] = [];
    const root = listNode(this.comparing.interner, undefined, "", "file", { from: 0, to: document.text.length }, this.comparing.unordered === true, blocks);
    const envelope = [...segmentsOf(document, "envelope")];
    const names = this.segmentNames(envelope);
    const envelopeNodes = envelope.map((index) => ({ index, node: this.segment(index, root, names) }));
    const messages = document.messages.map(([from], message) => ({ index: from, node: this.message(message, root) }));
    for (const { node } of [...envelopeNodes, ...messages].sort((one, other) => one.index - other.index)) {
      if (node !== undefined) {
        blocks.push(node);
      }
    }
    return root;
  }

  private message(message: number, root: DiffNode): DiffNode {
    const { document } = this;
    const indexes = [...segmentsOf(document, message)];
    const [first, last] = [document.segments[indexes[0] ?? -1], document.segments[indexes.at(-1) ?? -1]];
    const name = document.messages.length > 1 ? `message ${String(message + 1)} ` : "";
    const children: DiffNode[] = [];
    const identities = (): readonly string[] => children[0]?.identities() ?? [];
    const node = listNode(this.comparing.interner, root, name, "message", { from: first?.from ?? 0, to: last?.to ?? 0 }, false, children, identities,
      document.messages.length > 1 ? ["messages", message] : []);
    const names = this.segmentNames(indexes);
    if (this.comparing.unordered === true || this.comparing.unordered.some(({ field }) => field === undefined)) {
      children.push(...this.runs(indexes, node, names));
    } else {
      children.push(...indexes.flatMap((index) => this.segment(index, node, names) ?? []));
    }
    return node;
  }

  /** Segments of one name that follow each other, each with its notes, as one list whose order says nothing. */
  private runs(indexes: readonly number[], message: DiffNode, names: ReadonlyMap<number, SegmentName>): readonly DiffNode[] {
    const runs: DiffNode[] = [];
    let run: { readonly name: string; readonly units: DiffNode[]; readonly node: DiffNode } | undefined;
    let notes: DiffNode[] | undefined;
    for (const index of indexes) {
      const span = this.document.segments[index];
      if (span === undefined) {
        continue;
      }
      const loose = !this.inAnyOrder(span.name);
      if (span.name === "NTE" && notes !== undefined && run !== undefined) {
        const note = this.segment(index, run.units.at(-1), names);
        notes.push(...(note === undefined ? [] : [note]));
        continue;
      }
      if (run === undefined || loose || run.name !== span.name) {
        const units: DiffNode[] = [];
        run = { name: span.name, units, node: listNode(this.comparing.interner, message, "", `run ${span.name}`, span, true, units) };
        runs.push(run.node);
      }
      const content: DiffNode[] = [];
      const identities = (): readonly string[] => content[0]?.identities() ?? [];
      const unit = listNode(this.comparing.interner, run.node, "", `unit ${span.name}`, span, false, content, identities);
      const segment = this.segment(index, unit, names);
      content.push(...(segment === undefined ? [] : [segment]));
      notes = content;
      run.units.push(unit);
    }
    return runs;
  }

  private inAnyOrder(name: string): boolean {
    const { unordered } = this.comparing;
    return unordered === true || unordered.some(({ segment, field }) => field === undefined && (segment ?? name) === name);
  }

  private segmentNames(indexes: readonly number[]): ReadonlyMap<number, SegmentName> {
    const counts = new Map<string, number>();
    const occurrences = indexes.map((index) => {
      const name = this.document.segments[index]?.name ?? "";
      const occurrence = (counts.get(name) ?? 0) + 1;
      counts.set(name, occurrence);
      return { index, name, occurrence };
    });
    return new Map(occurrences.map(({ index, name, occurrence }) => [index, { occurrence, name: (counts.get(name) ?? 0) > 1 ? `${name}[${String(occurrence)}]` : name }]));
  }

  /** `undefined` for a segment that does not count. */
  private segment(index: number, parent: DiffNode | undefined, names: ReadonlyMap<number, SegmentName>): DiffNode | undefined {
    const span = this.document.segments[index];
    const { name, occurrence } = names.get(index) ?? { name: "", occurrence: 1 };
    if (span === undefined || this.ignored.some((pattern) => fitsPlace(pattern, span.name, occurrence, []))) {
      return undefined;
    }
    const { tolerance, unordered, interner, known } = this.comparing;
    const ignored = this.ignored.filter((pattern) => (pattern.segment ?? span.name) === span.name && (pattern.occurrence ?? occurrence) === occurrence);
    const isIgnored = (indexes: readonly number[]): boolean => ignored.some((pattern) => fitsPlace(pattern, span.name, occurrence, indexes));
    const inside = ignored.some(({ repetition, component, subcomponent }) => repetition !== undefined || component !== undefined || subcomponent !== undefined);
    const usual: FieldComparing = {
      precision: tolerance.precision === true, escapes: tolerance.escapes === true, empty: tolerance.empty === true, unordered: unordered === true, ignored: inside ? isIgnored : undefined,
    };
    const fields = (field: number): FieldComparing => (unordered === true || unordered.length === 0 ? usual : {
      ...usual,
      unordered: unordered.some((pattern) => pattern.repetition === undefined && pattern.component === undefined && fitsPlace(pattern, span.name, occurrence, [field])),
    });
    const comparing: SegmentComparing = { interner, fields, isIgnored: ignored.length === 0 ? () => false : isIgnored, setId: this.counting[index], known: ignored.length === 0 && (unordered === true || unordered.length === 0) && hasUsualSeparators(span) ? known : undefined };
    return new SegmentNode(this.document.text, span, index, parent, name, comparing);
  }
}

/** What decides whether segments are the same. */
interface SegmentComparing {
  readonly interner: Interner;
  readonly fields: (field: number) => FieldComparing;
  readonly isIgnored: (indexes: readonly number[]) => boolean;
  /** What the set id counts, where it only counts along. */
  readonly setId: string | undefined;
  readonly known: Map<string, number> | undefined;
}

function hasUsualSeparators({ delimiters: { field, component, repetition, escape, subcomponent } }: SegmentSpan): boolean {
  return field === "|" && component === "^" && repetition === "~" && escape === "\\" && subcomponent === "&";
}

interface SegmentName {
  readonly name: string;
  readonly occurrence: number;
}

function listNode(
  interner: Interner, parent: DiffNode | undefined, name: string, group: string, { from, to }: { readonly from: number; readonly to: number }, unordered: boolean,
  children: readonly DiffNode[], identities: () => readonly string[] = () => [], step: readonly (string | number)[] = [],
): DiffNode {
  let id: number | undefined;
  return {
    shape: "list", parent, step, absolute: false, collapses: false, placeless: true, name, key: "", from, to, empty: false, group, unordered, moment: undefined, alias: undefined, identities,
    children: () => children,
    traits: () => traitsOf(children),
    get id() {
      if (id === undefined) {
        const ids = children.map((child) => child.id);
        id = interner.idOf(`[${(unordered ? ids.sort((a, b) => a - b) : ids).join(",")}`);
      }
      return id;
    },
  };
}

/** A message is known by its header; a run and a unit by their first segment. */
function traitsOf(children: readonly DiffNode[]): Traits {
  const facts = new Set<string>();
  for (const child of children) {
    child.traits().facts.forEach((fact) => facts.add(`${child.group} ${fact}`));
  }
  return { identities: children[0]?.traits().identities ?? [], facts };
}

class SegmentNode implements DiffNode {
  readonly shape = "parts";
  readonly step: readonly (string | number)[];
  readonly absolute = true;
  readonly collapses = false;
  readonly placeless = false;
  readonly key = "";
  readonly from: number;
  readonly to: number;
  readonly id: number;
  readonly empty = false;
  readonly group: string;
  readonly unordered = false;
  readonly moment = undefined;
  readonly alias = undefined;
  private readFields: readonly FieldPlace[] | undefined;
  private made: readonly DiffNode[] | undefined;

  constructor(
    private readonly text: string, private readonly span: SegmentSpan, index: number, readonly parent: DiffNode | undefined, readonly name: string, private readonly comparing: SegmentComparing,
  ) {
    this.step = ["segments", index];
    this.from = span.from;
    this.to = span.to;
    this.group = span.name;
    const { interner, known } = comparing;
    const raw = known === undefined ? "" : this.withoutSetId();
    const before = known?.get(raw);
    this.id = before ?? interner.idOf(`${span.name}${this.fields.map(({ index: at, canonical }) => `\ufdd3${String(at)}=${canonical}`).join("")}`);
    if (before === undefined && known !== undefined) {
      known.set(raw, this.id);
      // Most segments are on both sides: their fields are read again only where somebody asks.
      this.readFields = undefined;
    }
  }

  private get fields(): readonly FieldPlace[] {
    this.readFields ??= this.placesOfFields();
    return this.readFields;
  }

  private placesOfFields(): readonly FieldPlace[] {
    const { text, span, comparing: { fields: comparing, isIgnored, setId } } = this;
    const fields = fieldPlaces(text, span).flatMap((place): FieldPlace[] => {
      if (isIgnored([place.index])) {
        return [];
      }
      const isCounted = place.index === 0 && setId !== undefined;
      const declares = span.header && place.index < 2;
      const canonical = isCounted ? `\ufdd4${setId}` : declares ? text.slice(place.from, place.to) : canonicalPart(text, place.from, place.to, span.delimiters, [place.index], comparing(place.index));
      return [{ ...place, canonical, atomic: isCounted || declares, alias: isCounted ? "(counts along)" : undefined }];
    });
    return comparing(0).empty ? fields.filter(({ canonical }) => !isEmptyCanonical(canonical)) : fields;
  }

  /** As written, with what the set id counts in its place. */
  private withoutSetId(): string {
    const { text, span, comparing: { setId } } = this;
    const written = text.slice(span.from, span.to);
    if (setId === undefined) {
      return written;
    }
    const end = written.indexOf("|", span.name.length + 1);
    return `${span.name}|\ufdd4${setId}${end < 0 ? "" : written.slice(end)}`;
  }

  identities(): readonly string[] {
    return segmentIdentities(this.span.name, (number) => this.fields.find(({ index }) => index === number - 1)?.canonical ?? "");
  }

  traits(): Traits {
    const { text, fields } = this;
    const written = fields.filter(({ index, canonical }) => index > 0 && !isEmptyCanonical(canonical)).map((place) => [place.index, text.slice(place.from, place.to)] as const);
    const byIndex = new Map(written);
    return { identities: segmentIdentities(this.span.name, (number) => byIndex.get(number - 1) ?? ""), facts: new Set(written.map(([index, field]) => `${String(index)}=${field}`)) };
  }

  children(): readonly DiffNode[] {
    this.made ??= this.fields.map((place) =>
      new PartNode(this.text, this.span, place, this, [place.index], ["fields", place.index], `-${String(place.index + 1)}`, this.comparing.interner, this.comparing.fields(place.index)));
    return this.made;
  }
}

interface FieldPlace {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly canonical: string;
  /** Whether it is one value, whatever characters are in it. */
  readonly atomic: boolean;
  readonly alias: string | undefined;
}

class PartNode implements DiffNode {
  readonly absolute = false;
  readonly collapses = true;
  readonly placeless = false;
  readonly shape: NodeShape;
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly id: number;
  readonly empty: boolean;
  readonly group = "";
  readonly unordered: boolean;
  readonly alias: string | undefined;
  private made: readonly DiffNode[] | undefined;

  constructor(
    private readonly text: string, private readonly segment: SegmentSpan, place: FieldPlace, readonly parent: DiffNode,
    private readonly indexes: readonly number[], readonly step: readonly (string | number)[], readonly name: string, private readonly interner: Interner, private readonly comparing: FieldComparing,
  ) {
    this.shape = place.atomic || indexes.length > 3 ? "value" : indexes.length === 1 ? "list" : "parts";
    this.key = String(place.index);
    this.from = place.from;
    this.to = place.to;
    this.id = interner.idOf(`=${place.canonical}`);
    this.empty = isEmptyCanonical(place.canonical);
    this.unordered = comparing.unordered;
    this.alias = place.alias ?? (this.shape === "value" && !place.atomic ? shownValue(text.slice(place.from, place.to), segment.delimiters, comparing) : undefined);
  }

  get moment(): Moment | undefined {
    return this.comparing.precision && this.shape === "value" ? hl7v2Moment(this.text.slice(this.from, this.to), 4) : undefined;
  }

  identities(): readonly string[] {
    return [];
  }

  traits(): Traits {
    return noTraits;
  }

  children(): readonly DiffNode[] {
    this.made ??= this.shape === "value" ? [] : this.parts();
    return this.made;
  }

  private parts(): readonly DiffNode[] {
    const { text, segment, indexes, interner, comparing } = this;
    const level = indexes.length - 1;
    const nodes = partsOf(text, this.from, this.to, segment.delimiters, level).flatMap(([from, to], index): PartNode[] => {
      const place = [...indexes, index];
      if (comparing.ignored?.(place) === true) {
        return [];
      }
      const canonical = canonicalPart(text, from, to, segment.delimiters, place, comparing);
      const name = level === 0 ? `[${String(index + 1)}]` : `.${String(index + 1)}`;
      return [new PartNode(text, segment, { index, from, to, canonical, atomic: false, alias: undefined }, this, place, [index], name, interner, comparing)];
    });
    // A repetition in the middle keeps its place; components have theirs whatever is before them.
    const last = level === 0 ? nodes.findLastIndex(({ empty }) => !empty) : -1;
    return comparing.empty ? nodes.filter(({ empty }, at) => !empty || at < last) : nodes;
  }
}

function fieldPlaces(text: string, span: SegmentSpan): readonly Pick<FieldPlace, "index" | "from" | "to">[] {
  const parted = partedSpan(text, span);
  const separatorAt = span.from + span.name.length;
  const declared = !span.header || separatorAt >= span.to ? [] : [{ index: 0, from: separatorAt, to: separatorAt + 1 }, { index: 1, from: separatorAt + 1, to: parted === undefined ? span.to : parted.from - 1 }];
  const pieces = parted === undefined ? [] : piecesOf(text, parted.from, parted.to, span.delimiters.field);
  return [...declared, ...pieces.map(([from, to], index) => ({ index: declared.length + index, from, to }))];
}
