/** Subresource integrity (W3C SRI) of archives, as npm's registries and lock files write it; implemented by the host. */
export interface Integrity {
  /** `sha512-` and the digest in base64. */
  of(bytes: Uint8Array): string;
  /** Whether the bytes are the ones meant; false too when `integrity` holds no sha512, since weaker digests can be forged. */
  matches(bytes: Uint8Array, integrity: string): boolean;
}
