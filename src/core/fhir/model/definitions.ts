/** FHIR R4 (4.0.1) as the validator and the editor need it: made at build time from the official definitions, which are in the public domain (CC0). */

/** How strictly a coded element is tied to its value set. */
export type BindingStrength = "required" | "extensible" | "preferred" | "example";

export interface BindingDefinition {
  readonly strength: BindingStrength;
  /** Canonical address of the value set without its version. */
  readonly valueSet: string;
}

/** A rule in FHIRPath that the definitions bring. */
export interface InvariantDefinition {
  /** Such as `obs-6`. */
  readonly key: string;
  readonly severity: "error" | "warning";
  /** As the definitions say it. */
  readonly human: string;
  /** In FHIRPath; known errors of the publication are mended by the generator, which says how. */
  readonly expression: string;
}

/** A type that an element may have. */
export interface TypeReference {
  /** `string`, `CodeableConcept`, `Reference`, `BackboneElement`, `Resource`, … */
  readonly code: string;
  /** For references: names of the resource types that may be named; left out where any may. */
  readonly targets?: readonly string[];
}

export interface ElementDefinition {
  /** Name of the JSON property without its type, such as `value` for `value[x]`. */
  readonly name: string;
  /** Path from the type, such as `Observation.component.value[x]`. */
  readonly path: string;
  readonly min: number;
  /** `Infinity` for `*`. */
  readonly max: number;
  /** True where the element may have one of several types and its property is named after the type (`valueQuantity`). */
  readonly choice: boolean;
  readonly types: readonly TypeReference[];
  /** Where the content is that of another element, such as `Bundle.link` for `Bundle.entry.link`: that element's path. */
  readonly contentOf?: string;
  readonly binding?: BindingDefinition;
  readonly invariants: readonly InvariantDefinition[];
  readonly isModifier: boolean;
  readonly isSummary: boolean;
  /** The definitions' short description (public domain). */
  readonly short: string;
}

/** A data type, a resource, or the anonymous type of a backbone element, such as `Patient.contact`. */
export interface TypeDefinition {
  /** `Patient`, `HumanName`, `Patient.contact`. */
  readonly name: string;
  readonly kind: "primitive" | "complex" | "resource" | "backbone";
  /** The type it extends, such as `DomainResource`. Elements of it are among `elements`. */
  readonly base: string | undefined;
  readonly abstract: boolean;
  /** In the order of the definitions, with inherited ones first. For primitives: `id`, `extension`. */
  readonly elements: readonly ElementDefinition[];
  /** Rules for the whole of a value of this type. */
  readonly invariants: readonly InvariantDefinition[];
  readonly short: string;
}

/** A code of a value set, with the system it comes from. */
export interface ValueSetCode {
  readonly system: string;
  readonly code: string;
  readonly display: string | undefined;
}

/** A code system whose codes are all known here. */
export interface CodeSystemDefinition {
  readonly url: string;
  readonly caseSensitive: boolean;
  /** Displays by code, in the order of the definitions; `undefined` where there is none. */
  readonly codes: ReadonlyMap<string, string | undefined>;
}

/** A value set whose codes are all known here. */
export interface ValueSetDefinition {
  readonly url: string;
  readonly name: string;
  readonly codes: readonly ValueSetCode[];
}

/** The definitions, looked up by name. */
export interface FhirModel {
  /** `4.0.1`. */
  readonly version: string;
  /** By name; a backbone element's type by its path. */
  type(name: string): TypeDefinition | undefined;
  /** Names of the resource types that are not abstract, in the order of the alphabet. */
  resourceTypes(): readonly string[];
  /**
   * The element that a JSON property of a type stands for: `valueQuantity` of `Observation` gives `value` with the type `Quantity`, `_birthDate` is asked for as
   * `birthDate`. `undefined`: there is no such property.
   */
  property(type: string, property: string): { readonly element: ElementDefinition; readonly type: TypeReference } | undefined;
  /** `undefined`: its codes are not known here (they are licensed, infinite, or asked of a server). */
  valueSet(url: string): ValueSetDefinition | undefined;
  /** `undefined`: its codes are not known here. */
  codeSystem(url: string): CodeSystemDefinition | undefined;
}
