import { createReadStream } from "node:fs";
import { decodeBytes, type DecodedText } from "../core/documents/decodeBytes";
import type { DocumentFormat } from "../core/documents/document";
import { messagePieces } from "../core/hl7v2/messagePieces";
import { HumanError, toError } from "../core/humanError";
import { byteLines } from "../core/text/byteLines";
import type { CliContext } from "./context";
import { formatOfContent, type InputFormat, inputFormatOf, lookForUtf16, unknownFormat } from "./inputFormat";
import { type InputPath, inputPaths } from "./inputPaths";

/** A text to be read as one document: a file, a line of an NDJSON file, or a message of an HL7 v2 file. */
export interface InputText {
  readonly kind: "text";
  /** The file, as people see it. */
  readonly name: string;
  /** The file below the folder or pattern through which it was found; its own name where it was named itself. */
  readonly relative: string;
  readonly format: DocumentFormat;
  /** The line of the file, from 1, with which the text begins; `undefined` where the text is the whole file. */
  readonly firstLine: number | undefined;
  readonly text: string;
  /** The text with its encoding. */
  readonly decoded: DecodedText;
}

/** Something that was asked for and could not be read; the others go on. */
export interface InputFailure {
  readonly kind: "failure";
  readonly name: string;
  readonly relative: string;
  /** The line of the file, from 1, where it is that line. */
  readonly firstLine: number | undefined;
  readonly error: HumanError;
}

export type Input = InputText | InputFailure;

export interface InputOptions {
  /** The format of everything, whatever the names say: what `--as` was given. */
  readonly as?: string;
  /** Whether the messages of an HL7 v2 file come one by one, so that a file of any size can be read; together unless told. */
  readonly messages?: "together" | "apart";
}

/** Longer texts are passed over with a sentence: an engine has no strings much longer, and what is made of them takes many times their size. */
export const longestText = 256 * 1024 * 1024;

/**
 * Reads everything that positional arguments stand for, one text after the other, never more than one in memory: files, folders, patterns, `-` for standard input.
 * A `.ndjson` file gives its lines (blank ones are passed over), each with its number.
 *
 * @throws HumanError when there is no such format as `options.as`
 */
export async function* readInputs(context: Pick<CliContext, "cwd" | "stdin" | "signal">, typed: readonly string[], options: InputOptions = {}): AsyncGenerator<Input, void, undefined> {
  if (options.as !== undefined) {
    inputFormatOf("", options.as);
  }
  for (const path of await inputPaths(context, typed)) {
    yield* readInput(context, path, options);
  }
}

/** Reads what one of {@link inputPaths} stands for. */
export async function* readInput(context: Pick<CliContext, "stdin" | "signal">, path: InputPath, options: InputOptions = {}): AsyncGenerator<Input, void, undefined> {
  context.signal.throwIfAborted();
  const { name } = path;
  const relative = path.kind === "failure" ? name : path.relative;
  const failed = (error: HumanError, firstLine?: number): InputFailure => ({ kind: "failure", name, relative, firstLine, error });
  if (path.kind === "failure") {
    yield failed(path.error);
    return;
  }
  let format: InputFormat | undefined;
  try {
    format = options.as === undefined && path.kind === "stdin" ? undefined : inputFormatOf(name, options.as);
  } catch (error) {
    // What a folder or a pattern brings along is passed over: nobody named it.
    if (path.kind === "stdin" || path.named) {
      yield failed(asHuman(name, error));
    }
    return;
  }
  try {
    const source = path.kind === "stdin" ? context.stdin() : createReadStream(path.path, { highWaterMark: 256 * 1024, signal: context.signal });
    const { format: sniffed, chunks } = format === undefined ? await formatOfContent(source) : { format, chunks: source };
    if (sniffed === undefined) {
      yield failed(unknownFormat(name, undefined));
      return;
    }
    for await (const { bytes, firstLine, leftOut } of texts(name, sniffed, chunks, options)) {
      context.signal.throwIfAborted();
      if (leftOut > 0) {
        yield failed(tooLong(name, firstLine, bytes.length + leftOut), firstLine);
      } else {
        const decoded = decodeBytes(bytes);
        yield { kind: "text", name, relative, format: sniffed === "hl7v2" ? "hl7v2" : "json", firstLine, text: decoded.text, decoded };
      }
    }
  } catch (error) {
    context.signal.throwIfAborted();
    yield failed(asHuman(name, error));
  }
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly firstLine: number | undefined;
  readonly leftOut: number;
}

async function* texts(name: string, format: InputFormat, source: AsyncIterable<Uint8Array>, { messages }: InputOptions): AsyncGenerator<Piece, void, undefined> {
  const { utf16, chunks } = await lookForUtf16(source);
  if (utf16 && format === "ndjson") {
    throw new HumanError("cli.utf16Lines", `${name} is written in UTF-16; NDJSON is UTF-8: save it with encoding UTF-8.`, { path: name });
  }
  if (format === "ndjson") {
    for await (const { bytes, line, leftOut } of byteLines(chunks, "lf", longestText)) {
      const content = withoutMargins(bytes);
      if (content.length > 0 || leftOut > 0) {
        yield { bytes: content, firstLine: line, leftOut };
      }
    }
  } else if (format === "hl7v2" && messages === "apart" && !utf16) {
    yield* messagePieces(byteLines(chunks, "any", longestText));
  } else {
    yield { ...(await whole(chunks)), firstLine: undefined };
  }
}

/** A line of NDJSON without its line end, without a byte-order mark; blank when there is nothing else. */
function withoutMargins(line: Uint8Array): Uint8Array {
  const from = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  let to = line.length;
  while (to > from && (line[to - 1] ?? 0) <= 0x20) {
    to--;
  }
  return line.subarray(from, to);
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly bytes: Uint8Array; readonly leftOut: number }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let leftOut = 0;
  for await (const chunk of chunks) {
    if (length + chunk.length > longestText) {
      leftOut += chunk.length;
    } else {
      pieces.push(chunk);
      length += chunk.length;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, leftOut };
}

function tooLong(name: string, line: number | undefined, bytes: number): HumanError {
  const what = line === undefined ? name : `Line ${String(line)} of ${name}`;
  const megabytes = Math.ceil(bytes / 1e6);
  return new HumanError("cli.tooLong", `${what} is too long to be read in one piece (${String(megabytes)} MB); split it, or write one resource per line as NDJSON.`, { path: name, megabytes });
}

function asHuman(name: string, error: unknown): HumanError {
  if (error instanceof HumanError) {
    return error;
  }
  const { message } = toError(error);
  return new HumanError("cli.unreadable", `${name} cannot be read (${message}); name a file that is there.`, { path: name }, { cause: error });
}
