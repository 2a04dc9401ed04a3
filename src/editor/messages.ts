import * as vscode from "vscode";
import type { HumanError } from "../core/humanError";
import { coreMessages } from "./coreMessages";

/** A sentence of core: its code, its values, and how it reads in English. */
interface CoreSentence {
  readonly code: string;
  readonly message: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/**
 * A sentence of core in the editor's language. Where the English text is not the one that belongs to the code, an author wrote it
 * for this kata (`says`), and it stays as written.
 */
export function translate({ code, message, args }: CoreSentence): string {
  const template = coreMessages[code];
  return template !== undefined && fill(template, args) === message ? vscode.l10n.t(template, args) : message;
}

/** What to tell a person of an error made for persons. */
export function translateError(error: HumanError): string {
  return translate({ code: error.code, message: error.message, args: error.args });
}

/** Puts values in the place of `{name}`, as `l10n.t` does. */
export function fill(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
