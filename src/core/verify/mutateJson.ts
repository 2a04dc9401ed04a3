import type { JsonValue } from "../documents/document";
import type { Mutant } from "./mutant";
import { changedTexts } from "./mutateText";

type Path = readonly (string | number)[];

/** Every part of a JSON text deleted, changed, swapped with its neighbour, doubled, or made another type. @throws SyntaxError when it is no JSON */
export function mutateJson(text: string): readonly Mutant[] {
  const root = JSON.parse(text) as JsonValue;
  return mutantsAt(root, []).map(({ path, how, value }) => ({ id: `${how} ${pointerOf(path)}`, text: `${JSON.stringify(changedAt(root, path, value), null, 2)}\n` }));
}

interface Change {
  readonly path: Path;
  readonly how: string;
  /** What the part becomes; undefined takes it out. */
  readonly value: JsonValue | undefined;
}

function mutantsAt(value: JsonValue, path: Path): readonly Change[] {
  const here = path.length === 0 ? [] : [{ path, how: "delete", value: undefined }];
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const changes: Change[] = items.flatMap((item, index) => [
      ...mutantsAt(item, [...path, index]),
      { path, how: `double ${String(index)} of`, value: [...items.slice(0, index + 1), ...items.slice(index)] },
      ...(index === 0 ? [] : [{ path, how: `swap ${String(index - 1)} and ${String(index)} of`, value: swapped(items, index - 1, index) }]),
    ]);
    return [...here, { path, how: "empty", value: [] }, ...(items.length === 1 ? [{ path, how: "unwrap", value: items[0] }] : []), ...changes];
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
    const changes: Change[] = entries.flatMap(([key, member], index) => {
      const before = entries[index - 1];
      const swap = before === undefined ? [] : [{ path, how: `swap ${before[0]} and ${key} of`, value: { ...Object.fromEntries(entries), [before[0]]: member, [key]: before[1] } }];
      return [...mutantsAt(member, [...path, key]), ...swap];
    });
    return [...here, { path, how: "empty", value: {} }, { path, how: "wrap", value: [value] }, ...changes];
  }
  return [...here, ...changedScalars(value).map((change) => ({ path, ...change })), { path, how: "wrap", value: [value] }];
}

function changedScalars(value: null | boolean | number | string): readonly Omit<Change, "path">[] {
  switch (typeof value) {
    case "string":
      return [
        ...changedTexts(value).map(({ how, text }) => ({ how, value: text })),
        ...(value.trim() !== "" && Number.isFinite(Number(value)) ? [{ how: "unquote", value: Number(value) }] : []),
        { how: "null", value: null },
      ];
    case "number":
      return [{ how: "add 1 to", value: value + 1 }, { how: "quote", value: String(value) }, { how: "null", value: null }];
    case "boolean":
      return [{ how: "negate", value: !value }, { how: "quote", value: String(value) }, { how: "null", value: null }];
    default:
      return [{ how: "fill", value: "x" }];
  }
}

function changedAt(root: JsonValue, path: Path, value: JsonValue | undefined): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  if (Array.isArray(root)) {
    return (root as readonly JsonValue[]).flatMap((item, index) => {
      const changed = index === key ? changedAt(item, rest, value) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  const members = Object.entries(root as Readonly<Record<string, JsonValue>>).map(([name, member]) => [name, name === key ? changedAt(member, rest, value) : member] as const);
  return Object.fromEntries(members.flatMap(([name, member]) => (member === undefined ? [] : [[name, member]])));
}

function swapped(items: readonly JsonValue[], a: number, b: number): readonly JsonValue[] {
  return items.map((item, index) => (index === a ? items[b] : index === b ? items[a] : item) as JsonValue);
}

function pointerOf(path: Path): string {
  return path.length === 0 ? "the whole" : path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
