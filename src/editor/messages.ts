import * as vscode from "vscode";
import type { Finding } from "../core/checks/finding";
import type { sentenceFor } from "../core/checks/sentences";
import { inEnglish } from "../core/checks/translate";
import type { SentenceArgs, Translate } from "../core/checks/translate";
import type { HumanError } from "../core/humanError";

/**
 * The sentences are many, and only readers of other languages need them here: they are a bundle of their own, read when the first finding is translated.
 */
function sentences(): { readonly sentenceFor: typeof sentenceFor } {
  // Who asks cannot wait for a promise.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("../core/checks/sentences") as { readonly sentenceFor: typeof sentenceFor };
}

const translate: Translate = (english, args) => vscode.l10n.t(english, args ?? {});

/**
 * What a finding says, in the editor's language. Where its English text is not the one that belongs to its code and values, an author
 * wrote it for this kata (`says`), and it stays as written.
 */
export function findingMessage({ code, args, message }: Pick<Finding, "code" | "args" | "message">): string {
  if (vscode.l10n.bundle === undefined) {
    return message;
  }
  const { sentenceFor: write } = sentences();
  return write(code, args) === message ? (write(code, args, translate) ?? message) : translated(message, args);
}

/** What to tell a person of an error made for persons. */
export function translateError({ message, args }: HumanError): string {
  return translated(message, args);
}

/**
 * A sentence of core comes with its values already in it. Translations are by the text with places for them, so the one is looked for
 * that gives just this sentence.
 */
function translated(message: string, args: SentenceArgs): string {
  const { bundle } = vscode.l10n;
  const template = bundle === undefined ? undefined : Object.keys(bundle).find((text) => inEnglish(text, args) === message);
  return template === undefined ? message : translate(template, args);
}
