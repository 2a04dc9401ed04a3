/** Values that stand in a sentence. */
export type SentenceArgs = Readonly<Record<string, string | number>>;

/** Gives an English text with `{name}` places in the reader's language, with the values in their places. */
export type Translate = (english: string, args?: SentenceArgs) => string;

/** The English text itself. */
export const inEnglish: Translate = (english, args = {}) =>
  english.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : place));

/** A sentence for a kind of finding, from the finding's `args`. */
export type SentenceWriter = (args: SentenceArgs, t: Translate) => string;
