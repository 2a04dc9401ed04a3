import type { Delimiters } from "./delimiters";

/** Where a segment stands in its text, by UTF-16 offsets, and how to read it. */
export interface SegmentSpan {
  /** As written, such as `PID`. */
  readonly name: string;
  /** Offset of the name's first character. */
  readonly from: number;
  /** Offset after the last character of the last field; the line end does not belong to it. */
  readonly to: number;
  readonly delimiters: Delimiters;
  /** True for MSH, FHS and BHS: field 1 is the separator itself and field 2 is not parted. */
  readonly header: boolean;
}

/** A stretch of a text by UTF-16 offsets, `to` not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A field: repetitions of components of subcomponents, the strings at the bottom. */
export type FieldParts = readonly (readonly (readonly string[])[])[];

/** Indexes, from 0, of a field, a repetition, a component and a subcomponent; the last ones may be left out. */
export type PartIndexes = readonly number[];

/** The fields of a segment, with `leaf` applied to the raw text of every subcomponent that is not empty, except to the delimiters in a header. */
export function readFields(text: string, segment: SegmentSpan, leaf: (raw: string) => string): FieldParts[] {
  const fields: FieldParts[] = declaredSpans(text, segment).map((span) => [[[text.slice(span.from, span.to)]]]);
  const start = partedFrom(text, segment);
  return start === undefined ? fields : appendFields(fields, text, start, segment, leaf);
}

const emptyField: FieldParts = Object.freeze([Object.freeze([Object.freeze([""])])]);

function appendFields(fields: FieldParts[], text: string, start: number, segment: SegmentSpan, leaf: (raw: string) => string): FieldParts[] {
  const { to, delimiters } = segment;
  const fieldCode = delimiters.field.charCodeAt(0);
  const repetitionCode = codeOf(delimiters.repetition);
  const componentCode = codeOf(delimiters.component);
  const subcomponentCode = codeOf(delimiters.subcomponent);
  let field: string[][][] | undefined;
  let repetition: string[][] | undefined;
  let component: string[] | undefined;
  let from = start;
  for (let at = start; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : fieldCode;
    if (code !== fieldCode && code !== componentCode && code !== repetitionCode && code !== subcomponentCode) {
      continue;
    }
    if (code === fieldCode && at === from && field === undefined && repetition === undefined && component === undefined) {
      fields.push(emptyField);
      from = at + 1;
      continue;
    }
    const value = at === from ? "" : leaf(text.slice(from, at));
    from = at + 1;
    if (component === undefined) {
      component = [value];
    } else {
      component.push(value);
    }
    if (code === subcomponentCode) {
      continue;
    }
    if (repetition === undefined) {
      repetition = [component];
    } else {
      repetition.push(component);
    }
    component = undefined;
    if (code === componentCode) {
      continue;
    }
    if (field === undefined) {
      field = [repetition];
    } else {
      field.push(repetition);
    }
    repetition = undefined;
    if (code === fieldCode) {
      fields.push(field);
      field = undefined;
    }
  }
  return fields;
}

/** The segment again, from the raw parts that {@link readFields} gives for `leaf = identity`. */
export function writeSegment(segment: SegmentSpan, fields: readonly FieldParts[]): string {
  const { field, repetition, component, subcomponent } = segment.delimiters;
  const written = fields.map((repetitions) =>
    repetitions
      .map((components) => components.map((subcomponents) => subcomponents.join(subcomponent ?? "")).join(component ?? ""))
      .join(repetition ?? ""),
  );
  if (!segment.header) {
    return [segment.name, ...written].join(field);
  }
  const [separator = "", ...rest] = written;
  return segment.name + separator + rest.join(field);
}

/** Where the part at `indexes` stands; `undefined` when the segment has no such part. No indexes at all mean the whole of the fields. */
export function spanOfPart(text: string, segment: SegmentSpan, indexes: PartIndexes): Span | undefined {
  const [field, repetition, component, subcomponent] = indexes;
  const declared = declaredSpans(text, segment);
  const start = partedFrom(text, segment);
  if (field === undefined) {
    return { from: declared[0]?.from ?? start ?? segment.to, to: segment.to };
  }
  if (segment.header && field < 2) {
    return indexes.slice(1).every((index) => index === 0) ? declared[field] : undefined;
  }
  if (start === undefined) {
    return undefined;
  }
  const { delimiters } = segment;
  let span = piece(text, { from: start, to: segment.to }, delimiters.field, field - declared.length);
  if (repetition !== undefined) {
    span = piece(text, span, delimiters.repetition, repetition);
  }
  if (component !== undefined) {
    span = piece(text, span, delimiters.component, component);
  }
  if (subcomponent !== undefined) {
    span = piece(text, span, delimiters.subcomponent, subcomponent);
  }
  return span;
}

/**
 * The indexes of the smallest part at an offset within the segment; `undefined` stands for the name. A part reaches up to and including the offset of the
 * delimiter that ends it, except that MSH-1 begins where the name ends.
 */
export function partAt(text: string, segment: SegmentSpan, offset: number): PartIndexes | undefined {
  const declared = declaredSpans(text, segment);
  const [separator, characters] = declared;
  if (separator !== undefined && offset >= separator.from && offset < separator.to) {
    return [0, 0, 0, 0];
  }
  if (characters !== undefined && offset >= characters.from && offset <= characters.to) {
    return [1, 0, 0, 0];
  }
  const start = partedFrom(text, segment);
  if (start === undefined || offset < start) {
    return undefined;
  }
  let field = declared.length;
  let repetition = 0;
  let component = 0;
  let subcomponent = 0;
  const { delimiters } = segment;
  for (let at = start; at < offset; at++) {
    switch (text.charAt(at)) {
      case delimiters.field:
        field++;
        repetition = component = subcomponent = 0;
        break;
      case delimiters.repetition:
        repetition++;
        component = subcomponent = 0;
        break;
      case delimiters.component:
        component++;
        subcomponent = 0;
        break;
      case delimiters.subcomponent:
        subcomponent++;
        break;
      default:
        break;
    }
  }
  return [field, repetition, component, subcomponent];
}

function codeOf(delimiter: string | undefined): number {
  return delimiter === undefined ? -1 : delimiter.charCodeAt(0);
}

/** Where fields 1 and 2 of a header stand, as far as they are there; nothing for other segments. */
function declaredSpans(text: string, segment: SegmentSpan): readonly Span[] {
  const separatorAt = segment.from + segment.name.length;
  if (!segment.header || separatorAt >= segment.to) {
    return [];
  }
  const from = separatorAt + 1;
  return [{ from: separatorAt, to: from }, { from, to: (partedFrom(text, segment) ?? segment.to + 1) - 1 }];
}

/** The fields that delimiters part, together; `undefined` when the segment has none. */
export function partedSpan(text: string, segment: SegmentSpan): Span | undefined {
  const from = partedFrom(text, segment);
  return from === undefined ? undefined : { from, to: segment.to };
}

/** Offset of the first field that delimiters part (field 3 of a header, field 1 otherwise); `undefined` when the segment ends before. */
function partedFrom(text: string, segment: SegmentSpan): number | undefined {
  const nameEnd = segment.from + segment.name.length;
  if (!segment.header) {
    return nameEnd < segment.to ? nameEnd + 1 : undefined;
  }
  const code = segment.delimiters.field.charCodeAt(0);
  for (let at = nameEnd + 1; at < segment.to; at++) {
    if (text.charCodeAt(at) === code) {
      return at + 1;
    }
  }
  return undefined;
}

/** The piece with this index of the pieces into which `delimiter` parts `span`; without a delimiter there is one piece. */
function piece(text: string, span: Span | undefined, delimiter: string | undefined, index: number): Span | undefined {
  if (span === undefined) {
    return undefined;
  }
  const code = codeOf(delimiter);
  let left = index;
  let from = span.from;
  for (let at = span.from; at < span.to; at++) {
    if (text.charCodeAt(at) === code) {
      if (left === 0) {
        return { from, to: at };
      }
      left--;
      from = at + 1;
    }
  }
  return left === 0 ? { from, to: span.to } : undefined;
}
