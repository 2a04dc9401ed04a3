import * as vscode from "vscode";
import type { contextKeys } from "../ids";

/** What each key may hold. */
export interface ContextValues {
  [contextKeys.viewState]: "loading" | "full" | "noKatas" | "noMatch" | "failed";
  [contextKeys.filtered]: boolean;
  [contextKeys.kataOpen]: boolean;
  [contextKeys.kataFiles]: readonly string[];
  [contextKeys.canUndoReset]: boolean;
  [contextKeys.everPassed]: boolean;
  [contextKeys.everChecked]: boolean;
  [contextKeys.fhirFile]: boolean;
  [contextKeys.fhirPathResults]: boolean;
}

/** The one owner of the keys that `when` clauses ask for. */
export class ContextKeys {
  private readonly current = new Map<keyof ContextValues, string>();

  /** Sets a key; the editor is told only of changes. */
  set<K extends keyof ContextValues>(key: K, value: ContextValues[K]): void {
    const text = JSON.stringify(value);
    if (this.current.get(key) === text) {
      return;
    }
    this.current.set(key, text);
    void vscode.commands.executeCommand("setContext", key, value);
  }
}
