import type { Translate } from "../../checks/translate";
import { rawAt, split } from "./parts";
import { fieldAt, meaningOf } from "./partMeaning";
import { readableValue } from "./readableValue";
import type { SegmentSpan } from "../segment";
import type { LanguageSnapshot } from "./languageSnapshot";

/** Which fields are shown, and how: those that hold something, all that are known, or one field on each line. */
export type ColumnsLook = "filled" | "all" | "list";

/** Where a field of the file stands in the view. */
export interface ColumnCell {
  /** Index of the segment in the document. */
  readonly segment: number;
  /** From 0. */
  readonly field: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A text with one segment on each line, under the numbers and names of its fields. */
export interface ColumnsView {
  readonly text: string;
  /** In the order of the text. */
  readonly cells: readonly ColumnCell[];
  /** By segment: the line it stands on. */
  readonly lineOf: readonly number[];
}

/** A value that is wider goes over its column rather than making all of them as wide. */
const widest = 48;

/** Makes the view: segments of one kind that follow each other stand in one table. */
export function columnsOf(snapshot: LanguageSnapshot, look: ColumnsLook, locale: string, t: Translate): ColumnsView {
  return new ColumnsWriter(snapshot, look, locale, t).write();
}

class ColumnsWriter {
  private readonly lines: string[] = [];
  private readonly cells: ColumnCell[] = [];
  private readonly lineOf: number[] = [];

  constructor(private readonly snapshot: LanguageSnapshot, private readonly look: ColumnsLook, private readonly locale: string, private readonly t: Translate) {}

  write(): ColumnsView {
    const { segments } = this.snapshot;
    let from = 0;
    for (let index = 1; index <= segments.length; index++) {
      const isSame = segments[index]?.name === segments[from]?.name && segments[index]?.header === false && this.snapshot.messageOf(index) === this.snapshot.messageOf(from);
      if (!isSame) {
        this.table(from, index);
        from = index;
      }
    }
    if (segments.length === 0) {
      this.lines.push(this.t("There is no HL7 v2 message in this file."));
    }
    return { text: this.lines.join("\n"), cells: this.cells, lineOf: this.lineOf };
  }

  private table(from: number, to: number): void {
    const { snapshot } = this;
    const first = snapshot.segments[from];
    if (first === undefined) {
      return;
    }
    const message = snapshot.messageOf(from);
    if (message !== "envelope" && snapshot.document.messages[message]?.[0] === from) {
      this.title(message);
    }
    const definition = snapshot.dictionaryOf(from)?.segment(first.name);
    const name = definition?.name ?? (first.name.startsWith("Z") ? this.t("segment of this site") : this.t("not known here"));
    this.lines.push(`${first.name} · ${name}`);
    const rows = Array.from({ length: to - from }, (_, index) => this.valuesOf(from + index));
    const known = this.look === "all" ? definition?.fields.length ?? 0 : 0;
    const count = Math.max(known, ...rows.map((row) => row.length));
    const numbers = Array.from({ length: count }, (_, field) => field).filter((field) => this.look === "all" || rows.some((row) => (row[field] ?? "") !== ""));
    const columns = numbers.map((field) => ({ field, number: `${first.name}-${String(field + 1)}`, title: fieldAt(definition, field)?.name ?? "" }));
    if (this.look === "list") {
      this.list(from, rows, columns);
    } else {
      this.rows(from, rows, columns);
    }
    this.lines.push("");
  }

  private title(message: number): void {
    const { type, trigger, controlId, structure, version } = this.snapshot.headerOf(message);
    const title = [[type, trigger].filter((part) => part !== "").join(" "), structure?.name ?? "", controlId, version === "" ? "" : `HL7 v${version}`].filter((part) => part !== "").join(" · ");
    const text = this.snapshot.document.messages.length > 1 ? this.t("Message {number}: {title}", { number: message + 1, title }) : title;
    if (text !== "") {
      this.lines.push(text, "");
    }
  }

  private rows(from: number, rows: readonly (readonly string[])[], columns: readonly Column[]): void {
    const widths = columns.map(({ field, number, title }) => Math.max(number.length, title.length, ...rows.map((row) => Math.min(widest, (row[field] ?? "").length))));
    const line = (cells: readonly string[]): string => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ").trimEnd();
    const titles = line(columns.map(({ title }) => title));
    this.lines.push(line(columns.map(({ number }) => number)), ...(titles === "" ? [] : [titles]), widths.map((width) => "─".repeat(width)).join("  "));
    for (const [row, values] of rows.entries()) {
      this.lineOf[from + row] = this.lines.length;
      let character = 0;
      for (const [index, { field }] of columns.entries()) {
        const value = values[field] ?? "";
        this.cells.push({ segment: from + row, field, line: this.lines.length, from: character, to: character + value.length });
        character += Math.max(widths[index] ?? 0, value.length) + 2;
      }
      this.lines.push(line(columns.map(({ field }) => values[field] ?? "")));
    }
  }

  private list(from: number, rows: readonly (readonly string[])[], columns: readonly Column[]): void {
    const numberWidth = Math.max(0, ...columns.map(({ number }) => number.length));
    const titleWidth = Math.max(0, ...columns.map(({ title }) => title.length));
    for (const [row, values] of rows.entries()) {
      this.lineOf[from + row] = this.lines.length;
      for (const { field, number, title } of columns) {
        const value = values[field] ?? "";
        if (value === "") {
          continue;
        }
        const head = `  ${number.padEnd(numberWidth)}  ${title.padEnd(titleWidth)}  `;
        this.cells.push({ segment: from + row, field, line: this.lines.length, from: head.length, to: head.length + value.length });
        this.lines.push(head + value);
      }
      if (row < rows.length - 1) {
        this.lines.push("");
      }
    }
  }

  /** What the fields of a segment say, by index from 0. */
  private valuesOf(index: number): readonly string[] {
    const segment = this.snapshot.segments[index];
    if (segment === undefined) {
      return [];
    }
    const count = fieldCount(this.snapshot.text, segment);
    return Array.from({ length: count }, (_, field) => this.valueOf(index, segment, field));
  }

  private valueOf(index: number, segment: SegmentSpan, field: number): string {
    const raw = rawAt(this.snapshot.text, segment, [field]);
    if (raw === "" || (segment.header && field < 2)) {
      return raw;
    }
    const dictionary = this.snapshot.dictionaryOf(index);
    const { fieldType, table } = meaningOf(dictionary, this.snapshot.text, segment, [field]);
    const ofField = table ?? fieldAt(dictionary?.segment(segment.name), field)?.table;
    return split(raw, segment.delimiters.repetition)
      .map((repetition) => readableValue(repetition, { segment, dictionary, type: fieldType, table: ofField, locale: this.locale }))
      // eslint-disable-next-line no-control-regex
      .join(" ~ ").replace(/[\u0000-\u001f\u2028\u2029]+/g, " ⏎ ");
  }
}

interface Column {
  readonly field: number;
  /** Such as `PID-5`. */
  readonly number: string;
  readonly title: string;
}

function fieldCount(text: string, segment: SegmentSpan): number {
  const parted = rawAt(text, segment, []);
  const nameTo = segment.from + segment.name.length;
  if (nameTo >= segment.to) {
    return 0;
  }
  return segment.header ? split(parted, segment.delimiters.field).length : split(text.slice(nameTo + 1, segment.to), segment.delimiters.field).length;
}
