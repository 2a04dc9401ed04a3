import type * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import type { Dialogs } from "../dialogs";
import type { LoadServices } from "../services";

/** What the course lead's commands are given. */
export interface LeadSurroundings {
  readonly services: LoadServices;
  readonly dialogs: Dialogs;
  readonly log: Logger;
}

/** What a course lead does with packs that are open as folders. */
export interface Lead extends vscode.Disposable {
  /** @param place a folder or file of a pack; the active editor's, or a pack that is asked for, when it is none */
  verify(place: unknown): Promise<void>;
}
