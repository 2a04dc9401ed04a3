import { watch as watchFiles } from "chokidar";
import { HumanError } from "../core/humanError";
import { relativeTo } from "../core/path";
import { fromNativePath } from "../env/nodeFileSystem";
import { attemptAt, attemptOptions } from "./attempt";
import { attemptReport } from "./attemptReport";
import type { Arguments, CliContext, Command } from "./context";
import { kataAt, type KataPlace } from "./kataAt";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";

/** Ms of quiet after a change before it is checked: editors save in several steps. */
const quietMs = 80;

/** An attempt after every save, until Ctrl-C. With `--json`, one attempt a line. */
export const watch: Command = {
  name: "watch",
  usage: "[dir] [--seed n] [--no-record] [--solution <name>]",
  does: "checks again after every save, until Ctrl-C",
  options: attemptOptions,
  takes: [0, 1],
  async run(context, given) {
    const folder = absolutePath(context, given.positionals[0] ?? ".");
    const place = await kataAt(context, folder);
    const watched = place.role === "learner" ? place.folder.path : place.kata.folder;
    const rounds = new Rounds(context, given, place, folder);
    // The folder and not its files: a file that is deleted and written again, as some editors save, stays watched.
    const watcher = watchFiles(watched, { ignoreInitial: true, ignored: (path) => unwatched.test(fromNativePath(path).slice(watched.length)) });
    try {
      watcher.on("all", (_, path) => {
        if (counts(place, relativeTo(watched, fromNativePath(path)) ?? "")) {
          rounds.soon(quietMs);
        }
      });
      // Only then is the first check begun: a save right after it must not be missed.
      await new Promise<void>((resolve) => {
        watcher.once("ready", () => resolve());
      });
      rounds.soon(0);
      context.say(`Watching ${shownPath(watched, context)}; Ctrl-C ends.`);
      await new Promise<void>((resolve) => {
        if (context.signal.aborted) {
          resolve();
        }
        context.signal.addEventListener("abort", () => resolve(), { once: true });
      });
    } finally {
      await watcher.close();
      await rounds.end();
    }
    return 0;
  },
};

/** Folders whose changes are no saves of a solution, as parts of a path below the one that is watched. */
const unwatched = /\/(?:\.health-it-katas|\.git|node_modules)(?:\/|$)/;

/** Whether a changed file is one that is checked; in a source, where the kata itself is being written, all are. */
function counts({ role, kata }: KataPlace, path: string): boolean {
  return role === "source" || kata.manifest.files.includes(path);
}

/** One check at a time: a later one ends the one before. */
class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;

  constructor(
    private readonly context: CliContext,
    private readonly given: Arguments,
    private place: KataPlace,
    private readonly folder: string,
  ) {}

  soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), ms);
  }

  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.running?.abort.abort(new Error("watching ended"));
    await this.running?.done;
  }

  private next(): void {
    const before = this.running;
    before?.abort.abort(new Error("a later save is checked instead"));
    const abort = new AbortController();
    this.running = { abort, done: this.round(abort.signal, before?.done) };
  }

  private async round(signal: AbortSignal, before: Promise<void> | undefined): Promise<void> {
    await before;
    if (signal.aborted) {
      return;
    }
    try {
      if (this.place.role === "source") {
        // The author may have changed the kata itself.
        this.place = await kataAt(this.context, this.folder);
      }
      const attempt = await attemptAt(this.context, this.place, this.given, signal);
      this.context.write(this.context.json ? `${JSON.stringify(attempt)}\n` : `${attemptReport(attempt, this.place.kata, this.context.style)}\n`);
    } catch (error) {
      if (!signal.aborted) {
        this.context.say(error instanceof HumanError ? error.message : String(error));
      }
    }
  }
}
