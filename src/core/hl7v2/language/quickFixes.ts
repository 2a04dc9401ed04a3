import type { SentenceArgs } from "../../checks/translate";
import type { Span } from "../segment";

/** A change that puts a problem right. */
export interface QuickFix {
  readonly kind: "upperCase" | "replace" | "remove" | "declare";
  /** Replaces the stretch at `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The change that puts a problem right, where there is one that can be meant and nothing is lost by it; `undefined` otherwise.
 *
 * @param code of a problem of the reader or an issue of the standard's rules
 * @param span what is marked
 */
export function quickFixFor(text: string, code: string, args: SentenceArgs, span: Span): QuickFix | undefined {
  const { from, to } = span;
  const marked = text.slice(from, to);
  const replace = (insert: string | undefined): QuickFix | undefined => (insert === undefined || insert === marked ? undefined : { kind: "replace", from, to, insert });
  switch (code) {
    case "hl7v2.segmentNameCase":
      return { kind: "upperCase", from, to, insert: marked.toUpperCase() };
    case "hl7v2.escapeCharacterDoubled":
      return replace(marked.slice(0, 1));
    case "hl7v2.encodingCharactersMissing":
      // Marked from the name on; the characters belong behind the separator.
      return /[\^~\\&]/.test(text.charAt(from + 3)) ? undefined : { kind: "declare", from: from + 4, to: from + 4, insert: "^~\\&" };
    case "hl7v2.escapeUnknown":
    case "hl7v2.escapeUnterminated": {
      const escape = marked.slice(0, 1);
      return replace(textOf(args, "literal") === undefined ? undefined : marked.replaceAll(escape, () => `${escape}E${escape}`));
    }
    case "hl7v2.indented":
    case "hl7v2.byteOrderMark":
      return marked !== "" && [...marked].every((character) => " \t\u000b\ufeff".includes(character)) ? { kind: "remove", from, to, insert: "" } : undefined;
    case "hl7v2.framing":
      return { kind: "remove", from, to, insert: marked.replaceAll("\u000b", "").replaceAll("\u001c", "") };
    case "hl7v2.blankLine":
      return { kind: "remove", ...wholeLines(text, from, to), insert: "" };
    case "hl7v2.batchCount":
    case "hl7v2.fileCount":
      return /^\d+$/.test(marked) ? replace(textOf(args, "expected")) : undefined;
    case "hl7v2.format.punctuated":
      return replace(textOf(args, "suggestion"));
    default:
      return undefined;
  }
}

function textOf(args: SentenceArgs, name: string): string | undefined {
  const value = args[name];
  return value === undefined ? undefined : String(value);
}

/** The lines with their line ends. */
function wholeLines(text: string, from: number, to: number): Span {
  const end = text.startsWith("\r\n", to) ? to + 2 : to < text.length ? to + 1 : to;
  return { from, to: end };
}
