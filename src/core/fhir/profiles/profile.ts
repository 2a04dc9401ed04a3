import type { JsonValue } from "../../documents/document";
import type { BindingStrength, InvariantDefinition } from "../model/definitions";

/** How entries of a list are told apart: https://hl7.org/fhir/R4/profiling.html#discriminator */
export interface Discriminator {
  readonly type: string;
  readonly path: string;
}

export interface Slicing {
  readonly discriminators: readonly Discriminator[];
  readonly rules: "open" | "closed" | "openAtEnd";
  readonly ordered: boolean;
}

/** A type that a profile allows, with profiles for its values and, of references and canonicals, for what they lead to. */
export interface ProfileType {
  readonly code: string;
  readonly profiles: readonly string[];
  readonly targets: readonly string[];
}

/** What a profile says of an element, or of a slice of it; what it leaves open is `undefined`. */
export interface ProfileNode {
  /** As in the path, such as `code`, `value[x]`, `valueQuantity`. */
  readonly name: string;
  readonly path: string;
  readonly slice: string | undefined;
  min: number | undefined;
  max: number | undefined;
  types: readonly ProfileType[] | undefined;
  fixed: JsonValue | undefined;
  pattern: JsonValue | undefined;
  binding: { readonly strength: BindingStrength; readonly valueSet: string } | undefined;
  constraints: readonly InvariantDefinition[];
  mustSupport: boolean;
  maxLength: number | undefined;
  minValue: JsonValue | undefined;
  maxValue: JsonValue | undefined;
  slicing: Slicing | undefined;
  readonly slices: ProfileNode[];
  readonly children: Map<string, ProfileNode>;
}

/** A StructureDefinition that constrains a type: https://hl7.org/fhir/R4/profiling.html */
export interface Profile {
  readonly url: string;
  /** What sentences call it: title, name or url. */
  readonly title: string;
  /** The type it constrains, such as `Patient` or `Extension`. */
  readonly type: string;
  /** Url of what it builds on. */
  readonly base: string | undefined;
  /** Of an extension: whether it changes the meaning of what it stands in, and so stands in modifierExtension. */
  readonly modifier: boolean;
  /** Of an extension: where it may stand, as paths and types; `undefined` where that is said in other ways. */
  readonly contexts: readonly string[] | undefined;
  readonly root: ProfileNode;
}
