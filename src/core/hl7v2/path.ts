/** Chooses the first repetition whose component (or subcomponent) has this decoded text. */
export interface RepetitionWhere {
  /** 1-based. */
  readonly component: number;
  /** 1-based; `undefined`: the whole component. */
  readonly subcomponent: number | undefined;
  readonly equals: string;
}

/**
 * Names a part of a message, as people of the field write it: `SEG[occurrence]-F[repetition].C.S`, all counted from 1. What is `undefined` was not
 * written: the first occurrence, the first repetition, the whole repetition, the whole component.
 */
export interface Hl7v2Path {
  readonly segment: string;
  readonly occurrence: number | undefined;
  readonly field: number;
  readonly repetition: number | RepetitionWhere | undefined;
  readonly component: number | undefined;
  readonly subcomponent: number | undefined;
}

/** Why a text is no path: one sentence for whoever wrote it. */
export interface PathProblem {
  readonly code: "hl7v2Path.syntax";
  readonly message: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** Offset in the text from which it cannot be read on. */
  readonly at: number;
}

export type ParsedPath = { readonly ok: true; readonly path: Hl7v2Path } | { readonly ok: false; readonly problem: PathProblem };

/**
 * Reads a path such as `MSH-9.1`, `OBX[2]-5`, `PID-3[2].4.1` or `PID-3[.5=MR].1` (the first repetition of PID-3 whose component 5 is MR).
 * A selector's value reaches up to the last `]` of the text, so it may contain brackets itself.
 */
export function parsePath(text: string): ParsedPath {
  const parser = new PathParser(text);
  const path = parser.path();
  return path === undefined ? { ok: false, problem: parser.problem } : { ok: true, path };
}

/** The path as text; `parsePath` gives the path again. */
export function formatPath(path: Hl7v2Path): string {
  const { segment, occurrence, field, repetition, component, subcomponent } = path;
  return segment + inBrackets(occurrence) + `-${String(field)}` + inBrackets(typeof repetition === "object" ? written(repetition) : repetition)
    + dotted(component) + dotted(subcomponent);
}

function inBrackets(content: number | string | undefined): string {
  return content === undefined ? "" : `[${String(content)}]`;
}

function written({ component, subcomponent, equals }: RepetitionWhere): string {
  return `${dotted(component)}${dotted(subcomponent)}=${equals}`;
}

function dotted(number: number | undefined): string {
  return number === undefined ? "" : `.${String(number)}`;
}

class PathParser {
  problem: PathProblem = { code: "hl7v2Path.syntax", message: "This is no path.", args: {}, at: 0 };
  private at = 0;

  constructor(private readonly text: string) {}

  path(): Hl7v2Path | undefined {
    const segment = this.segment();
    if (segment === undefined) {
      return undefined;
    }
    let occurrence: number | undefined;
    if (this.take("[")) {
      occurrence = this.number("the occurrence of the segment");
      if (occurrence === undefined || !this.close()) {
        return undefined;
      }
    }
    const field = this.field(segment);
    if (field === undefined) {
      return undefined;
    }
    let repetition: number | RepetitionWhere | undefined;
    if (this.take("[")) {
      repetition = this.text.charAt(this.at) === "." ? this.where() : this.number("the repetition of the field");
      if (repetition === undefined || !this.close()) {
        return undefined;
      }
    }
    const parts = this.dottedParts();
    if (parts === undefined) {
      return undefined;
    }
    if (this.at < this.text.length) {
      return this.unreadable(parts.subcomponent);
    }
    return { segment, occurrence, field, repetition, ...parts };
  }

  private segment(): string | undefined {
    const { text } = this;
    if (text.trim() === "") {
      return this.fail("The path is empty: it starts with the name of a segment.");
    }
    if (/^\s/.test(text)) {
      return this.fail(`"${text}" starts with a blank: a path has none.`);
    }
    const name = /^[A-Za-z][A-Za-z0-9]{2}(?![A-Za-z0-9])/.exec(text)?.[0];
    if (name === undefined) {
      return this.fail(`"${text}" does not start with the name of a segment: three characters, such as the three at the beginning of each line of the message.`);
    }
    if (name !== name.toUpperCase()) {
      return this.fail(`"${text}" starts with ${name}: names of segments are upper-case, ${name.toUpperCase()}.`);
    }
    this.at = 3;
    return name;
  }

  private field(segment: string): number | undefined {
    if (this.take("-")) {
      return this.number("the field");
    }
    const { text } = this;
    if (this.at >= text.length) {
      return this.fail(`"${text}" names a segment only: a hyphen and the number of a field come next.`);
    }
    if (text.charAt(this.at) === "(") {
      return this.fail(`"${text}" has a round bracket: occurrences and repetitions are written in square brackets.`);
    }
    return this.fail(`"${text}" has "${text.charAt(this.at)}" after ${segment}: a hyphen separates the segment from the number of its field.`);
  }

  private where(): RepetitionWhere | undefined {
    const parts = this.dottedParts();
    if (parts?.component === undefined) {
      return undefined;
    }
    if (!this.take("=")) {
      return this.fail(`"${this.text}" chooses a repetition by one of its components: "=" and the value belong after the component.`);
    }
    const end = this.text.lastIndexOf("]");
    if (end < this.at) {
      return this.fail(`"${this.text}" has a "[" that is not closed: "]" is missing.`);
    }
    const equals = this.text.slice(this.at, end);
    this.at = end;
    return { component: parts.component, subcomponent: parts.subcomponent, equals };
  }

  private dottedParts(): { component: number | undefined; subcomponent: number | undefined } | undefined {
    let component: number | undefined;
    let subcomponent: number | undefined;
    if (this.take(".")) {
      component = this.number("the component");
      if (component === undefined) {
        return undefined;
      }
      if (this.take(".")) {
        subcomponent = this.number("the subcomponent");
        if (subcomponent === undefined) {
          return undefined;
        }
      }
    }
    return { component, subcomponent };
  }

  private number(what: string): number | undefined {
    const digits = /^[0-9]+/.exec(this.text.slice(this.at))?.[0];
    if (digits === undefined) {
      const found = this.at < this.text.length ? `"${this.text.charAt(this.at)}"` : "nothing";
      return this.fail(`"${this.text}" has ${found} where the number of ${what} belongs.`);
    }
    if (/^0+$/.test(digits)) {
      return this.fail(`"${this.text}" has 0 as the number of ${what}: HL7 v2 counts from 1.`);
    }
    if (digits.startsWith("0") || digits.length > 6) {
      return this.fail(`"${this.text}" has ${digits} as the number of ${what}: it is a number of up to six digits without leading zeros.`);
    }
    this.at += digits.length;
    return Number(digits);
  }

  private unreadable(subcomponent: number | undefined): undefined {
    const { text, at } = this;
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      return this.fail(`"${text}" has a blank in it: a path has none.`);
    }
    if (character === "(") {
      return this.fail(`"${text}" has a round bracket: occurrences and repetitions are written in square brackets.`);
    }
    if (character === "[") {
      return this.fail(`"${text}" has a "[" too late: the repetition belongs directly after the number of the field.`);
    }
    if (character === "." && subcomponent !== undefined) {
      return this.fail(`"${text}" goes on after the subcomponent, but nothing is smaller than that.`);
    }
    if (character === "-" || character === "^" || character === "&") {
      return this.fail(`"${text}" has "${character}" where a dot belongs: dots separate field, component and subcomponent.`);
    }
    return this.fail(`"${text}" cannot be read from "${text.slice(at)}" on.`);
  }

  private close(): boolean {
    if (this.take("]")) {
      return true;
    }
    this.fail(`"${this.text}" has a "[" that is not closed: "]" is missing.`);
    return false;
  }

  private take(character: string): boolean {
    if (this.text.charAt(this.at) !== character) {
      return false;
    }
    this.at++;
    return true;
  }

  private fail(message: string): undefined {
    this.problem = { code: "hl7v2Path.syntax", message, args: { path: this.text }, at: this.at };
    return undefined;
  }
}
