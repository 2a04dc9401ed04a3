import * as vscode from "vscode";
import type { Finding } from "../core/checks/finding";
import { sentenceFor } from "../core/checks/sentences";
import { inEnglish } from "../core/checks/translate";
import type { Translate } from "../core/checks/translate";
import type { HumanError } from "../core/humanError";
import { coreMessages } from "./coreMessages";

const translate: Translate = (english, args) => vscode.l10n.t(english, args ?? {});

/**
 * What a finding says, in the editor's language. Where its English text is not the one that belongs to its code and values, an author
 * wrote it for this kata (`says`), and it stays as written.
 */
export function findingMessage({ code, args, message }: Pick<Finding, "code" | "args" | "message">): string {
  if (sentenceFor(code, args) === message) {
    return sentenceFor(code, args, translate) ?? message;
  }
  return translated(code, message, args);
}

/** What to tell a person of an error made for persons. */
export function translateError({ code, message, args }: HumanError): string {
  return translated(code, message, args);
}

function translated(code: string, message: string, args: Readonly<Record<string, string | number>>): string {
  const template = coreMessages[code]?.find((each) => inEnglish(each, args) === message);
  return template === undefined ? message : translate(template, args);
}
