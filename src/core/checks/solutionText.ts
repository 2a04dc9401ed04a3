import { decodeBytes } from "../documents/decodeBytes";
import { LineIndex } from "../text/lineIndex";
import type { Solution } from "./attemptRunner";
import type { Finding } from "./finding";
import { textLimit } from "./schemaCheck";

/** Either the text of a solution file, without byte-order mark as the editor counts it, or the finding that says why there is none. */
export type SolutionText = { readonly text: string; readonly finding?: undefined } | { readonly finding: Finding };

/** Reads a file of the solution as text. */
export function solutionText(solution: Solution, file: string): SolutionText {
  const fault = solutionFault(solution, file);
  if (fault !== undefined) {
    return { finding: fault };
  }
  const { text, encoding, firstInvalidByte = 0 } = decodeBytes(solution.get(file) ?? new Uint8Array());
  if (encoding === "utf-8") {
    return { text };
  }
  if (encoding === "iso-8859-1") {
    // Every byte before the first that does not fit is UTF-8, so the lines up to it can be counted in bytes.
    const at = new LineIndex(text).positionAt(firstInvalidByte);
    const line = at.line + 1;
    return {
      finding: {
        code: "solution.notUtf8", args: { file, line }, file, range: { start: { line: at.line, character: 0 }, end: at },
        message: `${file} is not UTF-8 text: line ${String(line)} holds a byte that does not belong. Save it with encoding UTF-8, or use Reset to bring the starter file back.`,
      },
    };
  }
  return {
    finding: {
      code: "solution.utf16", args: { file, encoding: encoding.toUpperCase() }, file, range: startOfFile,
      message: `${file} is written in ${encoding.toUpperCase()}; save it with encoding UTF-8, or use Reset to bring the starter file back.`,
    },
  };
}

/** What keeps a file of the solution from being checked at all: it is not there, or too large. */
export function solutionFault(solution: Solution, file: string): Finding | undefined {
  const bytes = solution.get(file);
  if (bytes === undefined) {
    return { code: "solution.missing", message: `${file} is missing. Bring it back with Reset, or give the file its old name again.`, args: { file }, file };
  }
  if (bytes.length > textLimit) {
    const megabytes = Math.ceil(bytes.length / (1024 * 1024));
    return {
      code: "solution.tooLarge", args: { file, megabytes, limit: textLimit / (1024 * 1024) }, file, range: startOfFile,
      message: `${file} has ${String(megabytes)} MB; at most 5 MB are checked, and a right answer is far smaller. Reset brings the starter file back.`,
    };
  }
  return undefined;
}

const origin = { line: 0, character: 0 };
const startOfFile = { start: origin, end: origin };
