import type {
  BindingDefinition, BindingStrength, CodeSystemDefinition, ElementDefinition, FhirModel, InvariantDefinition, TypeDefinition, TypeReference, ValueSetDefinition,
} from "./definitions";
import { CompactValueSets } from "./compactValueSets";
import type { ElementData, TypeData, TypesData, ValueSetsData } from "./modelData";
import { PropertyTable, type ModelProperty } from "./propertyTable";

const kinds: Readonly<Record<TypeData[0], TypeDefinition["kind"]>> = { p: "primitive", c: "complex", r: "resource", b: "backbone" };
const strengths: Readonly<Record<"r" | "x" | "p" | "e", BindingStrength>> = { r: "required", x: "extensible", p: "preferred", e: "example" };

/** The definitions from the files that the build made. Each type is put together when somebody first asks for it. */
export class CompactModel implements FhirModel {
  private readonly known = new Map<string, TypeDefinition | undefined>();
  private readonly tables = new Map<string, PropertyTable>();
  private readonly invariants: readonly InvariantDefinition[];
  private names: readonly string[] | undefined;
  private values: CompactValueSets | undefined;

  /** @param valueSets asked for with the first value set or code system that somebody wants */
  constructor(private readonly data: TypesData, private readonly valueSets: () => ValueSetsData) {
    this.invariants = data.invariants.map(([key, severity, human, expression]) => ({ key, severity: severity === "w" ? "warning" : "error", human, expression }));
  }

  get version(): string {
    return this.data.version;
  }

  type(name: string): TypeDefinition | undefined {
    const known = this.known.get(name);
    if (known !== undefined || this.known.has(name)) {
      return known;
    }
    const data = Object.hasOwn(this.data.types, name) ? this.data.types[name] : undefined;
    if (data === undefined) {
      // Names that nobody defined are not kept: they come from files, without end.
      return undefined;
    }
    const made = this.make(name, data);
    this.known.set(name, made);
    return made;
  }

  resourceTypes(): readonly string[] {
    this.names ??= Object.entries(this.data.types).filter(([, [kind, , abstract]]) => kind === "r" && abstract === 0).map(([name]) => name).sort();
    return this.names;
  }

  property(type: string, property: string): ModelProperty | undefined {
    return this.table(type)?.get(property.startsWith("_") ? property.slice(1) : property);
  }

  valueSet(url: string): ValueSetDefinition | undefined {
    return this.valuesNow().valueSet(url);
  }

  codeSystem(url: string): CodeSystemDefinition | undefined {
    return this.valuesNow().codeSystem(url);
  }

  /** Properties of a type by name. */
  private table(type: string): PropertyTable | undefined {
    const known = this.tables.get(type);
    if (known !== undefined) {
      return known;
    }
    const definition = this.type(type);
    if (definition === undefined) {
      return undefined;
    }
    const made = new PropertyTable(definition);
    this.tables.set(type, made);
    return made;
  }

  private valuesNow(): CompactValueSets {
    this.values ??= new CompactValueSets(this.valueSets());
    return this.values;
  }

  private make(name: string, [kind, base, abstract, short, invariants, own]: TypeData): TypeDefinition {
    const from = base === "" ? undefined : this.type(base);
    const elements = new Map((from?.elements ?? []).map((element): [string, ElementDefinition] => [element.name, { ...element, path: `${name}.${element.name}${element.choice ? "[x]" : ""}` }]));
    for (const each of own) {
      const element = this.element(name, each);
      elements.set(element.name, element);
    }
    return {
      name, kind: kinds[kind], base: base === "" ? undefined : base, abstract: abstract === 1, short,
      elements: [...elements.values()],
      invariants: [...(from?.invariants ?? []), ...this.invariantsAt(invariants)],
    };
  }

  private element(type: string, [name, min, max, bits, types, short, binding, contentOf, invariants]: ElementData): ElementDefinition {
    const choice = (bits & 1) !== 0;
    return {
      name, path: `${type}.${name}${choice ? "[x]" : ""}`, min, max: max === -1 ? Infinity : max, choice,
      types: types === "" ? [] : types.split("|").map(typeReference),
      ...(contentOf === 0 ? {} : { contentOf }),
      ...(binding === 0 ? {} : { binding: bindingOf(binding) }),
      invariants: this.invariantsAt(invariants), isModifier: (bits & 2) !== 0, isSummary: (bits & 4) !== 0, short,
    };
  }

  private invariantsAt(indexes: readonly number[]): readonly InvariantDefinition[] {
    return indexes.flatMap((index) => this.invariants[index] ?? []);
  }
}

function typeReference(text: string): TypeReference {
  const [code = "", targets] = text.split(":");
  return targets === undefined ? { code } : { code, targets: targets.split(",") };
}

function bindingOf([strength, valueSet]: readonly ["r" | "x" | "p" | "e", string]): BindingDefinition {
  return { strength: strengths[strength], valueSet };
}
