import type { DataTypeDefinition, Dictionary, FieldDefinition, GroupPlace, MessageStructure, SegmentDefinition, SegmentPlace, StandardUsage, StructurePart, TableDefinition } from "../../src/core/hl7v2/dictionary/definitions";

/** `number name:TYPE usage max table length`, what is left out at the end being optional, once, without table and length. */
function field(line: string): FieldDefinition {
  const [head = "", type = "ST", usage = "O", max = "1", table = "", length = ""] = line.split(":");
  const [number = "0", ...name] = head.split(" ");
  return {
    number: Number(number), name: name.join(" "), type, usage: usage as StandardUsage, max: max === "*" ? Number.POSITIVE_INFINITY : Number(max),
    ...(table === "" ? {} : { table }), ...(length === "" ? {} : { length: Number(length) }),
  };
}

export function segment(id: string, name: string, ...lines: readonly string[]): SegmentDefinition {
  return { id, name, fields: lines.map(field) };
}

function dataType(id: string, name: string, ...lines: readonly string[]): DataTypeDefinition {
  return { id, name, components: lines.map(field).map(({ number, name: own, type, usage, table }) => ({ number, name: own, type, usage, ...(table === undefined ? {} : { table }) })) };
}

function table(id: string, name: string, kind: TableDefinition["kind"], codes: string): TableDefinition {
  return { id, name, kind, url: `http://terminology.hl7.org/CodeSystem/v2-${id.padStart(4, "0")}`, codes: codes.split(" ").map((code) => ({ code, display: code })) };
}

const many = Number.POSITIVE_INFINITY;

/** `PID` once, `PID?` optional, `PID*` any number, `PID+` at least one. */
export function place(written: string): SegmentPlace {
  const sign = written.charAt(3);
  return { kind: "segment", segment: written.slice(0, 3), min: sign === "?" || sign === "*" ? 0 : 1, max: sign === "*" || sign === "+" ? many : 1 };
}

export function group(name: string, ...parts: readonly (string | StructurePart)[]): GroupPlace {
  const sign = name.slice(-1);
  const bare = /[?*+|]$/.test(name) ? name.slice(0, -1) : name;
  return { kind: "group", name: bare, min: sign === "?" || sign === "*" ? 0 : 1, max: sign === "*" || sign === "+" ? many : 1, ...(sign === "|" ? { choice: true } : {}), parts: structure(...parts) };
}

export function structure(...parts: readonly (string | StructurePart)[]): readonly StructurePart[] {
  return parts.map((part) => (typeof part === "string" ? place(part) : part));
}

const segments: readonly SegmentDefinition[] = [
  segment("MSH", "message header", "1 field separator:ST:R", "2 encoding characters:ST:R", "3 sending application:HD", "4 sending facility:HD", "5 receiving application:HD", "6 receiving facility:HD",
    "7 time of message:TS:R", "8 security", "9 message type:MSG:R", "10 control id:ST:R", "11 processing id:PT:R", "12 version:VID:R", "13 sequence number:NM", "14 continuation pointer", "15 accept acknowledgment type:ID:O:1:155"),
  segment("EVN", "event type", "1 event type code:ID:B", "2 recorded time:TS:R"),
  segment("PID", "patient identification", "1 set id:SI", "2 patient id:CX:B", "3 patient identifiers:CX:R:*", "4 alternate patient id:CX:B:*", "5 patient name:XPN:R:*", "6 mother's maiden name:XPN:O:*", "7 date of birth:TS", "8 administrative sex:IS:O:1:1", "9 alias:XPN:B:*", "10 race:CE:O:*",
    "11 address:XAD:O:*", "12 county code:IS:W"),
  segment("PV1", "patient visit", "1 set id:SI", "2 patient class:IS:R:1:4"),
  segment("ORC", "common order", "1 order control:ID:R:1:119", "2 placer order number:EI"),
  segment("OBR", "observation request", "1 set id:SI", "2 placer order number:EI", "3 filler order number:EI", "4 service:CE:R", "5 priority:ID:X"),
  segment("OBX", "observation", "1 set id:SI", "2 value type:ID:C:1:125", "3 observation:CE:R", "4 sub-id:ST", "5 value:varies:C:*", "6 units:CE", "7 reference range:ST", "8 abnormal flags:IS:O:*", "9 probability:NM:O:1", "10 nature of test:ID:O:*", "11 result status:ID:R:1:85", "12 effective date:TS"),
  segment("NTE", "notes", "1 set id:SI", "2 source:ID:O:1:105", "3 comment:FT:O:*:::"),
  segment("SPM", "specimen", "1 set id:SI", "2 specimen id:EIP"),
  segment("NK1", "next of kin", "1 set id:SI:R", "2 name:XPN:O:2"),
  segment("BHS", "batch header", "1 field separator:ST:R", "2 encoding characters:ST:R"),
  segment("BTS", "batch trailer", "1 message count:ST", "2 comment"),
  segment("FHS", "file header", "1 field separator:ST:R", "2 encoding characters:ST:R"),
  segment("FTS", "file trailer", "1 batch count:NM"),
];

/** The same with a field that comes late, and with one that becomes a composite. */
const laterSegments = segments.map((each) => {
  switch (each.id) {
    case "EVN":
      return { ...each, fields: [...each.fields, field("3 planned time:DTM")] };
    case "OBX":
      return { ...each, fields: each.fields.map((known) => (known.number === 4 ? field("4 sub-id:EIP") : known)) };
    default:
      return each;
  }
});

const dataTypes: readonly DataTypeDefinition[] = [
  ...["ST", "TX", "FT", "NM", "SI", "DT", "TM", "DTM", "ID", "IS", "TN"].map((id) => dataType(id, id)),
  dataType("TS", "time stamp", "1 time:DTM:R", "2 degree of precision:ID:B:1:529"),
  dataType("HD", "hierarchic designator", "1 namespace:IS", "2 universal id:ST", "3 universal id type:ID:C:1:301"),
  dataType("MSG", "message type", "1 code:ID:R:1:76", "2 event:ID:R", "3 structure:ID:R"),
  dataType("PT", "processing type", "1 processing id:ID:O:1:103", "2 processing mode:ID"),
  dataType("VID", "version", "1 version:ID", "2 internationalization:CE"),
  dataType("CX", "identifier with check digit", "1 id:ST:R", "2 check digit:ST", "3 check digit scheme:ID:O:1:61", "4 assigning authority:HD", "5 type:ID:O:1:203"),
  dataType("FN", "family name", "1 surname:ST:R", "2 own surname prefix:ST", "3 own surname:ST"),
  dataType("XPN", "person name", "1 family name:FN", "2 given name:ST", "3 further names:ST", "4 suffix:ST", "5 prefix:ST", "6 degree:IS", "7 name type:ID:O:1:200"),
  dataType("XAD", "address", "1 street:SAD", "2 other designation:ST", "3 city:ST"),
  dataType("SAD", "street address", "1 street:ST", "2 name:ST", "3 number:ST"),
  dataType("CE", "coded element", "1 code:ST", "2 text:ST", "3 coding system:ID", "4 alternate code:ST", "5 alternate text:ST", "6 alternate coding system:ID"),
  dataType("CWE", "coded element with exceptions", "1 code:ST", "2 text:ST", "3 coding system:ID", "4 alternate code:ST", "5 alternate text:ST", "6 alternate coding system:ID", "7 coding system version:ST", "8 alternate coding system version:ST", "9 original text:ST"),
  dataType("EI", "entity identifier", "1 id:ST", "2 namespace:IS", "3 universal id:ST", "4 universal id type:ID"),
  dataType("EIP", "pair of identifiers", "1 placer:EI", "2 filler:EI"),
  dataType("SN", "structured numeric", "1 comparator:ST", "2 first number:NM", "3 separator:ST", "4 second number:NM"),
  dataType("ED", "encapsulated data", "1 source:HD", "2 type:ID", "3 subtype:ID", "4 encoding:ID:R:1:299", "5 data:TX:R"),
];

/** The same with a component that becomes a composite. */
const laterDataTypes = dataTypes.map((each) => (each.id === "EI" ? { ...each, components: each.components.map((known) => (known.number === 1 ? { ...known, type: "CX" } : known)) } : each));

const tables: readonly TableDefinition[] = [
  table("1", "administrative sex", "user", "F M O U A N"),
  table("76", "message type", "hl7", "ACK ADT ORU OML"),
  table("85", "result status", "hl7", "C D F I P R S X"),
  table("103", "processing id", "hl7", "D P T"),
  table("119", "order control", "hl7", "NW RE CA"),
  table("125", "value type", "hl7", "CE CWE DT ED NM SN ST TM TN TS TX FT"),
  table("155", "accept acknowledgment conditions", "hl7", "AL NE ER SU"),
  table("299", "encoding", "hl7", "A Hex Base64"),
];

const structures: readonly MessageStructure[] = [
  { id: "ACK", name: "acknowledgment", parts: structure("MSH", "MSA?") },
  { id: "ADT_A01", name: "admission", parts: structure("MSH", "EVN", "PID", "NK1*", "PV1", "OBX*") },
  {
    id: "ORU_R01", name: "results",
    parts: structure("MSH", group("PATIENT_RESULT+", group("PATIENT?", "PID", "NTE*", group("VISIT?", "PV1")), group("ORDER_OBSERVATION+", "ORC?", "OBR", "NTE*", group("OBSERVATION*", "OBX", "NTE*"), group("SPECIMEN*", "SPM", "OBX*")))),
  },
  {
    id: "OML_O21", name: "laboratory order",
    parts: structure("MSH", "PID?", group("ORDER+", "ORC", group("OBSERVATION_REQUEST?", "OBR", group("OBSERVATION*", "OBX", "NTE*"), group("SPECIMEN*", "SPM"), group("PRIOR_RESULT*", group("PATIENT_PRIOR?", "PID"), group("ORDER_PRIOR+", "ORC?", "OBR", group("OBSERVATION_PRIOR+", "OBX")))))),
  },
];

/** By message type and trigger event. */
const events: Readonly<Record<string, string>> = { "ADT^A01": "ADT_A01", "ADT^A04": "ADT_A01", "ORU^R01": "ORU_R01", "OML^O21": "OML_O21" };

function find<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((each) => each.id === id);
}

/** A little of the standard, made by hand: enough to test rules without what the product knows. */
export function smallDictionary(version = "2.5.1"): Dictionary {
  return {
    version,
    segment: (id) => find(version.startsWith("2.8") ? laterSegments : segments, id),
    segments: () => segments,
    dataType: (id) => find(version.startsWith("2.8") ? laterDataTypes : dataTypes, id),
    message: (type, trigger, own) => (own === undefined ? undefined : find(structures, own)) ?? find(structures, events[`${type}^${trigger}`] ?? (type === "ACK" ? "ACK" : "")),
    messages: () => structures,
    table: (id) => find(tables, id),
  };
}

/** The same for the versions 2.3 to 2.8. */
export function smallDictionaryFor(version: string): Dictionary | undefined {
  return /^2\.[3-8]/.test(version) ? smallDictionary(version) : undefined;
}
