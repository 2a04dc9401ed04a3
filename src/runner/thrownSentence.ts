import type { Finding } from "../core/checks/finding";

/** What is said of a failure, without where. */
export type Sentence = Pick<Finding, "code" | "message" | "args">;

/** A line of a file, as people count. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Says that the learner's code threw.
 *
 * @param what name and message of an error, or a value as it is written in code
 */
export function thrownSentence(what: string, isError: boolean, place: Place | undefined): Sentence {
  if (place === undefined) {
    return isError
      ? { code: "test.threw", message: `The code threw an error: ${what}`, args: { what } }
      : { code: "test.threw", message: `The code threw a value that is no error: ${what}`, args: { what } };
  }
  const { file, line } = place;
  return isError
    ? { code: "test.threw", message: `The code threw an error (${file}, line ${String(line)}): ${what}`, args: { file, line, what } }
    : { code: "test.threw", message: `The code threw a value that is no error (${file}, line ${String(line)}): ${what}`, args: { file, line, what } };
}

/** Says that the kata's own tests threw where that is no judgement of the answer. */
export function brokenTestsSentence(thrown: string, place: Place | undefined): Sentence {
  const what = thrown.replace(/[.]$/, "");
  if (place === undefined) {
    return { code: "kata.threw", message: `The kata's tests could not be run: ${what}. This is a mistake in the kata, not in your answer.`, args: { what } };
  }
  const { file, line } = place;
  return {
    code: "kata.threw",
    message: `The kata's tests could not be run (${file}, line ${String(line)}): ${what}. This is a mistake in the kata, not in your answer.`,
    args: { file, line, what },
  };
}

/** Says that a file cannot be read as code. @param line 0-based */
export function syntaxSentence(file: string, line: number | undefined, problem: string, learners: boolean): Sentence {
  if (line === undefined) {
    return learners
      ? { code: "source.syntax", message: `${file} cannot be read: ${problem}. Mend the syntax first; the rest is checked then.`, args: { file, problem } }
      : { code: "source.syntax", message: `${file} cannot be read: ${problem}. This is a mistake in the kata, not in your answer.`, args: { file, problem } };
  }
  const at = line + 1;
  return learners
    ? { code: "source.syntax", message: `${file}, line ${String(at)} cannot be read: ${problem}. Mend the syntax first; the rest is checked then.`, args: { file, at, problem } }
    : { code: "source.syntax", message: `${file}, line ${String(at)} cannot be read: ${problem}. This is a mistake in the kata, not in your answer.`, args: { file, at, problem } };
}

/** Says what Node's permission model refused, and the rule behind it. */
export function deniedSentence(permission: unknown, resource: string): Sentence {
  switch (permission) {
    case "FileSystemRead":
      return { code: "test.denied", message: `A kata's code may only read the kata's own files: it was kept from reading ${resource}.`, args: { resource } };
    case "FileSystemWrite":
      return { code: "test.denied", message: `A kata's code may not write files: it was kept from writing ${resource}.`, args: { resource } };
    default:
      return { code: "test.denied", message: "A kata's code may only compute and read its own files: it was kept from something else.", args: {} };
  }
}
