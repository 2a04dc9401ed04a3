/**
 * A JSON value in its one canonical form (RFC 8785, JSON Canonicalization Scheme), over which signatures are made. Numbers and texts are written as ECMAScript
 * writes them, which is what the scheme asks for; keys are in the order of their UTF-16 units; there is no white space.
 * @param value made of what JSON can hold; a member that is undefined counts as absent
 */
export function canonicalJson(value: unknown): string {
  // The host's own writer is many times quicker than one of ours, and keeps the order in which keys were added, but for keys that are array indexes.
  const order = { indexes: false };
  const sorted = inOrder(value, order);
  return order.indexes ? written(value) : JSON.stringify(sorted);
}

/** The bytes that are signed. */
export function signedBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function inOrder(value: unknown, order: { indexes: boolean }): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => inOrder(item, order));
  }
  const record = value as Readonly<Record<string, unknown>>;
  // Without a prototype, so that a member called `__proto__` is one like any other.
  const sorted = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record).sort()) {
    order.indexes ||= /^\d/.test(key);
    sorted[key] = inOrder(record[key], order);
  }
  return sorted;
}

function written(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(written).join(",")}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`).join(",")}}`;
}
