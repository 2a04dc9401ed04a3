import { JsonDocument } from "../../documents/jsonDocument";
import type { JsonNode } from "../../documents/jsonNode";
import { readJsonTree } from "../../documents/jsonTree";
import { LineIndex } from "../../text/lineIndex";

/** A text that was read once, for everything that asks about the same version of it. */
export class FhirText {
  readonly lines: LineIndex;
  readonly root: JsonNode | undefined;
  /** The same as the checks see it. */
  readonly document: JsonDocument;

  constructor(readonly text: string) {
    this.lines = new LineIndex(text);
    const tree = readJsonTree(text, this.lines);
    this.root = tree.root;
    this.document = new JsonDocument(text, tree, this.lines);
  }

  /** The values around an offset, outermost first: the last is the innermost one at whose name or value the offset is. Empty outside of the outermost value. */
  chainAt(offset: number): readonly JsonNode[] {
    const chain: JsonNode[] = [];
    for (let node = this.root; node !== undefined && offset >= node.keyFrom && offset <= node.to; node = childAt(node, offset)) {
      chain.push(node);
    }
    return chain;
  }

  /** The values from the outermost down to the one at a path of property names and list positions, as far as they are there. */
  chainTo(path: readonly (string | number)[]): readonly JsonNode[] {
    const chain: JsonNode[] = [];
    let node = this.root;
    for (const key of path) {
      if (node === undefined) {
        return chain;
      }
      chain.push(node);
      node = memberOf(node, key);
    }
    return node === undefined ? chain : [...chain, node];
  }
}

/** The member with a name or position, of several with one name the last, as every reader of JSON takes it. */
export function memberOf(node: JsonNode | undefined, key: string | number): JsonNode | undefined {
  const children = node?.children;
  return typeof key === "number" ? children?.[key] : children?.findLast((child) => child.key === key);
}

/** The text that a member has; `undefined` when it is none. */
export function textOf(node: JsonNode | undefined, key: string): string | undefined {
  const value = memberOf(node, key)?.value;
  return typeof value === "string" ? value : undefined;
}

/** The values of a list; a value that stands by itself where a list belongs is taken for its only one. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node === undefined ? [] : Array.isArray(node.value) ? (node.children ?? []) : [node];
}

function childAt({ children }: JsonNode, offset: number): JsonNode | undefined {
  let low = 0;
  let high = (children?.length ?? 0) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children?.[middle]?.keyFrom ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return children?.[low];
}
