import { indexOfToken, parsePointer } from "../../documents/jsonPointer";

/**
 * How sentences call a part: its path within the resource around it, such as `name[0].family`; a resource itself goes by its type.
 *
 * @param resourcePointer of the nearest resource around the part
 */
export function partName(pointer: string, resourcePointer: string, resourceType: string): string {
  if (pointer === resourcePointer || !pointer.startsWith(`${resourcePointer}/`)) {
    return resourceType;
  }
  let name = "";
  for (const token of parsePointer(pointer.slice(resourcePointer.length)) ?? []) {
    name += indexOfToken(token) === undefined ? (name === "" ? token : `.${token}`) : `[${token}]`;
  }
  return name;
}
