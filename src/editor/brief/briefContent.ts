import * as vscode from "vscode";
import { readBrief, readHints } from "../../core/learner/brief";
import type { Hint } from "../../core/learner/brief";
import type { Kata } from "../../core/packs/kata";
import { joinPath, relativePathFault } from "../../core/path";
import { uriOf } from "../paths";
import type { LoadServices } from "../services";

/** The texts of a kata as HTML for its page. */
export interface BriefContent {
  readonly briefHtml: string;
  readonly hints: readonly Hint[];
  hintHtml(hint: Hint): string;
  /** Of a known wrong answer's explanation. */
  explanationHtml(markdown: string): string;
}

/**
 * Reads and renders a kata's texts.
 * @param toPage gives the address by which the page reads a file of the kata
 * @throws HumanError when the kata has no brief, or it cannot be read
 */
export async function readBriefContent(services: LoadServices, kata: Kata, toPage: (uri: vscode.Uri) => vscode.Uri): Promise<BriefContent> {
  const { files, renderMarkdown: render } = await services();
  const [brief, hints] = await Promise.all([readBrief(files, kata, vscode.env.language), readHints(files, kata, vscode.env.language)]);
  const { title, files: handedIn, exhibits = [] } = kata.manifest;
  const imageAddress = (path: string): string | undefined =>
    relativePathFault(path) === undefined && /\.(?:png|jpe?g|gif|webp|svg)$/i.test(path) ? toPage(uriOf(joinPath(kata.folder, path))).toString() : undefined;
  const surroundings = { files: [...handedIn, ...exhibits], imageAddress };
  return {
    briefHtml: render(brief.markdown, { ...surroundings, title, topHeading: 2 }),
    hints,
    hintHtml: (hint) => render(`## ${hint.title}\n\n${hint.markdown}`, { ...surroundings, topHeading: 3 }),
    explanationHtml: (markdown) => render(markdown, { ...surroundings, topHeading: 4 }),
  };
}
