import type { Hasher } from "../hashing";

/**
 * SHA-256 over named files, whatever the order in which they come: over each name and the digest of its bytes, sorted by name.
 * Two sets of files have the same digest exactly when names and bytes are the same.
 */
export function digestOf(files: ReadonlyMap<string, Uint8Array>, hasher: Hasher): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => `${JSON.stringify(name)} ${hasher.sha256(bytes)}\n`);
  return hasher.sha256(new TextEncoder().encode(lines.join("")));
}
