import type { PackProblem } from "../core/packs/packProblem";
import { relativeTo } from "../core/path";
import type { Position } from "../core/text/range";
import type { CliContext } from "./context";

/** A path as the person would type it: relative to where they stand, if it lies below. */
export function shownPath(path: string, { cwd }: Pick<CliContext, "cwd">): string {
  return path === cwd ? "." : (relativeTo(cwd, path) ?? path);
}

/** `file:line:column: error: sentence`, as editors and CI systems understand it. */
export function problemLine({ file, range, severity, message }: PackProblem, context: Pick<CliContext, "cwd" | "style">): string {
  return severityLine(severity, shownPath(file, context), range.start, message, context);
}

/** The same for anything that has a severity; `name` is the file as people see it. */
export function severityLine(severity: "error" | "warning" | "information", name: string, { line, character }: Position, message: string, { style }: Pick<CliContext, "style">): string {
  const word = severity === "error" ? style.bad("error") : severity === "warning" ? style.warn("warning") : style.dim("note");
  return `${name}:${String(line + 1)}:${String(character + 1)}: ${word}: ${message}`;
}
