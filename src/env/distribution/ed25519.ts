import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import type { SignatureScheme } from "../../core/packs/catalog/keys";

/** Ed25519 by Node's own library; keys as in a JSON Web Key (RFC 8037): `x` and `d`. */
export class Ed25519 implements SignatureScheme {
  newKeyPair(): { readonly public: string; readonly secret: string } {
    const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
    return { public: x, secret: d };
  }

  sign(bytes: Uint8Array, key: { readonly public: string; readonly secret: string }): string {
    const secret = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", x: key.public, d: key.secret }, format: "jwk" });
    return sign(null, bytes, secret).toString("base64url");
  }

  verify(bytes: Uint8Array, publicKey: string, signature: string): boolean {
    let key: KeyObject;
    try {
      key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    } catch {
      return false;
    }
    return verify(null, bytes, key, Buffer.from(signature, "base64url"));
  }
}
