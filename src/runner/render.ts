import { inspect } from "node:util";

/**
 * A value as a text that is the same at every run: a string as it is, what JSON can hold as JSON with its keys sorted, everything
 * else as Node shows it.
 */
export function render(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  return isPlain(value, new Set()) ? JSON.stringify(sorted(value), undefined, 2) : show(value);
}

/** Both sides of a comparison. Where they would look the same although they differ, such as `5` and `"5"`, both are shown as code. */
export function renderPair(expected: unknown, actual: unknown): { readonly expected: string; readonly actual: string } {
  const pair = { expected: render(expected), actual: render(actual) };
  return pair.expected === pair.actual ? { expected: show(expected), actual: show(actual) } : pair;
}

/** A value on one line, as it would be written in code; for sentences. */
export function inline(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  return inspect(value, { depth: 10, sorted: true, breakLength: Infinity, compact: true, maxArrayLength: 1000, maxStringLength: 10_000 });
}

function show(value: unknown): string {
  return inspect(value, { depth: 20, sorted: true, breakLength: 100, maxArrayLength: 10_000, maxStringLength: 1_000_000 });
}

function isPlain(value: unknown, above: Set<unknown>): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") {
    return true;
  }
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0);
  }
  if (typeof value !== "object" || above.has(value) || above.size > 100) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const items = Array.isArray(value) ? value : prototype === Object.prototype || prototype === null ? Object.values(value) : undefined;
  if (items === undefined || "toJSON" in value || Object.getOwnPropertySymbols(value).length > 0) {
    return false;
  }
  above.add(value);
  // A hole in an array is no value of JSON's.
  const plain = Array.from(items).every((item) => isPlain(item, above));
  above.delete(value);
  return plain;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
