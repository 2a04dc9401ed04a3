import type { PackProblem } from "../core/packs/packProblem";
import { relativeTo } from "../core/path";
import type { CliContext } from "./context";

/** A path as the person would type it: relative to where they stand, if it lies below. */
export function shownPath(path: string, { cwd }: Pick<CliContext, "cwd">): string {
  return path === cwd ? "." : (relativeTo(cwd, path) ?? path);
}

/** `file:line:column: error: sentence`, as editors and CI systems understand it. */
export function problemLine({ file, range, severity, message }: PackProblem, context: Pick<CliContext, "cwd" | "style">): string {
  const place = `${shownPath(file, context)}:${range.start.line + 1}:${range.start.character + 1}`;
  return `${place}: ${severity === "error" ? context.style.bad("error") : context.style.warn("warning")}: ${message}`;
}
