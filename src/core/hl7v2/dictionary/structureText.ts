/**
 * How the abstract structure of a message is written: as in the standard, `[ ]` for what may be missing and `{ }` for what may repeat; `NAME( )` is a group, `<A|B>` one
 * of several segments. `@2.5` behind a part says that it is there from v2.5 on, `@-2.4` up to v2.4, `@2.6-2.7` between.
 *
 * Where the chapters of the standard disagree with each other or with the next version, the wider reading is written: SFT and UAC in every structure of an event that
 * admits them in a neighbouring version, any number of IN3, groups that may be missing. What is right by one of them is not to be called wrong.
 */
import type { GroupPlace, StructurePart } from "./definitions";
import { versionOrder } from "./versions";
import type { DictionaryVersion } from "./versions";

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

/** The parts that a version has, in order. */
export function readStructure(text: string, version: DictionaryVersion): readonly StructurePart[] {
  return readParts({ tokens: text.match(/[[\]{}()<>|]|@[\d.-]+|\w+/g) ?? [], at: 0 }, versionOrder(version));
}

function readParts(cursor: Cursor, version: number): StructurePart[] {
  const parts: StructurePart[] = [];
  while (cursor.at < cursor.tokens.length && !isClosing(cursor.tokens[cursor.at])) {
    const part = readPart(cursor, version);
    if (isThere(cursor, version)) {
      parts.push(part);
    }
  }
  return parts;
}

function isClosing(token: string | undefined): boolean {
  return token === ")" || token === "]" || token === "}";
}

function readPart(cursor: Cursor, version: number): StructurePart {
  const token = take(cursor);
  switch (token) {
    case "[":
      return inBrackets(cursor, version, { min: 0 });
    case "{":
      return inBrackets(cursor, version, { max: Infinity });
    case "<":
      return readChoice(cursor);
    default:
      if (cursor.tokens[cursor.at] === "(") {
        take(cursor);
        const parts = readParts(cursor, version);
        take(cursor);
        return { kind: "group", name: token, min: 1, max: 1, parts };
      }
      return { kind: "segment", segment: token, min: 1, max: 1 };
  }
}

function inBrackets(cursor: Cursor, version: number, how: { readonly min?: number; readonly max?: number }): StructurePart {
  const inner = readPart(cursor, version);
  take(cursor);
  return { ...inner, ...how };
}

function readChoice(cursor: Cursor): GroupPlace {
  const parts: StructurePart[] = [];
  for (let token = take(cursor); token !== ">" && token !== ""; token = take(cursor)) {
    if (token !== "|") {
      parts.push({ kind: "segment", segment: token, min: 1, max: 1 });
    }
  }
  return { kind: "group", name: "CHOICE", min: 1, max: 1, choice: true, parts };
}

function take(cursor: Cursor): string {
  return cursor.tokens[cursor.at++] ?? "";
}

/** Reads the versions behind a part, if there are any. */
function isThere(cursor: Cursor, version: number): boolean {
  const token = cursor.tokens[cursor.at];
  if (token?.startsWith("@") !== true) {
    return true;
  }
  cursor.at++;
  const [from = "", to] = token.slice(1).split("-");
  return (from === "" || versionOrder(from as DictionaryVersion) <= version) && (to === undefined || version <= versionOrder(to as DictionaryVersion));
}
