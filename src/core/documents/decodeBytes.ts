import { HumanError } from "../humanError";
import type { DocumentProblem } from "./document";

/** How the bytes of a file stand for characters. ISO-8859-1 is the real one, in which every byte is a character, not windows-1252. */
export type TextEncoding = "utf-8" | "iso-8859-1" | "utf-16le" | "utf-16be";

/** A text with all that is needed to give its bytes again. */
export interface DecodedText {
  /** Without the byte-order mark: offset 0 is the first character after it, as in the editor. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether the file starts with a byte-order mark. */
  readonly byteOrderMark: boolean;
  /** Offset, in the file, of the first byte that is not UTF-8 (or half a UTF-16 unit), where that is why it was read as ISO-8859-1. */
  readonly firstInvalidByte?: number;
}

const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * Reads bytes without loss: as UTF-8; as UTF-16 if a byte-order mark says so; as ISO-8859-1 if they are neither. `encodeText` gives the same bytes again.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    if (bytes.length % 2 !== 0) {
      return { text: fromLatin1(bytes), encoding: "iso-8859-1", byteOrderMark: false, firstInvalidByte: bytes.length - 1 };
    }
    const encoding = bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    return { text: fromUtf16(bytes.subarray(2), encoding), encoding, byteOrderMark: true };
  }
  const byteOrderMark = utf8Mark.every((byte, index) => bytes[index] === byte);
  const content = byteOrderMark ? bytes.subarray(3) : bytes;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content), encoding: "utf-8", byteOrderMark };
  } catch {
    const firstInvalidByte = bytes.length - content.length + firstByteThatIsNotUtf8(content);
    return { text: fromLatin1(content), encoding: "iso-8859-1", byteOrderMark, firstInvalidByte };
  }
}

/**
 * The bytes of a text. For what `decodeBytes` gave they are the bytes it got; an edited text keeps its encoding and byte-order mark.
 * Throws a HumanError when the encoding has no bytes for a character of it.
 */
export function encodeText({ text, encoding, byteOrderMark }: Omit<DecodedText, "firstInvalidByte">): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case "utf-8":
      return withMark(byteOrderMark ? utf8Mark : [], toUtf8(text));
    case "iso-8859-1":
      return withMark(byteOrderMark ? utf8Mark : [], toLatin1(text));
    case "utf-16le":
      return withMark(byteOrderMark ? [0xff, 0xfe] : [], toUtf16(text, encoding));
    case "utf-16be":
      return withMark(byteOrderMark ? [0xfe, 0xff] : [], toUtf16(text, encoding));
  }
}

/** What a person should know of the encoding of a file, or `undefined` when it is UTF-8. `name` is the file's name. */
export function encodingProblem(name: string, { encoding, firstInvalidByte }: DecodedText): Omit<DocumentProblem, "range"> | undefined {
  switch (encoding) {
    case "utf-8":
      return undefined;
    case "iso-8859-1": {
      const at = firstInvalidByte ?? 0;
      return {
        code: "encoding.notUtf8", severity: "warning", args: { file: name, byte: at },
        message: `${name} is not UTF-8: the byte at offset ${String(at)} does not fit. It was read as ISO-8859-1, byte for byte; save it with encoding UTF-8 if characters look wrong.`,
      };
    }
    case "utf-16le":
    case "utf-16be":
      return {
        code: "encoding.utf16", severity: "error", args: { file: name, encoding: encoding.toUpperCase() },
        message: `${name} is written in ${encoding.toUpperCase()}, two bytes a character, which hardly any receiver expects: save it with encoding UTF-8.`,
      };
  }
}

function withMark(mark: readonly number[], content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (mark.length === 0) {
    return content;
  }
  const bytes = new Uint8Array(mark.length + content.length);
  bytes.set(mark);
  bytes.set(content, mark.length);
  return bytes;
}

function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (half !== null) {
    throw new HumanError("encoding.halfCharacter", `The text cannot be written as UTF-8: the character at offset ${String(half.index)} is only half of one. Delete it.`, { offset: half.index });
  }
  return new TextEncoder().encode(text);
}

function toLatin1(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code > 0xff) {
      const character = String.fromCodePoint(text.codePointAt(offset) ?? code);
      throw new HumanError("encoding.notLatin1", `The text cannot be written as ISO-8859-1, which has no "${character}" (at offset ${String(offset)}). Save it as UTF-8.`, { character, offset });
    }
    bytes[offset] = code;
  }
  return bytes;
}

function toUtf16(text: string, encoding: "utf-16le" | "utf-16be"): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let offset = 0; offset < text.length; offset++) {
    view.setUint16(2 * offset, text.charCodeAt(offset), encoding === "utf-16le");
  }
  return bytes;
}

function fromUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return joined(bytes.length / 2, (index) => view.getUint16(2 * index, encoding === "utf-16le"));
}

function fromLatin1(bytes: Uint8Array): string {
  return joined(bytes.length, (index) => bytes[index] ?? 0);
}

/** A string of so many UTF-16 units, made in pieces, because a call takes only so many arguments. */
function joined(length: number, unitAt: (index: number) => number): string {
  const pieces: string[] = [];
  for (let from = 0; from < length; from += 4096) {
    pieces.push(String.fromCharCode(...Array.from({ length: Math.min(4096, length - from) }, (_, index) => unitAt(from + index))));
  }
  return pieces.join("");
}

/** Offset of the first byte that does not continue well-formed UTF-8 (RFC 3629, section 4); the length when all of it is. */
function firstByteThatIsNotUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const [length, low, high] = sequenceAfter(bytes[at] ?? 0);
    if (length === 0) {
      return at;
    }
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next] ?? 0;
      if (next === 1 ? byte < low || byte > high : byte < 0x80 || byte > 0xbf) {
        return at;
      }
    }
    at += length;
  }
  return at;
}

/** Bytes in the sequence that `lead` starts (0: it starts none), and the bounds of the second of them. */
function sequenceAfter(lead: number): readonly [length: number, low: number, high: number] {
  if (lead < 0x80) {
    return [1, 0, 0];
  }
  if (lead < 0xc2 || lead > 0xf4) {
    return [0, 0, 0];
  }
  if (lead < 0xe0) {
    return [2, 0x80, 0xbf];
  }
  if (lead < 0xf0) {
    return [3, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf];
  }
  return [4, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf];
}
