import { resourceTypeOf } from "../fhir/statedType";
import type { JsonNode } from "../documents/jsonNode";
import { fhirMoment, type Moment, momentKey, plainDecimal, shortestDecimal } from "./comparable";
import type { DiffNode, Interner, NodeShape, Traits } from "./diffNode";
import { identitiesOf } from "./jsonIdentity";
import { intoItem, intoProperty, isMatched, type JsonPatterns, type PatternStates } from "./pathPattern";
import type { Renaming } from "./meanings";

/** What decides whether parts of a JSON document are the same. */
export interface JsonComparing {
  readonly interner: Interner;
  readonly precision: boolean;
  /** Lists whose order says nothing: all, or those that fit. */
  readonly unordered: true | JsonPatterns;
  readonly ignored: JsonPatterns;
  /** `undefined`: ids count as they are written. */
  readonly renaming: Renaming | undefined;
}

/** Makes comparable nodes of a JSON tree. @param text the document's text, in which numbers stand as they were written */
export function jsonDiffTree(text: string, root: JsonNode, comparing: JsonComparing): DiffNode {
  return new JsonTreeBuilder(text, comparing).root(root);
}

/** Where patterns have got to. */
interface States {
  readonly ignored: PatternStates;
  readonly unordered: PatternStates;
  /** The resource in which `#` references are looked up. */
  readonly container: JsonNode | undefined;
}

class JsonTreeBuilder {
  constructor(private readonly text: string, private readonly comparing: JsonComparing) {}

  root(node: JsonNode): DiffNode {
    const { ignored, unordered } = this.comparing;
    const type = typeOfNode(node);
    return this.build(node, undefined, "", { ignored: ignored.atRoot(type), unordered: unordered === true ? [] : unordered.atRoot(type), container: node });
  }

  private build(node: JsonNode, parent: DiffNode | undefined, name: string, states: States): DiffNode {
    const { interner, renaming } = this.comparing;
    if (node.children === undefined) {
      const meant = typeof node.value === "string" ? renaming?.meant(node.value, node.key, parent === undefined ? undefined : sourceOf(parent), states.container) : undefined;
      const moment = meant === undefined ? this.momentOf(node) : undefined;
      return new JsonDiffNode(node, parent, name, "value", false, renaming !== undefined, this.valueId(node, meant, moment), moment, this.aliasOf(node, meant, moment));
    }
    const isList = Array.isArray(node.value);
    const unordered = isList && (this.comparing.unordered === true || isMatched(states.unordered));
    const made = new JsonDiffNode(node, parent, name, isList ? "list" : "parts", unordered, renaming !== undefined);
    if (isList) {
      node.children.forEach((child, index) => this.addChild(made, child, `[${String(index)}]`, (patterns) => intoItem(patterns, index), states));
      const ids = made.items.map(({ id }) => id);
      made.id = interner.idOf(`[${(unordered ? ids.sort((a, b) => a - b) : ids).join(",")}`);
    } else {
      for (const child of lastOfEach(node.children)) {
        const key = String(child.key);
        if (renaming !== undefined && isOwnAddress(key, node, made)) {
          continue;
        }
        this.addChild(made, child, nameOfProperty(key), (patterns) => intoProperty(patterns, key), states);
      }
      made.id = interner.idOf(`{${made.items.map((item) => `${JSON.stringify(item.key)}:${String(item.id)}`).sort().join(",")}`);
    }
    return made;
  }

  private addChild(parent: JsonDiffNode, child: JsonNode, name: string, into: (states: PatternStates) => PatternStates, states: States): void {
    const type = typeOfNode(child);
    const { ignored: ignoredPatterns, unordered: unorderedPatterns } = this.comparing;
    const ignored = into(states.ignored);
    if (!isMatched(ignored)) {
      const unordered = unorderedPatterns === true ? [] : unorderedPatterns.atResource(into(states.unordered), type);
      const container = type !== undefined && parent.key !== "contained" ? child : states.container;
      parent.items.push(this.build(child, parent, name, { ignored: ignoredPatterns.atResource(ignored, type), unordered, container }));
    }
  }

  private valueId(node: JsonNode, meant: string | undefined, moment: Moment | undefined): number {
    const { interner } = this.comparing;
    const { value } = node;
    if (typeof value === "string") {
      return interner.idOf(meant !== undefined ? `@${meant}` : moment !== undefined ? `m${momentKey(moment)}` : `s${value}`);
    }
    return interner.idOf(typeof value === "number" ? `n${this.numberKey(node)}` : `w${JSON.stringify(value)}`);
  }

  private numberKey({ from, to }: JsonNode): string {
    const written = this.text.slice(from, to);
    return (this.comparing.precision ? plainDecimal(written) : undefined) ?? written;
  }

  private aliasOf(node: JsonNode, meant: string | undefined, moment: Moment | undefined): string | undefined {
    if (meant !== undefined) {
      return JSON.stringify(`(${meant})`);
    }
    if (moment !== undefined) {
      return moment.parts.length > 3 ? JSON.stringify(momentKey(moment)) : undefined;
    }
    return typeof node.value === "number" && this.comparing.precision ? shortestDecimal(this.text.slice(node.from, node.to)) : undefined;
  }

  private momentOf({ value }: JsonNode): Moment | undefined {
    return this.comparing.precision && typeof value === "string" && value.length >= 4 && value.length <= 40 ? fhirMoment(value) : undefined;
  }
}

/** Whether a property is the id of a resource that is no part of another, or the address of an entry: where ids are tolerated, only references tell what they name. */
function isOwnAddress(key: string, object: JsonNode, { parent }: DiffNode): boolean {
  return (key === "id" && typeOfNode(object) !== undefined && parent?.key !== "contained") || (key === "fullUrl" && object.children?.some((sibling) => sibling.key === "resource") === true);
}

class JsonDiffNode implements DiffNode {
  readonly step: readonly (string | number)[];
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly empty = false;
  readonly absolute = false;
  readonly collapses = false;
  readonly placeless = false;
  readonly items: DiffNode[] = [];

  constructor(
    readonly source: JsonNode,
    readonly parent: DiffNode | undefined,
    readonly name: string,
    readonly shape: NodeShape,
    readonly unordered: boolean,
    private readonly renamed: boolean,
    public id = -1,
    readonly moment: Moment | undefined = undefined,
    readonly alias: string | undefined = undefined,
  ) {
    this.key = source.key === undefined ? "" : String(source.key);
    this.step = source.key === undefined ? [] : [source.key];
    this.from = source.from;
    this.to = source.to;
  }

  get group(): string {
    const type = typeOfNode(this.source) ?? typeOfNode(this.source.children?.find(({ key }) => key === "resource"));
    return `${this.shape} ${type ?? ""}`;
  }

  identities(): readonly string[] {
    return identitiesOf(this.source.value, this.renamed);
  }

  children(): readonly DiffNode[] {
    return this.items;
  }

  traits(): Traits {
    const facts = new Set<string>();
    collectFacts(this.source, "", facts);
    return { identities: identitiesOf(this.source.value, false), facts };
  }
}

/** The part of the JSON tree of which a node was made; `undefined` for nodes of another format. */
export function sourceOf(node: DiffNode): JsonNode | undefined {
  return node instanceof JsonDiffNode ? node.source : undefined;
}

/** The resource type that a node of the JSON tree states. */
export function typeOfNode(node: JsonNode | undefined): string | undefined {
  return resourceTypeOf(node?.value);
}

/** So many facts are enough to know something by. */
const mostFacts = 200;

function collectFacts(node: JsonNode, place: string, facts: Set<string>): void {
  for (const child of facts.size < mostFacts ? (node.children ?? []) : []) {
    const name = typeof child.key === "string" ? `${place}.${child.key}` : place;
    if (child.children !== undefined) {
      collectFacts(child, name, facts);
    } else if (child.key !== "resourceType") {
      facts.add(`${name}=${JSON.stringify(child.value)}`);
    }
  }
}

/** Of a property that is given twice, the last one counts. */
function lastOfEach(children: readonly JsonNode[]): Iterable<JsonNode> {
  const last = new Map(children.map((child) => [child.key, child]));
  return last.size === children.length ? children : last.values();
}

function nameOfProperty(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
