import { changeText, type KataChange } from "../core/packs/update/packChanges";
import type { TriedChecks } from "../core/packs/update/tryChecks";
import type { CliContext } from "./context";
import { shownPath } from "./problems";

/** One folder in which a kata that changes was started. */
export interface StartedReport {
  readonly folder: string;
  /** The version it was started on. */
  readonly version: string;
  /** How many of the new and changed checks her files pass as they are. */
  readonly tried?: TriedChecks;
}

/** What became of one pack. */
export interface UpdateReport {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** `offered`: installed beside the one in use, which stays in use until the person decides. */
  readonly state: "upToDate" | "offered" | "updated";
  /** Katas that change; those that do not are left out. */
  readonly katas: readonly (KataChange & { readonly started: readonly StartedReport[] })[];
}

/** What became of a pack, as a person reads it; katas that she started come with their folders. */
export function updateText({ name, from, to, state, katas }: UpdateReport, { style, cwd }: Pick<CliContext, "style" | "cwd">): string {
  if (state === "upToDate") {
    return `${style.good("✔ up to date")}  ${name} ${from}\n`;
  }
  const head = state === "updated" ? style.good("✔ updated") : style.warn("◌ offered");
  const lines = [`${head}  ${style.bold(name)} ${from} → ${to}${state === "offered" ? ": your version stays in use until you say --yes" : `; back with: health-it-katas rollback ${name}`}`];
  for (const kata of katas) {
    lines.push(`  ${kata.title} ${style.dim(`(${kata.id})`)} ${changeText(kata)}`);
    for (const [sign, checks] of [["+", kata.addedChecks], ["~", kata.changedChecks], ["-", kata.removedChecks]] as const) {
      lines.push(...checks.map(({ id, title }) => `    ${sign} ${title} ${style.dim(`(${id})`)}`));
    }
    for (const { folder, version, tried } of kata.started) {
      const passes = tried === undefined ? "" : tried.passed === tried.of ? `; you pass ${tried.of === 1 ? "it" : "all of them"} already` : `; you pass ${String(tried.passed)} of these ${String(tried.of)}`;
      lines.push(`    you started it on ${version} in ${shownPath(folder, { cwd })}${passes}`);
    }
  }
  if (katas.length === 0) {
    lines.push("  No check and no starter is different.");
  }
  return `${lines.join("\n")}\n`;
}
