/**
 * A JSON value in its one canonical form (RFC 8785, JSON Canonicalization Scheme), over which signatures are made. Numbers and texts are written as ECMAScript
 * writes them, which is what the scheme asks for; keys are in the order of their UTF-16 units; there is no white space.
 * @param value made of what JSON can hold; a member that is undefined counts as absent
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  // One text that grows, and no lists in between: a catalogue has some hundred thousand parts.
  if (Array.isArray(value)) {
    let items = "";
    for (const item of value) {
      items += `${items === "" ? "" : ","}${canonicalJson(item)}`;
    }
    return `[${items}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  let members = "";
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) {
      members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
  }
  return `{${members}}`;
}

/** The bytes that are signed. */
export function signedBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}
