import type { SentenceArgs } from "../../checks/translate";
import { shortText } from "../../checks/words";
import { nearestWord } from "../../text/nearestWord";
import type { ElementDefinition, FhirModel, TypeDefinition } from "../model/definitions";

/** Why a property does not belong where it is. */
export interface UnknownElement {
  readonly code: string;
  readonly args: SentenceArgs;
  /** Name of the element that was probably meant. */
  readonly element: string | undefined;
}

/** Names of a choice's properties, such as `valueQuantity`. */
export function choiceProperties({ name, types }: ElementDefinition): readonly string[] {
  return types.map(({ code }) => `${name}${code.charAt(0).toUpperCase()}${code.slice(1)}`);
}

/** Explains a property that a type does not have. */
export function explainUnknown(model: FhirModel, type: TypeDefinition, key: string, isResource: boolean): UnknownElement {
  const property = shortText(key);
  const args = { property, type: type.name };
  const plain = key.startsWith("_") ? key.slice(1) : key;
  if (key === "resourceType") {
    return { code: "fhir.unknownElement.resourceType", args, element: undefined };
  }
  if (key === "fhir_comments") {
    return { code: "fhir.unknownElement.comments", args, element: undefined };
  }
  if (type.kind === "primitive") {
    return { code: "fhir.unknownElement.sibling", args, element: undefined };
  }
  const choices = type.elements.filter(({ choice }) => choice);
  const bare = choices.find(({ name }) => name === plain);
  if (bare !== undefined) {
    return { code: "fhir.unknownElement.choice", args: { ...args, allowed: JSON.stringify(choiceProperties(bare)) }, element: bare.name };
  }
  const names = type.elements.flatMap((element) => (element.choice ? choiceProperties(element) : [element.name]));
  const near = nearestWord(plain, names);
  const choice = choices.find(({ name }) => plain.startsWith(name) && /^[A-Z]/.test(plain.slice(name.length)));
  if (choice !== undefined) {
    const given = plain.slice(choice.name.length);
    const known = model.type(given)?.name ?? model.type(given.charAt(0).toLowerCase() + given.slice(1))?.name;
    if (known !== undefined || near === undefined) {
      return { code: "fhir.unknownElement.choiceType", args: { ...args, element: choice.name, given, allowed: JSON.stringify(choiceProperties(choice)) }, element: choice.name };
    }
  }
  if (near !== undefined) {
    return { code: "fhir.unknownElement.near", args: { ...args, near: key.startsWith("_") ? `_${near}` : near }, element: elementOf(type, near) };
  }
  // `use` of a name in the patient: what belongs one level up or down is a common slip.
  const holder = type.elements.find((element) => element.types.some(({ code }) => code !== "Extension" && code !== "Resource" && holds(model, element, code, plain)));
  if (holder !== undefined && !isResourceWide(plain)) {
    return { code: "fhir.unknownElement.within", args: { ...args, holder: holder.choice ? choiceProperties(holder)[0] ?? holder.name : holder.name }, element: undefined };
  }
  return { code: isResource ? "fhir.unknownElement" : "fhir.unknownElement.inside", args, element: undefined };
}

function elementOf(type: TypeDefinition, property: string): string | undefined {
  return type.elements.find((element) => (element.choice ? choiceProperties(element).includes(property) : element.name === property))?.name;
}

function holds(model: FhirModel, element: ElementDefinition, code: string, property: string): boolean {
  return model.property(code === "BackboneElement" || code === "Element" ? element.path : code, property) !== undefined;
}

/** Names that so many types have that naming one of them says nothing. */
function isResourceWide(name: string): boolean {
  return ["id", "extension", "value", "code", "type", "system", "display", "text", "reference", "url", "version", "start", "end"].includes(name);
}
