import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hl7Message } from "@medplum/core";
import { decodeBytes, encodeText } from "../../src/core/documents/decodeBytes";
import type { DocumentFormat } from "../../src/core/documents/document";
import { formatOfFileName, readDocument } from "../../src/core/documents/readers";
import { interleaved, timed } from "./measure";
import type { Row, Section } from "./report";

interface CorpusFile {
  readonly path: string;
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

/** Reads every `.hl7` and `.json` file below a folder, counts those that come back byte for byte, and compares the readers' speed with plain parsers'. */
export async function corpusSection(folder: string, rounds: number): Promise<Section> {
  const files = await corpusFiles(folder);
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const format of ["hl7v2", "json"] as const) {
    const some = files.filter((file) => file.format === format);
    if (some.length > 0) {
      const { text, kept } = roundTrips(some, notes);
      notes.push(`${format}: ${text}`);
      rows.push({ what: `${format} files that differ after a round trip`, value: { amount: some.length - kept, unit: `of ${String(some.length)}` }, budget: { text: "0", kept: kept === some.length } });
      rows.push(...(await speed(format, some, rounds, notes)));
    }
  }
  if (rows.length === 0) {
    notes.push(`There are no .hl7 or .json files below ${folder}.`);
  }
  return { title: `Files below ${folder}`, rows, notes };
}

function roundTrips(files: readonly CorpusFile[], notes: string[]): { readonly text: string; readonly kept: number } {
  let kept = 0;
  let bytes = 0;
  for (const { path, format, bytes: original } of files) {
    const decoded = decodeBytes(original);
    const again = encodeText({ ...decoded, text: readDocument(format, decoded.text).toText() });
    bytes += original.length;
    if (Buffer.compare(original, again) === 0) {
      kept++;
    } else {
      notes.push(`differs: ${path}`);
    }
  }
  return { kept, text: `${String(kept)} of ${String(files.length)} files come back byte for byte (${(bytes / 1e6).toFixed(2)} MB)` };
}

async function speed(format: DocumentFormat, files: readonly CorpusFile[], rounds: number, notes: string[]): Promise<readonly Row[]> {
  const peerName = format === "hl7v2" ? "@medplum/core" : "JSON.parse";
  // Only what the peer can read at all is compared.
  const both = files.map(({ bytes }) => decodeBytes(bytes).text).map((text) => ({ text, forPeer: format === "hl7v2" ? text.replace(/\r\n|\n/g, "\r") : text })).filter(({ forPeer }) => parsedByPeer(format, forPeer));
  if (both.length < files.length) {
    notes.push(`${format}: ${peerName} cannot read ${String(files.length - both.length)} of them; speed is compared on the others`);
  }
  if (both.length === 0) {
    return [];
  }
  const megabytes = both.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const timings = await interleaved(
    [
      { name: "with a range for every part", sample: async () => await timed(() => both.forEach(({ text }) => readWhole(format, text))) },
      { name: peerName, sample: async () => await timed(() => both.forEach(({ forPeer }) => parsedByPeer(format, forPeer))) },
    ],
    rounds,
    2,
  );
  const peer = timings[1];
  return timings.map((timing, index): Row => ({
    what: `${format}: ${timing.name} (${(megabytes / (timing.median / 1000)).toFixed(1)} MB/s)`,
    value: timing,
    ...(index === 0 && peer !== undefined ? { ratio: { to: peer.name, times: timing.median / peer.median } } : {}),
  }));
}

/** The value is asked for, because a reader may put it together only then. */
function readWhole(format: DocumentFormat, text: string): boolean {
  const document = readDocument(format, text);
  return document.value !== undefined && document.rangeOf("") !== undefined;
}

function parsedByPeer(format: DocumentFormat, text: string): boolean {
  try {
    if (format === "hl7v2") {
      Hl7Message.parse(text);
    } else {
      JSON.parse(text);
    }
    return true;
  } catch {
    return false;
  }
}

/** The texts of the `.hl7` files below a folder. */
export async function hl7v2Texts(folder: string): Promise<readonly string[]> {
  return (await corpusFiles(folder)).filter(({ format }) => format === "hl7v2").map(({ bytes }) => decodeBytes(bytes).text);
}

async function corpusFiles(folder: string): Promise<readonly CorpusFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: CorpusFile[] = [];
  for (const entry of entries) {
    const format = formatOfFileName(entry.name);
    if (entry.isFile() && format !== undefined) {
      const path = join(entry.parentPath, entry.name);
      files.push({ path, format, bytes: await readFile(path) });
    }
  }
  return files;
}
