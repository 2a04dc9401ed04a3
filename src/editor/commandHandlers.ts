import * as vscode from "vscode";
import type { KataSummary } from "../core/packs/kata";
import { commands, extensionId, walkthrough } from "../ids";
import type { CommandId } from "../ids";
import type { Help } from "./actions/help";
import type { Resetter } from "./actions/resetting";
import type { Starter } from "./actions/start";
import type { WorkFolder } from "./actions/workFolder";
import type { BriefPanel, BriefSubject } from "./brief/briefPanel";
import type { Checker } from "./checking/checker";
import type { CommandHandlers } from "./commands";
import type { StructureComparison } from "./compare/comparison";
import type { Dialogs } from "./dialogs";
import type { KataFolders } from "./kataFolders";
import { pickFilter, pickKata } from "./kataPicker";
import { noFilter } from "./katasView/kataFilter";
import type { KatasView } from "./katasView/katasView";
import { nextKata } from "./katasView/kataTree";
import type { LeadLoader } from "./lead/leadLoader";
import type { Library } from "./library";
import type { LanguageLoader, TaughtLanguage } from "./languages/languageLoader";
import { changeLineEnds } from "./lineEndsCommand";
import type { LineEndKeeper } from "./lineEnds";
import type { ChannelLogger } from "./log";
import type { PackManagement } from "./packs/packManagement";
import { noKataOpen } from "./openKata";
import type { OpenKata } from "./openKata";
import type { LearnerProgress } from "./progress";
import type { StartedKata } from "./startedKata";
import type { TestExplorer } from "./testing/testExplorer";

export interface HandlerSurroundings {
  readonly library: Library;
  readonly folders: KataFolders;
  readonly progress: LearnerProgress;
  readonly open: OpenKata;
  readonly brief: BriefPanel;
  readonly view: KatasView;
  readonly tests: TestExplorer;
  readonly checker: Checker;
  readonly starter: Starter;
  readonly resetter: Resetter;
  readonly help: Help;
  readonly workFolder: WorkFolder;
  readonly lineEnds: LineEndKeeper;
  readonly languages: LanguageLoader;
  readonly packs: () => Promise<PackManagement>;
  readonly comparison: () => Promise<StructureComparison>;
  readonly lead: LeadLoader;
  readonly dialogs: Dialogs;
  readonly log: ChannelLogger;
  readonly doctor: () => Promise<unknown>;
  readonly reportIssue: () => Promise<void>;
}

/** What every command does, in terms of the parts that do it. */
export function commandHandlers(around: HandlerSurroundings): CommandHandlers {
  const { library, progress, open, brief, view, checker, starter, resetter, help, workFolder, lineEnds, languages, dialogs, log, folders } = around;
  const find = new ArgumentReader(around);

  const pick = async (): Promise<KataSummary | undefined> => pickKata(dialogs, await library.summaries(), (uuid) => progress.stateOf(uuid));
  const show = async (summary: KataSummary): Promise<void> => {
    const started = await folders.of(summary.uuid);
    if (started === undefined) {
      await brief.show({ kata: await library.open(summary.uuid) }, { focus: true });
    } else {
      await starter.show(started);
    }
    view.reveal(summary.uuid);
  };

  /** What a language does for a command; the language is loaded for it when it is not yet. */
  const inLanguage = (language: TaughtLanguage, command: CommandId) => async (...args: readonly unknown[]): Promise<unknown> => (await languages.get(language)).commands[command]?.(...args);

  return {
    [commands.startKata]: async (argument) => {
      const uuid = find.uuid(argument) ?? find.unstarted()?.kata.manifest.uuid ?? (await pick())?.uuid;
      if (uuid !== undefined && (await starter.start(uuid)) !== undefined) {
        view.reveal(uuid);
      }
    },
    [commands.openKata]: async (argument) => {
      const summary = find.summary(argument) ?? (await pick());
      if (summary !== undefined) {
        await show(summary);
      }
    },
    [commands.openBrief]: async (argument) => {
      const summary = find.summary(argument);
      const started = summary === undefined ? await find.started(argument) : await folders.of(summary.uuid);
      const subject = started ?? (summary === undefined ? undefined : { kata: await library.open(summary.uuid) });
      if (subject === undefined) {
        throw noKataOpen();
      }
      await brief.show("folder" in subject ? { kata: subject.kata, started: subject } : subject, { focus: true });
    },
    [commands.checkKata]: async (argument) => {
      await checker.check({ started: await find.required(argument), cause: "command" });
    },
    [commands.showHint]: async (argument) => help.hint(await find.required(argument)),
    [commands.resetKata]: async (argument) => resetter.reset(await find.required(argument)),
    [commands.undoReset]: async (argument) => resetter.undo(await find.required(argument)),
    [commands.compareWithSolution]: async (argument) => help.compare(await find.required(argument)),
    [commands.compareByStructure]: async (...files) => (await around.comparison()).compare(...files),
    [commands.verifyPack]: async (place) => (await around.lead.get()).verify(place),
    [commands.nextKata]: async () => {
      const after = (open.get() ?? brief.subject)?.kata.manifest.uuid;
      const next = nextKata(await library.summaries(), (uuid) => progress.stateOf(uuid), after);
      if (next === undefined) {
        dialogs.inform("info", vscode.l10n.t("You have passed every kata there is."));
      } else {
        await show(next);
      }
    },
    [commands.searchKatas]: async () => {
      const summary = await pick();
      if (summary !== undefined) {
        await show(summary);
      }
    },
    [commands.filterKatas]: async () => {
      const filter = await pickFilter(dialogs, view.filter);
      if (filter !== undefined) {
        await view.setFilter(filter);
      }
    },
    [commands.clearFilter]: () => view.setFilter(noFilter),
    [commands.refreshKatas]: async () => {
      folders.forget();
      await library.refresh();
    },
    [commands.installPack]: async (source) => (await around.packs()).install(typeof source === "string" ? source : undefined),
    [commands.updatePacks]: async () => (await around.packs()).update(),
    [commands.rollBackPack]: async () => (await around.packs()).rollBack(),
    [commands.uninstallPack]: async () => (await around.packs()).uninstall(),
    [commands.setRegistryToken]: async () => (await around.packs()).setToken(),
    [commands.forgetRegistryToken]: async () => (await around.packs()).forgetToken(),
    [commands.openFolder]: async () => {
      const chosen = await workFolder.offered();
      if (chosen !== undefined) {
        await workFolder.openWith(chosen, undefined);
      }
    },
    [commands.changeLineEnds]: () => changeLineEnds(lineEnds, dialogs),
    [commands.goToSegment]: inLanguage("hl7v2", commands.goToSegment),
    [commands.goToNextField]: inLanguage("hl7v2", commands.goToNextField),
    [commands.goToPreviousField]: inLanguage("hl7v2", commands.goToPreviousField),
    [commands.copyHl7v2Path]: inLanguage("hl7v2", commands.copyHl7v2Path),
    [commands.showColumns]: inLanguage("hl7v2", commands.showColumns),
    [commands.changeColumns]: inLanguage("hl7v2", commands.changeColumns),
    [commands.evaluateFhirPath]: inLanguage("fhir", commands.evaluateFhirPath),
    [commands.copyFhirPath]: inLanguage("fhir", commands.copyFhirPath),
    [commands.clearFhirPathResults]: inLanguage("fhir", commands.clearFhirPathResults),
    [commands.openWalkthrough]: () => vscode.commands.executeCommand("workbench.action.openWalkthrough", `${extensionId}#${walkthrough.id}`, false),
    [commands.showDoctor]: () => around.doctor(),
    [commands.reportIssue]: () => around.reportIssue(),
    [commands.showLog]: () => log.show(),
  };
}

/** Makes out what a command was called with: an item of the list, a file, a test or its failure, or nothing. */
class ArgumentReader {
  constructor(private readonly around: Pick<HandlerSurroundings, "folders" | "open" | "brief" | "tests" | "library">) {}

  summary(argument: unknown): KataSummary | undefined {
    const uuid = this.uuid(argument);
    return uuid === undefined ? undefined : this.around.library.known.find((summary) => summary.uuid === uuid);
  }

  uuid(argument: unknown): string | undefined {
    if (typeof argument === "string") {
      return argument;
    }
    if (typeof argument === "object" && argument !== null && "summary" in argument) {
      const { summary } = argument;
      return typeof summary === "object" && summary !== null && "uuid" in summary && typeof summary.uuid === "string" ? summary.uuid : undefined;
    }
    return undefined;
  }

  /** The kata of the brief, when it was not started yet. */
  unstarted(): BriefSubject | undefined {
    const { subject } = this.around.brief;
    return subject?.started === undefined ? subject : undefined;
  }

  async started(argument: unknown): Promise<StartedKata | undefined> {
    const { folders, open, brief, tests } = this.around;
    if (argument instanceof vscode.Uri) {
      return await folders.at(argument);
    }
    const uuid = this.uuid(argument);
    if (uuid !== undefined) {
      return await folders.of(uuid);
    }
    return (argument === undefined ? undefined : tests.startedOf(argument)) ?? open.get() ?? brief.subject?.started;
  }

  /** @throws HumanError when it is no started kata, and none is open */
  async required(argument: unknown): Promise<StartedKata> {
    const started = await this.started(argument);
    if (started === undefined) {
      throw noKataOpen();
    }
    return started;
  }
}
