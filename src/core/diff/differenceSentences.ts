import { inEnglish, type SentenceArgs, type SentenceWriter, type Translate } from "../checks/translate";

/** Sentences for the differences of two documents. */
export const differenceSentences: Readonly<Record<string, SentenceWriter>> = {
  "diff.changed": (args, t) => t("{path} is {actual}; {expected} is expected.", named(args, t)),
  "diff.added": (args, t) => t("{path} is {actual}; nothing is expected there.", named(args, t)),
  "diff.addedPart": (args, t) => t("{path} is not expected.", named(args, t)),
  "diff.removed": (args, t) => t("{path} is missing; {expected} is expected.", named(args, t)),
  "diff.removedPart": (args, t) => t("{path} is missing.", named(args, t)),
  "diff.changedPart": (args, t) => t("{path} differs from what is expected.", named(args, t)),
  "diff.emptyAdded": (args, t) => t("{path} is there and empty; it is not expected to be written.", named(args, t)),
  "diff.emptyRemoved": (args, t) => t("{path} is not written; it is expected to be there, empty.", named(args, t)),
  "diff.moved": (args, t) => t("{path} stands at another place; it is expected as {expectedPath}.", named(args, t)),
  "diff.movedHere": (args, t) => t("{path} stands at another place among its neighbours than expected.", named(args, t)),
};

/** The English sentence for a difference. */
export function differenceSentence(code: string, args: SentenceArgs): string {
  return differenceSentences[code]?.(args, inEnglish) ?? "";
}

function named(args: SentenceArgs, t: Translate): SentenceArgs {
  return args["path"] === "" ? { ...args, path: t("The document") } : args;
}
