/**
 * A JSON value in its one canonical form (RFC 8785, JSON Canonicalization Scheme), over which signatures are made. Numbers and texts are written as ECMAScript
 * writes them, which is what the scheme asks for; keys are in the order of their UTF-16 units; there is no white space.
 * @param value made of what JSON can hold; a member that is undefined counts as absent
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** The bytes that are signed. */
export function signedBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}
