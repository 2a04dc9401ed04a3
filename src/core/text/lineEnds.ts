/** A line end as it stands in a file. HL7 v2 wants CR after every segment (HL7 v2.x, chapter 2, message delimiters). */
export type LineEnd = "cr" | "lf" | "crlf";

/** What the line ends of a file are, taken together; `none` when it has but one line. */
export type LineEnds = LineEnd | "mixed" | "none";

interface Line {
  readonly from: number;
  readonly to: number;
  /** `undefined` for what follows the last line end. */
  readonly end: LineEnd | undefined;
}

/** How code units lie in a file: one byte each, or two in UTF-16. In every 8-bit character set that is in use, CR and LF are one byte. */
type Units = "bytes" | "utf16le" | "utf16be";

const units: Readonly<Record<LineEnd, readonly number[]>> = { cr: [0x0d], lf: [0x0a], crlf: [0x0d, 0x0a] };

/**
 * Says which line ends a file has.
 * @param bytes the file; UTF-16 is known by its byte-order mark
 */
export function detectLineEnds(bytes: Uint8Array): LineEnds {
  const found = new Set(splitLines(bytes).map(({ end }) => end));
  found.delete(undefined);
  const [only] = found;
  return found.size > 1 ? "mixed" : (only ?? "none");
}

/**
 * Gives a file that was saved with the wrong line ends those it had before. Lines that did not change keep their own line end; a line
 * that is new gets the one that is most frequent in the file. Nothing but line ends differs between `saved` and the result.
 * @param before the file as it was
 * @param saved the file as an editor wrote it
 * @returns the bytes to write; `saved` itself when nothing differs
 */
export function restoreLineEnds(before: Uint8Array, saved: Uint8Array): Uint8Array {
  const oldLines = splitLines(before);
  const usual = mostFrequent(oldLines.flatMap(({ end }) => end ?? []));
  if (usual === undefined) {
    return saved;
  }
  const newLines = splitLines(saved);
  const same = (oldIndex: number, newIndex: number) => sameBytes(before, oldLines[oldIndex], saved, newLines[newIndex]);

  const shorter = Math.min(oldLines.length, newLines.length);
  let prefix = 0;
  while (prefix < shorter && same(prefix, prefix)) {
    prefix++;
  }
  let suffix = 0;
  while (suffix < shorter - prefix && same(oldLines.length - 1 - suffix, newLines.length - 1 - suffix)) {
    suffix++;
  }
  const shift = oldLines.length - newLines.length;
  const ends: (LineEnd | undefined)[] = [];
  newLines.forEach(({ from, to, end }, index) => {
    if (end === undefined) {
      return;
    }
    const oldIndex = index < prefix || shift === 0 ? index : index >= newLines.length - suffix ? index + shift : undefined;
    const own = (oldIndex === undefined ? undefined : oldLines[oldIndex]?.end) ?? usual;
    // An empty line that ends with LF, after a line that ends with CR, would make the two of them one CRLF.
    ends.push(own === "lf" && from === to && ends[index - 1] === "cr" ? "cr" : own);
  });
  return newLines.every(({ end }, index) => end === ends[index]) ? saved : joinLines(saved, newLines, ends);
}

/**
 * Gives every line of a file the same line end.
 * @param bytes the file
 * @param end the line end it gets
 * @returns the bytes to write; `bytes` itself when nothing differs
 */
export function convertLineEnds(bytes: Uint8Array, end: LineEnd): Uint8Array {
  const lines = splitLines(bytes);
  const ends = lines.map((line) => (line.end === undefined ? undefined : end));
  return lines.every((line, index) => line.end === ends[index]) ? bytes : joinLines(bytes, lines, ends);
}

function unitsOf(bytes: Uint8Array): Units {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return "utf16le";
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf16be" : "bytes";
}

function splitLines(bytes: Uint8Array): Line[] {
  const kind = unitsOf(bytes);
  const width = kind === "bytes" ? 1 : 2;
  const unitAt = (offset: number): number => {
    const first = bytes[offset] ?? 0;
    if (kind === "bytes") {
      return first;
    }
    const second = bytes[offset + 1] ?? 0;
    return kind === "utf16le" ? first | (second << 8) : (first << 8) | second;
  };
  const lines: Line[] = [];
  let from = 0;
  for (let offset = 0; offset + width <= bytes.length; offset += width) {
    const unit = unitAt(offset);
    if (unit !== 0x0d && unit !== 0x0a) {
      continue;
    }
    const next = offset + width;
    const pair = unit === 0x0d && next + width <= bytes.length && unitAt(next) === 0x0a;
    lines.push({ from, to: offset, end: pair ? "crlf" : unit === 0x0d ? "cr" : "lf" });
    offset = pair ? next : offset;
    from = offset + width;
  }
  lines.push({ from, to: bytes.length, end: undefined });
  return lines;
}

function joinLines(bytes: Uint8Array, lines: readonly Line[], ends: readonly (LineEnd | undefined)[]): Uint8Array {
  const kind = unitsOf(bytes);
  const width = kind === "bytes" ? 1 : 2;
  const length = lines.reduce((sum, { from, to }, index) => sum + to - from + endUnits(ends[index]).length * width, 0);
  const joined = new Uint8Array(length);
  let offset = 0;
  lines.forEach(({ from, to }, index) => {
    joined.set(bytes.subarray(from, to), offset);
    offset += to - from;
    for (const unit of endUnits(ends[index])) {
      joined[kind === "utf16be" ? offset + 1 : offset] = unit;
      offset += width;
    }
  });
  return joined;
}

function endUnits(end: LineEnd | undefined): readonly number[] {
  return end === undefined ? [] : units[end];
}

/** The value that occurs most often, the first of them when several do. */
function mostFrequent(ends: readonly LineEnd[]): LineEnd | undefined {
  const counts = new Map<LineEnd, number>();
  for (const end of ends) {
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [LineEnd | undefined, number]>((most, next) => (next[1] > most[1] ? next : most), [undefined, 0])[0];
}

function sameBytes(a: Uint8Array, lineOfA: Line | undefined, b: Uint8Array, lineOfB: Line | undefined): boolean {
  if (lineOfA === undefined || lineOfB === undefined || lineOfA.to - lineOfA.from !== lineOfB.to - lineOfB.from) {
    return false;
  }
  for (let index = 0; index < lineOfA.to - lineOfA.from; index++) {
    if (a[lineOfA.from + index] !== b[lineOfB.from + index]) {
      return false;
    }
  }
  return true;
}
