import type { Hasher } from "../../hashing";
import type { CatalogDocument, KeyStatement, PublicKey, SignedCatalog } from "./catalogDocument";
import { signedBytes } from "./canonicalJson";

/** Ed25519 (RFC 8032), implemented by the host. Keys and signatures are base64url. */
export interface SignatureScheme {
  /** 32 bytes each. */
  newKeyPair(): { readonly public: string; readonly secret: string };
  sign(bytes: Uint8Array, key: { readonly public: string; readonly secret: string }): string;
  /** False too when key or signature are none. */
  verify(bytes: Uint8Array, publicKey: string, signature: string): boolean;
}

/** A key with which catalogues are signed. */
export interface SigningKey extends PublicKey {
  readonly secret: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** How trust came to this key, and what it has taken back: goes into each catalogue that it signs. */
  readonly history: readonly KeyStatement[];
}

/** Digits without those that look alike (Crockford's base 32). */
const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The short form of a public key, which people compare: the first 100 bits of its SHA-256 in five groups, such as `k7dm-2xpq-9f4t-hv3c-a8zn`.
 * @param publicKey base64url
 */
export function keyIdOf(publicKey: string, hasher: Hasher): string {
  const hex = hasher.sha256(new TextEncoder().encode(publicKey)).slice(0, 25);
  const bits = BigInt(`0x${hex}`);
  const letters = Array.from({ length: 20 }, (_, index) => digits[Number((bits >> BigInt(5 * (19 - index))) & 31n)] ?? "").join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** Makes keys, statements about keys, and signatures. */
export class KeyMaker {
  constructor(
    private readonly scheme: SignatureScheme,
    private readonly hasher: Hasher,
    private readonly now: () => Date,
  ) {}

  newKey(): SigningKey {
    const pair = this.scheme.newKeyPair();
    return { id: keyIdOf(pair.public, this.hasher), ...pair, created: this.now().toISOString(), history: [] };
  }

  /** A key that follows another: whoever trusts the old one will trust the new one. */
  rotate(old: SigningKey): SigningKey {
    const next = this.newKey();
    return { ...next, history: [...old.history, this.statement("health-it-katas/rotation", old, { id: next.id, public: next.public })] };
  }

  /** Takes back an earlier key, so that nobody trusts it any more. */
  revoke(by: SigningKey, revoked: PublicKey): SigningKey {
    return { ...by, history: [...by.history, this.statement("health-it-katas/revocation", by, { id: revoked.id, public: revoked.public })] };
  }

  /** @param keys who sign; the first one's history goes along */
  signCatalog(signed: SignedCatalog, keys: readonly [SigningKey, ...SigningKey[]]): CatalogDocument {
    const bytes = signedBytes(signed);
    return {
      signed,
      keys: keys.map(({ id, public: publicKey }) => ({ id, public: publicKey })),
      statements: keys[0].history,
      signatures: keys.map((key) => ({ key: key.id, signature: this.scheme.sign(bytes, key) })),
    };
  }

  private statement(type: KeyStatement["signed"]["type"], by: SigningKey, key: PublicKey): KeyStatement {
    const signed = { type, by: { id: by.id, public: by.public }, key, issued: this.now().toISOString() };
    return { signed, signature: this.scheme.sign(signedBytes(signed), by) };
  }
}
