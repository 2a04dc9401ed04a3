import type * as vscode from "vscode";
import type { Logger } from "../../core/logger";
import { inBackground } from "../commands";
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

/** Loads what only people who write packs need, when they first ask for it. */
export class LeadLoader implements vscode.Disposable {
  private loading: Promise<Lead> | undefined;

  constructor(private readonly around: LeadSurroundings) {}

  /** The same each time, so that problems shown before are taken away by the next run. */
  async get(): Promise<Lead> {
    return await (this.loading ??= import("./main").then(({ createLead }) => createLead(this.around)));
  }

  dispose(): void {
    if (this.loading !== undefined) {
      inBackground(this.around.log, "Unloading what authors use", this.loading.then((lead) => void lead.dispose()));
    }
  }
}
