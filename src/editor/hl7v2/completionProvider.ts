import * as vscode from "vscode";
import { completionAt, type CompletionOffer } from "../../core/hl7v2/language/completion";
import { type Hl7v2Files, hl7v2Selector, offsetOf, rangeOf, translate } from "./hl7v2Files";

/**
 * The usual delimiters: behind them begins a part for which a table may have codes. Where none has, nothing opens. What opens by itself is not selected
 * (`editor.suggest.selectionMode` for this language), so that Enter ends the line as it did before.
 */
const triggers = ["|", "^", "&", "~"];

/** Names of segments at the beginning of a line, and the codes of tables. */
export function registerCompletion(files: Hl7v2Files): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    hl7v2Selector,
    {
      provideCompletionItems: (document, position) => {
        const snapshot = files.of(document);
        const offset = offsetOf(snapshot, position);
        const completion = completionAt(snapshot, offset, translate);
        if (completion === undefined) {
          return undefined;
        }
        const replacing = rangeOf(snapshot, completion);
        const range = { inserting: new vscode.Range(replacing.start, position), replacing };
        return completion.offers.map((offer) => itemOf(offer, range));
      },
    },
    ...triggers,
  );
}

function itemOf(offer: CompletionOffer, range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range }): vscode.CompletionItem {
  const kind = offer.kind === "segment" ? vscode.CompletionItemKind.Struct : vscode.CompletionItemKind.EnumMember;
  const item = new vscode.CompletionItem({ label: offer.label, description: offer.description }, kind);
  item.detail = offer.detail;
  item.insertText = offer.insert;
  item.sortText = offer.sort;
  // A code is found by what it means as well.
  item.filterText = `${offer.label} ${offer.description}`;
  item.range = range;
  if (offer.deprecated) {
    item.tags = [vscode.CompletionItemTag.Deprecated];
  }
  return item;
}
