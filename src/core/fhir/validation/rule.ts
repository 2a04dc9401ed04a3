import type { JsonValue } from "../../documents/document";
import type { ElementDefinition, FhirModel, TypeDefinition } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";

export type JsonObject = Readonly<Record<string, JsonValue>>;

/** A resource that was met: the root, a contained one, a bundle's entry, a parameter. */
export interface ResourceVisit {
  readonly type: TypeDefinition;
  readonly value: JsonObject;
  readonly pointer: string;
  /** The resource around it. */
  readonly parent: ResourceVisit | undefined;
  readonly role: "root" | "contained" | "entry" | "other";
}

/** An element that was met and has the shape of its type, so that rules need not look at that again. */
export interface ElementVisit {
  readonly element: ElementDefinition;
  /** The type that the value has here. */
  readonly type: TypeDefinition;
  /** One value: of a repeating element, one entry. `undefined` where only the `_` sibling of a primitive is there. */
  readonly value: JsonValue | undefined;
  /** The `_` sibling's value of a primitive. */
  readonly sibling: JsonObject | undefined;
  readonly pointer: string;
  /** The object that it is a property of. */
  readonly parent: JsonObject;
  readonly resource: ResourceVisit;
}

/**
 * Something that resources must fulfil beside their structure. The walker calls it in document order; what was met twice is told twice. Rules keep what they
 * gather during one validation in themselves, so each validation makes its own.
 */
export interface FhirRule {
  /** Before the elements of the resource. Types that are not known are not met. */
  resource?(visit: ResourceVisit, report: ReportIssue): void;
  element?(visit: ElementVisit, report: ReportIssue): void;
  /** After everything was met. */
  end?(root: JsonValue, report: ReportIssue): void;
}

/** Makes a rule for one validation. */
export type FhirRuleMaker = (model: FhirModel) => FhirRule;
