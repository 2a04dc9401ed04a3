import * as vscode from "vscode";
import type { HealthItKatasApi } from "../api";
import { HumanError, toError } from "../core/humanError";
import { readSolution } from "../core/learner/solution";
import { lockFileName } from "../core/packs/install/lockFileName";
import { relativeTo } from "../core/path";
import { inPlaceFile } from "../env/inPlaceFile";
import { commands } from "../ids";
import type { BriefAction } from "../webviews/protocol/brief";
import { Help } from "./actions/help";
import { Resetter } from "./actions/resetting";
import { Starter } from "./actions/start";
import { WorkFolder } from "./actions/workFolder";
import { BriefPanel } from "./brief/briefPanel";
import type { BriefSubject } from "./brief/briefPanel";
import { Checker } from "./checking/checker";
import { Looks } from "./checking/looks";
import { untrustedCode } from "./checking/trustingTestRunner";
import type { HandlerSurroundings } from "./commandHandlers";
import { CheckOnSave } from "./checkOnSave";
import { inBackground } from "./commands";
import { comparisonLoader } from "./compare/comparisonLoader";
import { ContextKeys } from "./contextKeys";
import { registerDeepLinks } from "./deepLink";
import type { Dialogs } from "./dialogs";
import { KataFolders } from "./kataFolders";
import { KataSources } from "./kataSources";
import { KataDecorations } from "./katasView/kataDecorations";
import { KatasView } from "./katasView/katasView";
import { LanguageLoader } from "./languages/languageLoader";
import { LeadLoader } from "./lead/leadLoader";
import { Library } from "./library";
import { registerFileEncodings } from "./fileEncoding";
import { registerLineEnds } from "./lineEnds";
import { hasLockFile, offerLockedPacks } from "./lockOffer";
import type { ChannelLogger } from "./log";
import { translateError } from "./messages";
import { OpenKata } from "./openKata";
import { packManagementLoader } from "./packs/packManagementLoader";
import { pathOf, uriOf } from "./paths";
import { Problems, toRange } from "./problems";
import { LearnerProgress } from "./progress";
import { ReadOnlyTexts } from "./readOnlyTexts";
import { showDoctor } from "./reports/doctor";
import { issueText, openIssueReport } from "./reports/issueReport";
import type { Versions } from "./reports/versions";
import { LazyServices } from "./services";
import { readSettings } from "./settings";
import type { StartedKata } from "./startedKata";
import { StatusBar } from "./statusBar";
import type { StoredState } from "./storedState";
import { debugTests } from "./testing/debugging";
import { TestExplorer } from "./testing/testExplorer";

export interface EditorSurroundings {
  readonly extension: vscode.Uri;
  readonly log: ChannelLogger;
  readonly dialogs: Dialogs;
  /** What is stored for this workspace, and for every window. */
  readonly stored: StoredState;
  readonly storedForAll: StoredState;
  /** Where tokens of registries are kept. */
  readonly secrets: vscode.SecretStorage;
  /** Absolute, with `/`: where packs are installed. */
  readonly dataFolder: string;
  readonly versions: Versions;
  /** Absolute path of the person's own folder, with `/`. */
  readonly home: string;
  readonly newId: () => string;
}

/** The extension's parts, put together. */
export interface Editor extends vscode.Disposable {
  readonly api: HealthItKatasApi;
  readonly handling: HandlerSurroundings;
  readonly looks: Looks;
  /** Looks at what is open already: files, and a kata that waited for its folder. */
  begin(): Promise<void>;
  /** Ends what runs, and waits for what is being written. */
  end(): Promise<void>;
}

/** Makes every part and gives each what it needs; this is the one place that knows them all. */
export function buildEditor({ extension, log, dialogs, stored, storedForAll, secrets, dataFolder, versions, home, newId }: EditorSurroundings): Editor {
  const newSeed = (): number => Math.floor(Math.random() * 2 ** 31);
  const sources = new KataSources(log);
  const lazy = new LazyServices(extension, [sources.source], dataFolder, log);
  const services = lazy.get;
  const keys = new ContextKeys();
  const lineEnds = registerLineEnds({ file: inPlaceFile, logger: log });
  const library = new Library(services, log);
  const folders = new KataFolders(services, library, log, (message) => dialogs.inform("warning", message));
  const progress = new LearnerProgress({ services, stored, log, newId, warn: (message) => dialogs.inform("warning", message) });
  const looks = new Looks();
  const problems = new Problems();
  const texts = new ReadOnlyTexts();
  const tests = new TestExplorer({ folders, log, debug: (ask) => debugTests(services, newSeed, ask), warn: (error) => dialogs.inform("error", explain(error)) });
  const workFolder = new WorkFolder({ dialogs, log, stored, storedForAll, home: async () => home });
  const settled = (uri: vscode.Uri): Promise<void> => lineEnds.settled(uri);

  const brief: BriefPanel = new BriefPanel({
    extension, services, progress, looks, log,
    handlers: {
      act: (action, subject) => void vscode.commands.executeCommand(commandOf[action], argumentOf(subject)),
      openFile: (file, { started, kata }) => {
        if (started !== undefined && [...kata.manifest.files, ...(kata.manifest.exhibits ?? [])].includes(file)) {
          inBackground(log, "Opening a file", starter.openFile(started, file));
        }
      },
      goTo: (finding, started) => {
        if (finding.file !== undefined) {
          inBackground(log, "Going to a finding", goTo(starter, started, finding.file, finding.range === undefined ? undefined : toRange(finding.range)));
        }
      },
      showDiff: (finding) => inBackground(log, "Showing values side by side", help.showDiff(finding)),
      find: async (uuid, folder) => {
        const started = folder === undefined ? undefined : await folders.at(uriOf(folder));
        if (started !== undefined && open.get() === undefined) {
          open.set(started);
        }
        return started === undefined ? { kata: await library.open(uuid) } : { kata: started.kata, started };
      },
      canUndoReset: (started) => resetter.canUndo(started),
      closed: () => open.review(),
    },
  });
  const open = new OpenKata(folders, keys, log, (folder) => brief.isOpenFor(folder));
  const starter = new Starter({
    services, library, folders, open, brief, progress, workFolder, newSeed, log,
    types: { folder: pathOf(vscode.Uri.joinPath(extension, "dist", "types")) ?? "", version: versions.extension },
    onStarted: (started) => tests.add(started),
  });
  const help = new Help({ services, progress, brief, dialogs, texts });
  const checker = new Checker({
    runner: async () => (await services()).attempts,
    solutionOf: async ({ started, cause }) => {
      // Whoever saved one file may not be done with another.
      await onSave.quietly(() => settleAll(started, settled, cause !== "save"));
      return await readSolution((await services()).files, started.folder, started.kata.manifest.files);
    },
    record: progress,
    surfaces: [looks, problems, tests],
    log, newSeed,
    editor: versions.editor,
    aiOff: readSettings.aiOff,
    explain,
  });
  tests.connect(checker);
  const onSave = new CheckOnSave({ folders, checker, looks, tests, log });
  const replaced = (started: StartedKata): void => {
    problems.clear(started);
    looks.forget(started.folder);
    tests.markStale(started);
    brief.send();
  };
  /** Another version of the open kata may be in use; of one that went, what is open stays until the window closes. */
  const packsChanged = async (): Promise<void> => {
    await library.refresh();
    const before = open.get();
    const now = before === undefined ? undefined : await folders.at(uriOf(before.folder)).catch(() => undefined);
    if (before !== undefined && now !== undefined && now.kata.digest !== before.kata.digest) {
      open.set(now);
      replaced(now);
    }
  };
  const packs = packManagementLoader({
    services, dialogs, texts, secrets, dataFolder, log, settle: (folder) => onSave.quietly(() => settleAll({ folder }, settled, true)), onChanged: packsChanged,
  });
  const lockedPacks = (): Promise<void> => offerLockedPacks({
    dialogs, stored, missing: async () => (await hasLockFile()) ? await (await packs()).missing() : [], install: () => vscode.commands.executeCommand(commands.installPack, lockFileName),
  });
  const resetter = new Resetter({ services, dialogs, keys, settled, onReplaced: replaced });
  const view = new KatasView({ library, progress, stored, keys, log });
  const statusBar = new StatusBar(open, looks);
  const languages = new LanguageLoader({
    extension, log, dialogs, folders, texts, keys, findingsAt: (uri) => problems.findingsAt(uri), onDidChangeFindings: problems.onDidChange,
  });
  const lead = new LeadLoader({ services, dialogs, log });

  const disposable = vscode.Disposable.from(
    statusBar, view, onSave, open, brief, tests, texts, problems, progress, library, lineEnds, sources, languages, lead,
    registerFileEncodings({ file: inPlaceFile, logger: log }),
    registerDeepLinks({ dialogs, install: (source) => vscode.commands.executeCommand(commands.installPack, source) }),
    new KataDecorations(progress),
    sources.onDidChange(() => inBackground(log, "Listing the katas again", library.refresh())),
    library.onDidChange(() => folders.forget()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      const started = open.get();
      const waits = started !== undefined && looks.of(started.folder).attempt?.results.some(({ findings }) => findings.some(({ code }) => code === untrustedCode)) === true;
      if (waits) {
        inBackground(log, "Checking what waited for trust", checker.check({ started, cause: "command" }));
      }
    }),
    open.onDidChange((started) => inBackground(log, "Looking for a reset to undo", resetter.review(started))),
    vscode.workspace.onDidChangeWorkspaceFolders(() => inBackground(log, "Reading the progress of the folders", progress.load())),
  );
  return {
    api: sources.api,
    looks,
    handling: {
      library, folders, progress, open, brief, view, tests, checker, starter, resetter, help, workFolder, lineEnds, languages, lead, dialogs, log, packs,
      comparison: comparisonLoader({ extension, dialogs, texts }),
      doctor: () => showDoctor({ services, texts, versions, home }),
      reportIssue: () => openIssueReport(issueText(versions, looks.of(open.get()?.folder ?? "").attempt, looks.protections), dialogs),
    },
    begin: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      open.lookAt(vscode.window.activeTextEditor);
      languages.begin();
      await Promise.all([progress.load(), starter.resume(), lockedPacks()]);
    },
    end: async () => {
      await checker.stopAll();
      await progress.settled();
      await lazy.end();
    },
    dispose: () => void disposable.dispose(),
  };
}

const commandOf: Readonly<Record<BriefAction, string>> = {
  start: commands.startKata,
  check: commands.checkKata,
  hint: commands.showHint,
  compare: commands.compareWithSolution,
  reset: commands.resetKata,
  undoReset: commands.undoReset,
  next: commands.nextKata,
};

function explain(error: unknown): string {
  return error instanceof HumanError ? translateError(error) : toError(error).message;
}

function argumentOf({ started, kata }: BriefSubject): vscode.Uri | string {
  return started === undefined ? kata.manifest.uuid : uriOf(started.folder);
}

/** Waits until the bytes of what is open of a kata are on the disk as they are to stay, and saves first if told to. */
async function settleAll({ folder }: Pick<StartedKata, "folder">, settled: (uri: vscode.Uri) => Promise<void>, save: boolean): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const path = pathOf(document.uri);
    if (path !== undefined && relativeTo(folder, path) !== undefined) {
      if (save && document.isDirty) {
        await document.save();
      }
      await settled(document.uri);
    }
  }
}

async function goTo(starter: Starter, started: StartedKata, file: string, range: vscode.Range | undefined): Promise<void> {
  const editor = await starter.openFile(started, file);
  if (range !== undefined) {
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
