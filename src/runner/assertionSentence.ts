import type { AssertionError } from "node:assert";
import { inline } from "./render";
import type { Sentence } from "./thrownSentence";

/** Longer values are shown beside the sentence, not in it. */
const longest = 80;

/** What a failed assertion says: its author's words, or else a sentence instead of the listing Node makes. */
export function assertionSentence(error: AssertionError): Sentence {
  if (/^Missing expected (?:exception|rejection)(?: \([^)]*\))?\.$/.test(error.message)) {
    return { code: "test.nothingThrown", message: "An error should have been thrown here, but none was.", args: {} };
  }
  if (/^Got unwanted (?:exception|rejection)\.\n/.test(error.message)) {
    const thrown = error.actual instanceof Error ? error.actual.message : inline(error.actual);
    return { code: "test.unwantedThrown", message: `An error was thrown where none should be: ${thrown}`, args: { thrown } };
  }
  if (!error.generatedMessage) {
    return words(authorsWords(error));
  }
  const actual = short(error.actual);
  switch (error.operator) {
    case "strictEqual":
    case "equal":
    case "deepStrictEqual":
    case "deepEqual":
    case "partialDeepStrictEqual":
      return comparison(short(error.expected), actual);
    case "==":
      return error.expected === true
        ? { code: "test.notSo", message: "Something that should hold does not.", args: {} }
        : comparison(short(error.expected), actual);
    case "notStrictEqual":
    case "notEqual":
    case "notDeepStrictEqual":
    case "notDeepEqual":
      return actual === undefined
        ? { code: "test.unwanted", message: "The value is one that does not belong there.", args: {} }
        : { code: "test.unwanted", message: `The value is ${actual}, which does not belong there.`, args: { actual } };
    case "match":
      return actual === undefined
        ? { code: "test.noMatch", message: "The text does not have the form it should have.", args: {} }
        : { code: "test.noMatch", message: `The text ${actual} does not have the form it should have.`, args: { actual } };
    case "doesNotMatch":
      return actual === undefined
        ? { code: "test.unwantedMatch", message: "The text has a form it should not have.", args: {} }
        : { code: "test.unwantedMatch", message: `The text ${actual} has a form it should not have.`, args: { actual } };
    default:
      return words(firstLine(error.message));
  }
}

function comparison(expected: string | undefined, actual: string | undefined): Sentence {
  return expected === undefined || actual === undefined || expected === actual
    ? { code: "test.differs", message: "The value is not the one that belongs there.", args: {} }
    : { code: "test.differs", message: `The value is ${actual}, but ${expected} belongs there.`, args: { actual, expected } };
}

/** Words of the test's author, which nobody but the author can translate. */
function words(message: string): Sentence {
  return { code: "test.failed", message, args: { message } };
}

/** Without the listing that Node puts behind a message, and the words it puts before one. */
function authorsWords(error: AssertionError): string {
  const bare = error.message.replace(/^(?:Missing expected (?:exception|rejection)(?: \([^)]*\))?|Got unwanted (?:exception|rejection)): /, "").replace(/\nActual message: [^]*$/, "");
  const listing = bare.indexOf("\n+ actual - expected");
  if (listing !== -1) {
    return bare.slice(0, listing);
  }
  const gap = bare.endsWith("\n") ? bare.indexOf("\n\n") : -1;
  return gap === -1 ? bare : bare.slice(0, gap);
}

function short(value: unknown): string | undefined {
  const text = inline(value);
  return text.length <= longest && !text.includes("\n") ? text : undefined;
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? text).replace(/:$/, ".");
}
