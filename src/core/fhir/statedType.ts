import type { JsonValue } from "../documents/document";
import { isRecord } from "../record";

/** The resource type that a JSON value states; `undefined` where it is no object or states none. */
export function resourceTypeOf(value: JsonValue | undefined): string | undefined {
  const type = isRecord(value) && Object.hasOwn(value, "resourceType") ? value["resourceType"] : undefined;
  return typeof type === "string" ? type : undefined;
}
