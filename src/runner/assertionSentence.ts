import type { AssertionError } from "node:assert";
import { inline } from "./render";

/** Longer values are shown beside the sentence, not in it. */
const longest = 80;

/** What a failed assertion says: its author's words, or else a sentence instead of the listing Node makes. */
export function assertionSentence(error: AssertionError): string {
  if (/^Missing expected (?:exception|rejection)(?: \([^)]*\))?\.$/.test(error.message)) {
    return "An error should have been thrown here, but none was.";
  }
  if (/^Got unwanted (?:exception|rejection)\.\n/.test(error.message)) {
    return `An error was thrown where none should be: ${error.actual instanceof Error ? error.actual.message : inline(error.actual)}`;
  }
  if (!error.generatedMessage) {
    return authorsWords(error);
  }
  const expected = short(error.expected);
  const actual = short(error.actual);
  switch (error.operator) {
    case "strictEqual":
    case "equal":
    case "deepStrictEqual":
    case "deepEqual":
    case "partialDeepStrictEqual":
      return comparison(expected, actual);
    case "notStrictEqual":
    case "notEqual":
    case "notDeepStrictEqual":
    case "notDeepEqual":
      return actual === undefined ? "The value is one that does not belong there." : `The value is ${actual}, which does not belong there.`;
    case "match":
      return actual === undefined ? "The text does not have the form it should have." : `The text ${actual} does not have the form it should have.`;
    case "doesNotMatch":
      return actual === undefined ? "The text has a form it should not have." : `The text ${actual} has a form it should not have.`;
    case "==":
      return error.expected === true ? "Something that should hold does not." : comparison(expected, actual);
    default:
      return firstLine(error.message);
  }
}

/** Without the listing that Node puts behind a message, and the words it puts before one. */
function authorsWords(error: AssertionError): string {
  const words = error.message.replace(/^(?:Missing expected (?:exception|rejection)(?: \([^)]*\))?|Got unwanted (?:exception|rejection)): /, "").replace(/\nActual message: [^]*$/, "");
  const listing = words.indexOf("\n+ actual - expected");
  if (listing !== -1) {
    return words.slice(0, listing);
  }
  const gap = words.endsWith("\n") ? words.indexOf("\n\n") : -1;
  return gap === -1 ? words : words.slice(0, gap);
}

function comparison(expected: string | undefined, actual: string | undefined): string {
  return expected === undefined || actual === undefined || expected === actual
    ? "The value is not the one that belongs there."
    : `The value is ${actual}, but ${expected} belongs there.`;
}

function short(value: unknown): string | undefined {
  const text = inline(value);
  return text.length <= longest && !text.includes("\n") ? text : undefined;
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? text).replace(/:$/, ".");
}
