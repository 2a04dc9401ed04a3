import * as vscode from "vscode";
import { completionsAt } from "../../core/fhir/language/completion";
import { hoverAt } from "../../core/fhir/language/hover";
import type { Suggestion } from "../../core/fhir/language/suggestion";
import type { FhirFiles } from "./fhirFiles";
import { fhirSelector } from "./fhirFiles";
import { markdown, offsetOf, rangeOf, translate } from "./places";

const kinds: Readonly<Record<Suggestion["kind"], vscode.CompletionItemKind>> = {
  property: vscode.CompletionItemKind.Property,
  code: vscode.CompletionItemKind.EnumMember,
  reference: vscode.CompletionItemKind.Reference,
  value: vscode.CompletionItemKind.Value,
  unit: vscode.CompletionItemKind.Unit,
  system: vscode.CompletionItemKind.Constant,
  resourceType: vscode.CompletionItemKind.Class,
};

/** What stands at the pointer, and what may be written at the cursor. */
export function registerAssistance(files: FhirFiles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(fhirSelector, { provideHover: (document, position) => hover(files, document, position) }),
    vscode.languages.registerCompletionItemProvider(fhirSelector, new Completion(files), "\"", ":", "_"),
  );
}

async function hover(files: FhirFiles, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const file = await files.of(document);
  if (file === undefined) {
    return undefined;
  }
  const { lines } = file.text;
  const found = hoverAt({ ...file, t: translate, locale: vscode.env.language }, offsetOf(lines, position));
  return found === undefined ? undefined : new vscode.Hover(markdown(found.markdown), rangeOf(lines, found.from, found.to));
}

interface FhirCompletionItem extends vscode.CompletionItem {
  readonly explain?: () => string;
}

class Completion implements vscode.CompletionItemProvider<FhirCompletionItem> {
  constructor(private readonly files: FhirFiles) {}

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<FhirCompletionItem[] | undefined> {
    const file = await this.files.of(document);
    if (file === undefined) {
      return undefined;
    }
    const { lines } = file.text;
    const found = completionsAt({ ...file, t: translate }, offsetOf(lines, position));
    if (found === undefined) {
      return undefined;
    }
    const replaced = rangeOf(lines, found.from, found.to);
    const comma = found.commaAt === undefined ? [] : [vscode.TextEdit.insert(rangeOf(lines, found.commaAt, found.commaAt).start, ",")];
    return found.items.map((item, index) => ({
      ...shown(item, index), range: replaced, additionalTextEdits: comma,
      // The words are made when they are looked at.
      ...(item.documentation === undefined ? {} : { explain: item.documentation }),
    }));
  }

  resolveCompletionItem(item: FhirCompletionItem): FhirCompletionItem {
    return item.explain === undefined ? item : Object.assign(item, { documentation: markdown(item.explain()) });
  }
}

function shown(item: Suggestion, index: number): vscode.CompletionItem {
  return {
    // The targets of a reference stand in the detail only: the list is narrow.
    label: { label: item.label, ...(item.detail === "" ? {} : { description: item.kind === "property" ? item.detail.replace(/\(.*/, "") : item.detail }) },
    kind: kinds[item.kind],
    detail: item.detail,
    insertText: new vscode.SnippetString(item.insert),
    filterText: item.filter,
    // Before what the editor's own JSON support gathers from the file.
    sortText: `!${String(index).padStart(5, "0")}`,
    ...(item.again ? { command: { command: "editor.action.triggerSuggest", title: "" } } : {}),
  };
}
