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

const names = { F: "field", S: "component", T: "subcomponent", R: "repetition", E: "escape" } as const;

/** Split at the escape character, every second piece is the inside of a sequence; a last one without a partner is not. */
export function decode(raw: string, delimiters: Delimiters): Part[] {
  const pieces = raw.split(delimiters.escape);
  const alone = pieces.length % 2 === 0 ? pieces.pop() : undefined;
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? text(piece) : inside(piece, delimiters)));
  return alone === undefined ? parts : [...parts, text(delimiters.escape + alone)];
}

function text(value: string): Part {
  return { kind: "text", value };
}

function inside(code: string, delimiters: Delimiters): Part {
  if (Object.hasOwn(names, code)) {
    return text(delimiters[names[code as keyof typeof names]]);
  }
  if (code.startsWith("X") && code.length > 1) {
    const bytes = Buffer.from(code.slice(1), "hex");
    if (bytes.length * 2 === code.length - 1) {
      return text(bytes.toString("latin1"));
    }
  }
  return isCommand(code) ? { kind: "command", value: code } : text(delimiters.escape + code + delimiters.escape);
}

function isCommand(code: string): boolean {
  switch (code.charAt(0)) {
    case "H":
    case "N":
      return code.length === 1;
    case "Z":
      return true;
    case "C":
      return /^C[\dA-F]{4}$/i.test(code);
    case "M":
      return /^M(?:[\dA-F]{4}|[\dA-F]{6})$/i.test(code);
    default:
      return /^\.(?:sp|br|fi|nf|in|ti|sk|ce)(?:[+-]?\d+)?$/.test(code);
  }
}

/** Goes through the text once, so that nothing it writes is escaped again; a line end goes out as one sequence. */
export function encode(parts: readonly Part[], delimiters: Delimiters): string {
  const { escape } = delimiters;
  const write = (value: string): string => {
    let written = "";
    for (let index = 0; index < value.length; index++) {
      const character = value.charAt(index);
      const name = Object.entries(names).find(([, role]) => delimiters[role] === character)?.[0];
      if (name !== undefined) {
        written += escape + name + escape;
      } else if (character === "\r" && value.charAt(index + 1) === "\n") {
        written += `${escape}X0D0A${escape}`;
        index++;
      } else if (character === "\r" || character === "\n") {
        written += escape + (character === "\r" ? "X0D" : "X0A") + escape;
      } else {
        written += character;
      }
    }
    return written;
  };
  return parts.reduce((written, part) => written + (part.kind === "text" ? write(part.value) : escape + part.value + escape), "");
}
