import type { SentenceArgs } from "../../checks/translate";
import { nearestWord } from "../../text/nearestWord";
import type { CodeRules } from "./rules";

/** How many codes a sentence names at most. */
const namedCodes = 8;

/** What a sentence says of a code that is none of those that belong there: a choice of them, and one that was perhaps meant. */
export function codeArgs(text: string, { label, codes }: CodeRules): SentenceArgs {
  const all = [...codes];
  const shown = all.length > namedCodes ? all.slice(0, namedCodes - 2) : all;
  const sameLetters = all.find((code) => code.toLowerCase() === text.trim().toLowerCase());
  const near = sameLetters ?? (text.length > 2 ? nearestWord(text, all.filter((code) => code.length > 2)) : undefined);
  return { codes: label, allowed: JSON.stringify(shown), more: all.length - shown.length, ...(near === undefined ? {} : { near }) };
}
