import { HumanError } from "../core/humanError";
import { isRecord } from "../core/record";
import type { CliContext } from "./context";
import { type InputPath, inputPaths } from "./inputPaths";
import { type InputText, readInput } from "./inputs";

/** Two texts to be compared; `undefined` on the side that has no counterpart. */
export interface TextPair {
  readonly kind: "pair";
  /** What the texts are, as people see it: the name of the actual file, and where it is a line of one, which resource. */
  readonly name: string;
  readonly expected: InputText | undefined;
  readonly actual: InputText | undefined;
}

/** A side that could not be read. */
export interface PairFailure {
  readonly kind: "failure";
  readonly error: HumanError;
}

interface PairOptions {
  readonly as?: string;
  /** Whether ids are not what resources are paired by. */
  readonly ignoreIds: boolean;
}

/**
 * What is to be compared with what: a file with a file; the files of two folders or patterns by their name below them; the lines of two NDJSON files by type and id of the resource.
 * Of NDJSON, no more is held in memory than what waits for its counterpart.
 */
export async function* textPairs(context: Pick<CliContext, "cwd" | "stdin" | "signal">, expected: string, actual: string, options: PairOptions): AsyncGenerator<TextPair | PairFailure, void, undefined> {
  if (expected === "-" && actual === "-") {
    throw new HumanError("cli.usage", "Standard input can be one of the two sides only; name a file for the other one.");
  }
  const [lefts, rights] = [await inputPaths(context, [expected]), await inputPaths(context, [actual])];
  const [left, right] = [single(lefts), single(rights)];
  if (left !== undefined && right !== undefined) {
    yield* pairsOf(context, left, right, options);
    return;
  }
  const byName = new Map(rights.map((path) => [path.kind === "failure" ? path.name : path.relative, path]));
  for (const path of lefts) {
    const name = path.kind === "failure" ? path.name : path.relative;
    const counterpart = left !== undefined && rights.length === 1 ? rights[0] : byName.get(name);
    byName.delete(name);
    yield* pairsOf(context, path, counterpart, options);
  }
  for (const path of byName.values()) {
    yield* pairsOf(context, undefined, path, options);
  }
}

function single(paths: readonly InputPath[]): InputPath | undefined {
  const [only] = paths;
  return paths.length === 1 && only !== undefined && (only.kind !== "file" || only.named) ? only : undefined;
}

async function* pairsOf(
  context: Pick<CliContext, "cwd" | "stdin" | "signal">, left: InputPath | undefined, right: InputPath | undefined, options: PairOptions,
): AsyncGenerator<TextPair | PairFailure, void, undefined> {
  const [ofLeft, ofRight] = [left, right].map((path) => (path === undefined ? undefined : readInput(context, path, { ...(options.as !== undefined && { as: options.as }) })));
  const waiting = { expected: new Map<string, InputText[]>(), actual: new Map<string, InputText[]>() };
  let readLeft = ofLeft !== undefined;
  let readRight = ofRight !== undefined;
  while (readLeft || readRight) {
    const [one, other] = await Promise.all([readLeft ? ofLeft?.next() : undefined, readRight ? ofRight?.next() : undefined]);
    readLeft = one?.done === false;
    readRight = other?.done === false;
    for (const [input, own, others, side] of [[one?.value, waiting.expected, waiting.actual, "expected"], [other?.value, waiting.actual, waiting.expected, "actual"]] as const) {
      if (input === undefined) {
        continue;
      }
      if (input.kind === "failure") {
        yield { kind: "failure", error: input.error };
        continue;
      }
      const key = keyOf(input, options.ignoreIds);
      const counterpart = others.get(key)?.shift();
      if (counterpart !== undefined) {
        if (others.get(key)?.length === 0) {
          others.delete(key);
        }
        yield side === "expected" ? pair(input, counterpart, key) : pair(counterpart, input, key);
      } else {
        const same = own.get(key);
        if (same === undefined) {
          own.set(key, [input]);
        } else {
          same.push(input);
        }
      }
    }
  }
  for (const [key, inputs] of waiting.expected) {
    yield* inputs.map((input) => pair(input, undefined, key));
  }
  for (const [key, inputs] of waiting.actual) {
    yield* inputs.map((input) => pair(undefined, input, key));
  }
}

function pair(expected: InputText | undefined, actual: InputText | undefined, key: string): TextPair {
  const name = actual?.name ?? expected?.name ?? "";
  return { kind: "pair", name: key === "" ? name : `${name}:${String(actual?.firstLine ?? expected?.firstLine ?? 1)} ${key}`, expected, actual };
}

/** By what a line of NDJSON finds its counterpart: type and id of its resource, or its type alone; "" for a whole file. */
function keyOf(input: InputText, ignoreIds: boolean): string {
  if (input.firstLine === undefined) {
    return "";
  }
  let value: unknown;
  try {
    value = JSON.parse(input.text);
  } catch {
    value = undefined;
  }
  const { resourceType, id } = isRecord(value) ? value : {};
  const type = typeof resourceType === "string" ? resourceType : "line";
  return typeof id === "string" && !ignoreIds ? `${type}/${id}` : type;
}

