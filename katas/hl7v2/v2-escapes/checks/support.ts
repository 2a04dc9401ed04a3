import assert from "node:assert/strict";
import { solution } from "health-it-katas/testing";
import type { Delimiters, Part } from "../solutions/reference/escapes";

export type { Delimiters };

/** What the header `MSH|^~\&|` declares. */
export const standard: Delimiters = { field: "|", component: "^", repetition: "~", escape: "\\", subcomponent: "&" };

/** Each of the first 256 characters by itself. */
export const everyCharacter: readonly string[] = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** A command among the expected parts; a plain string there is text. */
export interface Command {
  readonly command: string;
}

export type Expected = readonly (string | Command)[];

export function command(value: string): Command {
  return { command: value };
}

/** The learner's two functions, seen through what they promise. */
export function learner(): { decode(raw: string, delimiters: Delimiters): Part[]; encode(parts: readonly Part[], delimiters: Delimiters): string } {
  return solution("escapes.ts");
}

export function parts(expected: Expected): Part[] {
  return expected.map((part) => (typeof part === "string" ? { kind: "text", value: part } : { kind: "command", value: part.command }));
}

/** Parts as they are meant: neighbouring text in one piece, no empty text. */
export function meaning(given: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const { kind, value } of given) {
    const last = joined.at(-1);
    if (kind === "text" && last?.kind === "text") {
      joined[joined.length - 1] = { kind, value: last.value + value };
    } else if (kind === "command" || value !== "") {
      joined.push({ kind, value });
    }
  }
  return joined;
}

/** Decodes with the learner's code; fails when what comes back is no list of parts. */
export function decoded(raw: string, delimiters: Delimiters): Part[] {
  const result: unknown = learner().decode(raw, delimiters);
  assert.ok(
    Array.isArray(result) && result.every(isPart),
    `decode(${quoted(raw)}) gives ${named(result)}; a list of parts belongs there, each as { kind: "text" or "command", value: a text }.`,
  );
  return meaning(result);
}

/** Encodes with the learner's code; fails when what comes back is no text. */
export function encoded(given: readonly Part[], delimiters: Delimiters): string {
  const result: unknown = learner().encode(given, delimiters);
  assert.ok(typeof result === "string", `encode(${shown(given)}) gives ${named(result)}; the value as it stands in the message belongs there, as a text.`);
  return result;
}

/** What a function gave, in words, when it is nothing that it promised. */
function named(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return `a text, ${quoted(value)}`;
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "a list that does not hold parts alone" : value instanceof Promise ? "a promise (is it async?)" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** Fails with the sentence alone: Node appends a listing of both values to it, which are shown beside it anyway. */
export function assertSame(actual: unknown, expected: unknown, sentence: string): void {
  try {
    assert.deepEqual(actual, expected, sentence);
  } catch (error) {
    if (error instanceof assert.AssertionError) {
      error.message = sentence;
    }
    throw error;
  }
}

/** For values too long to be shown: says where they begin to differ. */
export function assertSameLong(actual: string, expected: string, what: string): void {
  if (actual !== expected) {
    let at = 0;
    while (at < actual.length && actual[at] === expected[at]) {
      at++;
    }
    const near = (text: string): string => quoted(text.slice(at, at + 20));
    assert.fail(`${what} goes wrong at character ${at + 1}: there is ${near(actual)}, but ${near(expected)} belongs there.`);
  }
}

export function assertDecodes(raw: string, expected: Expected, delimiters: Delimiters = standard): void {
  const actual = decoded(raw, delimiters);
  const wanted = meaning(parts(expected));
  assertSame(actual, wanted, `decode(${quoted(raw)})${declared(delimiters)} gives ${shown(actual)}, but ${shown(wanted)} belongs there.`);
}

export function assertEncodes(given: Expected, wanted: string, delimiters: Delimiters = standard): void {
  const actual = encoded(parts(given), delimiters);
  assertSame(actual, wanted, `encode(${shown(parts(given))})${declared(delimiters)} gives ${quoted(actual)}, but ${quoted(wanted)} belongs there.`);
}

/** How parts are written in sentences: text in quotes, commands by name. */
export function shown(given: readonly Part[]): string {
  return given.length === 0 ? "nothing" : given.map(({ kind, value }) => (kind === "text" ? quoted(value) : `the command ${value}`)).join(" + ");
}

/** A text as it is, with its line ends made visible. */
export function quoted(text: string): string {
  const visible = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => (character === "\r" ? "␍" : character === "\n" ? "␊" : `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`));
  return visible.length > 120 ? `“${visible.slice(0, 100)}…” (${text.length} characters)` : `“${visible}”`;
}

function declared({ field, component, repetition, escape, subcomponent }: Delimiters): string {
  const header = `MSH${field}${component}${repetition}${escape}${subcomponent}${field}`;
  return header === "MSH|^~\\&|" ? "" : ` in a message that begins ${header}`;
}

function isPart(value: unknown): value is Part {
  return (
    typeof value === "object" && value !== null && "kind" in value && (value.kind === "text" || value.kind === "command") && "value" in value && typeof value.value === "string"
  );
}

/** Delimiters that differ from the recommended ones in every role. */
export function otherDelimiters(shuffle: <T>(items: readonly T[]) => T[]): Delimiters {
  const [field = "!", component = "#", repetition = "$", escape = "%", subcomponent = "@"] = shuffle(["!", "#", "$", "%", "@", "*", "/", ":", ";", "?", "_", "="]);
  return { field, component, repetition, escape, subcomponent };
}

/** What a receiver reads: a second, independent reading of the rules in the brief, against which `encode` is held. */
export function received(raw: string, delimiters: Delimiters): Part[] {
  const found: Part[] = [];
  const escape = delimiters.escape.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  for (const [whole, code] of raw.matchAll(new RegExp(`${escape}([^${escape}]*)${escape}|[^]`, "gu"))) {
    const data = code === undefined ? undefined : dataOf(code, delimiters);
    if (code !== undefined && /^(?:[HN]|\.(?:sp|br|fi|nf|in|ti|sk|ce)(?:[+-]?\d+)?|C[\dA-Fa-f]{4}|M[\dA-Fa-f]{4}(?:[\dA-Fa-f]{2})?|Z[^]*)$/.test(code)) {
      found.push({ kind: "command", value: code });
    } else {
      found.push({ kind: "text", value: data ?? whole });
    }
  }
  return meaning(found);
}

function dataOf(code: string, delimiters: Delimiters): string | undefined {
  switch (code) {
    case "F":
      return delimiters.field;
    case "S":
      return delimiters.component;
    case "T":
      return delimiters.subcomponent;
    case "R":
      return delimiters.repetition;
    case "E":
      return delimiters.escape;
    default:
      return /^X(?:[\dA-Fa-f]{2})+$/.test(code) ? Buffer.from(code.slice(1), "hex").toString("latin1") : undefined;
  }
}
