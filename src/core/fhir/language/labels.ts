import type { JsonNode } from "../../documents/jsonNode";
import { itemsOf, memberOf, textOf } from "./fhirText";
import type { ReferableResource } from "./references";

/** UTF-16 code units of a text that a label shows. */
const shown = 60;

/** What an outline, a hover or a list says of a value, in one line: what a person of the field would call it. Reads what is there, whatever is missing. */
export class Labels {
  /**
   * @param text of which numbers are shown as written: 72.0 is not 72
   * @param targetOf what a `reference` leads to, as far as it is known
   */
  constructor(
    private readonly text: string,
    private readonly targetOf: (reference: JsonNode) => ReferableResource | undefined = () => undefined,
  ) {}

  /** `Observation · Heart rate · 72 /min`. */
  resource(type: string, node: JsonNode): string {
    return joined(type, ...this.resourceParts(type, node));
  }

  /** What is in a value of a data type or a group of elements; "" when there is nothing to say. */
  value(type: string | undefined, node: JsonNode): string {
    if (node.children === undefined) {
      return short(this.primitive(node));
    }
    if (Array.isArray(node.value)) {
      return short(node.children.filter(({ children }) => children === undefined).map((child) => this.primitive(child)).join(", "));
    }
    const writer = type === undefined || !Object.hasOwn(this.writers, type) ? undefined : this.writers[type];
    return short(writer === undefined ? this.group(node) : writer(node));
  }

  /** A code in words: its text, else the display or the code of the first coding that has one. */
  concept(node: JsonNode | undefined): string {
    return textOf(node, "text") ?? firstOf(itemsOf(memberOf(node, "coding")), (coding) => this.coding(coding)) ?? "";
  }

  private readonly writers: Readonly<Record<string, (node: JsonNode) => string>> = {
    HumanName: (node) => humanName(node),
    Address: (node) => textOf(node, "text") ?? [...this.texts(node, "line"), ...["postalCode", "city", "state", "country"].flatMap((name) => textOf(node, name) ?? [])].join(", "),
    ContactPoint: (node) => ["system", "value"].flatMap((name) => textOf(node, name) ?? []).join(" "),
    Identifier: (node) => ([this.concept(memberOf(node, "type")), textOf(node, "value") ?? ""].filter((part) => part !== "").join(" ")),
    CodeableConcept: (node) => this.concept(node),
    Coding: (node) => this.coding(node),
    Quantity: (node) => this.quantity(node),
    Age: (node) => this.quantity(node),
    Duration: (node) => this.quantity(node),
    Money: (node) => [this.written(node, "value"), textOf(node, "currency") ?? ""].join(" ").trim(),
    Period: (node) => ["start", "end"].map((name) => textOf(node, name) ?? "…").join(" – "),
    Range: (node) => ["low", "high"].map((name) => this.quantity(memberOf(node, name)) || "…").join(" – "),
    Ratio: (node) => ["numerator", "denominator"].map((name) => this.quantity(memberOf(node, name)) || "…").join(" : "),
    Reference: (node) => textOf(node, "display") ?? this.target(node) ?? textOf(node, "reference") ?? textOf(memberOf(node, "identifier"), "value") ?? textOf(node, "type") ?? "",
    Annotation: (node) => textOf(node, "text") ?? "",
    Attachment: (node) => textOf(node, "title") ?? textOf(node, "url") ?? textOf(node, "contentType") ?? "",
    Dosage: (node) => textOf(node, "text") ?? "",
    Timing: (node) => this.concept(memberOf(node, "code")),
    Narrative: (node) => textOf(node, "status") ?? "",
    Meta: (node) => this.texts(node, "profile").map(lastPart).join(", "),
    Extension: (node) => joined(lastPart(textOf(node, "url") ?? ""), this.valueOf(node)),
    "Bundle.entry": (node) => this.value("Bundle.entry.request", memberOf(node, "request") ?? node) || (textOf(node, "fullUrl") ?? ""),
    "Bundle.entry.request": (node) => ["method", "url"].flatMap((name) => textOf(node, name) ?? []).join(" "),
    "Bundle.link": (node) => textOf(node, "relation") ?? "",
    "Observation.component": (node) => joined(this.concept(memberOf(node, "code")), this.valueOf(node)),
  };

  private resourceParts(type: string, node: JsonNode): readonly string[] {
    const concept = (name: string): string => firstOf(itemsOf(memberOf(node, name)), (each) => this.concept(each)) ?? "";
    const reference = (name: string): string => firstOf(itemsOf(memberOf(node, name)), (each) => this.value("Reference", each)) ?? "";
    const text = (name: string): string => textOf(node, name) ?? "";
    switch (type) {
      case "Patient":
      case "Person":
      case "RelatedPerson":
      case "Practitioner":
        return [firstOf(itemsOf(memberOf(node, "name")), humanName) ?? "", text("birthDate")];
      case "Observation":
        return [concept("code"), this.valueOf(node) || this.components(node)];
      case "Bundle": {
        const entries = itemsOf(memberOf(node, "entry")).length;
        return [text("type"), entries === 0 ? "" : String(entries)];
      }
      case "Encounter":
        return [this.coding(memberOf(node, "class")), textOf(memberOf(node, "period"), "start") ?? text("status")];
      case "Appointment":
      case "Slot":
        return [text("description"), text("start") || text("status")];
      case "Medication":
        return [concept("code")];
      case "PractitionerRole":
        return [reference("practitioner"), concept("code") || concept("specialty")];
      case "Schedule":
        return [concept("serviceType"), reference("actor")];
      case "Provenance":
        return [concept("activity"), text("occurredDateTime") || text("recorded")];
      case "Device":
        return [textOf(itemsOf(memberOf(node, "deviceName"))[0], "name") ?? concept("type"), text("status")];
      case "Immunization":
        return [concept("vaccineCode"), text("occurrenceDateTime")];
      case "Goal":
        return [concept("description"), text("lifecycleStatus")];
      case "AuditEvent":
        return [this.coding(memberOf(node, "type")), text("recorded")];
      case "OperationOutcome":
        return [firstOf(itemsOf(memberOf(node, "issue")), (issue) => textOf(issue, "diagnostics") ?? this.concept(memberOf(issue, "details"))) ?? ""];
      case "Condition":
        return [concept("code"), this.concept(memberOf(node, "clinicalStatus"))];
      default:
        return [firstNonEmpty([text("title"), text("name"), concept("medicationCodeableConcept"), concept("code"), concept("type"), text("url")]), text("status")];
    }
  }

  /** The value of an element that may have one of several types. */
  private valueOf(node: JsonNode): string {
    const value = node.children?.find(({ key }) => typeof key === "string" && /^value[A-Z]/.test(key));
    return value === undefined ? "" : this.value(String(value.key).slice("value".length), value);
  }

  private components(node: JsonNode): string {
    const values = itemsOf(memberOf(node, "component")).map((component) => this.valueOf(component)).filter((value) => value !== "");
    return values.slice(0, 4).join(", ");
  }

  private quantity(node: JsonNode | undefined): string {
    if (node === undefined || typeof node.value !== "object") {
      return "";
    }
    const unit = textOf(node, "unit") ?? textOf(node, "code") ?? "";
    return `${textOf(node, "comparator") ?? ""}${this.written(node, "value")} ${unit}`.trim();
  }

  private target(node: JsonNode): string | undefined {
    const reference = memberOf(node, "reference");
    const target = reference === undefined ? undefined : this.targetOf(reference);
    return target === undefined ? undefined : new Labels(this.text).resource(target.type, target.node);
  }

  private coding(node: JsonNode | undefined): string {
    return textOf(node, "display") ?? textOf(node, "code") ?? "";
  }

  /** A group of elements goes by what names it. */
  private group(node: JsonNode): string {
    const named = ["text", "display", "title", "name", "description", "linkId", "code", "type", "relationship", "function", "value", "system", "url", "item", "status"];
    for (const name of named) {
      const member = memberOf(node, name);
      const first = member === undefined ? undefined : itemsOf(member)[0];
      const label = first === undefined ? "" : first.children === undefined ? this.primitive(first) : humanName(first) || this.concept(first) || this.coding(first) || (textOf(first, "reference") ?? "");
      if (label !== "") {
        return label;
      }
    }
    return this.valueOf(node);
  }

  private texts(node: JsonNode, name: string): readonly string[] {
    return itemsOf(memberOf(node, name)).map((each) => this.primitive(each)).filter((each) => each !== "");
  }

  private written(node: JsonNode, name: string): string {
    const member = memberOf(node, name);
    return member?.children !== undefined || member === undefined ? "" : this.primitive(member);
  }

  private primitive({ value, from, to, children }: JsonNode): string {
    return children !== undefined ? "" : typeof value === "string" ? value : this.text.slice(from, to);
  }
}

function humanName(node: JsonNode): string {
  const given = itemsOf(memberOf(node, "given")).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  return textOf(node, "text") ?? [...given, textOf(node, "family") ?? ""].filter((part) => part !== "").join(" ");
}

/** The last part of an address, which is what it is known by. */
export function lastPart(address: string): string {
  return address.slice(Math.max(address.lastIndexOf("/"), address.lastIndexOf(":")) + 1);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").map(short).join(" · ");
}

function short(text: string): string {
  // Most texts are short and have nothing to be made one line of.
  const line = /^\S+(?: \S+)*$/.test(text.slice(0, shown)) && text.length <= shown ? text : text.replace(/\s+/g, " ").trim();
  return line.length <= shown ? line : `${line.slice(0, shown).replace(/[\ud800-\udbff]$/, "")}…`;
}

function firstOf(nodes: readonly JsonNode[], label: (node: JsonNode) => string): string | undefined {
  return nodes.map(label).find((each) => each !== "");
}

function firstNonEmpty(texts: readonly string[]): string {
  return texts.find((text) => text !== "") ?? "";
}
