import { createHash } from "node:crypto";
import type { ContentHasher } from "../core/fhir/validation/rules/attachmentRule";
import type { Hasher } from "../core/hashing";

/** Hashes by Node's own library. */
export class NodeHasher implements Hasher, ContentHasher {
  sha256(bytes: Uint8Array): string {
    return createHash("sha256").update(bytes).digest("hex");
  }

  sha1(bytes: Uint8Array): Uint8Array {
    return createHash("sha1").update(bytes).digest();
  }
}
