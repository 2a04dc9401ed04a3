import type { JsonNode } from "../../documents/jsonNode";
import type { FhirModel } from "../model/definitions";
import { memberOf, textOf } from "./fhirText";
import type { FhirText } from "./fhirText";
import { Labels } from "./labels";
import { typeOfValue } from "./place";
import type { References } from "./references";

export type SymbolShape = "resource" | "group" | "list" | "text" | "number" | "boolean" | "nothing";

/** One line of an outline, with UTF-16 offsets. */
export interface OutlineSymbol {
  /** What it is: `Observation · Heart rate · 72 /min`, `name[0] · Ada Okafor`, `birthDate`. */
  readonly name: string;
  /** The value of what has no parts; "" otherwise. */
  readonly detail: string;
  readonly shape: SymbolShape;
  readonly from: number;
  readonly to: number;
  /** What is selected when one goes there; within `from` and `to`. */
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly children: readonly OutlineSymbol[];
}

/** What a symbol is called that has nothing to be called by: the editor takes none without a name. */
const nothing = "…";

/** What a text has in it: a resource with its elements, or the entries of a bundle side by side. */
export function outlineOf(model: FhirModel, text: FhirText, references: References): readonly OutlineSymbol[] {
  const { root } = text;
  if (root === undefined) {
    return [];
  }
  const writer = new OutlineWriter(model, new Labels(text.text, (node) => references.targetAt(node)));
  return textOf(root, "resourceType") === "Bundle" ? writer.members(root, "Bundle") : writer.symbols(root, "Resource", "");
}

/** Goes by types alone: a large text has thousands of parts, and of most nothing else is asked. */
class OutlineWriter {
  constructor(
    private readonly model: FhirModel,
    private readonly labels: Labels,
  ) {}

  /** The symbols of what is in an object; the values of a list stand beside its other members. */
  members(node: JsonNode, type: string | undefined, leftOut?: JsonNode): readonly OutlineSymbol[] {
    const found: OutlineSymbol[] = [];
    for (const child of node.children ?? []) {
      if (child.key !== "resourceType" && child !== leftOut) {
        found.push(...this.symbols(child, this.typeOf(type, String(child.key)), String(child.key)));
      }
    }
    return found;
  }

  symbols(node: JsonNode, type: string | undefined, name: string): readonly OutlineSymbol[] {
    const { children } = node;
    if (children !== undefined && Array.isArray(node.value) && children.some((child) => child.children !== undefined)) {
      return children.flatMap((child) => this.symbols(child, type, `${name}[${String(child.key)}]`));
    }
    return [this.symbol(node, type, name)];
  }

  private symbol(node: JsonNode, type: string | undefined, name: string): OutlineSymbol {
    if (node.children === undefined || Array.isArray(node.value)) {
      return symbolOf(node, name, this.labels.value(type, node), shapeOf(node), noSymbols);
    }
    const resource = type === "Resource" ? node : type === "Bundle.entry" ? memberOf(node, "resource") : undefined;
    const resourceType = textOf(resource, "resourceType");
    if (resource !== undefined && resourceType !== undefined) {
      const own = this.members(resource, this.model.type(resourceType)?.kind === "resource" ? resourceType : undefined);
      const children = resource === node ? own : inOrder([...this.members(node, type, resource), ...own]);
      return symbolOf(node, this.labels.resource(resourceType, resource), "", "resource", children);
    }
    const label = this.labels.value(type, node);
    return symbolOf(node, name === "" || label === "" ? name || label : `${name} · ${label}`, "", "group", this.members(node, type));
  }

  private typeOf(owner: string | undefined, name: string): string | undefined {
    const known = owner === undefined ? undefined : this.model.property(owner, name);
    return known === undefined ? undefined : typeOfValue(this.model, known.element, known.type);
  }
}

const noSymbols: readonly OutlineSymbol[] = [];

function symbolOf({ from, to, keyFrom, keyTo }: JsonNode, name: string, detail: string, shape: SymbolShape, children: readonly OutlineSymbol[]): OutlineSymbol {
  const hasKey = keyTo > keyFrom;
  return {
    name: name || nothing, detail, shape, from: hasKey ? keyFrom : from, to,
    nameFrom: hasKey ? keyFrom : from, nameTo: hasKey ? keyTo : Math.min(to, from + 1), children,
  };
}

function inOrder(symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  return [...symbols].sort((a, b) => a.from - b.from);
}

function shapeOf({ value }: JsonNode): SymbolShape {
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return Array.isArray(value) ? "list" : "nothing";
  }
}
