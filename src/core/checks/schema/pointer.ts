import { escapePointerToken, parsePointer } from "../../documents/jsonPointer";

/** The reference tokens of a JSON pointer; none for the whole document, nor for a text that is no pointer. */
export function pointerTokens(pointer: string): readonly string[] {
  return parsePointer(pointer) ?? [];
}

/** The pointer of a member or entry of the part at `parent`. */
export function childPointer(parent: string, token: string | number): string {
  return `${parent}/${escapePointerToken(String(token))}`;
}

/** Whether `pointer` is `ancestor` or lies in it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
