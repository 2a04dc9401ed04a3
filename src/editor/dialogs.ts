import * as vscode from "vscode";
import { pathOf } from "./paths";

/** One of several things to choose from. */
export interface Choice<T> {
  readonly label: string;
  readonly value: T;
  readonly description?: string;
  readonly detail?: string;
  readonly icon?: string;
  /** Starts a group with this heading. */
  readonly group?: string;
  readonly picked?: boolean;
}

/** A button in a notification and what it does. */
export interface Offer {
  readonly label: string;
  readonly accept: () => unknown;
}

export interface AskOptions {
  readonly placeholder?: string;
  /** Shows dots in the place of what is typed. */
  readonly secret?: boolean;
  /** What is wrong with a text; `undefined` when nothing is. */
  readonly fault?: (text: string) => string | undefined;
}

/** Where the extension talks to the person. Behind an interface, because dialogs wait for someone and tests have no one. */
export interface Dialogs {
  /** A notification; resolves at once, whatever becomes of it. */
  inform(kind: "info" | "warning" | "error", message: string, ...offers: readonly Offer[]): void;
  /** A question that stops everything else; only before something of the person's is lost, or before somebody else's work comes onto the machine. */
  confirm(message: string, detail: string, yes: string): Promise<boolean>;
  /** `undefined` when nothing was chosen. */
  choose<T>(title: string, placeholder: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  chooseSome<T>(title: string, placeholder: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  /** Absolute path with `/` of a folder; `undefined` when none was chosen. */
  chooseFolder(title: string, button: string): Promise<string | undefined>;
  /** Absolute path with `/` of a file whose name ends in one of `endings`; `undefined` when none was chosen. */
  chooseFile(title: string, button: string, kind: string, endings: readonly string[]): Promise<string | undefined>;
  /** A line of text, trimmed; `undefined` when none was given. */
  ask(title: string, prompt: string, options?: AskOptions): Promise<string | undefined>;
}

/** The editor's own dialogs. */
export function createDialogs(): Dialogs {
  return {
    inform: (kind, message, ...offers) => {
      void show(kind, message, offers);
    },
    confirm: async (message, detail, yes) => (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes,
    choose: async (title, placeholder, choices) =>
      (await vscode.window.showQuickPick(toItems(choices), { title, placeHolder: placeholder, matchOnDescription: true, matchOnDetail: true }))?.value,
    chooseSome: async (title, placeholder, choices) => {
      const items = await vscode.window.showQuickPick(toItems(choices), { title, placeHolder: placeholder, canPickMany: true });
      return items?.flatMap(({ value }) => (value === undefined ? [] : [value]));
    },
    chooseFolder: async (title, button) => {
      const chosen = await vscode.window.showOpenDialog({ title, openLabel: button, canSelectFiles: false, canSelectFolders: true, canSelectMany: false });
      return chosen?.[0] === undefined ? undefined : pathOf(chosen[0]);
    },
    chooseFile: async (title, button, kind, endings) => {
      const chosen = await vscode.window.showOpenDialog({ title, openLabel: button, canSelectFiles: true, canSelectFolders: false, canSelectMany: false, filters: { [kind]: [...endings] } });
      return chosen?.[0] === undefined ? undefined : pathOf(chosen[0]);
    },
    ask: async (title, prompt, { placeholder, secret, fault } = {}) => {
      const given = await vscode.window.showInputBox({
        title, prompt, ignoreFocusOut: true, password: secret === true, ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
        validateInput: (text) => (text.trim() === "" ? undefined : fault?.(text.trim())),
      });
      return given === undefined || given.trim() === "" ? undefined : given.trim();
    },
  };
}

async function show(kind: "info" | "warning" | "error", message: string, offers: readonly Offer[]): Promise<void> {
  const labels = offers.map((offer) => offer.label);
  const chosen = await notify(kind, message, labels);
  await offers.find((offer) => offer.label === chosen)?.accept();
}

function notify(kind: "info" | "warning" | "error", message: string, labels: readonly string[]): Thenable<string | undefined> {
  switch (kind) {
    case "info":
      return vscode.window.showInformationMessage(message, ...labels);
    case "warning":
      return vscode.window.showWarningMessage(message, ...labels);
    case "error":
      return vscode.window.showErrorMessage(message, ...labels);
  }
}

interface Item<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

function toItems<T>(choices: readonly Choice<T>[]): readonly Item<T>[] {
  let group: string | undefined;
  return choices.flatMap((choice) => {
    const item: Item<T> = {
      label: choice.icon === undefined ? choice.label : `$(${choice.icon}) ${choice.label}`,
      value: choice.value,
      ...(choice.description === undefined ? {} : { description: choice.description }),
      ...(choice.detail === undefined ? {} : { detail: choice.detail }),
      ...(choice.picked === undefined ? {} : { picked: choice.picked }),
    };
    const heading = choice.group !== undefined && choice.group !== group ? [{ label: choice.group, kind: vscode.QuickPickItemKind.Separator }] : [];
    group = choice.group;
    return [...heading, item];
  });
}
