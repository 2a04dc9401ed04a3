import type { LineIndex } from "../text/lineIndex";
import type { JsonValue } from "./document";
import { type JsonContainer, JsonNode, setOwn } from "./jsonNode";
import { readScalar, type ScalarProblem, stringProblem, unquoted } from "./jsonScalar";
import { type JsonToken, jsonTokens } from "./jsonTokens";
import { ProblemList } from "./problemList";
import type { TextProblem } from "./textProblem";

export interface JsonTree {
  readonly root: JsonNode | undefined;
  readonly problems: readonly TextProblem[];
}

/** Values nested deeper than this are passed over: whatever walks the value after us may do so by recursion. */
export const deepestLevel = 1000;

/** Builds the tree of a JSON text (RFC 8259), without recursion and whatever is wrong with the text. */
export function readJsonTree(text: string, lines: LineIndex): JsonTree {
  const builder = new TreeBuilder(text, lines);
  for (const token of jsonTokens(text)) {
    builder.take(token);
  }
  return builder.finish();
}

/** What may come next in a container. */
type Expecting = "first" | "item" | "colon" | "value" | "comma";

interface Frame {
  readonly kind: "object" | "array";
  readonly from: number;
  /** `undefined`: nobody can address what is in here. */
  readonly node: JsonNode | undefined;
  readonly container: JsonContainer | undefined;
  expecting: Expecting;
  comma: JsonToken | undefined;
  key: { readonly name: string; readonly from: number; readonly to: number } | undefined;
}

class TreeBuilder {
  private readonly problems = new ProblemList();
  private readonly frames: Frame[] = [];
  private root: JsonNode | undefined;
  private rootSeen = false;
  private trailing: { from: number; to: number } | undefined;
  private toldTooDeep = false;

  constructor(private readonly text: string, private readonly lines: LineIndex) {}

  take(token: JsonToken): void {
    if (token.kind === "comment") {
      this.error("json.comment", token.from, token.to, "JSON has no comments.");
      return;
    }
    if (token.kind === "end") {
      return;
    }
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      this.takeOutside(token);
    } else if (token.kind === "}" || token.kind === "]") {
      this.close(token, frame);
    } else if (frame.kind === "object") {
      this.takeInObject(token, frame);
    } else {
      this.takeInArray(token, frame);
    }
  }

  finish(): JsonTree {
    const innermost = this.frames.at(-1);
    if (innermost !== undefined) {
      this.settleProperty(innermost, this.text.length);
      const bracket = innermost.kind === "object" ? "{" : "[";
      this.error("json.unclosed", innermost.from, innermost.from + 1, `This ${bracket} is never closed.`, { bracket });
    }
    while (this.frames.length > 0) {
      this.pop(this.text.length);
    }
    if (this.trailing !== undefined) {
      this.error("json.afterEnd", this.trailing.from, this.trailing.to, "JSON text is one value, and it has ended before this.");
    }
    if (!this.rootSeen) {
      this.error("json.empty", 0, this.text.length, "There is no JSON value here.");
    }
    return { root: this.root, problems: this.problems.all };
  }

  private takeOutside(token: JsonToken): void {
    if (this.rootSeen) {
      this.trailing = { from: this.trailing?.from ?? token.from, to: token.to };
    } else if (isValue(token)) {
      this.rootSeen = true;
      this.addValue(token, undefined);
    } else {
      this.error("json.valueMissing", token.from, token.to, `A value belongs here, not ${token.kind}.`, { found: token.kind });
    }
  }

  private takeInArray(token: JsonToken, frame: Frame): void {
    if (token.kind === ",") {
      if (frame.expecting !== "comma") {
        this.error("json.valueMissing", token.from, token.to, "There is no value before this comma.", { found: "," });
      }
      frame.expecting = "item";
      frame.comma = token;
    } else if (isValue(token)) {
      this.missingComma(token, frame);
      frame.expecting = "comma";
      this.addValue(token, frame);
    } else {
      this.error("json.colonOutside", token.from, token.to, "A colon belongs between a property's name and its value; this is an array, whose values have no names.");
    }
  }

  private takeInObject(token: JsonToken, frame: Frame): void {
    switch (frame.expecting) {
      case "first":
      case "item":
      case "comma":
        this.takeName(token, frame);
        return;
      case "colon":
        if (token.kind === ":") {
          frame.expecting = "value";
          return;
        }
        if (token.kind !== ",") {
          this.error("json.colonMissing", token.from, token.to, "A colon is missing between the property's name and this.");
          frame.expecting = "value";
        }
        break;
      case "value":
        if (token.kind === ":") {
          this.error("json.colonTwice", token.from, token.to, "There is a colon too many.");
          return;
        }
        break;
    }
    if (token.kind === ",") {
      this.settleProperty(frame, token.from);
      frame.expecting = "item";
      frame.comma = token;
    } else if (isValue(token)) {
      frame.expecting = "comma";
      this.addValue(token, frame);
      frame.key = undefined;
    }
  }

  private takeName(token: JsonToken, frame: Frame): void {
    if (token.kind === ",") {
      if (frame.expecting !== "comma") {
        this.error("json.nameMissing", token.from, token.to, "There is no property before this comma.");
      }
      frame.expecting = "item";
      frame.comma = token;
      return;
    }
    if (token.kind === ":") {
      this.error("json.nameMissing", token.from, token.to, "There is no property name before this colon.");
      frame.key = undefined;
      frame.expecting = "value";
      return;
    }
    this.missingComma(token, frame);
    if (token.kind === "{" || token.kind === "[") {
      this.error("json.nameMissing", token.from, token.to, "A value in an object has a name before it: a property is written \"name\": value.");
      frame.key = undefined;
      frame.expecting = "comma";
      this.addValue(token, frame);
      return;
    }
    let name = this.text.slice(token.from, token.to);
    if (token.kind === "string") {
      name = token.value;
      this.add(stringProblem(token.fault), token);
    } else {
      name = unquoted(name);
      this.error("json.nameQuotes", token.from, token.to, `The property name ${name} stands in double quotes.`, { name });
    }
    frame.key = { name, from: token.from, to: token.to };
    frame.expecting = "colon";
  }

  private missingComma(token: JsonToken, frame: Frame): void {
    if (frame.expecting === "comma") {
      this.error("json.commaMissing", token.from, token.to, "A comma is missing before this.");
    }
  }

  private close(token: JsonToken, frame: Frame): void {
    const kind = token.kind === "}" ? "object" : "array";
    if (frame.kind !== kind) {
      if (!this.frames.some((outer) => outer.kind === kind)) {
        this.error("json.unopened", token.from, token.to, `This ${token.kind} closes nothing.`, { bracket: token.kind });
        return;
      }
      const bracket = frame.kind === "object" ? "{" : "[";
      this.error("json.unclosed", frame.from, frame.from + 1, `This ${bracket} is not closed before the ${token.kind} on line ${String(this.lineOf(token.from))}.`, { bracket });
      for (let inner = this.frames.at(-1); inner !== undefined && inner.kind !== kind; inner = this.frames.at(-1)) {
        this.settleProperty(inner, token.from);
        this.pop(token.from);
      }
    }
    const closing = this.frames.at(-1) ?? frame;
    if (closing.kind === "object") {
      this.settleProperty(closing, token.from);
    }
    if (closing.expecting === "item" && closing.comma !== undefined) {
      this.error("json.trailingComma", closing.comma.from, closing.comma.to, `There is a comma before the closing ${token.kind}: JSON has commas only between values.`);
    }
    this.pop(token.to);
  }

  /** Says so when a property has a name and nothing behind it. */
  private settleProperty(frame: Frame, at: number): void {
    if (frame.expecting === "colon" || frame.expecting === "value") {
      const { from, to, name } = frame.key ?? { from: at, to: at, name: "" };
      this.error("json.propertyValueMissing", from, to, `The property "${name}" has no value.`, { name });
      frame.key = undefined;
      frame.expecting = "comma";
    }
  }

  private addValue(token: JsonToken, frame: Frame | undefined): void {
    const container: JsonContainer | undefined = token.kind === "{" ? {} : token.kind === "[" ? [] : undefined;
    const tooDeep = container !== undefined && this.frames.length >= deepestLevel;
    const value = tooDeep ? null : (container ?? this.scalar(token));
    const node = this.attach(token, value, frame);
    if (container === undefined) {
      return;
    }
    if (tooDeep && !this.toldTooDeep) {
      this.toldTooDeep = true;
      this.error("json.tooDeep", token.from, token.to, `Values are nested more than ${String(deepestLevel)} levels deep here; what is in this one was left out.`, { levels: deepestLevel });
    }
    const open = tooDeep ? undefined : container;
    this.frames.push({
      kind: token.kind === "{" ? "object" : "array", from: token.from, node, container: node === undefined ? undefined : open,
      expecting: "first", comma: undefined, key: undefined,
    });
  }

  private attach(token: JsonToken, value: JsonValue, frame: Frame | undefined): JsonNode | undefined {
    const { from, to } = token;
    if (frame === undefined) {
      this.root = new JsonNode(value, undefined, from, from, from, to);
      return this.root;
    }
    const { container, node: parent, key } = frame;
    if (container === undefined || parent?.children === undefined) {
      return undefined;
    }
    let node: JsonNode;
    if (Array.isArray(container)) {
      node = new JsonNode(value, container.length, from, from, from, to);
      container.push(value);
    } else if (key === undefined) {
      return undefined;
    } else {
      node = new JsonNode(value, key.name, key.from, key.to, from, to);
      this.noteRepeated(container, parent.children, node);
      setOwn(container, key.name, value);
    }
    parent.children.push(node);
    return node;
  }

  private noteRepeated(container: Readonly<Record<string, JsonValue>>, siblings: readonly JsonNode[], node: JsonNode): void {
    if (!Object.hasOwn(container, String(node.key)) || this.problems.full) {
      return;
    }
    const earlier = siblings.findLast((sibling) => sibling.key === node.key);
    if (earlier === undefined) {
      return;
    }
    const name = String(node.key);
    const line = this.lineOf(node.keyFrom);
    const earlierLine = this.lineOf(earlier.keyFrom);
    this.error("json.repeatedLater", earlier.keyFrom, earlier.keyTo, `The property "${name}" is given again on line ${String(line)}; the last one counts, this one is lost.`, { name, line });
    this.error("json.repeated", node.keyFrom, node.keyTo, `The property "${name}" is given on line ${String(earlierLine)} already; the last one counts.`, { name, line: earlierLine });
  }

  private scalar(token: JsonToken): JsonValue {
    const { value, problem } = readScalar(token);
    this.add(problem, token);
    return value;
  }

  private add(problem: ScalarProblem | undefined, { from, to }: JsonToken): void {
    if (problem !== undefined) {
      this.error(problem.code, from, to, problem.message, problem.args);
    }
  }

  private pop(to: number): void {
    const frame = this.frames.pop();
    if (frame?.node !== undefined) {
      frame.node.to = to;
    }
  }

  private lineOf(offset: number): number {
    return this.lines.positionAt(offset).line + 1;
  }

  private error(code: string, from: number, to: number, message: string, args: Readonly<Record<string, string | number>> = {}): void {
    this.problems.add({ code, severity: "error", message, args, from, to });
  }
}

function isValue(token: JsonToken): boolean {
  return token.kind === "{" || token.kind === "[" || token.kind === "string" || token.kind === "scalar" || token.kind === "word";
}
