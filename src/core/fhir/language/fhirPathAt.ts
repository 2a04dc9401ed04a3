import { formatPointer } from "../../documents/jsonPointer";
import { fhirPathOf } from "../fhirPathOf";
import type { FhirModel } from "../model/definitions";
import type { FhirText } from "./fhirText";
import { textOf } from "./fhirText";

/** The FHIRPath of the part at an offset, such as `Patient.name[0].given[1]`; `undefined` where there is no resource around it. */
export function fhirPathAt(model: FhirModel, text: FhirText, offset: number): string | undefined {
  const { root } = text;
  const chain = text.chainAt(offset);
  if (root === undefined || chain.length === 0 || textOf(root, "resourceType") === undefined) {
    return undefined;
  }
  const keys = chain.slice(1).flatMap(({ key }) => key ?? []);
  // The name of a resource's type is no element: it stands for the resource. A name that is still to be written is none either.
  return fhirPathOf(model, root.value, formatPointer(keys.at(-1) === "resourceType" || keys.at(-1) === "" ? keys.slice(0, -1) : keys));
}

/** The same path for every repetition: without positions. */
export function withoutPositions(path: string): string {
  return path.replace(/\[\d+\]/g, "");
}
