import type { Dictionary } from "../dictionary/definitions";
import type { SegmentSpan } from "../segment";
import { isOutdated, meaningOf, tableOf } from "./partMeaning";
import { type DelimiterKind, type Leaf, walkParts } from "./parts";

/** Types of token, all of them the editor's own, by their number in a token. */
export const tokenTypes = ["keyword", "operator", "string", "number", "enumMember"] as const;
/** Modifiers of tokens, by their bit in a token; those from `field` on are declared in package.json. */
export const tokenModifiers = [
  "declaration", "deprecated", "defaultLibrary", "component", "repetition", "subcomponent", "escape", "timestamp", "deletion", "truncation",
] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

/**
 * The tokens of a segment in the encoding of the editor and the Language Server Protocol (3.16), five numbers each: lines after the token before (0: a segment is one
 * line), characters from its beginning (for the first: from that of the segment), length in UTF-16 units, type, set of modifiers. In order, never overlapping.
 */
export type SegmentTokens = Uint32Array;

const typeNumbers = new Map<TokenType, number>(tokenTypes.map((type, index) => [type, index]));
const modifierBits = new Map<TokenModifier, number>(tokenModifiers.map((modifier, index) => [modifier, 1 << index]));

const temporal = /^\d{4}(?:\d{2}){0,5}(?:\.\d{1,4})?(?:[+-]\d{4})?$/;
const clock = /^\d{2}(?:\d{2}){0,2}(?:\.\d{1,4})?(?:[+-]\d{4})?$/;
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Makes out what the characters of a segment are. */
export function tokensOfSegment(text: string, segment: SegmentSpan, dictionary: Dictionary | undefined): SegmentTokens {
  const writer = new TokenWriter(text, segment, dictionary);
  return writer.write();
}

class TokenWriter {
  private readonly tokens: number[] = [];
  /** Offset of the token before. */
  private last: number;

  constructor(private readonly text: string, private readonly segment: SegmentSpan, private readonly dictionary: Dictionary | undefined) {
    this.last = segment.from;
  }

  write(): SegmentTokens {
    const { text, segment } = this;
    const nameTo = segment.from + segment.name.length;
    this.add(segment.from, nameTo, "keyword", this.dictionary?.segment(segment.name) === undefined ? [] : ["defaultLibrary"]);
    if (segment.header) {
      this.declarations(nameTo);
    }
    walkParts(text, segment, (leaf) => this.leaf(leaf), (kind, at) => this.delimiter(kind, at));
    return Uint32Array.from(this.tokens);
  }

  /** MSH-1 and MSH-2: each character as what it declares. */
  private declarations(from: number): void {
    const { text, segment: { delimiters, to } } = this;
    for (let at = from; at < to; at++) {
      const character = text.charAt(at);
      if (at > from && character === delimiters.field) {
        break;
      }
      switch (character) {
        case delimiters.field:
          this.add(at, at + 1, "operator", ["declaration"]);
          break;
        case delimiters.component:
          this.add(at, at + 1, "operator", ["declaration", "component"]);
          break;
        case delimiters.repetition:
          this.add(at, at + 1, "operator", ["declaration", "repetition"]);
          break;
        case delimiters.subcomponent:
          this.add(at, at + 1, "operator", ["declaration", "subcomponent"]);
          break;
        case delimiters.escape:
          this.add(at, at + 1, "string", ["declaration", "escape"]);
          break;
        case delimiters.truncation:
          this.add(at, at + 1, "operator", ["declaration", "truncation"]);
          break;
        default:
          break;
      }
    }
  }

  private delimiter(kind: DelimiterKind, at: number): void {
    this.add(at, at + 1, "operator", kind === "field" ? [] : [kind]);
  }

  private leaf(leaf: Leaf): void {
    const { from, to } = leaf;
    if (from === to) {
      return;
    }
    const raw = this.text.slice(from, to);
    if (raw === "\"\"") {
      this.add(from, to, "keyword", ["deletion"]);
      return;
    }
    const { type, table } = meaningOf(this.dictionary, this.text, this.segment, [leaf.field, leaf.repetition, leaf.component, leaf.subcomponent]);
    const codes = tableOf(this.dictionary, table);
    const code = codes?.codes.find((known) => known.code === raw);
    if (codes !== undefined && code !== undefined) {
      this.add(from, to, "enumMember", isOutdated(codes, code) ? ["defaultLibrary", "deprecated"] : ["defaultLibrary"]);
    } else if (isTemporal(type, raw)) {
      this.add(from, to, "number", ["timestamp"]);
    } else if ((type === undefined || type === "NM" || type === "SI") && numeric.test(raw)) {
      this.add(from, to, "number", []);
    } else {
      this.plain(from, to);
    }
  }

  /** Text, with the escape sequences in it apart. */
  private plain(from: number, to: number): void {
    const { text, segment: { delimiters: { escape } } } = this;
    let written = from;
    let opening = escape === undefined ? -1 : text.indexOf(escape, from);
    while (escape !== undefined && opening >= 0 && opening < to) {
      const closing = text.indexOf(escape, opening + 1);
      if (closing < 0 || closing >= to) {
        break;
      }
      this.add(written, opening, "string", []);
      this.add(opening, closing + 1, "string", ["escape"]);
      written = closing + 1;
      opening = text.indexOf(escape, written);
    }
    this.add(written, to, "string", []);
  }

  private add(from: number, to: number, type: TokenType, modifiers: readonly TokenModifier[]): void {
    if (from < to) {
      const bits = modifiers.reduce((sum, modifier) => sum | (modifierBits.get(modifier) ?? 0), 0);
      this.tokens.push(0, from - this.last, to - from, typeNumbers.get(type) ?? 0, bits);
      this.last = from;
    }
  }
}

function isTemporal(type: string | undefined, raw: string): boolean {
  switch (type) {
    case "DT":
    case "DTM":
    case "TS":
      return temporal.test(raw);
    case "TM":
      return clock.test(raw);
    default:
      return false;
  }
}

/** One change of a list of numbers. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: Uint32Array;
}

/** What has to change in encoded tokens to make others of them; `undefined` when nothing has. */
export function editOfTokens(before: Uint32Array, after: Uint32Array): TokensEdit | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  if (start === before.length && start === after.length) {
    return undefined;
  }
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same++;
  }
  return { start, deleteCount: before.length - start - same, data: after.slice(start, after.length - same) };
}
