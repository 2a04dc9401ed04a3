import { createHash } from "node:crypto";
import type { Hasher } from "../core/hashing";

/** SHA-256 by Node's own library. */
export class NodeHasher implements Hasher {
  sha256(bytes: Uint8Array): string {
    return createHash("sha256").update(bytes).digest("hex");
  }
}
