/** The characters that part a message, as its MSH-1 and MSH-2 declare them: one character each. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** A piece of what a value says: text for people, or a command for the program that displays it. */
export interface Part {
  readonly kind: "text" | "command";
  /** The text as a person reads it; or the command without escape characters, such as `.br`, `.in+4` or `H`. */
  readonly value: string;
}

/**
 * Reads a value as it stands in a message.
 *
 * @param raw the value between two delimiters, such as `Ham \T\ eggs\.br\and more`
 * @param delimiters those of the message it stands in
 * @returns its text and commands, in order
 */
export function decode(raw: string, delimiters: Delimiters): Part[] {
  return [{ kind: "text", value: raw }];
}

/**
 * Writes a value so that it can stand in a message: `decode` gives the same text and commands again.
 *
 * @param parts text and commands, in order
 * @param delimiters those of the message it will stand in
 */
export function encode(parts: readonly Part[], delimiters: Delimiters): string {
  return parts.map(({ value }) => value).join("");
}
