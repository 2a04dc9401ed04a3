// @ts-check
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import ts from "typescript";

/**
 * What the sources say to people.
 * @typedef {object} Texts
 * @property {ReadonlySet<string>} editor texts of `src/editor` and of the sentence writers of core, as they are handed to `l10n.t`
 * @property {ReadonlyMap<string, ReadonlySet<string>>} core sentences of core and env by their code, with `{name}` for values
 * @property {readonly string[]} unresolved codes of which a sentence holds something that is not among its values: these stay English
 * @property {readonly string[]} untranslated places where `src/editor` shows a text without `l10n.t`
 */

/** Properties and functions of the editor whose text a person sees. */
const shownProperties = new Set(["label", "title", "placeHolder", "description", "detail", "tooltip", "prompt", "message", "text", "openLabel", "stateText", "live"]);
const shownCalls = new Set([
  "showInformationMessage", "showWarningMessage", "showErrorMessage", "inform", "choose", "chooseSome", "chooseFolder", "confirm", "createTestItem", "createTestController",
  "createRunProfile", "createWebviewPanel", "TestMessage", "TreeItem", "diff",
]);
/** Names that are the same in every language. */
const names = new Set(["Health IT Katas", "Node.js", "FHIRPath", "CR", "LF", "CRLF"]);
/** Files whose text is not for the person at the editor: the maintainers read issues, and they read English. */
const exempt = ["src/editor/reports/issueReport.ts", "src/editor/testHooks.ts"];

/**
 * @param {string} root the repository
 * @returns {Promise<Texts>}
 */
export async function collectTexts(root) {
  const editor = new Set();
  /** @type {Map<string, Set<string>>} */
  const core = new Map();
  const unresolved = new Set();
  /** @type {string[]} */
  const untranslated = [];
  for (const folder of ["src/editor", "src/core", "src/env", "src/runner"]) {
    for (const path of await sourcesBelow(join(root, folder))) {
      const name = relative(root, path).replaceAll("\\", "/");
      const source = ts.createSourceFile(name, await readFile(path, "utf8"), ts.ScriptTarget.ES2022, true);
      visit(source, (node) => {
        for (const text of translatedIn(node, name)) editor.add(text);
        const sentence = sentenceOf(node);
        if (sentence !== undefined) {
          if (sentence.text === undefined) unresolved.add(sentence.code);
          else core.set(sentence.code, (core.get(sentence.code) ?? new Set()).add(sentence.text));
        }
        if (folder === "src/editor" && !exempt.includes(name)) {
          for (const text of shownIn(node)) {
            const { line } = source.getLineAndCharacterOfPosition(text.getStart());
            untranslated.push(`${name}:${String(line + 1)}: ${text.getText()}`);
          }
        }
      });
    }
  }
  return { editor, core, unresolved: [...unresolved].sort(), untranslated };
}

/**
 * A text in which every letter is another one and which is a third longer: whatever reads plain was not translated.
 * @param {string} text placeholders in braces, commands in round brackets after square ones and `%` stay
 */
export function pseudo(text) {
  const accented = text
    .split(/(\{\w+\}|\]\(command:[^)]*\)|`[^`]*`|\$\([^)]*\)|\n)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => letters[letter] ?? letter)))
    .join("");
  return `⟦${accented}${"·".repeat(Math.ceil(text.length / 3))}⟧`.replace(/^⟦(.*)⟧$/s, (whole, inner) => (text.includes("\n") ? whole.replace(/·+⟧$/, "⟧") : `⟦${inner}⟧`));
}

/** @type {Readonly<Record<string, string>>} */
const letters = Object.fromEntries([..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [letter, [..."åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"][index] ?? letter]));

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function sourcesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts")).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/**
 * @param {ts.Node} node
 * @param {(node: ts.Node) => void} look
 */
function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/**
 * The texts that a node hands to the translator: `l10n.t("…")`, and in the sentence writers of core `t("…")` and `counted("…", "…", …)`.
 * @param {ts.Node} node
 * @param {string} file
 * @returns {string[]}
 */
function translatedIn(node, file) {
  if (!ts.isCallExpression(node)) return [];
  const callee = node.expression.getText();
  const count = callee.endsWith("l10n.t") ? 1 : !/^src\/core\/(?:checks|fhir|hl7v2)\//.test(file) ? 0 : callee === "t" ? 1 : callee === "counted" ? 2 : 0;
  return node.arguments.slice(0, count).flatMap((argument) => literals(argument));
}

/**
 * @param {ts.Expression} expression a literal, or a choice between literals
 * @returns {string[]}
 */
function literals(expression) {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) return [...literals(expression.whenTrue), ...literals(expression.whenFalse)];
  return [];
}

/**
 * A sentence with its code: `{ code, message, args }`, or a call with code, message and args in this order.
 * @param {ts.Node} node
 * @returns {{ code: string, text: string | undefined } | undefined}
 */
function sentenceOf(node) {
  /** @type {ts.Expression | undefined} */
  let code;
  /** @type {ts.Expression | undefined} */
  let message;
  /** @type {ts.Expression | undefined} */
  let args;
  if (ts.isObjectLiteralExpression(node)) {
    [code, message, args] = ["code", "message", "args"].map((name) => valueOf(node, name));
  } else if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments !== undefined) {
    const at = node.arguments.findIndex((argument) => ts.isStringLiteralLike(argument) && isCode(argument.text));
    if (at >= 0) [code, message, args] = node.arguments.slice(at, at + 3);
  }
  if (code === undefined || message === undefined || !ts.isStringLiteralLike(code) || !isCode(code.text) || !isText(message)) return undefined;
  if (ts.isStringLiteralLike(message) && !/\s/.test(message.text)) return undefined;
  return { code: code.text, text: templateOf(message, argumentNames(args)) };
}

/** @param {string} text */
function isCode(text) {
  return /^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+$/.test(text) && !/^(?:workbench|vscode)\./.test(text);
}

/** @param {ts.Expression} expression */
function isText(expression) {
  return ts.isStringLiteralLike(expression) || ts.isTemplateExpression(expression);
}

/**
 * @param {ts.ObjectLiteralExpression} object
 * @param {string} name
 * @returns {ts.Expression | undefined}
 */
function valueOf(object, name) {
  const property = object.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name);
  return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/**
 * @param {ts.Expression | undefined} args
 * @returns {Map<string, string>} by how a value is written in the source, the name it has among the values
 */
function argumentNames(args) {
  const found = new Map();
  if (args !== undefined && ts.isObjectLiteralExpression(args)) {
    for (const property of args.properties) {
      if (ts.isShorthandPropertyAssignment(property)) found.set(property.name.text, property.name.text);
      else if (ts.isPropertyAssignment(property)) found.set(property.initializer.getText(), property.name.getText());
    }
  }
  return found;
}

/**
 * @param {ts.Expression} message
 * @param {Map<string, string>} values
 * @returns {string | undefined} nothing where a part of the sentence is not among its values
 */
function templateOf(message, values) {
  if (ts.isStringLiteralLike(message)) return message.text;
  if (!ts.isTemplateExpression(message)) return undefined;
  let raw = message.getText().slice(1, -1);
  // A value that is itself put together stands in the sentence as a whole.
  for (const [written, name] of values) {
    if (written.startsWith("`")) raw = raw.replaceAll(written.slice(1, -1), `\uE000${name}\uE000`);
  }
  let isWhole = true;
  const text = raw.replace(/\$\{((?:[^{}]|\{[^}]*\})*)\}/g, (_whole, /** @type {string} */ expression) => {
    const part = partOf(expression, values);
    isWhole &&= part !== undefined;
    return part ?? "";
  });
  return isWhole ? text.replace(/\uE000(\w+)\uE000/g, "{$1}").replace(/\\([`\\$])/g, "$1") : undefined;
}

/**
 * @param {string} expression as written in the source
 * @param {Map<string, string>} values
 * @returns {string | undefined}
 */
function partOf(expression, values) {
  const direct = values.get(expression);
  if (direct !== undefined) return `{${direct}}`;
  const call = /^(String|JSON\.stringify)\((.*)\)$/.exec(expression);
  const inner = values.get(call?.[2] ?? "");
  return call === null || inner === undefined ? undefined : call[1] === "String" ? `{${inner}}` : `"{${inner}}"`;
}

/**
 * Texts that a node shows to a person without having them translated.
 * @param {ts.Node} node
 * @returns {ts.Expression[]}
 */
function shownIn(node) {
  if (ts.isPropertyAssignment(node) && shownProperties.has(node.name.getText()) && !isSentenceOfCore(node.parent)) return plain(node.initializer);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && shownProperties.has(node.left.name.text)) {
    return plain(node.right);
  }
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && shownCalls.has(node.expression.getText().split(".").at(-1) ?? "")) {
    return (node.arguments ?? []).flatMap((argument) => plain(argument));
  }
  return [];
}

/** @param {ts.Node} node */
function isSentenceOfCore(node) {
  return ts.isObjectLiteralExpression(node) && valueOf(node, "code") !== undefined;
}

/**
 * @param {ts.Expression} expression
 * @returns {ts.Expression[]} the literals in it that read as words
 */
function plain(expression) {
  if (ts.isConditionalExpression(expression)) return [...plain(expression.whenTrue), ...plain(expression.whenFalse)];
  if (ts.isStringLiteralLike(expression)) return isWords(expression.text) ? [expression] : [];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)].some((text) => isWords(text.replace(/\$\([^)]*$|^\)|\$\($/g, ""))) ? [expression] : [];
  }
  return [];
}

/** @param {string} text */
function isWords(text) {
  // Ids have dots or inner capitals and no blanks; kinds of message and icons are single small words.
  return !names.has(text.trim()) && (/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text) || /^[A-Z][a-z]+(?:[.!?…])?$/.test(text.trim()));
}
