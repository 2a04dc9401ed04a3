import type { Document } from "../documents/document";
import type { Sides } from "./difference";
import { type DiffNode, pointerOf } from "./diffNode";
import { treesOf } from "./diffTrees";
import { strict, type Tolerance } from "./tolerance";

/** A document in its normal form: what is the same is written the same. */
export interface NormalizedText {
  readonly text: string;
  /** The line, from 0, of the part at a JSON pointer of the document, or of the nearest part around it. */
  lineOf(pointer: string): number;
}

/**
 * Two documents in the form in which a text diff of them shows what differs by structure. JSON: one property per line, in one order. HL7 v2: one value per line with its place, such as
 * `PID-5.1  Doe`, a blank line between segments. What is ignored is left out; what is tolerated is written in one form on both sides as far as there is one.
 *
 * @throws HumanError as `diffDocuments` does
 */
export function normalizedTexts(expected: Document, actual: Document, tolerance: Tolerance = strict): Sides<NormalizedText> {
  const trees = treesOf(expected, actual, tolerance);
  const [left, right] = trees ?? [undefined, undefined];
  return { expected: written(expected, left), actual: written(actual, right) };
}

/** One document in its normal form. */
export function normalizedText(document: Document, tolerance: Tolerance = strict): string {
  return normalizedTexts(document, document, tolerance).expected.text;
}

function written(document: Document, tree: DiffNode | undefined): NormalizedText {
  const writer = new NormalWriter(document.text);
  if (tree === undefined) {
    return { text: document.text, lineOf: () => 0 };
  }
  if (document.format === "json") {
    writer.json(tree, "", "", "");
  } else {
    writer.hl7v2(tree);
  }
  return {
    text: `${writer.lines.join("\n")}\n`,
    lineOf: (pointer) => {
      for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
        const line = writer.places.get(at);
        if (line !== undefined || at === "") {
          return line ?? 0;
        }
      }
    },
  };
}

/** Properties that come first in a resource and in an element (FHIR R4 sections 2.26, 2.27, 2.28); the others follow by name. */
const first: readonly string[] = ["resourceType", "id", "meta", "implicitRules", "language", "fullUrl", "url", "text", "contained", "extension", "modifierExtension", "identifier", "status", "system", "code", "value"];

/** Width of the column with the places in HL7 v2. */
const placeWidth = 12;

class NormalWriter {
  readonly lines: string[] = [];
  readonly places = new Map<string, number>();

  constructor(private readonly text: string) {}

  json(node: DiffNode, indent: string, before: string, after: string): void {
    this.places.set(pointerOf(node), this.lines.length);
    const children = node.children();
    if (node.shape === "value") {
      this.lines.push(`${indent}${before}${node.alias ?? this.jsonValue(node)}${after}`);
      return;
    }
    const [open, close] = node.shape === "list" ? ["[", "]"] : ["{", "}"];
    if (children.length === 0) {
      this.lines.push(`${indent}${before}${open}${close}${after}`);
      return;
    }
    this.lines.push(`${indent}${before}${open}`);
    const sorted = node.shape === "parts" ? [...children].sort(byName) : inOneOrder(node);
    sorted.forEach((child, index) => {
      this.json(child, `${indent}  `, node.shape === "parts" ? `${JSON.stringify(child.key)}: ` : "", index < sorted.length - 1 ? "," : "");
    });
    this.lines.push(`${indent}${close}${after}`);
  }

  hl7v2(node: DiffNode): void {
    for (const block of inOneOrder(node)) {
      if (block.absolute) {
        this.segment(block);
      } else {
        this.places.set(pointerOf(block), this.lines.length);
        this.hl7v2(block);
      }
    }
  }

  private segment(segment: DiffNode): void {
    if (this.lines.length > 0) {
      this.lines.push("");
    }
    this.places.set(pointerOf(segment), this.lines.length);
    if (segment.children().length === 0) {
      this.lines.push(segment.group);
    }
    for (const field of segment.children()) {
      this.part(field, `${segment.group}${field.name}`, [field]);
    }
  }

  /** @param around the parts that begin where this one does */
  private part(node: DiffNode, place: string, around: readonly DiffNode[]): void {
    const children = inOneOrder(node);
    const [only] = children;
    if (only === undefined) {
      around.forEach((each) => this.places.set(pointerOf(each), this.lines.length));
      this.lines.push(`${place.padEnd(placeWidth)}  ${node.alias ?? this.text.slice(node.from, node.to)}`.trimEnd());
    } else if (children.length === 1 && only.key === "0") {
      this.part(only, place, [...around, only]);
    } else {
      children.forEach((child, index) => this.part(child, `${place}${child.name}`, index === 0 ? [...around, child] : [child]));
    }
  }

  /** Strings with the same characters are written with the same escapes; numbers as they are. */
  private jsonValue({ from, to }: DiffNode): string {
    const source = this.text.slice(from, to);
    if (!source.startsWith("\"")) {
      return source;
    }
    try {
      return JSON.stringify(JSON.parse(source));
    } catch {
      return source;
    }
  }
}

/** The items of a list; where their order says nothing, in an order that both sides share. */
function inOneOrder(node: DiffNode): readonly DiffNode[] {
  return node.unordered && node.shape === "list" ? [...node.children()].sort((a, b) => a.id - b.id) : node.children();
}

function byName(a: DiffNode, b: DiffNode): number {
  return rank(a.key) - rank(b.key) || (a.key.replace(/^_/, "") < b.key.replace(/^_/, "") ? -1 : a.key.replace(/^_/, "") > b.key.replace(/^_/, "") ? 1 : a.key.length - b.key.length);
}

function rank(key: string): number {
  const at = first.indexOf(key.replace(/^_/, ""));
  return at < 0 ? first.length : at;
}
