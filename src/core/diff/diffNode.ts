import { formatPointer } from "../documents/jsonPointer";
import type { Moment } from "./comparable";

/** Gives equal texts equal numbers. Both sides of a comparison share one, so that two parts are the same exactly when their numbers are. */
export class Interner {
  private readonly ids = new Map<string, number>();

  idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(text, id);
    }
    return id;
  }
}

/** `value`: nothing in it. `parts`: each part has its own place or name. `list`: items that are told apart by what they are. */
export type NodeShape = "value" | "parts" | "list";

/** A part of a document as it is compared. */
export interface DiffNode {
  readonly shape: NodeShape;
  readonly parent: DiffNode | undefined;
  /** Reference tokens of its JSON pointer after those of `parent`. */
  readonly step: readonly (string | number)[];
  /** Whether `step` starts from the root: segments of all messages are in one list. */
  readonly absolute: boolean;
  /** Whether it is no part of the document's value: a file, a message, a run of segments. */
  readonly placeless: boolean;
  /** Whether it is the same as its only part, if it has but one: a field with one component. */
  readonly collapses: boolean;
  /** What it adds to the name of `parent`: `.family`, `[0]`, `-5`, `PID`. */
  readonly name: string;
  /** Its place among the parts of `parent`. */
  readonly key: string;
  /** Where it stands in the text, by UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** Equal for parts that are the same under the tolerance, dates of different precision excepted. */
  readonly id: number;
  /** HL7 v2: nothing is written in it. */
  readonly empty: boolean;
  /** Items of different groups are never each other's counterpart: the name of a segment, the type of a resource. */
  readonly group: string;
  /** Whether the order of the items says nothing. */
  readonly unordered: boolean;
  /** A value that is a date or a moment, where precision is tolerated. */
  readonly moment: Moment | undefined;
  /** What stands for it in a normalised text, where that is not what is written; both sides have the same for what is the same. */
  readonly alias: string | undefined;
  /** By what it is known among its like, the surest first. */
  identities(): readonly string[];
  children(): readonly DiffNode[];
  /** What it is known by, and what is in it, as they are written, whatever is tolerated: tells whether it is another thing altogether. */
  traits(): Traits;
}

/** See `DiffNode.traits`. */
export interface Traits {
  readonly identities: readonly string[];
  /** Each value with its place. */
  readonly facts: ReadonlySet<string>;
}

export const noTraits: Traits = { identities: [], facts: new Set() };

/** The JSON pointer of a part. */
export function pointerOf(node: DiffNode): string {
  const steps: (readonly (string | number)[])[] = [];
  for (let at: DiffNode | undefined = node; at !== undefined; at = at.parent) {
    steps.push(at.step);
    if (at.absolute) {
      break;
    }
  }
  return formatPointer(steps.reverse().flat());
}

/** How people of the field name a part: `PID-5[1].1`, `name[0].family`; "" is the whole document. */
export function pathOf(node: DiffNode): string {
  const names: string[] = [];
  for (let at: DiffNode | undefined = node; at !== undefined; at = at.parent) {
    names.push(at.name);
  }
  return names.reverse().join("").replace(/^\./, "").trim();
}
