import type { JsonValue } from "./document";

/** An array or object that is still being filled. */
export type JsonContainer = JsonValue[] | Record<string, JsonValue>;

/** A value in a JSON text, by UTF-16 offsets. */
export class JsonNode {
  /** In the order of the text, earlier values of a repeated property included; `undefined` where nothing can be in it. */
  readonly children: JsonNode[] | undefined;

  /**
   * @param key property name or array index; `undefined` for the outermost value
   * @param keyFrom where the property name stands, quotes included; equal to `keyTo` where there is none
   * @param to where the value ends; set again when an array or object is closed
   */
  constructor(
    readonly value: JsonValue,
    readonly key: string | number | undefined,
    readonly keyFrom: number,
    readonly keyTo: number,
    readonly from: number,
    public to: number,
  ) {
    this.children = typeof value === "object" && value !== null ? [] : undefined;
  }
}

/** Sets a property of the object itself: an assignment to `__proto__` would exchange its prototype. */
export function setOwn(container: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name === "__proto__") {
    Object.defineProperty(container, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    container[name] = value;
  }
}
