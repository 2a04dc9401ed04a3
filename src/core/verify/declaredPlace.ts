import type { Document } from "../documents/document";
import type { PackProblem } from "../packs/packProblem";
import { joinPath, relativeTo } from "../path";
import { startOfFile } from "../packs/packProblem";
import type { Range } from "../text/range";

/** A file and the part of it that is meant. */
export interface DeclaredPlace {
  /** Absolute path with `/`. */
  readonly file: string;
  readonly range: Range;
}

/**
 * Where an author sees a problem of the gate: in its own file when that is there, otherwise at the line of `kata.json` that declares what the
 * problem is about. A folder or a missing file cannot be opened, so nothing could be marked in it.
 * @param kataFolder absolute path of the kata's folder
 * @param manifest its `kata.json`, read as JSON
 * @param isFile whether the problem's own place is a file that exists
 */
export function declaredPlace(problem: PackProblem, kataFolder: string, manifest: Document, isFile: boolean): DeclaredPlace {
  const file = joinPath(kataFolder, "kata.json");
  if (problem.file === file && problem.range === startOfFile) {
    return { file, range: rangeOf(manifest, pointerOf(problem, manifest)) };
  }
  if (isFile) {
    return { file: problem.file, range: problem.range };
  }
  return { file, range: rangeOf(manifest, pointerFor(relativeTo(kataFolder, problem.file) ?? "", manifest)) };
}

/** What a problem of `kata.json` as a whole is about. */
function pointerOf({ code }: PackProblem, manifest: Document): string {
  switch (code) {
    case "verify.overBudget":
      return "/budgetMs";
    case "kata.duplicateUuid":
      return "/uuid";
    case "verify.noWrong":
      return manifest.rangeOf("/wrong") === undefined ? "" : "/wrong";
    default:
      return "";
  }
}

/** What declares a file or folder of a kata: wrong answers by id, checks by the file they name, everything else by the files that are handed in. */
function pointerFor(path: string, manifest: Document): string {
  const [top, name = ""] = path.split("/");
  if (top === "wrong") {
    const id = name.replace(/\.md$/, "");
    return entryOf(manifest, "wrong", (entry) => entry["id"] === id) ?? "/wrong";
  }
  if (top === "checks") {
    return entryOf(manifest, "checks", (entry) => entry["tests"] === path || entry["schema"] === path) ?? "/checks";
  }
  return top === "starter" || top === "solutions" ? "/files" : "";
}

function entryOf(manifest: Document, list: string, isMeant: (entry: Readonly<Record<string, unknown>>) => boolean): string | undefined {
  const { value } = manifest;
  const entries: unknown = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[list] : undefined;
  const index = Array.isArray(entries) ? entries.findIndex((entry: unknown) => typeof entry === "object" && entry !== null && isMeant(entry as Readonly<Record<string, unknown>>)) : -1;
  return index < 0 ? undefined : `/${list}/${String(index)}`;
}

/** The name of a property, a list's entry at its identifier, the file's beginning for the whole. */
function rangeOf(manifest: Document, pointer: string): Range {
  if (pointer === "" || manifest.rangeOf(pointer) === undefined) {
    return startOfFile;
  }
  return manifest.rangeOf(`${pointer}/id`) ?? manifest.keyRangeOf(pointer) ?? manifest.nearestRangeOf(pointer);
}
