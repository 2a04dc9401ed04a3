import { LineIndex } from "../text/lineIndex";
import { codeTokens, type CodeToken } from "./codeTokens";
import type { Mutant } from "./mutant";
import { changedTexts, type ChangedText } from "./mutateText";

/** What a sign becomes; where it may become several, the slips that people make. */
const otherSigns: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="], "!==": ["==="], "==": ["!="], "!=": ["=="],
  "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
  "&&": ["||"], "||": ["&&"], "??": ["&&"],
  "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"],
  "++": ["--"], "--": ["++"], "+=": ["-=", "="], "-=": ["+=", "="], "*=": ["/="], "/=": ["*="],
  "!": [""], "<<": [">>"], ">>": ["<<"], "&": ["|"], "|": ["&"],
};

const otherWords: Readonly<Record<string, readonly string[]>> = {
  true: ["false"], false: ["true"], some: ["every"], every: ["some"], indexOf: ["lastIndexOf"], lastIndexOf: ["indexOf"], startsWith: ["endsWith"], endsWith: ["startsWith"],
  toUpperCase: ["toLowerCase"], toLowerCase: ["toUpperCase"], push: ["unshift"], unshift: ["push"], shift: ["pop"], pop: ["shift"], min: ["max"], max: ["min"],
  floor: ["ceil"], ceil: ["floor"], break: ["continue"], continue: ["break"], replaceAll: ["replace"], matchAll: ["match"],
};

/**
 * Operators, constants, conditions, branches and statements of JavaScript, each changed once: signs and words for their opposites, numbers by one, texts and
 * regular expressions in one place, conditions negated, branches taken the other way, statements left out.
 */
export function mutateCode(code: string): readonly Mutant[] {
  const tokens = codeTokens(code);
  const lines = new LineIndex(code);
  const place = (offset: number): string => {
    const { line, character } = lines.positionAt(offset);
    return `${String(line + 1)}:${String(character + 1)}`;
  };
  const mutants = tokens.flatMap((token, index) =>
    replacements(tokens, index).map(({ how, text }) => ({ id: `${place(token.offset)} ${how}`, text: code.slice(0, token.offset) + text + code.slice(token.offset + token.text.length) })),
  );
  const stretches = [...negatedConditions(tokens), ...swappedBranches(tokens), ...leftOutStatements(code, tokens)].map(({ how, from, to, text }) => ({
    id: `${place(from)} ${how} ${shown(code.slice(from, to))}`, text: code.slice(0, from) + text + code.slice(to),
  }));
  return [...mutants, ...stretches];
}

interface Stretch {
  readonly how: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function replacements(tokens: readonly CodeToken[], index: number): readonly ChangedText[] {
  const token = tokens[index];
  const by = (texts: readonly string[]): readonly ChangedText[] => texts.map((text) => ({ how: `${shown(token?.text ?? "")} -> ${shown(text)}`, text }));
  switch (token?.kind) {
    case "sign":
      return by(otherSigns[token.text] ?? []);
    case "word":
      return by(Object.hasOwn(otherWords, token.text) ? (otherWords[token.text] ?? []) : []);
    case "number":
      return by(/^\d+$/.test(token.text) ? [String(Number(token.text) + 1), ...(token.text === "0" ? [] : [String(Number(token.text) - 1)])] : []);
    case "string":
      return by(isModuleName(tokens, index) ? [] : changedStrings(token.text));
    case "regex":
      return changedRegexes(token.text);
    case "template":
    case "space":
    case undefined:
      return [];
  }
}

/** Texts without escapes lose or change a character; of those with escapes, only the whole goes. */
function changedStrings(literal: string): readonly string[] {
  const quote = literal.charAt(0);
  const value = literal.slice(1, -1);
  const put = (text: string): string => quote + text + quote;
  return value.includes("\\") ? [put("")] : changedTexts(value).filter(({ how }) => how !== "shortened").map(({ text }) => put(text));
}

function isModuleName(tokens: readonly CodeToken[], index: number): boolean {
  const before = tokens.slice(0, index).filter(({ kind }) => kind !== "space").slice(-2).map(({ text }) => text);
  return before.at(-1) === "from" || before.at(-1) === "import" || before.join("") === "require(" || before.join("") === "import(";
}

/** Anchors and quantifiers left out, one at a time; numbers in braces raised by one; a flag left out. */
function changedRegexes(literal: string): readonly ChangedText[] {
  const end = literal.lastIndexOf("/");
  const [body, flags] = [literal.slice(1, end), literal.slice(end + 1)];
  const changed: ChangedText[] = [];
  for (const { index, 0: part } of body.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|\{\d+(?:,\d*)?\}|[\^$?*+]/g)) {
    const put = (text: string): ChangedText => ({ how: `expression, at ${String(index)}: ${part} -> ${shown(text)}`, text: `/${body.slice(0, index)}${text}${body.slice(index + part.length)}/${flags}` });
    if (part.startsWith("{")) {
      changed.push(put(part.replace(/\d+/, (number) => String(Number(number) + 1))));
    } else if (/^[\^$?*+]$/.test(part) && body.charAt(index - 1) !== "(") {
      changed.push(put(""));
    }
  }
  const withoutFlags = Array.from(flags, (flag) => ({ how: `expression, without flag ${flag}`, text: `/${body}/${flags.replace(flag, "")}` }));
  return [...changed, ...withoutFlags].filter(({ text }) => isRegex(text));
}

function isRegex(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}

function negatedConditions(tokens: readonly CodeToken[]): readonly Stretch[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word" || (token.text !== "if" && token.text !== "while")) {
      return [];
    }
    const open = tokens.findIndex(({ text }, at) => at > index && text === "(");
    const close = closingOf(tokens, open);
    const from = tokens[open];
    const to = tokens[close];
    if (from === undefined || to === undefined) {
      return [];
    }
    const condition = tokens.slice(open + 1, close).map(({ text }) => text).join("");
    return [{ how: "negated", from: from.offset, to: to.offset + 1, text: `(!(${condition}))` }];
  });
}

/** `a ? b : c` becomes `a ? c : b`, where the whole stands in parentheses, in an argument, or ends with its statement. */
function swappedBranches(tokens: readonly CodeToken[]): readonly Stretch[] {
  return tokens.flatMap((token, index) => {
    if (token.text !== "?" || token.kind !== "sign") {
      return [];
    }
    const colon = atSameDepth(tokens, index, ":");
    const end = endOfExpression(tokens, colon);
    const [middle, last] = [tokens[colon], tokens[end]];
    if (middle === undefined || last === undefined) {
      return [];
    }
    const textBetween = (from: number, to: number): string => tokens.slice(from + 1, to).map(({ text }) => text).join("").trim();
    return [{ how: "branches swapped", from: token.offset, to: last.offset, text: `? ${textBetween(colon, end)} : ${textBetween(index, colon)}` }];
  });
}

/** Statements that fill whole lines, one at a time; declarations stay, since the code would not run at all without them. */
function leftOutStatements(code: string, tokens: readonly CodeToken[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let offset = 0;
  for (const line of code.split(/(?<=\n)/)) {
    const words = line.trim();
    const [from, to] = [offset, offset + line.length];
    offset = to;
    const inside = tokens.filter((token) => token.offset >= from && token.offset < to && token.kind !== "space");
    const whole = inside.reduce((sum, { text }) => sum + text.length, 0) > 0 && isBalanced(inside) && tokens.every((token) => token.kind === "space" || token.offset >= to || token.offset + token.text.length <= from || token.offset >= from);
    if (words.endsWith(";") && whole && !/^(?:import|export|const|let|var|function|class|case|default|\}|\.|\?|:)/.test(words)) {
      found.push({ how: "left out", from: from + line.indexOf(words), to: from + line.indexOf(words) + words.length, text: "" });
    }
  }
  return found;
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function isBalanced(tokens: readonly CodeToken[]): boolean {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    const closer = kind === "sign" ? closers[text] : undefined;
    if (closer !== undefined) {
      open.push(closer);
    } else if (kind === "sign" && Object.values(closers).includes(text) && open.pop() !== text) {
      return false;
    }
  }
  return open.length === 0;
}

/** Index of the token that closes the bracket at `open`; -1 when there is none. */
function closingOf(tokens: readonly CodeToken[], open: number): number {
  let depth = 0;
  for (let index = Math.max(0, open); index < tokens.length; index++) {
    const token = tokens[index];
    depth += token?.kind === "sign" ? depthOf(token.text) : 0;
    if (depth === 0) {
      return index;
    }
  }
  return -1;
}

function atSameDepth(tokens: readonly CodeToken[], from: number, wanted: string): number {
  let depth = 0;
  let questions = 0;
  for (let index = from + 1; index < tokens.length; index++) {
    const { kind, text } = tokens[index] ?? { kind: "space", text: "" };
    if (kind !== "sign") {
      continue;
    }
    if (depth === 0 && text === wanted && questions-- === 0) {
      return index;
    }
    questions += depth === 0 && text === "?" ? 1 : 0;
    depth += depthOf(text);
    if (depth < 0) {
      return -1;
    }
  }
  return -1;
}

function endOfExpression(tokens: readonly CodeToken[], from: number): number {
  let depth = 0;
  for (let index = from + 1; from >= 0 && index < tokens.length; index++) {
    const { kind, text } = tokens[index] ?? { kind: "space", text: "" };
    if (kind !== "sign") {
      continue;
    }
    if (depth === 0 && (text === ";" || text === ",")) {
      return index;
    }
    depth += depthOf(text);
    if (depth < 0) {
      return index;
    }
  }
  return -1;
}

function depthOf(sign: string): number {
  return "([{".includes(sign) && sign.length === 1 ? 1 : ")]}".includes(sign) && sign.length === 1 ? -1 : 0;
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line === "" ? "nothing" : line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
