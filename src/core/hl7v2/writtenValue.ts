import type { JsonValue } from "../documents/document";
import { standardDelimiters } from "./delimiters";
import { encodeEscapes } from "./escapes";

/** Between the entries of a list, by how deep the lists below it go: subcomponents, components, repetitions (HL7 v2.5.1 §2.5.4). */
const separators = [standardDelimiters.subcomponent, standardDelimiters.component, standardDelimiters.repetition];

/**
 * A part of an HL7 v2 document's value as it is written in a message with the usual delimiters: a field, a repetition, a component; trailing empty parts
 * are left out. `undefined` for anything else, such as a segment.
 */
export function writtenValue(value: JsonValue): string | undefined {
  if (typeof value === "string") {
    return encodeEscapes(value, standardDelimiters);
  }
  const depth = depthOf(value);
  const separator = depth === undefined ? undefined : separators[depth - 1];
  if (separator === undefined || !Array.isArray(value)) {
    return undefined;
  }
  const parts = (value as readonly JsonValue[]).map((part) => writtenValue(part) ?? "");
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1).join(separator);
}

/** How many lists stand around the texts; `undefined` when it is not the same everywhere, or something else than a text is in it. */
function depthOf(value: JsonValue): number | undefined {
  if (typeof value === "string") {
    return 0;
  }
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  const [first, ...others] = (value as readonly JsonValue[]).map(depthOf);
  return first !== undefined && others.every((depth) => depth === first) ? first + 1 : undefined;
}
