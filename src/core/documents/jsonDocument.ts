import type { LineIndex } from "../text/lineIndex";
import type { Position, Range } from "../text/range";
import type { Document, DocumentProblem, JsonValue } from "./document";
import { formatPointer, indexOfToken, parsePointer } from "./jsonPointer";
import type { JsonNode } from "./jsonNode";
import type { JsonTree } from "./jsonTree";

/** A JSON text that was read; made by `jsonReader`. */
export class JsonDocument implements Document {
  readonly format = "json";
  readonly value: JsonValue | undefined;
  readonly problems: readonly DocumentProblem[];
  /** The outermost value with everything in it, by offsets; `undefined` when there is none. */
  readonly root: JsonNode | undefined;
  /** Members by name, of the objects in which somebody looked for one. */
  private readonly members = new Map<JsonNode, ReadonlyMap<string | number | undefined, JsonNode>>();

  constructor(readonly text: string, tree: JsonTree, private readonly lines: LineIndex) {
    this.root = tree.root;
    this.value = tree.root?.value;
    this.problems = tree.problems.map(({ code, severity, message, args, from, to }) => ({ code, severity, message, args, range: lines.rangeOf(from, to) }));
  }

  rangeOf(pointer: string): Range | undefined {
    if (pointer === "") {
      return this.lines.rangeOf(this.root?.from ?? 0, this.root?.to ?? this.text.length);
    }
    const node = this.find(parsePointer(pointer));
    return node === undefined ? undefined : this.lines.rangeOf(node.from, node.to);
  }

  nearestRangeOf(pointer: string): Range {
    const tokens = parsePointer(pointer) ?? [];
    let node = this.root;
    for (const token of tokens) {
      const child = node === undefined ? undefined : this.child(node, token);
      if (child === undefined) {
        break;
      }
      node = child;
    }
    return this.lines.rangeOf(node?.from ?? 0, node?.to ?? this.text.length);
  }

  keyRangeOf(pointer: string): Range | undefined {
    const node = this.find(parsePointer(pointer));
    return node === undefined || typeof node.key !== "string" ? undefined : this.lines.rangeOf(node.keyFrom, node.keyTo);
  }

  pointerAt(position: Position): string | undefined {
    const offset = this.lines.offsetAt(position);
    let node = this.root;
    if (node === undefined || offset < node.from || offset > node.to) {
      return undefined;
    }
    const tokens: (string | number)[] = [];
    for (;;) {
      const child: JsonNode | undefined = node.children === undefined ? undefined : childAt(node.children, offset);
      if (child?.key === undefined) {
        return formatPointer(tokens);
      }
      tokens.push(child.key);
      node = child;
    }
  }

  nameOf(pointer: string): string {
    let name = "";
    let node = this.root;
    for (const token of parsePointer(pointer) ?? []) {
      const isIndex = (node === undefined ? indexOfToken(token) !== undefined : Array.isArray(node.value)) && indexOfToken(token) !== undefined;
      if (isIndex) {
        name += `[${token}]`;
      } else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(token)) {
        name += name === "" ? token : `.${token}`;
      } else {
        name += `[${JSON.stringify(token)}]`;
      }
      node = node === undefined ? undefined : this.child(node, token);
    }
    return name;
  }

  toText(): string {
    const pieces: string[] = [];
    let written = 0;
    const waiting = this.root === undefined ? [] : [this.root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.keyTo > node.keyFrom) {
        pieces.push(this.text.slice(written, node.keyFrom), this.text.slice(node.keyFrom, node.keyTo));
        written = node.keyTo;
      }
      if (node.children === undefined) {
        pieces.push(this.text.slice(written, node.from), this.text.slice(node.from, node.to));
        written = node.to;
      } else {
        for (let index = node.children.length - 1; index >= 0; index--) {
          const child = node.children[index];
          if (child !== undefined) {
            waiting.push(child);
          }
        }
      }
    }
    pieces.push(this.text.slice(written));
    return pieces.join("");
  }

  private find(tokens: readonly string[] | undefined): JsonNode | undefined {
    return tokens?.reduce<JsonNode | undefined>((node, token) => (node === undefined ? undefined : this.child(node, token)), this.root);
  }

  private child(node: JsonNode, token: string): JsonNode | undefined {
    if (node.children === undefined) {
      return undefined;
    }
    if (Array.isArray(node.value)) {
      const index = indexOfToken(token);
      return index === undefined ? undefined : node.children[index];
    }
    let members = this.members.get(node);
    if (members === undefined) {
      members = new Map(node.children.map((child) => [child.key, child]));
      this.members.set(node, members);
    }
    return members.get(token);
  }
}

/** Tells the formats of a document apart for the compiler. */
export function isJsonDocument(document: Document): document is JsonDocument {
  return document instanceof JsonDocument;
}

/** The child at whose name or value an offset is, the end included. */
function childAt(children: readonly JsonNode[], offset: number): JsonNode | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children[middle]?.keyFrom ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const child = children[low];
  return child !== undefined && offset >= child.keyFrom && offset <= child.to ? child : undefined;
}
