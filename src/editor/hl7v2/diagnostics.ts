import type * as vscode from "vscode";
import { isUnchecked, type PlacedProblem, placedProblems, readsAlready } from "../../core/hl7v2/language/placedProblems";
import { DocumentChecker } from "../../core/hl7v2/validation/checkDocument";
import { diagnosticOf, uncheckedDiagnostic } from "../languages/issueDiagnostics";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import type { Examiner } from "../languages/liveDiagnostics";
import { isOwn, isWantedAt } from "../languages/wantedFiles";
import { readSettings } from "../settings";
import { type Hl7v2Files, isHl7v2 } from "./hl7v2Files";

/** Milliseconds of work on a text without a pause. */
const sliceMs = 10;

/** Larger texts are left to the check and the command line. UTF-16 code units. */
const largestText = 3_000_000;

/** What the diagnostics of HL7 v2 say they come from. */
export const hl7v2Source = "HL7 v2";

/** Holds messages against the standard, a few milliseconds at a time; what has not changed since is not checked again. */
export class Hl7v2Examiner implements Examiner<readonly PlacedProblem[]> {
  readonly id = "hl7v2";
  readonly task = "Checking an HL7 v2 file";
  private readonly checkers = new WeakMap<vscode.TextDocument, DocumentChecker>();

  constructor(private readonly files: Hl7v2Files, private readonly around: Pick<LanguageSurroundings, "findingsAt" | "folders" | "log">) {}

  mayBeLookedAt(document: vscode.TextDocument): boolean {
    return isHl7v2(document) && isOwn(document);
  }

  async examine(document: vscode.TextDocument, signal: AbortSignal): Promise<readonly PlacedProblem[] | undefined> {
    const { uri } = document;
    if (document.getText().length > largestText || !(await isWantedAt(uri, readSettings.hl7v2Diagnostics(uri), this.around.folders, this.around.log)) || signal.aborted) {
      return undefined;
    }
    const snapshot = this.files.of(document);
    const checker = this.checkers.get(document) ?? new DocumentChecker(this.files.dictionaryFor);
    this.checkers.set(document, checker);
    await inSlices(checker.prepare(snapshot.document), signal);
    return signal.aborted ? undefined : placedProblems(snapshot.document, checker.check(snapshot.document));
  }

  diagnosticsOf(uri: vscode.Uri, problems: readonly PlacedProblem[]): readonly vscode.Diagnostic[] {
    const told = this.around.findingsAt(uri);
    const shown = problems.filter((problem) => !isUnchecked(problem) && !readsAlready(problem, told));
    return [...shown.map((problem) => diagnosticOf(problem, hl7v2Source)), ...uncheckedDiagnostics(problems.filter(isUnchecked))];
  }
}

/** Takes steps for a few milliseconds at a time, so that nobody waits for what is not urgent, until they are done or nobody wants them any more. */
async function inSlices(steps: Iterator<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      if (steps.next().done === true) {
        return;
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What could not be checked, said quietly and once at each place: mostly where a message says what it is. */
function uncheckedDiagnostics(problems: readonly PlacedProblem[]): readonly vscode.Diagnostic[] {
  const byPlace = new Map<number, PlacedProblem[]>();
  for (const problem of problems) {
    const line = problem.range.start.line;
    byPlace.set(line, [...(byPlace.get(line) ?? []), problem]);
  }
  return [...byPlace.values()].flatMap((there) => {
    const [first] = there;
    return first === undefined ? [] : [uncheckedDiagnostic(there, first.range, hl7v2Source)];
  });
}
