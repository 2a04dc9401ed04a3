/** One reference token as it stands in a JSON pointer: `~` as `~0`, `/` as `~1` (RFC 6901, section 3). */
export function escapePointerToken(token: string): string {
  return token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** The JSON pointer with these reference tokens, from the outermost; none at all give "", the whole document. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapePointerToken(String(token))}`).join("");
}

/** The reference tokens of a JSON pointer; `undefined` when it is none (RFC 6901: neither empty nor starting with `/`, or a `~` without 0 or 1 after it). */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === "") {
    return [];
  }
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) {
    return undefined;
  }
  return pointer.slice(1).split("/").map((token) => (token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token));
}

/** The array index that a reference token stands for; `undefined` when it is none (digits without leading zeros; `-` names no element). */
export function indexOfToken(token: string): number | undefined {
  return /^(?:0|[1-9][0-9]{0,14})$/.test(token) ? Number(token) : undefined;
}
