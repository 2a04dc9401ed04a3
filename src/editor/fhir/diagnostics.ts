import type * as vscode from "vscode";
import { isUnchecked, readsAlready } from "../../core/fhir/language/shownIssues";
import type { FhirChecker, PlacedIssue } from "../../core/fhir/validation/fhirChecker";
import type { Range } from "../../core/text/range";
import { diagnosticOf, uncheckedDiagnostic } from "../languages/issueDiagnostics";
import type { LanguageSurroundings } from "../languages/languageFeatures";
import type { Examiner } from "../languages/liveDiagnostics";
import { isOwn, looksLikeFhir } from "../languages/wantedFiles";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import type { KataRulesReader } from "./kataRulesReader";

/** Larger texts are left to the check and the command line. UTF-16 code units. */
const largestText = 5_000_000;

/** What the diagnostics of FHIR say they come from. */
export const fhirSource = "FHIR";

/** What was found in a resource. */
export interface FhirFound {
  readonly issues: readonly PlacedIssue[];
  readonly file: FhirFile;
}

/** Validates resources in the worker, by the rules of their kata too. */
export class FhirExaminer implements Examiner<FhirFound> {
  readonly id = "fhir";
  readonly task = "Checking a resource";

  constructor(
    private readonly files: FhirFiles,
    private readonly checker: FhirChecker,
    private readonly rules: Pick<KataRulesReader, "of">,
    private readonly around: Pick<LanguageSurroundings, "findingsAt">,
  ) {}

  mayBeLookedAt(document: vscode.TextDocument): boolean {
    return isOwn(document) && looksLikeFhir(document);
  }

  async examine(document: vscode.TextDocument, signal: AbortSignal): Promise<FhirFound | undefined> {
    const { uri } = document;
    const text = document.getText();
    const file = text.length > largestText ? undefined : await this.files.of(document);
    if (file === undefined) {
      return undefined;
    }
    const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const rules = await this.rules.of(uri);
    const request = { text, file: name, ...(rules?.type === undefined ? {} : { type: rules.type }), ...(rules === undefined ? {} : { profiles: rules.profiles }) };
    const { issues } = await this.checker.validate(request, signal);
    return { issues: issues.filter(({ code }) => rules?.ignore.includes(code) !== true), file };
  }

  diagnosticsOf(uri: vscode.Uri, { issues, file }: FhirFound): readonly vscode.Diagnostic[] {
    const told = this.around.findingsAt(uri);
    const shown = issues.filter((issue) => !isUnchecked(issue) && !readsAlready(issue, told));
    const unchecked = issues.filter(isUnchecked);
    return [
      ...shown.map((issue) => diagnosticOf(issue, fhirSource)), ...(unchecked.length === 0 ? [] : [uncheckedDiagnostic(unchecked, placeOfUnchecked(file), fhirSource)]),
    ];
  }
}

/** Everything that could not be checked is said where the resource says what it is. */
function placeOfUnchecked({ text }: FhirFile): Range {
  return text.document.keyRangeOf("/resourceType") ?? text.document.nearestRangeOf("");
}
