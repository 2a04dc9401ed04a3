// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../../scripts/lib/paths.mjs";

/** @typedef {import("./editor.mjs").Editor} Editor */

/** What a learner does with one kata, by the surfaces a learner has. */
export class Learner {
  /**
   * @param {Editor} editor
   * @param {{ title: string, pack: string, id: string }} kata the title as the tree shows it; pack and id as its folder is called
   */
  constructor(editor, kata) {
    this.editor = editor;
    this.kata = kata;
    /** Where the kata's files are for the learner. */
    this.folder = join(editor.folder, "health-it-katas", kata.pack, kata.id);
  }

  /** The brief beside the file. */
  get brief() {
    return this.editor.webview();
  }

  /** Opens the view, chooses the kata, and starts it from its brief. */
  async start() {
    await this.editor.openView("Health IT Katas");
    await this.editor.treeItem(new RegExp(escapePattern(this.kata.title))).first().click();
    await this.brief.getByRole("button", { name: /^Start/ }).click();
    await this.editor.page.locator(".editor-group-container .monaco-editor[role='code']").first().waitFor();
    await this.brief.getByRole("button", { name: /^Check/ }).waitFor();
  }

  /**
   * Replaces the whole text of the file in the text editor and saves it. The editor runs with `literalTyping`.
   * @param {string} text
   */
  async write(text) {
    const { page } = this.editor;
    await page.locator(".editor-group-container .monaco-editor[role='code'] .view-line").first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.insertText(text);
    await this.editor.save();
  }

  /**
   * Replaces a file of the learner's as another program would, such as a formatter or git; the editor shows it again from the disk.
   * @param {string} file
   * @param {string} text
   */
  async replaceOutside(file, text) {
    await writeFile(join(this.folder, file), text);
  }

  /**
   * The text of a file of the kata's source, such as `wrong/first-identifier-is-mrn/paths.json`.
   * @param {string} path
   */
  sourceText(path) {
    return readFile(join(root, "katas", this.kata.pack, this.kata.id, path), "utf8");
  }

  /**
   * Waits until the brief says a verdict.
   * @param {RegExp} verdict
   */
  async sees(verdict) {
    await this.brief.getByText(verdict).first().waitFor();
  }
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Settings with which inserted text stays as it is: the editor would complete brackets and indent lines as if somebody typed. */
export const literalTyping = { "editor.autoIndent": "none", "editor.autoClosingBrackets": "never", "editor.autoClosingQuotes": "never", "editor.autoSurround": "never", "editor.autoClosingDelete": "never", "editor.formatOnType": false };

export const escapes = { title: "Escape sequences both ways", pack: "hl7v2", id: "v2-escapes" };
export const readAdt = { title: "Read an ADT^A01 by hand", pack: "hl7v2", id: "v2-read-adt" };
