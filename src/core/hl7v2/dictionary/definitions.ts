/**
 * What is known of HL7 v2 messages, for one version: our own short names and the structure that the standard gives. Numbers count from 1, as people of the
 * field count. What is not there is not known, which is something else than forbidden.
 */

/** How a part is used (HL7 v2.5.1 chapter 2, section 2.12.6, and the conformance chapter 2B of later versions): required, may be empty, optional, conditional, kept for older versions, withdrawn. */
export type StandardUsage = "R" | "RE" | "O" | "C" | "B" | "W";

/** A component of a data type. */
export interface ComponentDefinition {
  readonly number: number;
  /** A few words of ours, such as `family name`. */
  readonly name: string;
  /** Id of the data type, such as `ST`. */
  readonly type: string;
  readonly usage: StandardUsage;
  /** Number of the HL7 table its codes come from, without leading zeros, such as `190`. */
  readonly table?: string;
}

/** A data type; a primitive one has no components. */
export interface DataTypeDefinition {
  /** Such as `CX`. */
  readonly id: string;
  readonly name: string;
  readonly components: readonly ComponentDefinition[];
  /** True where further components like the last one may follow, as in NA: a numeric array of any length. */
  readonly openEnded?: true;
}

export interface FieldDefinition {
  readonly number: number;
  /** A few words of ours, such as `patient identifier list`. */
  readonly name: string;
  /** Id of the data type; `varies` where another field (OBX-2, MFE-5) says it. */
  readonly type: string;
  readonly usage: StandardUsage;
  /** How many repetitions there may be: 1, a number, or `Infinity`. */
  readonly max: number;
  readonly table?: string;
  /** The most characters, where the version gives a normative length (up to v2.6). */
  readonly length?: number;
}

export interface SegmentDefinition {
  /** Such as `PID`. */
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  /** True where further fields like the last one may follow, as in QPD: one parameter of the query per field. */
  readonly openEnded?: true;
}

/** A segment's place in a message. */
export interface SegmentPlace {
  readonly kind: "segment";
  readonly segment: string;
  readonly min: number;
  /** `Infinity` where it repeats without limit. */
  readonly max: number;
}

/** Segments that belong together, such as a result with its observations. */
export interface GroupPlace {
  readonly kind: "group";
  /** Our name in the style of the standard, such as `ORDER_OBSERVATION`. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** True where exactly one of the parts is there, instead of all in order. */
  readonly choice?: boolean;
  readonly parts: readonly StructurePart[];
}

export type StructurePart = SegmentPlace | GroupPlace;

/** The abstract structure of a message, such as `ADT_A01`. */
export interface MessageStructure {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly StructurePart[];
}

/** A code of a table. */
export interface TableCode {
  readonly code: string;
  /** As the table gives it. */
  readonly display: string;
  readonly deprecated?: boolean;
}

/** A table of HL7; one whose codes are given by users says so and is never closed. */
export interface TableDefinition {
  /** Number without leading zeros, such as `1`. */
  readonly id: string;
  readonly name: string;
  /** `hl7`: these codes and no others; `user`: suggestions of the standard that a site may change. */
  readonly kind: "hl7" | "user";
  /** Where it is published. */
  readonly url: string;
  /** How codes begin that a site may add to a table of HL7, such as `Z` for trigger events (chapter 2, section 2.11). */
  readonly local?: string;
  readonly codes: readonly TableCode[];
}

/** Everything that is known of one version. */
export interface Dictionary {
  /** Such as `2.5.1`. */
  readonly version: string;
  segment(id: string): SegmentDefinition | undefined;
  /** Every segment that is known, in the order of the alphabet. */
  segments(): readonly SegmentDefinition[];
  dataType(id: string): DataTypeDefinition | undefined;
  /** By the structure in MSH-9.3, or by type and trigger event such as `ADT` and `A04`, which gives `ADT_A01`. */
  message(type: string, trigger: string, structure?: string): MessageStructure | undefined;
  /** Every message structure that is known, in the order of the alphabet. */
  messages(): readonly MessageStructure[];
  table(id: string): TableDefinition | undefined;
}
