import * as vscode from "vscode";
import type { ReferableResource, References, WrittenReference } from "../../core/fhir/language/references";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import { fhirSelector } from "./fhirFiles";
import { offsetOf, rangeOf } from "./places";

/** From a reference to the resource it means, and back. */
export function registerNavigation(files: FhirFiles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(fhirSelector, {
      provideDefinition: async (document, position) => {
        const found = await lookAt(files, document, position);
        if (found?.reference === undefined || found.target === undefined) {
          return undefined;
        }
        const { file, reference, target } = found;
        const { lines } = file.text;
        const whole = rangeOf(lines, target.node.from, target.node.to);
        return [{ originSelectionRange: rangeOf(lines, reference.node.from + 1, reference.node.to - 1), targetUri: document.uri, targetRange: whole, targetSelectionRange: nameRange(file, target) }];
      },
    }),
    vscode.languages.registerReferenceProvider(fhirSelector, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const found = await lookAt(files, document, position);
        if (found === undefined) {
          return undefined;
        }
        const { file, references, around } = found;
        const target = found.reference === undefined ? around : found.target;
        if (target === undefined) {
          return [];
        }
        const places = references.to(target).map(({ node }) => new vscode.Location(document.uri, rangeOf(file.text.lines, node.from, node.to)));
        return includeDeclaration ? [new vscode.Location(document.uri, nameRange(file, target)), ...places] : places;
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(fhirSelector, {
      provideDocumentHighlights: async (document, position) => {
        const found = await lookAt(files, document, position);
        if (found?.reference === undefined || found.target === undefined) {
          return undefined;
        }
        const { file, references, target } = found;
        return [
          new vscode.DocumentHighlight(nameRange(file, target), vscode.DocumentHighlightKind.Write),
          ...references.to(target).map(({ node }) => new vscode.DocumentHighlight(rangeOf(file.text.lines, node.from, node.to), vscode.DocumentHighlightKind.Read)),
        ];
      },
    }),
  );
}

interface Found {
  readonly file: FhirFile;
  readonly references: References;
  /** The reference at the place, and what it leads to. */
  readonly reference: WrittenReference | undefined;
  readonly target: ReferableResource | undefined;
  /** The resource around the place. */
  readonly around: ReferableResource | undefined;
}

async function lookAt(files: FhirFiles, document: vscode.TextDocument, position: vscode.Position): Promise<Found | undefined> {
  const file = await files.of(document);
  if (file === undefined) {
    return undefined;
  }
  const chain = file.text.chainAt(offsetOf(file.text.lines, position));
  const references = file.references();
  const node = chain.at(-1);
  const reference = node === undefined ? undefined : references.at(node);
  return { file, references, reference, target: reference === undefined ? undefined : references.targetOf(reference), around: references.around(chain) };
}

/** The name of a resource in the text: its `resourceType`. */
function nameRange({ text }: FhirFile, { node }: ReferableResource): vscode.Range {
  const named = node.children?.find(({ key }) => key === "resourceType") ?? node;
  return rangeOf(text.lines, Math.max(named.keyFrom, 0), named === node ? node.from + 1 : named.to);
}
