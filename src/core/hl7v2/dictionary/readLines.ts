/**
 * How the tables of segments and data types are written. A line without indentation begins a definition, `PID patient identification`; each indented line
 * below is its next field or component:
 *
 *     marital status | 2.3 IS * t2 l1 | 2.3.1 CE t2 | 2.6 CWE t2
 *
 * The name comes first, then what is true from a version on, until the next: data type, usage (nothing is `O`), `*` for any number of repetitions or `x2` for at most
 * two (nothing is one), `t` and the number of the table, `l` and the normative length, which is only given for types without components and counts up to v2.6.
 * Before its first version a field does not exist. A last line `...` says that further ones like the one before may follow.
 */
import type { StandardUsage } from "./definitions";
import { versionOrder } from "./versions";
import type { DictionaryVersion } from "./versions";

/** A definition as written, not read any further. */
export interface WrittenDefinition {
  readonly name: string;
  /** One per field or component. */
  readonly lines: readonly string[];
  readonly openEnded: boolean;
}

/** A field or component in one version. */
export interface ReadLine {
  readonly name: string;
  readonly type: string;
  readonly usage: StandardUsage;
  readonly max: number;
  readonly table: string | undefined;
  readonly length: number | undefined;
}

/** Definitions in texts, found when they are asked for: most are never looked at. */
export class WrittenDefinitions {
  constructor(private readonly texts: readonly string[]) {}

  /** @param id such as `PID` */
  get(id: string): WrittenDefinition | undefined {
    if (!/^\w+$/.test(id)) {
      return undefined;
    }
    for (const text of this.texts) {
      const start = text.indexOf(`\n${id} `) + 1;
      if (start > 0) {
        return definitionAt(text, start + id.length + 1);
      }
    }
    return undefined;
  }

  ids(): readonly string[] {
    return this.texts.flatMap((text) => text.match(/^\w+/gm) ?? []);
  }
}

/** @param at where its name begins */
function definitionAt(text: string, at: number): WrittenDefinition {
  const end = /\n(?! {2})|$/g;
  end.lastIndex = at;
  const [name = "", ...lines] = text.slice(at, end.exec(text)?.index).split("\n");
  const openEnded = lines.at(-1) === "  ...";
  return { name, lines: openEnded ? lines.slice(0, -1) : lines, openEnded };
}

/** What a line says of a version; undefined where the version does not have the field. */
export function readLine(line: string, version: DictionaryVersion): ReadLine | undefined {
  const [name, ...changes] = line.trim().split(" | ");
  const change = changes.findLast((each) => isIn(each, version));
  if (name === undefined || change === undefined) {
    return undefined;
  }
  const [, type = "", ...rest] = change.split(" ");
  const length = numberAfter("l", rest);
  return {
    name,
    type,
    usage: rest.find(isUsage) ?? "O",
    max: rest.includes("*") ? Infinity : (numberAfter("x", rest) ?? 1),
    table: rest.find((word) => /^t\d/.test(word))?.slice(1),
    length: versionOrder(version) <= versionOrder("2.6") ? length : undefined,
  };
}

function isIn(change: string, version: DictionaryVersion): boolean {
  const from = versionOrder(change.slice(0, change.indexOf(" ")) as DictionaryVersion);
  return from <= versionOrder(version);
}

function isUsage(word: string): word is StandardUsage {
  return word === "R" || word === "RE" || word === "C" || word === "B" || word === "W";
}

function numberAfter(letter: string, words: readonly string[]): number | undefined {
  const word = words.find((each) => each.startsWith(letter) && /^\d+$/.test(each.slice(1)));
  return word === undefined ? undefined : Number(word.slice(1));
}
