import { HumanError } from "../humanError";
import { type Delimiters, standardDelimiters } from "./delimiters";

/** What an escape sequence is, by its content (the text between two escape characters). */
type SequenceKind = "data" | "command" | "unknown";

const commandForms: readonly RegExp[] = [
  /^[HN]$/,
  /^\.(?:br|fi|nf|ce|(?:sp|sk|in|ti) ?[+-]?\d*)$/,
  /^C[0-9A-Fa-f]{4}$/,
  /^M(?:[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6})$/,
  /^Z/,
];
const hexForm = /^X(?:[0-9A-Fa-f]{2})+$/;

/**
 * The data that stands in `raw`, a part without unescaped delimiters (HL7 v2.5.1 chapter 2, section 2.7).
 *
 * Decoded: `\F\ \S\ \T\ \R\ \E\`, `\P\` (v2.7) and `\Xhh…\`. Left as written: highlighting, formatting and character set commands (`\H\`, `\.br\`,
 * `\C2842\`), local ones (`\Zxx\`), and whatever is unknown, malformed or never closed. Bytes given in hexadecimal are read as UTF-8 where they are
 * well-formed UTF-8, otherwise as ISO-8859-1.
 */
export function decodeEscapes(raw: string, delimiters: Delimiters): string {
  const { escape } = delimiters;
  if (escape === undefined) {
    return raw;
  }
  let opening = raw.indexOf(escape);
  if (opening < 0) {
    return raw;
  }
  let text = "";
  let copied = 0;
  while (opening >= 0) {
    const closing = raw.indexOf(escape, opening + 1);
    if (closing < 0) {
      break;
    }
    const data = dataOf(raw.slice(opening + 1, closing), delimiters);
    if (data !== undefined) {
      text += raw.slice(copied, opening) + data;
      copied = closing + 1;
    }
    opening = raw.indexOf(escape, closing + 1);
  }
  return text + raw.slice(copied);
}

/**
 * `text` as it may stand in a subcomponent: delimiters and the escape character as escape sequences, line ends and MLLP's frame bytes in hexadecimal.
 * `decodeEscapes` gives `text` again. Throws a HumanError when these delimiters cannot express it: no escape character is declared, or a delimiter is a
 * letter or digit that the sequences themselves need.
 */
export function encodeEscapes(text: string, delimiters: Delimiters): string {
  let raw = "";
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const content = sequenceFor(text.charAt(at), delimiters);
    if (content !== undefined) {
      raw += text.slice(copied, at) + sequence(content, delimiters);
      copied = at + 1;
    }
  }
  return raw + text.slice(copied);
}

/** An escape sequence that was left as written because it says nothing to us: offsets into the text it was found in. */
export interface DoubtfulEscape {
  readonly kind: "unknown" | "unterminated";
  readonly from: number;
  readonly to: number;
}

/** The unknown and the unterminated escape sequences of one part, which reaches from offset `from` up to `to` and has no unescaped delimiters. */
export function doubtfulEscapes(text: string, from: number, to: number, delimiters: Delimiters): readonly DoubtfulEscape[] {
  const { escape } = delimiters;
  const found: DoubtfulEscape[] = [];
  if (escape === undefined) {
    return found;
  }
  const raw = text.slice(from, to);
  let opening = raw.indexOf(escape);
  while (opening >= 0) {
    const closing = raw.indexOf(escape, opening + 1);
    if (closing < 0) {
      found.push({ kind: "unterminated", from: from + opening, to: from + opening + 1 });
      break;
    }
    if (kindOf(raw.slice(opening + 1, closing)) === "unknown") {
      found.push({ kind: "unknown", from: from + opening, to: from + closing + 1 });
    }
    opening = raw.indexOf(escape, closing + 1);
  }
  return found;
}

function kindOf(content: string): SequenceKind {
  if (/^[FSTREP]$/.test(content) || hexForm.test(content)) {
    return "data";
  }
  return commandForms.some((form) => form.test(content)) ? "command" : "unknown";
}

function dataOf(content: string, delimiters: Delimiters): string | undefined {
  switch (content) {
    case "F":
      return delimiters.field;
    case "S":
      return delimiters.component ?? standardDelimiters.component;
    case "T":
      return delimiters.subcomponent ?? standardDelimiters.subcomponent;
    case "R":
      return delimiters.repetition ?? standardDelimiters.repetition;
    case "E":
      return delimiters.escape;
    case "P":
      return delimiters.truncation ?? "#";
    default:
      return hexForm.test(content) ? textOfHex(content.slice(1)) : undefined;
  }
}

function textOfHex(digits: string): string {
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

function sequenceFor(character: string, delimiters: Delimiters): string | undefined {
  switch (character) {
    case delimiters.field:
      return "F";
    case delimiters.component:
      return "S";
    case delimiters.repetition:
      return "R";
    case delimiters.escape:
      return "E";
    case delimiters.subcomponent:
      return "T";
    case delimiters.truncation:
      return "P";
    case "\r":
      return "X0D";
    case "\n":
      return "X0A";
    case "\u000b":
      return "X0B";
    case "\u001c":
      return "X1C";
    default:
      return undefined;
  }
}

function sequence(content: string, delimiters: Delimiters): string {
  const { escape } = delimiters;
  if (escape === undefined) {
    throw new HumanError("hl7v2.noEscapeCharacter", "The text cannot be written into this message, because its MSH-2 declares no escape character. Declare one (usually \\).");
  }
  const { field, component, repetition, subcomponent } = delimiters;
  const inTheWay = [escape, field, component, repetition, subcomponent].find((delimiter) => delimiter !== undefined && content.includes(delimiter));
  if (inTheWay !== undefined) {
    throw new HumanError(
      "hl7v2.delimiterInSequence",
      `The text cannot be written into this message, because the escape sequence for it contains ${inTheWay}, which this message takes as a delimiter. Use punctuation as delimiters.`,
      { delimiter: inTheWay },
    );
  }
  return escape + content + escape;
}
