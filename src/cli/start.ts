import { defaultKatasFolder, learnerFolderOf } from "../core/learner/kataFolder";
import { Snapshots } from "../core/learner/snapshots";
import { startKata } from "../core/learner/startKata";
import { writeJson, type Command } from "./context";
import { sayDeprecated, soundKata } from "./kataAt";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";
import { seedFrom } from "./seedOption";
import { recordOf, reportUnsaved, workspaceOf } from "./record";

/** Writes the starter files of a kata. */
export const start: Command = {
  name: "start",
  usage: "<kata> [dir] [--force] [--seed n] [--no-record]",
  does: `writes a kata's starter files into dir (${defaultKatasFolder}/<pack>/<kata> unless told)`,
  options: { force: { type: "boolean" }, seed: { type: "string" }, "no-record": { type: "boolean" } },
  takes: [1, 2],
  async run(context, given) {
    const [reference = "", dir] = given.positionals;
    const { catalogue, files } = context.services;
    const entry = await catalogue.find(reference);
    const kata = soundKata(await catalogue.open(entry), context);
    await sayDeprecated(context, kata);
    const folder = dir === undefined ? learnerFolderOf(context.cwd, defaultKatasFolder, kata) : absolutePath(context, dir);
    const seed = seedFrom(given);
    const workspace = await workspaceOf(files, folder);
    const started = await startKata(files, new Snapshots(files, workspace, context.now), {
      kata, folder, existing: given.flag("force") ? "replace" : "refuse", ...(seed === undefined ? {} : { seed }),
    });
    if (!given.flag("no-record")) {
      reportUnsaved(context, await (await recordOf(context, workspace)).started(kata.manifest.uuid));
    }
    if (context.json) {
      writeJson(context, { kata: { id: kata.id, uuid: kata.manifest.uuid, pack: kata.pack.name }, folder, written: started.written, kept: started.kept, firstFile: started.firstFile, snapshot: started.snapshot?.folder ?? null });
      return 0;
    }
    const { style } = context;
    context.write(`${style.bold(kata.manifest.title)} is in ${shownPath(folder, context)}\n`);
    for (const path of started.written) {
      context.write(`  ${path}\n`);
    }
    if (started.snapshot !== undefined) {
      context.write(`What was there is kept in ${shownPath(started.snapshot.folder, context)}\n`);
    }
    context.write(`\nThe brief:  ${shownPath(`${kata.folder}/README.md`, context)}\nThen:       health-it-katas check ${shownPath(folder, context)}\n`);
    return 0;
  },
};
