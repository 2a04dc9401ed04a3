import { createHash } from "node:crypto";
import type { Integrity } from "../../core/packs/archive/integrity";

/** Integrity by Node's own SHA-512. */
export class SriIntegrity implements Integrity {
  of(bytes: Uint8Array): string {
    return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  }

  matches(bytes: Uint8Array, integrity: string): boolean {
    const actual = this.of(bytes);
    // Several digests may stand side by side, with options behind a question mark (W3C SRI, 3.5).
    return integrity.split(/\s+/).some((each) => each.split("?")[0] === actual);
  }
}
