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

/** Where the extension talks to the person. Behind an interface, because dialogs wait for someone and tests have no one. */
export interface Dialogs {
  /** A notification; resolves at once, whatever becomes of it. */
  inform(kind: "info" | "warning" | "error", message: string, ...offers: readonly Offer[]): void;
  /** A question that stops everything else; only before something of the person's is lost. */
  confirm(message: string, detail: string, yes: string): Promise<boolean>;
  /** `undefined` when nothing was chosen. */
  choose<T>(title: string, placeholder: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  chooseSome<T>(title: string, placeholder: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  /** Absolute path with `/` of a folder; `undefined` when none was chosen. */
  chooseFolder(title: string, button: string): Promise<string | undefined>;
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
