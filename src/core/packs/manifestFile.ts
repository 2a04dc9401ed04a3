import type { Document, DocumentReader, JsonValue } from "../documents/document";
import type { FileSystem } from "../fileSystem";
import { nameOf } from "../path";
import type { ManifestFault } from "./manifestFault";
import { fileProblem, type PackProblem } from "./packProblem";

/** Bytes beyond which a manifest is not read: no author writes such a one. */
const sizeLimit = 1_000_000;

/** A manifest's value with the way back to places in its text, or what keeps it from being read. */
export type ManifestFile =
  | { readonly state: "read"; readonly text: string; readonly value: JsonValue; readonly bytes: Uint8Array; readonly problemOf: (fault: ManifestFault) => PackProblem }
  /** `text` is empty when the file was not read at all. */
  | { readonly state: "broken"; readonly text: string; readonly problems: readonly PackProblem[] };

/** Reads a JSON file of a pack. @param codes what the codes of problems start with */
export async function readManifest(files: FileSystem, json: DocumentReader, path: string, codes: "kata" | "pack"): Promise<ManifestFile> {
  const stat = await files.stat(path);
  if (stat === undefined) {
    return broken(fileProblem(path, `${codes}.missingFile`, `There is no ${nameOf(path)} here; write one, or name another folder.`, { path: nameOf(path) }));
  }
  if (stat.kind !== "file") {
    return broken(fileProblem(path, `${codes}.notAFile`, `${nameOf(path)} is a ${stat.kind}, not a file; put a plain file in its place.`, { path: nameOf(path) }));
  }
  if (stat.size > sizeLimit) {
    return broken(fileProblem(path, `${codes}.tooBig`, `${nameOf(path)} has ${stat.size} bytes, more than the ${sizeLimit} that are read; shorten it.`, { size: stat.size }));
  }
  const bytes = await files.readFile(path);
  const text = new TextDecoder().decode(bytes);
  if (codes === "pack") {
    // Lists read hundreds of these: places are worked out only when there is a problem to place.
    const value = parsed(text);
    if (value !== undefined) {
      return { state: "read", text, value, bytes, problemOf: (fault) => locate(json.read(text), path, fault) };
    }
  }
  const document = json.read(text);
  const errors = document.problems.map((problem): PackProblem => ({ code: problem.code, severity: "error", message: problem.message, args: problem.args, file: path, range: problem.range }));
  if (errors.length > 0 || document.value === undefined) {
    return { state: "broken", text, problems: errors.length > 0 ? errors : [fileProblem(path, `${codes}.empty`, `${nameOf(path)} is empty; write the manifest.`)] };
  }
  return { state: "read", text, value: document.value, bytes, problemOf: (fault) => locate(document, path, fault) };
}

/** Whether a value of JSON is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, JsonValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function locate(document: Document, file: string, fault: ManifestFault): PackProblem {
  return { code: fault.code, severity: "error", message: fault.message, args: fault.args, file, range: document.nearestRangeOf(fault.pointer) };
}

function broken(problem: PackProblem): ManifestFile {
  return { state: "broken", text: "", problems: [problem] };
}
