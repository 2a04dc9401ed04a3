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

const quote = (c: string) => c.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const COMMAND = /^(?:[HN]|\.(?:sp|br|fi|nf|in|ti|sk|ce)(?:[+-]?\d+)?|C[\da-fA-F]{4}|M(?:[\da-fA-F]{2}){2,3}|Z[^]*)$/;

export function decode(raw: string, delimiters: Delimiters): Part[] {
  const e = quote(delimiters.escape);
  const codes = new Map([["F", delimiters.field], ["S", delimiters.component], ["T", delimiters.subcomponent], ["R", delimiters.repetition], ["E", delimiters.escape]]);
  const parts: Part[] = [];
  for (const [all, sequence] of raw.matchAll(new RegExp(`${e}([^${e}]*)${e}|[^${e}]+|${e}`, "g"))) {
    const value =
      sequence === undefined ? all
      : codes.get(sequence) ??
        (/^X(?:[\da-fA-F]{2})+$/.test(sequence) ? Buffer.from(sequence.slice(1), "hex").toString("latin1") : undefined);
    if (value !== undefined) parts.push({ kind: "text", value });
    else if (COMMAND.test(sequence!)) parts.push({ kind: "command", value: sequence! });
    else parts.push({ kind: "text", value: all });
  }
  return parts;
}

export function encode(parts: readonly Part[], delimiters: Delimiters): string {
  const { field, component, repetition, escape, subcomponent } = delimiters;
  const special = [field, component, repetition, escape, subcomponent, "\r", "\n"];
  const codes = ["F", "S", "R", "E", "T", "X0D", "X0A"];
  const any = new RegExp(`[${special.map(quote).join("")}]`, "g");
  return parts
    .map(({ kind, value }) => (kind === "command" ? `${escape}${value}${escape}` : value.replace(any, (c) => escape + codes[special.indexOf(c)] + escape)))
    .join("");
}
