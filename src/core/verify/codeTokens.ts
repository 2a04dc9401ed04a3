/** A stretch of JavaScript: code that can be changed token by token, or white space and comments. */
export interface CodeToken {
  readonly kind: "word" | "number" | "string" | "template" | "regex" | "sign" | "space";
  readonly text: string;
  /** UTF-16 offset in the code. */
  readonly offset: number;
}

const patterns: readonly (readonly [CodeToken["kind"], RegExp])[] = [
  ["space", /(?:\s+|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)+/y],
  ["word", /[\p{L}_$#][\p{L}\p{N}_$]*/uy],
  ["number", /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)n?/y],
  ["string", /"(?:[^"\\\r\n]|\\[\s\S])*"|'(?:[^'\\\r\n]|\\[\s\S])*'/y],
  ["template", /`(?:[^`\\]|\\[\s\S])*`/y],
  ["sign", />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\*\*|[\s\S]/y],
];

const regex = /\/(?:[^/\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/[a-z]*/y;
/** Words after which a slash starts a regular expression, though a value may stand before it elsewhere. */
const beforeRegex = new Set(["return", "typeof", "case", "in", "of", "delete", "void", "instanceof", "new", "throw", "else", "do", "await", "yield"]);

/**
 * Cuts JavaScript into tokens; joined again they are the code. Whether a slash divides or starts a regular expression is told by the token before it,
 * which is right for code as people write it. A template is one token, with all that is in it.
 */
export function codeTokens(code: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  let before: CodeToken | undefined;
  let offset = 0;
  while (offset < code.length) {
    const token = tokenAt(code, offset, before);
    tokens.push(token);
    before = token.kind === "space" ? before : token;
    offset += token.text.length;
  }
  return tokens;
}

function tokenAt(code: string, offset: number, before: CodeToken | undefined): CodeToken {
  const kinds: readonly (readonly [CodeToken["kind"], RegExp])[] = mayStartRegex(before) ? [...patterns.slice(0, 1), ["regex", regex], ...patterns.slice(1)] : patterns;
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = offset;
    const text = pattern.exec(code)?.[0];
    if (text !== undefined && text !== "") {
      return { kind, text, offset };
    }
  }
  return { kind: "sign", text: code.charAt(offset), offset };
}

function mayStartRegex(before: CodeToken | undefined): boolean {
  switch (before?.kind) {
    case undefined:
    case "space":
      return true;
    case "word":
      return beforeRegex.has(before.text);
    case "sign":
      return before.text !== ")" && before.text !== "]" && before.text !== "}";
    case "number":
    case "string":
    case "template":
    case "regex":
      return false;
  }
}
