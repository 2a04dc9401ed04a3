import { KeyMaker, type SigningKey } from "../../src/core/packs/catalog/keys";
import type { CatalogDocument, CatalogPack } from "../../src/core/packs/catalog/catalogDocument";
import { NodeHasher } from "../../src/env/nodeHasher";
import { Ed25519 } from "../../src/env/distribution/ed25519";

/** The moment at which the samples are made. */
export const sampleNow = new Date("2026-11-01T12:00:00.000Z");

export function keyMaker(now: Date = sampleNow): KeyMaker {
  return new KeyMaker(new Ed25519(), new NodeHasher(), () => now);
}

export function samplePackEntry(name: string, katas = 1): CatalogPack {
  return {
    name, title: `Pack ${name}`, license: "CC-BY-4.0",
    versions: [{ version: "1.0.0", file: `${name.replace(/^@/, "").replace("/", "-")}-1.0.0.tgz`, integrity: `sha512-${"A".repeat(86)}==`, size: 1234, runsCode: false }],
    katas: Array.from({ length: katas }, (_, index) => ({
      id: `kata-${String(index)}`, uuid: `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, "0")}`, title: `Kata number ${String(index)} of ${name}`, track: "hl7v2", level: 1 + (index % 5), minutes: 20, kind: "author", competencies: ["v2-syntax"],
    })),
  };
}

/** A catalogue signed by these keys. */
export function signedCatalog(keys: readonly [SigningKey, ...SigningKey[]], changes: Partial<CatalogDocument["signed"]> = {}): CatalogDocument {
  return keyMaker().signCatalog({
    type: "health-it-katas/catalog", format: 1, title: "Course of the tests", version: 1, issued: sampleNow.toISOString(), expires: "2027-02-01T00:00:00.000Z", packs: [samplePackEntry("@course/first")], ...changes,
  }, keys);
}
