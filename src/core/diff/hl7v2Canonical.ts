import type { Delimiters } from "../hl7v2/delimiters";
import { decodeEscapes } from "../hl7v2/escapes";
import { hl7v2Moment, momentKey, plainDecimal, shortestDecimal } from "./comparable";

/** How deep a part lies: a field, a repetition, a component, a subcomponent. */
export type Level = 0 | 1 | 2 | 3;

/** Between repetitions, components and subcomponents of a text that is compared: characters that are in no message (Unicode noncharacters). */
const separators = ["\ufdd0", "\ufdd1", "\ufdd2"] as const;

/** What decides whether parts of a message are the same. */
export interface FieldComparing {
  readonly precision: boolean;
  readonly escapes: boolean;
  /** Empty parts at the end say nothing. */
  readonly empty: boolean;
  /** The order of repetitions says nothing. */
  readonly unordered: boolean;
  /** Whether the part at these indexes, from the field on, does not count. */
  readonly ignored: ((indexes: readonly number[]) => boolean) | undefined;
}

/**
 * A text that two parts share exactly when they are the same: its structure, with any delimiters, and the text of its subcomponents.
 *
 * @param indexes its own, from the field on: one for each level down to it
 */
export function canonicalPart(text: string, from: number, to: number, delimiters: Delimiters, indexes: readonly number[], comparing: FieldComparing): string {
  const level = indexes.length - 1;
  const separator = separators[level];
  if (separator === undefined || (comparing.ignored === undefined && !isParted(text, from, to, delimiters))) {
    return canonicalValue(text.slice(from, to), delimiters, comparing);
  }
  const pieces = partsOf(text, from, to, delimiters, level).map(([pieceFrom, pieceTo], index) => {
    const place = [...indexes, index];
    return comparing.ignored?.(place) === true ? "" : canonicalPart(text, pieceFrom, pieceTo, delimiters, place, comparing);
  });
  if (comparing.empty) {
    while (pieces.length > 1 && pieces.at(-1) === "") {
      pieces.pop();
    }
  }
  return (comparing.unordered && level === 0 ? pieces.sort() : pieces).join(separator);
}

/** Whether nothing is written in a part with this canonical text. */
export function isEmptyCanonical(canonical: string): boolean {
  for (let at = 0; at < canonical.length; at++) {
    const code = canonical.charCodeAt(at);
    if (code < 0xfdd0 || code > 0xfdd2) {
      return false;
    }
  }
  return true;
}

/** Where the parts of a field, repetition or component stand. */
export function partsOf(text: string, from: number, to: number, delimiters: Delimiters, level: number): readonly (readonly [from: number, to: number])[] {
  const delimiter = [delimiters.repetition, delimiters.component, delimiters.subcomponent][level];
  if (delimiter === undefined) {
    return [[from, to]];
  }
  return piecesOf(text, from, to, delimiter);
}

/** Where the pieces between a delimiter stand. */
export function piecesOf(text: string, from: number, to: number, delimiter: string): readonly (readonly [from: number, to: number])[] {
  const code = delimiter.charCodeAt(0);
  const pieces: (readonly [number, number])[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === code) {
      pieces.push([start, at]);
      start = at + 1;
    }
  }
  pieces.push([start, to]);
  return pieces;
}

function isParted(text: string, from: number, to: number, { repetition, component, subcomponent }: Delimiters): boolean {
  const [r, c, s] = [repetition?.charCodeAt(0), component?.charCodeAt(0), subcomponent?.charCodeAt(0)];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === c || code === r || code === s) {
      return true;
    }
  }
  return false;
}

function canonicalValue(raw: string, delimiters: Delimiters, { precision, escapes }: FieldComparing): string {
  const value = escapes ? decodeEscapes(raw, delimiters) : raw;
  if (!precision || value === "") {
    return value;
  }
  const moment = hl7v2Moment(value);
  if (moment !== undefined) {
    return `m${momentKey(moment)}`;
  }
  // Only with a decimal point: 007 is a name as often as a number.
  return /^[+-]?\d*\.\d*$/.test(value) ? `n${plainDecimal(value) ?? value}` : isWhole(value) ? `n${plainDecimal(value) ?? value}` : value;
}

/** A value as a normalised text shows it: decoded and in one form, where that is tolerated. */
export function shownValue(raw: string, delimiters: Delimiters, { precision, escapes }: FieldComparing): string {
  const value = escapes ? decodeEscapes(raw, delimiters) : raw;
  const moment = precision ? hl7v2Moment(value) : undefined;
  return moment !== undefined && moment.parts.length > 3 ? momentKey(moment) : precision ? shortestDecimal(value) : value;
}

/** A number that 7.0 could stand for: without a leading zero. */
function isWhole(value: string): boolean {
  return /^[+-]?(?:0|[1-9]\d*)$/.test(value);
}
