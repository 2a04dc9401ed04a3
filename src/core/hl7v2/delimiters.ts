import type { TextProblem } from "../documents/textProblem";

/**
 * The characters that divide a message into parts, as its header declares them (HL7 v2.5.1 chapter 2, section 2.5.4; truncation: v2.7 section 2.5.5.2).
 * All that are there differ from each other; one that is `undefined` was not declared and divides nothing.
 */
export interface Delimiters {
  readonly field: string;
  readonly component: string | undefined;
  readonly repetition: string | undefined;
  readonly escape: string | undefined;
  readonly subcomponent: string | undefined;
  readonly truncation: string | undefined;
}

/** The values that the standard recommends, with the truncation character of v2.7 left out. */
export const standardDelimiters: Delimiters = {
  field: "|",
  component: "^",
  repetition: "~",
  escape: "\\",
  subcomponent: "&",
  truncation: undefined,
};

/** Names by their place in MSH-2. */
const encodingCharacterNames = ["component separator", "repetition separator", "escape character", "subcomponent separator", "truncation character"] as const;

/** What {@link readDelimiters} made of a header. */
export interface DeclaredDelimiters {
  readonly delimiters: Delimiters;
  readonly problems: readonly TextProblem[];
}

/**
 * Reads the delimiters of a header segment (MSH, FHS or BHS), which begins at offset `from` and ends before offset `to`.
 * What is not declared is missing; only where MSH-2 is empty, or holds words instead, the standard ones are taken.
 */
export function readDelimiters(text: string, from: number, to: number): DeclaredDelimiters {
  const name = text.slice(from, from + 3);
  const fieldAt = from + 3;
  if (fieldAt >= to) {
    return {
      delimiters: standardDelimiters,
      problems: [{
        code: "hl7v2.separatorMissing", severity: "error", from, to, args: { segment: name },
        message: `${name} ends after its name: the field separator (usually |) and the encoding characters (usually ^~\\&) belong directly after it.`,
      }],
    };
  }
  const field = text.charAt(fieldAt);
  const charactersFrom = fieldAt + 1;
  let charactersTo = charactersFrom;
  while (charactersTo < to && text.charAt(charactersTo) !== field) {
    charactersTo++;
  }
  const written = text.slice(charactersFrom, charactersTo);
  if (written === "") {
    return {
      delimiters: standardWithout(field),
      problems: [{
        code: "hl7v2.encodingCharactersMissing", severity: "error", from, to: charactersTo, args: { segment: name },
        message: `${name}-2 is empty: it must declare the encoding characters (usually ^~\\&). The standard ones were taken to read on.`,
      }],
    };
  }
  if (written.length === 5 && written.charAt(2) === written.charAt(3)) {
    const escape = written.charAt(2);
    const problem: TextProblem = {
      code: "hl7v2.escapeCharacterDoubled", severity: "error", from: charactersFrom + 2, to: charactersFrom + 4, args: { segment: name, written, escape },
      message: `${name}-2 is "${written}": the escape character ${escape} stands there twice, as in the source of a program, but belongs there once.`,
    };
    const { delimiters, problems } = declared(name, field, written.slice(0, 3) + written.slice(4), charactersFrom);
    return { delimiters, problems: [problem, ...problems] };
  }
  if (written.length > 5) {
    const problem: TextProblem = {
      code: "hl7v2.encodingCharactersLong", severity: "error", from: charactersFrom, to: charactersTo, args: { segment: name, written, separator: field },
      message: `${name}-2 is "${written}": it holds four encoding characters (usually ^~\\&; five with the truncation character), then comes the field separator ${field}.`,
    };
    const first = written.slice(0, 4);
    const { delimiters, problems } = /[\p{L}\p{N}\s]/u.test(first)
      ? { delimiters: standardWithout(field), problems: [] }
      : declared(name, field, first, charactersFrom);
    return { delimiters, problems: [problem, ...problems] };
  }
  return declared(name, field, written, charactersFrom);
}

/** The standard delimiters with another field separator; what is that separator already means nothing else. */
function standardWithout(taken: string): Delimiters {
  const free = (character: string | undefined): string | undefined => (character === taken ? undefined : character);
  const { component, repetition, escape, subcomponent } = standardDelimiters;
  return {
    field: taken, component: free(component), repetition: free(repetition), escape: free(escape), subcomponent: free(subcomponent), truncation: undefined,
  };
}

function declared(name: string, field: string, written: string, writtenFrom: number): DeclaredDelimiters {
  const problems: TextProblem[] = [];
  const characters: (string | undefined)[] = [];
  const taken = new Map([[field, "field separator"]]);
  const from = writtenFrom;
  const to = writtenFrom + written.length;
  noteOddCharacter(problems, name, field, "field separator", writtenFrom - 1);
  for (const [place, role] of encodingCharacterNames.entries()) {
    const character = written.charAt(place);
    if (character === "") {
      characters.push(undefined);
      continue;
    }
    const earlier = taken.get(character);
    if (earlier === undefined) {
      taken.set(character, role);
      characters.push(character);
      noteOddCharacter(problems, name, character, role, writtenFrom + place);
    } else {
      characters.push(undefined);
      problems.push({
        code: "hl7v2.delimiterTwice", severity: "error", from: from + place, to: from + place + 1, args: { segment: name, character, role, earlier },
        message: `${name}-2 gives ${character} two meanings: it is the ${earlier} already, so it cannot be the ${role} too.`,
      });
    }
  }
  if (written.length < 4) {
    const missing = encodingCharacterNames.slice(written.length, 4).join(", ");
    problems.push({
      code: "hl7v2.encodingCharactersShort", severity: "warning", from, to, args: { segment: name, written, missing },
      message: `${name}-2 is "${written}" and declares no ${missing}; this message cannot use what it does not declare.`,
    });
  }
  const [component, repetition, escape, subcomponent, truncation] = characters;
  return { delimiters: { field, component, repetition, escape, subcomponent, truncation }, problems };
}

function noteOddCharacter(problems: TextProblem[], name: string, character: string, role: string, at: number): void {
  if (!/[!-/:-@[-`{-~]/.test(character)) {
    problems.push({
      code: "hl7v2.delimiterOdd", severity: "warning", from: at, to: at + 1, args: { segment: name, character, role },
      message: `${name} takes ${JSON.stringify(character)} as ${role}: a character that is no ASCII punctuation turns up in data and cuts it.`,
    });
  }
}
