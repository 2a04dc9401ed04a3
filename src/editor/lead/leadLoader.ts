import type * as vscode from "vscode";
import { inBackground } from "../commands";
import type { LeadSurroundings, Lead } from "./lead";

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
