import type { FileSystem } from "../core/fileSystem";
import { HumanError } from "../core/humanError";
import { findKataFolder, type KataFolder, type KataMarker } from "../core/learner/kataFolder";
import type { Catalogue } from "../core/packs/catalogue";
import type { Kata } from "../core/packs/kata";
import type { KataReading } from "../core/packs/readKata";
import { kataOfEarlierVersion } from "../core/packs/install/earlierVersions";
import { openPackStore } from "../env/openPackStore";
import { joinPath, nameOf, parentOf } from "../core/path";
import type { CliContext } from "./context";
import { problemLine, shownPath } from "./problems";

/** The kata that a folder belongs to, as the learner's copy or as its author's source. */
export type KataPlace = { readonly role: "learner"; readonly kata: Kata; readonly folder: KataFolder } | { readonly role: "source"; readonly kata: Kata };

/**
 * Looks from a folder upwards for a learner's `.kata.json` or an author's `kata.json`, whichever is nearer.
 * @throws HumanError when there is neither, or the kata is not installed or broken
 */
export async function kataAt(context: CliContext, folder: string): Promise<KataPlace> {
  const { files, catalogue } = context.services;
  if ((await files.stat(folder)) === undefined) {
    throw new HumanError("cli.noFolder", `There is no folder ${shownPath(folder, context)}; name one that a kata was started in.`, { folder });
  }
  const started = await findKataFolder(files, folder);
  const source = await sourceAbove(files, folder);
  if (started !== undefined && (source === undefined || started.path.length >= source.length)) {
    return { role: "learner", kata: await installed(context, catalogue, started), folder: started };
  }
  if (source !== undefined) {
    return { role: "source", kata: await fromSource(context, source) };
  }
  throw new HumanError("cli.noKata", `Neither ${shownPath(folder, context)} nor a folder above it belongs to a kata; go to one, or make one with \`health-it-katas start <kata>\`.`, { folder });
}

/** The kata of a reading. @throws HumanError with all that is wrong with it */
export function soundKata(reading: KataReading, context: CliContext): Kata {
  if (reading.state === "ready") {
    return reading.kata;
  }
  const lines = reading.problems.map((problem) => problemLine(problem, context)).join("\n");
  throw new HumanError("cli.brokenKata", `The kata ${reading.id} is broken; its author has to mend it.\n${lines}`, { id: reading.id });
}

async function installed(context: CliContext, catalogue: Catalogue, { path, marker }: KataFolder): Promise<Kata> {
  const entry = (await catalogue.entries()).find(({ summary }) => summary.uuid === marker.uuid);
  if (entry === undefined) {
    const earlier = await inEarlierVersion(context, marker);
    if (earlier !== undefined) {
      return earlier;
    }
    const message = `${shownPath(path, context)} belongs to ${marker.pack}/${marker.id}, which is not installed; name the folder that holds its pack with --packs.`;
    throw new HumanError("cli.notInstalled", message, { pack: marker.pack, id: marker.id });
  }
  const kata = soundKata(await catalogue.open(entry), context);
  if (kata.digest !== marker.digest) {
    context.say(`The checks of ${marker.id} have changed since it was started${marker.version === kata.pack.version ? "" : ` (version ${marker.version}, now ${kata.pack.version})`}.`);
  }
  await sayDeprecated(context, kata);
  return kata;
}

/** Says that another kata took this one's place, if one did: it stays usable. */
export async function sayDeprecated(context: CliContext, kata: Kata): Promise<void> {
  const by = kata.manifest.deprecated?.by;
  if (by !== undefined) {
    const successor = (await context.services.catalogue.entries()).find(({ summary }) => summary.uuid === by)?.summary;
    context.say(`${kata.id} is no longer kept up; ${successor === undefined ? "a later kata takes its place" : `${successor.pack}/${successor.id} (${successor.title}) takes its place`}. You may go on with it all the same.`);
  }
}

/** A kata that its pack no longer has, from an installed version that had it. */
async function inEarlierVersion(context: CliContext, marker: KataMarker): Promise<Kata | undefined> {
  const { packs, katas } = context.services;
  const found = await kataOfEarlierVersion({ store: openPackStore(context.dataFolder), packs, katas }, marker);
  if (found !== undefined) {
    context.say(`${marker.pack} no longer has ${marker.id} in version ${found.without}; this is the kata of version ${found.kata.pack.version}.`);
  }
  return found?.kata;
}

async function sourceAbove(files: FileSystem, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = parentOf(at)) {
    if ((await files.stat(joinPath(at, "kata.json")))?.kind === "file") {
      return at;
    }
    if (parentOf(at) === at) {
      return undefined;
    }
  }
}

async function fromSource(context: CliContext, folder: string): Promise<Kata> {
  const { packs, katas } = context.services;
  const reading = await packs.read(parentOf(folder), false);
  switch (reading.state) {
    case "ready":
      return soundKata(await katas.read(reading.pack, nameOf(folder)), context);
    case "newer":
      throw new HumanError("kata.needsNewer", `The pack ${reading.name} needs a newer version of Health IT Katas; update, then try again.`, { pack: reading.name });
    case "broken":
      throw new HumanError("cli.brokenPack", `The pack around ${shownPath(folder, context)} is broken.\n${reading.problems.map((problem) => problemLine(problem, context)).join("\n")}`, { folder });
  }
}
