import type { JsonNode } from "../../documents/jsonNode";
import type { FhirModel } from "../model/definitions";
import type { FhirText } from "./fhirText";
import { Labels } from "./labels";
import { rootPlace, stepInto } from "./place";
import type { Place } from "./place";

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
export function outlineOf(model: FhirModel, text: FhirText): readonly OutlineSymbol[] {
  if (text.root === undefined) {
    return [];
  }
  const writer = new OutlineWriter(model, new Labels(text.text));
  const root = rootPlace(model, text.root);
  return root.type === "Bundle" ? writer.members(root) : writer.symbols(root, "");
}

class OutlineWriter {
  constructor(
    private readonly model: FhirModel,
    private readonly labels: Labels,
  ) {}

  /** The symbols of what is in an object; the values of a list stand beside its other members. */
  members(place: Place): readonly OutlineSymbol[] {
    return (place.node?.children ?? []).filter(({ key }) => key !== "resourceType").flatMap((child) => this.symbols(stepInto(this.model, place, child), String(child.key)));
  }

  symbols(place: Place, name: string): readonly OutlineSymbol[] {
    const { node } = place;
    if (node === undefined) {
      return [];
    }
    const children = node.children ?? [];
    if (Array.isArray(node.value) && children.some((child) => child.children !== undefined)) {
      return children.flatMap((child) => this.symbols(stepInto(this.model, place, child), `${name}[${String(child.key)}]`));
    }
    return [this.symbol(place, node, name)];
  }

  private symbol(place: Place, node: JsonNode, name: string): OutlineSymbol {
    const from = Math.min(node.keyFrom, node.from);
    const hasKey = node.keyTo > node.keyFrom;
    const at = { from, to: node.to, nameFrom: hasKey ? node.keyFrom : node.from, nameTo: hasKey ? node.keyTo : Math.min(node.to, node.from + 1) };
    const isResource = place.resource !== undefined && place.resource.node === node;
    if (isResource) {
      return { ...at, name: this.labels.resource(place.resource.type, node) || nothing, detail: "", shape: "resource", children: this.members(place) };
    }
    const entry = place.element?.path === "Bundle.entry" ? node.children?.find(({ key }) => key === "resource") : undefined;
    if (entry !== undefined) {
      const inner = stepInto(this.model, place, entry);
      if (inner.resource?.node === entry) {
        const rest = this.members(place).filter(({ from: start }) => start !== entry.keyFrom);
        return { ...at, name: this.labels.resource(inner.resource.type, entry) || nothing, detail: "", shape: "resource", children: inOrder([...rest, ...this.members(inner)]) };
      }
    }
    if (node.children === undefined || Array.isArray(node.value)) {
      return { ...at, name: name || nothing, detail: this.labels.value(place.type, node), shape: shapeOf(node), children: [] };
    }
    const label = this.labels.value(place.type, node);
    return { ...at, name: [name, label].filter((part) => part !== "").join(" · ") || nothing, detail: "", shape: "group", children: this.members(place) };
  }
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
