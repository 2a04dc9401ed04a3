import type { ByteLine } from "../text/byteLines";

/** A stretch of an HL7 v2 file that can be read by itself: one message, with the headers of a batch or file before it and their trailers after it. */
export interface MessagePiece {
  readonly bytes: Uint8Array;
  /** The line of the file with which it begins, from 1. */
  readonly firstLine: number;
  /** Bytes left out of lines that are too long to be kept. */
  readonly leftOut: number;
}

/**
 * Parts the lines of a file (any line ends, HL7 v2.5.1 chapter 2, section 2.10.3: a file is batches of messages, each in its envelope) into pieces of one message each.
 * All pieces together are the file again.
 */
export async function* messagePieces(lines: AsyncIterable<ByteLine>): AsyncGenerator<MessagePiece, void, undefined> {
  let pending: ByteLine[] = [];
  let hasContent = false;
  for await (const line of lines) {
    const kind = headerOf(line.bytes);
    if (kind !== undefined && hasContent) {
      yield joined(pending);
      pending = [];
      hasContent = false;
    }
    pending.push(line);
    hasContent ||= kind === "MSH" || (kind === undefined && !isBlank(line.bytes));
  }
  if (pending.length > 0) {
    yield joined(pending);
  }
}

const headers = ["MSH", "FHS", "BHS"] as const;

/** The header that a line begins with, as `scanSegments` knows it; byte-order mark, blanks and MLLP's start byte may stand before it. */
function headerOf(bytes: Uint8Array): (typeof headers)[number] | undefined {
  let at = 0;
  for (;;) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
      at += 3;
    } else if (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0b) {
      at++;
    } else {
      break;
    }
  }
  const start = String.fromCharCode(...bytes.subarray(at, at + 5));
  const name = headers.find((header) => start.slice(0, 3).toUpperCase() === header);
  // Prose about a header ("MSH-9 is the type") is none.
  return name !== undefined && (start.charAt(3) === "|" || !/[A-Za-z0-9 ]/.test(start.slice(3))) ? name : undefined;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function joined(lines: readonly ByteLine[]): MessagePiece {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.bytes.length, 0));
  let at = 0;
  let leftOut = 0;
  for (const line of lines) {
    bytes.set(line.bytes, at);
    at += line.bytes.length;
    leftOut += line.leftOut;
  }
  return { bytes, firstLine: lines[0]?.line ?? 1, leftOut };
}
