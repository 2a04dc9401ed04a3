import { HumanError } from "../core/humanError";
import { readLock, writeLock, type LockedPack, type LockedPacks } from "../core/packs/install/lockFile";
import { lockFileName } from "../core/packs/install/lockFileName";
import { resolveLocked } from "../core/packs/install/lockedPacks";
import { offerPage } from "../core/packs/install/packOffer";
import { formatSource, parseSource } from "../core/packs/install/packSource";
import type { InstalledPack } from "../core/packs/install/packStore";
import type { ResolvedPack } from "../core/packs/install/resolvedPack";
import type { PreparedPack } from "../core/packs/install/installer";
import { joinPath, relativeTo } from "../core/path";
import type { Distribution } from "../env/distribution/main";
import { agreed } from "./consent";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { distributionOf } from "./distribution";
import { namedKey } from "./keys";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";
import { progressOf } from "./downloadProgress";

/** One pack that is to be installed. */
interface Wanted {
  readonly resolved: ResolvedPack;
  /** What the lock pins. */
  readonly integrity: string | undefined;
}

/** Packs from a folder, a file, a catalogue or a registry, or what a lock file pins. */
export const install: Command = {
  name: "install",
  usage: "[<folder>|<file.tgz>|https://…/catalog.json[#<pack>[@range]]|npm:<name>[@range]…] [--all] [--key <id>] [--lock] [--frozen] [--yes]",
  does: `installs packs, or what ${lockFileName} pins; shows what they are and asks before the first time`,
  options: { all: { type: "boolean" }, key: { type: "string" }, lock: { type: "boolean" }, frozen: { type: "boolean" }, yes: { type: "boolean", short: "y" } },
  takes: [0, Infinity],
  async run(context, given) {
    const distribution = await distributionOf(context);
    const lockPath = joinPath(context.cwd, lockFileName);
    const lock = await readLock(context.services.files, lockPath);
    const wanted = await wantedPacks(context, given, distribution, lock);
    const there: InstalledPack[] = [];
    const prepared: PreparedPack[] = [];
    // Everything is fetched and judged before anything is written: one bad pack, and nothing is installed.
    for (const { resolved, integrity } of wanted) {
      const installed = integrity === undefined || integrity === resolved.integrity ? await distribution.installer.installed(resolved) : undefined;
      if (installed !== undefined) {
        there.push(installed);
      } else {
        prepared.push(await distribution.installer.prepare(resolved, integrity, context.signal, progressOf(context, resolved)));
      }
    }
    if (!(await agreed(context, given.flag("yes"), prepared))) {
      return 1;
    }
    const done: InstalledPack[] = [];
    for (const each of there) {
      done.push(each.current ? each : await distribution.store.use(each.name, each.version));
    }
    for (const each of prepared) {
      done.push(await distribution.installer.install(each, true));
    }
    const wroteLock = !given.flag("frozen") && (lock !== undefined || given.flag("lock")) && (await writeLock(context.services.files, lockPath, lockWith(lock ?? {}, wanted, context)));
    report(context, done, there, prepared, wroteLock ? lockPath : undefined);
    return 0;
  },
};

async function wantedPacks(context: CliContext, given: Arguments, distribution: Distribution, lock: LockedPacks | undefined): Promise<readonly Wanted[]> {
  const frozen = given.flag("frozen");
  if (frozen && lock === undefined) {
    throw new HumanError("lock.missing", `There is no ${lockFileName} in ${shownPath(context.cwd, context)}, which --frozen goes by; make one with \`install … --lock\`.`, { folder: context.cwd });
  }
  if (given.positionals.length === 0) {
    if (lock === undefined) {
      throw new HumanError("cli.noSource", `Name what to install: a folder, a .tgz, a catalogue's address or npm:<name>. (There is no ${lockFileName} here.)`);
    }
    return await Promise.all(Object.entries(lock).map(async ([name, locked]) => await resolveLocked(distribution.installer, name, locked, (path) => absolutePath(context, path), context.signal)));
  }
  const key = given.text("key");
  const wanted: Wanted[] = [];
  for (const typed of given.positionals) {
    const source = parseSource(typed, (path) => absolutePath(context, path));
    const found = await distribution.installer.resolve(source, key === undefined ? {} : { key: namedKey(context, key) }, context.signal);
    if (found.length > 1 && !given.flag("all")) {
      throw new HumanError("cli.severalPacks", `${typed} has ${String(found.length)} packs; name one as ${typed}#<pack>, or take them with --all:\n${found.map(({ name, version }) => `  ${name} ${version}`).join("\n")}`, { source: typed });
    }
    for (const resolved of found) {
      const locked = lock?.[resolved.name];
      if (frozen && (locked?.version !== resolved.version || locked.integrity !== resolved.integrity)) {
        throw new HumanError("lock.frozen", `${resolved.name} ${resolved.version} is not what ${lockFileName} pins (${locked === undefined ? "nothing of this name" : locked.version}), and --frozen lets nothing else be installed.`, { pack: resolved.name });
      }
      wanted.push({ resolved, integrity: frozen ? locked?.integrity : undefined });
    }
  }
  return wanted;
}

function lockWith(lock: LockedPacks, wanted: readonly Wanted[], context: CliContext): LockedPacks {
  const relative = (path: string): string => {
    const below = relativeTo(context.cwd, path);
    return below === undefined ? path : `./${below}`;
  };
  const entries = wanted.map(({ resolved: { name, version, integrity, source, signer } }): [string, LockedPack] => {
    const kept = lock[name];
    if (kept !== undefined && kept.version === version && kept.integrity === integrity) {
      return [name, kept];
    }
    return [name, { version, source: formatSource(source, relative), integrity, ...(signer.kind === "catalog" ? { key: signer.key } : {}) }];
  });
  return { ...lock, ...Object.fromEntries(entries) };
}

function report(context: CliContext, done: readonly InstalledPack[], there: readonly InstalledPack[], prepared: readonly PreparedPack[], lock: string | undefined): void {
  if (context.json) {
    writeJson(context, {
      installed: done.map(({ name, version, folder, source, integrity, key, runsCode }) => ({ name, version, folder, source, integrity, key: key ?? null, runsCode, already: there.some((each) => each.name === name && each.version === version) })),
      offers: prepared.map(({ offer }) => ({ ...offer, page: offerPage(offer) })),
      lock: lock ?? null,
    });
    return;
  }
  const { style } = context;
  for (const { name, version } of done) {
    const before = there.some((each) => each.name === name && each.version === version);
    context.write(`${style.good(before ? "✔ there already" : "✔ installed")}  ${style.bold(`${name} ${version}`)}\n`);
  }
  if (lock !== undefined) {
    context.write(`Pinned in ${shownPath(lock, context)}.\n`);
  }
  context.write("See the katas with: health-it-katas list\n");
}
