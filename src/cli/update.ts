import { HumanError } from "../core/humanError";
import type { KataFolder } from "../core/learner/kataFolder";
import { startedFolders } from "../core/learner/startedFolders";
import { readLock, writeLock } from "../core/packs/install/lockFile";
import { lockFileName } from "../core/packs/install/lockFileName";
import { soundKatas } from "../core/packs/install/packOffer";
import type { InstalledPack } from "../core/packs/install/packStore";
import type { ResolvedPack } from "../core/packs/install/resolvedPack";
import { newerVersion } from "../core/packs/update/newerVersion";
import { packChanges, type KataChange } from "../core/packs/update/packChanges";
import { tryNewChecks } from "../core/packs/update/tryChecks";
import type { Kata } from "../core/packs/kata";
import { joinPath } from "../core/path";
import type { Distribution } from "../env/distribution/main";
import { agreed } from "./consent";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { distributionOf } from "./distribution";
import { progressOf } from "./downloadProgress";
import { absolutePath } from "./paths";
import { mergeStarters, mergeText, type MergeReport } from "./updateMerge";
import { updateText, type StartedReport, type UpdateReport } from "./updateReport";

/** Newer versions of installed packs: what they change for this person, and her decision. */
export const update: Command = {
  name: "update",
  usage: "[<pack>…] [--in <folder>] [--try] [--merge [--conflicts]] [--yes]",
  does: "looks for newer versions, says check by check what they change for the katas you started, and asks",
  options: { in: { type: "string" }, try: { type: "boolean" }, merge: { type: "boolean" }, conflicts: { type: "boolean" }, yes: { type: "boolean", short: "y" } },
  takes: [0, Infinity],
  async run(context, given) {
    const distribution = await distributionOf(context);
    const started = await startedFolders(context.services.files, absolutePath(context, given.text("in") ?? "."));
    const reports: UpdateReport[] = [];
    for (const pack of await packsFrom(distribution, given)) {
      const report = await updatePack(context, given, distribution, pack, started);
      if (report === undefined) {
        return 1;
      }
      reports.push(report);
      if (!context.json) {
        context.write(updateText(report, context));
      }
    }
    const merges = await mergeStarters(context, distribution.store, started.filter(({ marker }) => reports.some(({ name }) => name === marker.pack)), { apply: given.flag("merge"), conflicts: given.flag("conflicts") });
    if (context.json) {
      writeJson(context, { packs: reports, merges });
    } else {
      context.write(mergeText(merges, context));
    }
    return reports.some(({ state }) => state === "offered") || merges.some(isLeft) ? 1 : 0;
  },
};

/** Asked to merge, and something both sides changed is left. */
function isLeft({ asked, applied }: MergeReport): boolean {
  return asked && !applied;
}

async function packsFrom({ store }: Distribution, given: Arguments): Promise<readonly InstalledPack[]> {
  const all = (await store.list()).filter(({ current }) => current);
  const unknown = given.positionals.find((name) => !all.some((pack) => pack.name === name));
  if (unknown !== undefined) {
    throw new HumanError("store.notInstalled", `${unknown} is not installed; installed are: ${all.map(({ name }) => name).join(", ") || "none"}.`, { name: unknown });
  }
  return given.positionals.length === 0 ? all : all.filter(({ name }) => given.positionals.includes(name));
}

/** Undefined when the person does not agree to what the new version may do. */
async function updatePack(context: CliContext, given: Arguments, distribution: Distribution, pack: InstalledPack, started: readonly KataFolder[]): Promise<UpdateReport | undefined> {
  const { installer, inspector, store } = distribution;
  const resolved = await newerVersion(installer, pack, context.signal);
  if (resolved === undefined) {
    return { name: pack.name, from: pack.version, to: pack.version, state: "upToDate", katas: [] };
  }
  const prepared = await installer.prepare(resolved, undefined, context.signal, progressOf(context, resolved));
  const before = { files: context.services.files, katas: await soundKatas(await context.services.packs.read(pack.folder, false), context.services.katas) };
  const changes = await packChanges(before, await inspector.katas(prepared.files), context.services.hasher);
  if (!(await agreed(context, given.flag("yes"), [prepared]))) {
    return undefined;
  }
  const installed = await installer.install(prepared, false);
  const now = await soundKatas(await context.services.packs.read(installed.folder, false), context.services.katas);
  const katas = [];
  for (const change of changes.filter(({ state }) => state !== "same")) {
    katas.push({ ...change, started: await startedReports(context, given, change, now, started) });
  }
  const report = { name: pack.name, from: pack.version, to: installed.version, katas };
  if (!(await decided(context, given, { ...report, state: "offered" }))) {
    return { ...report, state: "offered" };
  }
  await store.use(installed.name, installed.version);
  await repin(context, installed, resolved);
  return { ...report, state: "updated" };
}

async function startedReports(context: CliContext, given: Arguments, change: KataChange, now: readonly Kata[], started: readonly KataFolder[]): Promise<readonly StartedReport[]> {
  const reports: StartedReport[] = [];
  const kata = now.find(({ manifest }) => manifest.uuid === change.uuid);
  for (const folder of started.filter(({ marker }) => marker.uuid === change.uuid)) {
    const tried = given.flag("try") && kata !== undefined ? await tryNewChecks({ files: context.services.files, attempts: context.services.attempts, editor: "cli" }, folder, kata, change, context.signal) : undefined;
    reports.push({ folder: folder.path, version: folder.marker.version, ...(tried === undefined ? {} : { tried }) });
  }
  return reports;
}

async function decided(context: CliContext, given: Arguments, report: UpdateReport): Promise<boolean> {
  if (given.flag("yes")) {
    return true;
  }
  if (context.ask === undefined || context.json) {
    return false;
  }
  context.write(updateText(report, context));
  return /^y(?:es)?$/i.test(await context.ask(`Use ${report.name} ${report.to} from now on? Your files stay as they are. [y/N] `));
}

/** A lock file that pins the pack pins the new version from now on. */
async function repin(context: CliContext, installed: InstalledPack, resolved: ResolvedPack): Promise<void> {
  const path = joinPath(context.cwd, lockFileName);
  const lock = await readLock(context.services.files, path);
  const pinned = lock?.[installed.name];
  if (lock !== undefined && pinned !== undefined) {
    const key = resolved.signer.kind === "catalog" ? { key: resolved.signer.key } : {};
    await writeLock(context.services.files, path, { ...lock, [installed.name]: { version: installed.version, source: pinned.source, integrity: installed.integrity, ...key } });
  }
}
