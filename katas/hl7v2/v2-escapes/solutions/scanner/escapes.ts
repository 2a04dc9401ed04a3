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

const COMMAND = /^(?:[HN]|\.(?:sp|br|fi|nf|in|ti|sk|ce)(?:[+-]?\d+)?|C[0-9A-Fa-f]{4}|M(?:[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6})|Z[^]*)$/;

class Scanner {
  private out: Part[] = [];
  private buffer = "";
  constructor(private readonly raw: string, private readonly d: Delimiters) {}

  run(): Part[] {
    let i = 0;
    while (i < this.raw.length) {
      const c = this.raw[i]!;
      if (c !== this.d.escape) { this.buffer += c; i++; continue; }
      const end = this.raw.indexOf(this.d.escape, i + 1);
      if (end < 0) { this.buffer += this.raw.slice(i); break; }
      this.sequence(this.raw.slice(i + 1, end));
      i = end + 1;
    }
    this.flush();
    return this.out;
  }
  private flush() { if (this.buffer) { this.out.push({ kind: "text", value: this.buffer }); this.buffer = ""; } }
  private sequence(s: string) {
    switch (s) {
      case "F": this.buffer += this.d.field; return;
      case "S": this.buffer += this.d.component; return;
      case "T": this.buffer += this.d.subcomponent; return;
      case "R": this.buffer += this.d.repetition; return;
      case "E": this.buffer += this.d.escape; return;
    }
    if (/^X(?:[0-9A-Fa-f]{2})+$/.test(s)) {
      for (let k = 1; k < s.length; k += 2) this.buffer += String.fromCharCode(parseInt(s.substr(k, 2), 16));
    } else if (COMMAND.test(s)) { this.flush(); this.out.push({ kind: "command", value: s }); }
    else this.buffer += this.d.escape + s + this.d.escape;
  }
}

export function decode(raw: string, delimiters: Delimiters): Part[] { return new Scanner(raw, delimiters).run(); }

export function encode(parts: readonly Part[], d: Delimiters): string {
  let out = "";
  const esc = (s: string) => d.escape + s + d.escape;
  for (const p of parts) {
    if (p.kind === "command") { out += esc(p.value); continue; }
    for (const c of p.value) {
      if (c === d.escape) out += esc("E");
      else if (c === d.field) out += esc("F");
      else if (c === d.component) out += esc("S");
      else if (c === d.subcomponent) out += esc("T");
      else if (c === d.repetition) out += esc("R");
      else if (c === "\r" || c === "\n") out += esc("X" + c.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase());
      else out += c;
    }
  }
  return out;
}
