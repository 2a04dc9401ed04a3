import { createScanner, type ScanError, type SyntaxKind } from "jsonc-parser";

// jsonc-parser publishes its enumerations as `const enum`, which `isolatedModules` cannot read; the compiler checks these values against them all the same.
const openBrace: SyntaxKind.OpenBraceToken = 1;
const closeBrace: SyntaxKind.CloseBraceToken = 2;
const openBracket: SyntaxKind.OpenBracketToken = 3;
const closeBracket: SyntaxKind.CloseBracketToken = 4;
const comma: SyntaxKind.CommaToken = 5;
const colon: SyntaxKind.ColonToken = 6;
const nullKeyword: SyntaxKind.NullKeyword = 7;
const trueKeyword: SyntaxKind.TrueKeyword = 8;
const falseKeyword: SyntaxKind.FalseKeyword = 9;
const stringLiteral: SyntaxKind.StringLiteral = 10;
const numericLiteral: SyntaxKind.NumericLiteral = 11;
const lineComment: SyntaxKind.LineCommentTrivia = 12;
const blockComment: SyntaxKind.BlockCommentTrivia = 13;
const lineBreak: SyntaxKind.LineBreakTrivia = 14;
const trivia: SyntaxKind.Trivia = 15;
const endOfFile: SyntaxKind.EOF = 17;

const unexpectedEndOfString: ScanError.UnexpectedEndOfString = 2;
const unexpectedEndOfNumber: ScanError.UnexpectedEndOfNumber = 3;
const invalidUnicode: ScanError.InvalidUnicode = 4;
const invalidEscape: ScanError.InvalidEscapeCharacter = 5;
const invalidCharacter: ScanError.InvalidCharacter = 6;

/** What is wrong within a string token. */
export type StringFault = "unterminated" | "unicode" | "escape" | "control";

/** A token with its UTF-16 offsets. A `word` is anything that stands where a value or a name could, but is none in JSON. */
export type JsonToken = { readonly from: number; readonly to: number } & (
  | { readonly kind: "{" | "}" | "[" | "]" | "," | ":" | "comment" | "end" }
  | { readonly kind: "string"; readonly value: string; readonly fault: StringFault | undefined }
  | { readonly kind: "scalar"; readonly value: null | boolean | number }
  | { readonly kind: "word"; readonly text: string }
);

/** The tokens of a text, white space passed over; the last is `end`. */
export function* jsonTokens(text: string): Generator<JsonToken, void, undefined> {
  const scanner = createScanner(text, false);
  if (text.startsWith("\ufeff")) {
    scanner.setPosition(1);
  }
  for (;;) {
    const kind = scanner.scan();
    const from = scanner.getTokenOffset();
    const to = Math.min(text.length, from + scanner.getTokenLength());
    switch (kind) {
      case trivia:
      case lineBreak:
        break;
      case endOfFile:
        yield { kind: "end", from: text.length, to: text.length };
        return;
      case openBrace:
        yield { kind: "{", from, to };
        break;
      case closeBrace:
        yield { kind: "}", from, to };
        break;
      case openBracket:
        yield { kind: "[", from, to };
        break;
      case closeBracket:
        yield { kind: "]", from, to };
        break;
      case comma:
        yield { kind: ",", from, to };
        break;
      case colon:
        yield { kind: ":", from, to };
        break;
      case lineComment:
      case blockComment:
        yield { kind: "comment", from, to };
        break;
      case stringLiteral:
        yield { kind: "string", from, to, value: scanner.getTokenValue(), fault: faultOf(scanner.getTokenError()) };
        break;
      default: {
        const end = endOfWord(text, from, to);
        const value = end === to && scanner.getTokenError() !== unexpectedEndOfNumber ? scalarOf(kind, scanner.getTokenValue()) : undefined;
        scanner.setPosition(end);
        yield value === undefined ? { kind: "word", from, to: end, text: text.slice(from, end) } : { kind: "scalar", from, to: end, value };
      }
    }
  }
}

function scalarOf(kind: SyntaxKind, written: string): null | boolean | number | undefined {
  switch (kind) {
    case nullKeyword:
      return null;
    case trueKeyword:
      return true;
    case falseKeyword:
      return false;
    case numericLiteral:
      return Number(written);
    default:
      return undefined;
  }
}

function faultOf(error: ScanError): StringFault | undefined {
  switch (error) {
    case unexpectedEndOfString:
      return "unterminated";
    case invalidUnicode:
      return "unicode";
    case invalidEscape:
      return "escape";
    case invalidCharacter:
      return "control";
    default:
      return undefined;
  }
}

/** A word goes on until white space or punctuation, so that `2024-01-31` and `01` are one each; one in single quotes until they close on its line. */
function endOfWord(text: string, from: number, to: number): number {
  if (text.charAt(from) === "'") {
    const quoted = /'[^'\r\n]*'/y;
    quoted.lastIndex = from;
    if (quoted.test(text)) {
      return quoted.lastIndex;
    }
  }
  const rest = /[^\s{}[\]:,"/]*/y;
  rest.lastIndex = to;
  rest.test(text);
  return rest.lastIndex;
}
