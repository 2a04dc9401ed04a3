// `health-it-katas/testing` for plain test programs: what a kata's tests need of it to run outside of our runner, from the same parts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import fastCheck from "fast-check";
import { seededRandom, type SeededRandom } from "../../src/core/checks/seed";
import { formatOfFileName, readDocument } from "../../src/core/documents/readers";

const load = createRequire(join(process.cwd(), "package.json"));
const files = JSON.parse(process.env["HIK_BENCH_FILES"] ?? "[]") as readonly string[];

export const seed = 1;
export const fc = fastCheck;

export function solution(file = files.find((name) => /\.[cm]?[jt]s$/.test(name)) ?? ""): unknown {
  return load(`./${file}`);
}

export function document(file = files.find((name) => formatOfFileName(name) !== undefined) ?? ""): unknown {
  const read = readDocument(formatOfFileName(file) ?? "json", readFileSync(join(process.cwd(), file), "utf8"));
  return { file, format: read.format, text: read.text, value: read.value, rangeOf: (pointer: string) => read.rangeOf(pointer), nameOf: (pointer: string) => read.nameOf(pointer) };
}

export function finding(_document: unknown, _pointer: string, { message }: { readonly message: string }): Error {
  return new Error(message);
}

export function explain<T>(_explanation: unknown, check: () => T): T {
  return check();
}

export function random(label?: string): SeededRandom {
  return seededRandom(seed, label);
}
