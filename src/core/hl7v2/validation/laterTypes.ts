import type { Dictionary } from "../dictionary/definitions";

/** A data type with components, and the first version that has it. */
export interface LaterType {
  readonly type: string;
  readonly version: string;
}

/** What versions after that of a message make of its parts: a plain text of one version is a coded element of the next (such as OBX-8, IS up to v2.6 and CWE since v2.7). */
export class LaterTypes {
  private readonly known = new Map<string, LaterType | undefined>();

  /** @param later the versions that come after, oldest first */
  constructor(private readonly later: readonly Dictionary[]) {}

  /** The composite data type that a field gets; `undefined` where it never does. */
  ofField(segment: string, field: number): LaterType | undefined {
    return this.first(`${segment}-${String(field)}`, (dictionary) => dictionary.segment(segment)?.fields.find(({ number }) => number === field)?.type);
  }

  /** The composite data type that a component gets; `undefined` where it never does. */
  ofComponent(type: string, component: number): LaterType | undefined {
    return this.first(`${type}.${String(component)}`, (dictionary) => dictionary.dataType(type)?.components.find(({ number }) => number === component)?.type);
  }

  private first(key: string, typeIn: (dictionary: Dictionary) => string | undefined): LaterType | undefined {
    if (!this.known.has(key)) {
      this.known.set(key, this.find(typeIn));
    }
    return this.known.get(key);
  }

  private find(typeIn: (dictionary: Dictionary) => string | undefined): LaterType | undefined {
    for (const dictionary of this.later) {
      const type = typeIn(dictionary);
      if (type !== undefined && (dictionary.dataType(type)?.components.length ?? 0) > 0) {
        return { type, version: dictionary.version };
      }
    }
    return undefined;
  }
}
