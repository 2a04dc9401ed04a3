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

const hexadecimal = /^X(?:[0-9A-Fa-f]{2})+$/;
const command = /^(?:[HN]|\.(?:sp|br|fi|nf|in|ti|sk|ce)(?:[+-]?\d+)?|C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4}(?:[0-9A-Fa-f]{2})?|Z.*)$/su;

/**
 * Reads a value as it stands in a message.
 *
 * @param raw the value between two delimiters, such as `Ham \T\ eggs\.br\and more`
 * @param delimiters those of the message it stands in
 * @returns its text and commands, in order
 */
export function decode(raw: string, delimiters: Delimiters): Part[] {
  const characters = new Map([
    ["F", delimiters.field],
    ["S", delimiters.component],
    ["T", delimiters.subcomponent],
    ["R", delimiters.repetition],
    ["E", delimiters.escape],
  ]);
  const parts: Part[] = [];
  let text = "";
  const endText = (): void => {
    if (text !== "") {
      parts.push({ kind: "text", value: text });
      text = "";
    }
  };
  let at = 0;
  for (;;) {
    const opening = raw.indexOf(delimiters.escape, at);
    const closing = opening < 0 ? -1 : raw.indexOf(delimiters.escape, opening + 1);
    if (closing < 0) {
      text += raw.slice(at);
      endText();
      return parts;
    }
    text += raw.slice(at, opening);
    const code = raw.slice(opening + 1, closing);
    if (command.test(code)) {
      endText();
      parts.push({ kind: "command", value: code });
    } else {
      text += characters.get(code) ?? (hexadecimal.test(code) ? latin1(code.slice(1)) : raw.slice(opening, closing + 1));
    }
    at = closing + 1;
  }
}

/** The characters of ISO 8859-1 are the first 256 of Unicode, under the same numbers. */
function latin1(digits: string): string {
  return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/**
 * Writes a value so that it can stand in a message: `decode` gives the same text and commands again.
 *
 * @param parts text and commands, in order
 * @param delimiters those of the message it will stand in
 */
export function encode(parts: readonly Part[], delimiters: Delimiters): string {
  const sequence = (code: string): string => delimiters.escape + code + delimiters.escape;
  const codes = new Map([
    [delimiters.field, "F"],
    [delimiters.component, "S"],
    [delimiters.subcomponent, "T"],
    [delimiters.repetition, "R"],
    [delimiters.escape, "E"],
    ["\n", ".br"],
  ]);
  const escaped = (character: string): string => {
    const code = codes.get(character);
    return code === undefined ? character : sequence(code);
  };
  return parts.map(({ kind, value }) => (kind === "command" ? sequence(value) : Array.from(value.replace(/\r\n?/g, "\n"), escaped).join(""))).join("");
}
