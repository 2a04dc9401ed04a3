import type { JsonNode } from "../documents/jsonNode";

/** What stands for an id, whatever the id is. */
export interface Renaming {
  /**
   * What a text means if it is an id, an address or a reference to a resource in the document; `undefined` if it is a text like any other.
   *
   * @param key the property it stands under, or its place in a list
   * @param parent the object or list that it stands in
   * @param container the resource in which `#` references are looked up
   */
  meant(text: string, key: string | number | undefined, parent: JsonNode | undefined, container: JsonNode | undefined): string | undefined;
}
