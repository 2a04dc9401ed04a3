import { availableParallelism } from "node:os";
import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import type { KataReport, PackReport } from "../../core/verify/report";
import type { Lead, LeadSurroundings } from "./lead";
import { chooseTarget, type VerifyTarget } from "./targets";
import { VerifyProblems } from "./verifyProblems";

/** Makes what authors use. This file is the entry of a bundle of its own. */
export function createLead(around: LeadSurroundings): Lead {
  return new EditorLead(around);
}

interface Verified {
  readonly katas: readonly KataReport[];
  readonly packs: readonly PackReport[];
}

class EditorLead implements Lead {
  private readonly problems = new VerifyProblems();
  private running = false;

  constructor(private readonly around: LeadSurroundings) {}

  async verify(place: unknown): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      throw new HumanError("verify.untrusted", "Verify runs the code of the pack, and this workspace is not trusted. Trust it first with \"Workspaces: Manage Workspace Trust\".");
    }
    const { services, dialogs } = this.around;
    const target = await chooseTarget(place, await services(), dialogs);
    if (target === undefined) {
      return;
    }
    if (this.running) {
      throw new HumanError("verify.running", "Verify is at work already. Wait for it, or cancel it.");
    }
    this.running = true;
    try {
      await this.run(target);
    } finally {
      this.running = false;
    }
  }

  dispose(): void {
    this.problems.dispose();
  }

  private async run(target: VerifyTarget): Promise<void> {
    // What is verified lies on the disk.
    await vscode.workspace.saveAll(false);
    const verified = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Verifying {0}", target.kata ?? target.name), cancellable: true },
      async (progress, cancelled) => {
        const stopping = new AbortController();
        cancelled.onCancellationRequested(() => stopping.abort(new vscode.CancellationError()));
        return await this.verified(target, stopping.signal, (report) => progress.report({ message: report.id, increment: 100 / Math.max(1, target.count) }));
      },
    );
    await this.problems.show(target, verified, (await this.around.services()).files);
    this.tell(target, verified);
  }

  private async verified({ folder, kata }: VerifyTarget, signal: AbortSignal, done: (report: KataReport) => void): Promise<Verified> {
    const gate = (await this.around.services()).gate({ parallel: kata === undefined ? availableParallelism() : 1, write: false, strictTime: false });
    try {
      if (kata === undefined) {
        return await gate.verify([folder], done, signal);
      }
      const report = await gate.verifyKata(folder, kata, signal);
      if (report === undefined) {
        throw new HumanError("verify.unlisted", `The pack does not name a kata "${kata}"; add it to "kataPack.katas" in package.json.`, { kata });
      }
      return { katas: [report], packs: [] };
    } finally {
      await gate.dispose();
    }
  }

  private tell(target: VerifyTarget, { katas, packs }: Verified): void {
    const { dialogs, log } = this.around;
    const name = target.kata ?? target.name;
    for (const { id, ok, solutions, wrong, problems: said } of katas) {
      log.info(`Verify ${id}: ${ok ? "sound" : "closed"}; ${String(solutions.length)} solutions, ${String(wrong.length)} wrong answers.${said.map(({ message }) => `\n  ${message}`).join("")}`);
    }
    const problems = [...katas, ...packs].flatMap((report) => report.problems).length;
    if ([...katas, ...packs].every(({ ok }) => ok)) {
      dialogs.inform("info", vscode.l10n.t("{0}: the gate is open. Sound katas: {1}.", name, katas.length));
      return;
    }
    dialogs.inform(
      "warning",
      vscode.l10n.t("{0}: the gate is closed. Sound katas: {1} of {2}; problems: {3}.", name, katas.filter(({ ok }) => ok).length, katas.length, problems),
      { label: vscode.l10n.t("Show Problems"), accept: () => vscode.commands.executeCommand("workbench.actions.view.problems") },
    );
  }
}
