import { HumanError } from "../humanError";
import { nameOf } from "../path";
import { nearestWord } from "../text/nearestWord";
import type { CatalogueEntry } from "./kata";

/**
 * The kata that a uuid, `pack/id` (the pack's name or its last part), or an id that is unique means.
 * @param newer packs that need a newer extension, so that a kata of theirs is not called unknown
 * @throws HumanError `kata.unknown`, `kata.needsNewer` or `kata.ambiguous`, with the candidates
 */
export function findKata(reference: string, entries: readonly CatalogueEntry[], newer: readonly { readonly name: string }[]): CatalogueEntry {
  const found = entries.filter((entry) => isMeant(reference, entry));
  const [first, second] = found;
  if (first !== undefined && second === undefined) {
    return first;
  }
  if (first !== undefined) {
    const candidates = found.map(fullName).join(", ");
    throw new HumanError("kata.ambiguous", `${JSON.stringify(reference)} means several katas; say which: ${candidates}.`, { reference, candidates });
  }
  const pack = reference.slice(0, Math.max(0, reference.lastIndexOf("/")));
  if (newer.some(({ name }) => pack !== "" && (name === pack || nameOf(name) === pack))) {
    throw new HumanError("kata.needsNewer", `The pack ${pack} needs a newer version of Health IT Katas; update, then try again.`, { pack });
  }
  const names = entries.flatMap(({ summary }) => [summary.id, `${nameOf(summary.pack)}/${summary.id}`]);
  const meant = nearestWord(reference, names);
  const advice = meant === undefined ? "see them with `health-it-katas list`" : `did you mean ${meant}?`;
  throw new HumanError("kata.unknown", `There is no kata ${JSON.stringify(reference)}; ${advice}${advice.endsWith("?") ? "" : "."}`, { reference, meant: meant ?? "" });
}

function isMeant(reference: string, { summary }: CatalogueEntry): boolean {
  return reference === summary.id || reference.toLowerCase() === summary.uuid || reference === fullName({ summary }) || reference === `${nameOf(summary.pack)}/${summary.id}`;
}

function fullName({ summary }: Pick<CatalogueEntry, "summary">): string {
  return `${summary.pack}/${summary.id}`;
}
