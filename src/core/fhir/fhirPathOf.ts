import { indexOfToken, parsePointer } from "../documents/jsonPointer";
import type { JsonValue } from "../documents/document";
import { isRecord } from "../record";
import type { FhirModel } from "./model/definitions";
import { resourceTypeOf } from "./statedType";

/**
 * A part of a resource in FHIRPath, in the simple form of OperationOutcome.expression: `Patient.name[0].family`, `Observation.value.code` for a property
 * `valueQuantity`, and for a `_birthDate` the primitive itself. Something that the definitions do not know keeps its name.
 */
export function fhirPathOf(model: FhirModel, root: JsonValue, pointer: string): string {
  let here: JsonValue | undefined = root;
  let type = resourceTypeOf(root);
  let path = type ?? "Resource";
  for (const token of parsePointer(pointer) ?? []) {
    if (Array.isArray(here) && indexOfToken(token) !== undefined) {
      here = (here as readonly JsonValue[])[Number(token)];
      path += `[${token}]`;
      type = type === "Resource" ? resourceTypeOf(here) : type;
      continue;
    }
    here = isRecord(here) && Object.hasOwn(here, token) ? (here as Readonly<Record<string, JsonValue>>)[token] : undefined;
    const property = type === undefined ? undefined : model.property(type, token);
    const plain = token.startsWith("_") ? token.slice(1) : token;
    const name = property?.element.name ?? plain;
    path += `.${/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``}`;
    if (property === undefined) {
      type = undefined;
    } else {
      const { element, type: named } = property;
      type = element.contentOf ?? (named.code === "BackboneElement" || named.code === "Element" ? element.path : named.code);
    }
    // An entry's resource says itself what it is; what else has a property of that name does not mean itself.
    type = type === "Resource" ? resourceTypeOf(here) ?? type : type;
  }
  return path;
}
