import type { DocumentProblem, JsonValue } from "./document";
import type { JsonToken, StringFault } from "./jsonTokens";

/** What is wrong with a string, a number or a word; it stands where the token does. */
export type ScalarProblem = Pick<DocumentProblem, "code" | "message" | "args">;

const faultSentences: Readonly<Record<StringFault, string>> = {
  unterminated: "This string is not closed on its line: a double quote is missing, or a line break in it should be written \\n.",
  unicode: "This string has a \\u that is not followed by four hexadecimal digits.",
  escape: "This string has a backslash before a character that cannot follow one; a literal backslash is written \\\\.",
  control: "This string has a control character in it, such as a tab: that is written as an escape sequence, \\t.",
};

/** The value of a token that is neither an array nor an object. What JSON does not know is read as the number or the text that was probably meant. */
export function readScalar(token: JsonToken): { readonly value: JsonValue; readonly problem: ScalarProblem | undefined } {
  switch (token.kind) {
    case "string":
      return { value: token.value, problem: stringProblem(token.fault) };
    case "scalar":
      return { value: token.value, problem: undefined };
    case "word":
      return readWord(token.text);
    default:
      return { value: null, problem: undefined };
  }
}

/** The sentence for what is wrong within a string. */
export function stringProblem(fault: StringFault | undefined): ScalarProblem | undefined {
  return fault === undefined ? undefined : { code: "json.string", message: faultSentences[fault], args: { fault } };
}

/** A word without the single quotes around it. */
export function unquoted(word: string): string {
  return word.length > 1 && word.startsWith("'") && word.endsWith("'") ? word.slice(1, -1) : word;
}

function readWord(text: string): { readonly value: JsonValue; readonly problem: ScalarProblem } {
  const number = Number(text);
  if (Number.isFinite(number) && /^[-+.0-9]/.test(text)) {
    return {
      value: number,
      problem: { code: "json.number", args: { text }, message: `${text} is no JSON number: that has no plus sign, no leading zero, and digits on both sides of a point.` },
    };
  }
  return {
    value: unquoted(text),
    problem: { code: "json.word", args: { text }, message: `${text} is no JSON value: text and dates stand in double quotes; true, false and null are lower-case.` },
  };
}
