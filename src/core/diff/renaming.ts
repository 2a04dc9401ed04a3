import type { JsonNode } from "../documents/jsonNode";
import type { DiffNode } from "./diffNode";
import { typeOfNode, sourceOf } from "./jsonNodes";
import { alignLists } from "./listAlignment";
import type { Renaming } from "./meanings";

/** The resources of a JSON document (FHIR R4 sections 3.2.4 to 3.2.6, 2.2.4: root, entries, contained) by the names they are referred to. */
export class NamedResources {
  private readonly ofEntry = new Map<JsonNode, JsonNode>();
  private readonly byName = new Map<string, JsonNode>();
  private readonly contained = new Map<JsonNode, Map<string, JsonNode>>();

  constructor(root: JsonNode) {
    this.collect(root, root, false);
  }

  /** The resource that a text names. */
  named(text: string, key: string | number | undefined, parent: JsonNode | undefined, container: JsonNode | undefined): JsonNode | undefined {
    if (key === "id" && parent !== undefined && typeOfNode(parent) !== undefined) {
      return parent;
    }
    if (key === "fullUrl" && parent !== undefined) {
      return this.ofEntry.get(parent);
    }
    return text.startsWith("#") ? (container === undefined ? undefined : this.contained.get(container)?.get(text.slice(1))) : this.byName.get(text);
  }

  private collect(node: JsonNode, container: JsonNode, isContained: boolean): void {
    const type = typeOfNode(node);
    const scope = type !== undefined && !isContained ? node : container;
    if (type !== undefined) {
      this.name(node, type, isContained ? scope : undefined);
    }
    for (const child of node.children ?? []) {
      if (child.children === undefined) {
        continue;
      }
      if (child.key === "resource" && typeOfNode(child) !== undefined) {
        this.ofEntry.set(node, child);
        const { value: fullUrl } = node.children?.find(({ key }) => key === "fullUrl") ?? {};
        if (typeof fullUrl === "string") {
          this.byName.set(fullUrl, child);
        }
      }
      this.collect(child, scope, node.key === "contained");
    }
  }

  private name(resource: JsonNode, type: string, container: JsonNode | undefined): void {
    const { value: id } = resource.children?.find(({ key }) => key === "id") ?? {};
    if (typeof id !== "string") {
      return;
    }
    if (container === undefined) {
      this.byName.set(`${type}/${id}`, resource);
      return;
    }
    const names = this.contained.get(container) ?? new Map<string, JsonNode>();
    names.set(id, resource);
    this.contained.set(container, names);
  }
}

/** Every id is like any other; of a reference, only the type of what it refers to counts. */
export function masked(resources: NamedResources): Renaming {
  return {
    meant: (text, key, parent, container) => {
      const resource = resources.named(text, key, parent, container);
      return resource === undefined ? undefined : `a ${typeOfNode(resource) ?? ""}`;
    },
  };
}

/**
 * Renamings of both sides under which resources that are each other's counterpart have the same name, and no others have.
 *
 * @param left the tree of the left side, made with {@link masked} ids
 */
export function pairedRenamings(left: DiffNode, leftResources: NamedResources, right: DiffNode, rightResources: NamedResources): readonly [Renaming, Renaming] {
  const names = new Map<JsonNode, string>();
  let count = 0;
  const pair = (one: DiffNode, other: DiffNode): void => {
    const [a, b] = [sourceOf(one), sourceOf(other)];
    if (a !== undefined && b !== undefined && typeOfNode(a) !== undefined && typeOfNode(b) !== undefined) {
      const name = `${typeOfNode(b) ?? ""} ${String(++count)}`;
      names.set(a, name);
      names.set(b, name);
    }
    if (one.shape === "list" && other.shape === "list") {
      const [items, others] = [one.children(), other.children()];
      for (const { left: at, right: otherAt } of alignLists(items, others, one.unordered && other.unordered).pairs) {
        const [item, counterpart] = [items[at], others[otherAt]];
        if (item !== undefined && counterpart !== undefined) {
          pair(item, counterpart);
        }
      }
    } else if (one.shape === "parts" && other.shape === "parts") {
      const parts = new Map(other.children().map((child) => [child.key, child]));
      for (const child of one.children()) {
        const counterpart = parts.get(child.key);
        if (counterpart !== undefined && holdsResources.has(child.key)) {
          pair(child, counterpart);
        }
      }
    }
  };
  pair(left, right);
  const renaming = (resources: NamedResources): Renaming => ({
    meant: (text, key, parent, container) => {
      const resource = resources.named(text, key, parent, container);
      // Those without a counterpart keep the name they have.
      return resource === undefined ? undefined : names.get(resource);
    },
  });
  return [renaming(leftResources), renaming(rightResources)];
}

/** Properties under which resources stand. */
const holdsResources: ReadonlySet<string> = new Set(["entry", "resource", "contained", "parameter", "part", "response", "outcome"]);
