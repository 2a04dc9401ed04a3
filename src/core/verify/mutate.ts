import { seededRandom } from "../checks/seed";
import { mutateCode } from "./mutateCode";
import { mutateHl7v2 } from "./mutateHl7v2";
import { mutateJson } from "./mutateJson";
import type { Mutant } from "./mutant";

/** What a text is, as far as it can be changed with sense. Code is JavaScript: types are taken off before. */
export type MutableFormat = "json" | "hl7v2" | "code";

/** Every mutant of a text, in the order of its parts; none has the same text as the original or as another one. */
export function mutantsOf(text: string, format: MutableFormat): readonly Mutant[] {
  const seen = new Set([text]);
  return allOf(text, format).filter((mutant) => {
    const isNew = !seen.has(mutant.text);
    seen.add(mutant.text);
    return isNew;
  });
}

/** So many of the items as the seed picks, in their order; all when there are not more. */
export function sampleOf<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  const picked = new Set(seededRandom(seed, "mutants").shuffle(items.map((_, index) => index)).slice(0, count));
  return items.filter((_, index) => picked.has(index));
}

function allOf(text: string, format: MutableFormat): readonly Mutant[] {
  switch (format) {
    case "json":
      return mutateJson(text);
    case "hl7v2":
      return mutateHl7v2(text);
    case "code":
      return mutateCode(text);
  }
}
