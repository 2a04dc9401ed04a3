/** A line of a file as bytes. */
export interface ByteLine {
  /** With the line end, if there is one. */
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly line: number;
  /** Bytes that were left out because the line is longer than wanted; what is in `bytes` is its beginning. */
  readonly leftOut: number;
}

/** What ends a line: LF alone or after CR, as in NDJSON; or CR, LF and CRLF alike, as in HL7 v2 files. */
export type LineEnding = "lf" | "any";

const cr = 0x0d;
const lf = 0x0a;

/**
 * Parts a stream of bytes into lines, holding no more than one line at a time. In every encoding that these files come in except UTF-16, CR and LF are
 * single bytes that are part of no other character. All `bytes` together are the stream again, unless something was left out.
 *
 * @param chunks the file, however it is cut
 * @param longest bytes of a line that are kept
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, ending: LineEnding, longest = Infinity): AsyncGenerator<ByteLine, void, undefined> {
  const gathered = new LineBuffer(longest);
  let line = 1;
  let afterCr = false;
  for await (const chunk of chunks) {
    let from = 0;
    if (afterCr && chunk.length > 0) {
      if (chunk[0] === lf) {
        from = 1;
        gathered.add(chunk.subarray(0, 1));
      }
      afterCr = false;
      yield gathered.take(line++);
    }
    for (let at = nextEnd(chunk, from, ending); at >= 0; at = nextEnd(chunk, from, ending)) {
      const isCr = chunk[at] === cr;
      if (isCr && at + 1 === chunk.length) {
        gathered.add(chunk.subarray(from));
        from = chunk.length;
        afterCr = true;
        break;
      }
      const to = isCr && chunk[at + 1] === lf ? at + 2 : at + 1;
      gathered.add(chunk.subarray(from, to));
      from = to;
      yield gathered.take(line++);
    }
    gathered.add(chunk.subarray(from));
  }
  if (!gathered.empty) {
    yield gathered.take(line);
  }
}

function nextEnd(chunk: Uint8Array, from: number, ending: LineEnding): number {
  const atLf = chunk.indexOf(lf, from);
  if (ending === "lf") {
    return atLf;
  }
  // Only up to the LF that was found: a file without any CR is not searched to its end for each of its lines.
  const atCr = chunk.subarray(from, atLf < 0 ? chunk.length : atLf).indexOf(cr);
  return atCr < 0 ? atLf : from + atCr;
}

/** Pieces of a line that arrive one by one; joined once, so that a very long line takes linear time. */
class LineBuffer {
  private pieces: Uint8Array[] = [];
  private length = 0;
  private leftOut = 0;

  constructor(private readonly longest: number) {}

  get empty(): boolean {
    return this.length === 0 && this.leftOut === 0;
  }

  add(piece: Uint8Array): void {
    const kept = piece.length <= this.longest - this.length ? piece : piece.subarray(0, Math.max(0, this.longest - this.length));
    if (kept.length > 0) {
      this.pieces.push(kept);
      this.length += kept.length;
    }
    this.leftOut += piece.length - kept.length;
  }

  take(line: number): ByteLine {
    const [only] = this.pieces;
    const bytes = this.pieces.length === 1 && only !== undefined ? only : this.joined();
    const { leftOut } = this;
    this.pieces = [];
    this.length = 0;
    this.leftOut = 0;
    return { bytes, line, leftOut };
  }

  private joined(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}
