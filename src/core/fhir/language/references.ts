import type { JsonNode } from "../../documents/jsonNode";
import type { FhirText } from "./fhirText";
import { memberOf, textOf } from "./fhirText";

/** A resource that may be referred to. */
export interface ReferableResource {
  readonly type: string;
  readonly node: JsonNode;
  /** Of the bundle's entry that it is. */
  readonly fullUrl: string | undefined;
  readonly id: string | undefined;
  /** `Bundle.entry[3]`, `contained[0]`; "" for the outermost. */
  readonly where: string;
  readonly role: "root" | "entry" | "contained" | "other";
  /** The resource it is in. */
  readonly parent: ReferableResource | undefined;
}

/** One `reference` that is written somewhere. */
export interface WrittenReference {
  readonly node: JsonNode;
  readonly text: string;
  readonly from: ReferableResource;
}

/** Which resources of a text refer to which: https://hl7.org/fhir/R4/bundle.html#references, https://hl7.org/fhir/R4/references.html#contained. */
export class References {
  private readonly resources: ReferableResource[] = [];
  private readonly written = new Map<JsonNode, WrittenReference>();
  private readonly byNode = new Map<JsonNode, ReferableResource>();
  private readonly byUrl = new Map<string, ReferableResource>();
  private readonly byTypeAndId = new Map<string, ReferableResource | undefined>();

  constructor(text: FhirText) {
    if (text.root !== undefined) {
      this.gather(text.root);
    }
    for (const resource of this.resources) {
      if (resource.role !== "contained") {
        if (resource.fullUrl !== undefined && !this.byUrl.has(resource.fullUrl)) {
          this.byUrl.set(resource.fullUrl, resource);
        }
        if (resource.id !== undefined) {
          const key = `${resource.type}/${resource.id}`;
          // Where two have the same, none is meant more than the other.
          this.byTypeAndId.set(key, this.byTypeAndId.has(key) ? undefined : resource);
        }
      }
    }
  }

  all(): readonly ReferableResource[] {
    return this.resources;
  }

  /** The reference that a value is; `undefined` when it is none. */
  at(node: JsonNode): WrittenReference | undefined {
    return this.written.get(node);
  }

  /** The resource that the `reference` in a value leads to. */
  targetAt(node: JsonNode): ReferableResource | undefined {
    const reference = this.at(node);
    return reference === undefined ? undefined : this.targetOf(reference);
  }

  everyReference(): readonly WrittenReference[] {
    return [...this.written.values()];
  }

  /** The innermost resource around a chain of values. */
  around(chain: readonly JsonNode[]): ReferableResource | undefined {
    const node = chain.findLast((each) => this.byNode.has(each));
    return node === undefined ? undefined : this.byNode.get(node);
  }

  /** The resource that a reference leads to; `undefined` when it is not in this text. */
  targetOf({ text, from }: WrittenReference): ReferableResource | undefined {
    const holder = from.role === "contained" ? (from.parent ?? from) : from;
    if (text.startsWith("#")) {
      return text === "#" ? holder : this.resources.find(({ parent, role, id }) => role === "contained" && parent === holder && id === text.slice(1));
    }
    const plain = text.replace(/\/_history\/[^/]*$/, "");
    if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) {
      return this.byUrl.get(plain);
    }
    const base = /^(https?:.*\/)[A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(holder.fullUrl ?? "")?.[1];
    return (base === undefined ? undefined : this.byUrl.get(`${base}${plain}`)) ?? this.byTypeAndId.get(plain);
  }

  /** The references that lead to a resource. */
  to(resource: ReferableResource): readonly WrittenReference[] {
    return this.everyReference().filter((each) => this.targetOf(each) === resource);
  }

  /** How to refer to a resource from another; `undefined` when there is no way. */
  referenceTo(target: ReferableResource, from: ReferableResource): string | undefined {
    const holder = from.role === "contained" ? (from.parent ?? from) : from;
    if (target.role === "contained") {
      return target.parent === holder && target.id !== undefined ? `#${target.id}` : undefined;
    }
    if (target === holder || target.role !== "entry") {
      return undefined;
    }
    if (target.fullUrl?.startsWith("urn:") === true) {
      return target.fullUrl;
    }
    return target.id === undefined ? target.fullUrl : `${target.type}/${target.id}`;
  }

  /** Goes through all values, without recursion. */
  private gather(root: JsonNode): void {
    const waiting: { readonly node: JsonNode; readonly parent: JsonNode | undefined; readonly around: ReferableResource | undefined; readonly fullUrl: string | undefined; readonly path: string }[] =
      [{ node: root, parent: undefined, around: undefined, fullUrl: undefined, path: "" }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, around } = next;
      let here = around;
      if (node.children === undefined) {
        if (node.key === "reference" && typeof node.value === "string" && around !== undefined) {
          this.written.set(node, { node, text: node.value, from: around });
        }
        continue;
      }
      const type = Array.isArray(node.value) ? undefined : textOf(node, "resourceType");
      if (type !== undefined) {
        const role = around === undefined ? "root" : /(^|\.)contained(\[\d+\])?$/.test(next.path) ? "contained" : node.key === "resource" && /entry\[\d+\]\.resource$/.test(next.path) ? "entry" : "other";
        here = { type, node, fullUrl: next.fullUrl, id: textOf(node, "id"), where: next.path.replace(/\.resource$/, ""), role, parent: around };
        this.resources.push(here);
        this.byNode.set(node, here);
      }
      const fullUrl = textOf(node, "fullUrl");
      const isEntry = fullUrl !== undefined && memberOf(node, "resource") !== undefined;
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) {
          const step = typeof child.key === "number" ? `[${String(child.key)}]` : `${next.path === "" ? "" : "."}${child.key ?? ""}`;
          waiting.push({ node: child, parent: node, around: here, fullUrl: isEntry && child.key === "resource" ? fullUrl : undefined, path: `${next.path}${step}` });
        }
      }
    }
  }
}
