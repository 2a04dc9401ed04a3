import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { HumanError } from "../../core/humanError";
import type { TestRunListener } from "../../core/checks/testRunner";
import { isTestCheck } from "../../core/packs/kataManifest";
import type { DebugCommand } from "../../env/debugRun";
import { uriOf } from "../paths";
import type { LoadServices } from "../services";
import type { StartedKata } from "../startedKata";

export interface DebugAsk {
  readonly started: StartedKata;
  /** Ids of test checks. */
  readonly checks: readonly string[];
  readonly run: vscode.TestRun;
  readonly listener: TestRunListener;
  readonly token: vscode.CancellationToken;
}

/** By this a session is told apart from others that run at the same time. */
const sessionKey = "healthItKatasRun";

/**
 * Runs test checks of a kata under the editor's Node debugger, on the learner's own files, so that breakpoints in them hold. Such a run is
 * for looking, not for a verdict: it has no deadline, and no attempt comes of it.
 * @throws HumanError when the debugger does not start
 */
export async function debugTests(services: LoadServices, newSeed: () => number, { started, checks, run, listener, token }: DebugAsk): Promise<void> {
  const { kata, folder, workspace, seed } = started;
  const loaded = await services();
  const present = await Promise.all(kata.manifest.files.map(async (file) => ((await loaded.files.stat(`${folder}/${file}`)) === undefined ? [] : [file])));
  const prepared = await loaded.prepareDebugRun({
    checks: kata.manifest.checks.filter(isTestCheck).filter(({ id }) => checks.includes(id)),
    solution: present.flat(),
    solutionFolder: folder,
    kataFolder: kata.folder,
    seed: seed ?? newSeed(),
  });
  try {
    await runSession(configurationFor(prepared.command, kata.manifest.title), workspace, run, token);
    await prepared.results(listener);
  } finally {
    await prepared.dispose();
  }
}

function configurationFor({ runtimeExecutable, program, args, cwd, env }: DebugCommand, title: string): vscode.DebugConfiguration {
  return {
    type: "node",
    request: "launch",
    name: vscode.l10n.t("Kata: {0}", title),
    runtimeExecutable,
    program,
    args,
    cwd,
    env,
    console: "internalConsole",
    internalConsoleOptions: "neverOpen",
    outputCapture: "std",
    // The program that runs the tests is none of the learner's affair.
    skipFiles: ["<node_internals>/**", program],
    [sessionKey]: randomUUID(),
  };
}

async function runSession(configuration: vscode.DebugConfiguration, workspace: string, testRun: vscode.TestRun, token: vscode.CancellationToken): Promise<void> {
  const isOurs = (session: vscode.DebugSession): boolean => session.configuration[sessionKey] === configuration[sessionKey] && session.parentSession === undefined;
  const subscriptions: vscode.Disposable[] = [];
  let session: vscode.DebugSession | undefined;
  const ended = new Promise<void>((resolve) => {
    const stop = (): void => void vscode.debug.stopDebugging(session);
    subscriptions.push(
      vscode.debug.onDidStartDebugSession((begun) => {
        if (isOurs(begun)) {
          session = begun;
        }
      }),
      vscode.debug.onDidTerminateDebugSession((over) => {
        if (isOurs(over)) {
          resolve();
        }
      }),
      token.onCancellationRequested(stop),
      testRun.token.onCancellationRequested(stop),
    );
  });
  try {
    const folder = vscode.workspace.getWorkspaceFolder(uriOf(workspace));
    if (!(await vscode.debug.startDebugging(folder, configuration, { testRun }))) {
      throw new HumanError("editor.noDebugger", "The debugger did not start. See that the editor's own extension \"JavaScript Debugger\" is enabled, and try again.");
    }
    await ended;
  } finally {
    vscode.Disposable.from(...subscriptions).dispose();
  }
}
