import { documentFormats, type DocumentFormat } from "../core/documents/document";
import { formatOfFileName } from "../core/documents/readers";
import { HumanError } from "../core/humanError";
import { nameOf } from "../core/path";

/** How a file is read: as one document of a format, or line by line. */
export type InputFormat = DocumentFormat | "ndjson";

export const inputFormats: readonly InputFormat[] = [...documentFormats, "ndjson"];

/**
 * The format of a file by its name, or the one that was asked for.
 * @throws HumanError when neither says one
 */
export function inputFormatOf(name: string, as: string | undefined): InputFormat {
  const format = as === undefined ? formatOfName(name) : inputFormats.find((known) => known === as);
  if (format === undefined) {
    throw unknownFormat(name, as);
  }
  return format;
}

/** Why a file cannot be read, and what to do. */
export function unknownFormat(name: string, as: string | undefined): HumanError {
  const what = as === undefined ? `The name ${nameOf(name)} does not say which format it has` : `There is no reader for ${JSON.stringify(as)}`;
  return new HumanError("cli.unknownFormat", `${what}; say it with --as ${inputFormats.join(" or --as ")}.`, { path: name });
}

function formatOfName(name: string): InputFormat | undefined {
  return /\.(?:ndjson|jsonl)$/i.test(name) ? "ndjson" : formatOfFileName(name);
}

/** How much of a stream is looked at to tell what it is, in bytes: a first line may be a long one. */
const lookAhead = 1024 * 1024;

/**
 * Tells what a stream without a name holds by its beginning: HL7 v2 starts with a header, NDJSON with a line that is an object by itself and more after it,
 * JSON with a bracket. Gives the stream again, from its beginning.
 */
export async function formatOfContent(source: AsyncIterable<Uint8Array>): Promise<{ readonly format: InputFormat | undefined; readonly chunks: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let start = "";
  let format: InputFormat | undefined;
  const decoder = new TextDecoder();
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) {
      format = formatOfStart(start, true);
      break;
    }
    seen.push(next.value);
    start += decoder.decode(next.value, { stream: true });
    format = formatOfStart(start, start.length >= lookAhead);
    if (format !== undefined || start.length >= lookAhead) {
      break;
    }
  }
  return { format, chunks: rejoined(seen, iterator) };
}

/** Whether a stream begins with a byte-order mark of UTF-16, in which line ends are no single bytes; and the stream again, from its beginning. */
export async function lookForUtf16(source: AsyncIterable<Uint8Array>): Promise<{ readonly utf16: boolean; readonly chunks: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let marks: readonly number[] = [];
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    seen.push(next.value);
    marks = seen.flatMap((chunk) => [...chunk.subarray(0, 2)]).slice(0, 2);
    if (marks.length === 2) {
      break;
    }
  }
  return { utf16: (marks[0] === 0xff && marks[1] === 0xfe) || (marks[0] === 0xfe && marks[1] === 0xff), chunks: rejoined(seen, iterator) };
}

/** @param final whether nothing more can be waited for */
function formatOfStart(start: string, final: boolean): InputFormat | undefined {
  const text = start.trimStart();
  if (/^(?:MSH|FHS|BHS)[^A-Za-z0-9\s]/.test(text)) {
    return "hl7v2";
  }
  if (!/^[[{"]/.test(text)) {
    return undefined;
  }
  const lineEnd = text.indexOf("\n");
  const rest = lineEnd < 0 ? "" : text.slice(lineEnd + 1).trimStart();
  if (rest === "") {
    return final ? "json" : undefined;
  }
  return text.startsWith("{") && isJson(text.slice(0, lineEnd)) ? "ndjson" : "json";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* rejoined(seen: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) {
    yield chunk;
  }
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}
