import assert from "node:assert/strict";
import { HumanError } from "../../../../../src/core/humanError";
import { formatCatalogDocument, parseCatalog, type CatalogDocument } from "../../../../../src/core/packs/catalog/catalogDocument";
import { CatalogVerifier, type Publisher, type VerifiedCatalog } from "../../../../../src/core/packs/catalog/trust";
import { Ed25519 } from "../../../../../src/env/distribution/ed25519";
import { NodeHasher } from "../../../../../src/env/nodeHasher";
import { keyMaker, sampleNow, samplePackEntry, signedCatalog } from "../../../../support/catalogSamples";

const place = "https://course.example/catalog.json";
const verifier = (now = sampleNow): CatalogVerifier => new CatalogVerifier(new Ed25519(), new NodeHasher(), () => now);
/** As it arrives: written and read again. */
const sent = (document: CatalogDocument): CatalogDocument => parseCatalog(formatCatalogDocument(document), place);
const verify = (document: CatalogDocument, before?: Publisher, expected?: string): VerifiedCatalog => verifier().verify(sent(document), place, before, expected);

function refused(document: CatalogDocument, code: string, says: RegExp, before?: Publisher, expected?: string): void {
  assert.throws(() => verify(document, before, expected), (error: unknown) => {
    assert.ok(error instanceof HumanError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, /^The catalogue https:\/\/course\.example\/catalog\.json is refused: /);
    assert.match(error.message, says);
    return true;
  });
}

describe("trust in catalogues", () => {
  const maker = keyMaker();
  const ours = maker.newKey();
  const theirs = maker.newKey();

  it("has key ids that people can compare, made from the key", () => {
    assert.match(ours.id, /^[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){4}$/);
    assert.notEqual(ours.id, theirs.id);
  });

  it("believes the first catalogue and remembers its key, version and end", () => {
    const { publisher, signedBy } = verify(signedCatalog([ours], { version: 4 }));
    assert.equal(signedBy, ours.id);
    assert.deepEqual(publisher.keys, [{ id: ours.id, public: ours.public }]);
    assert.equal(publisher.version, 4);
    assert.equal(publisher.expires, "2027-02-01T00:00:00.000Z");
  });

  it("believes the same again, and a later one by the same key", () => {
    const { publisher } = verify(signedCatalog([ours]));
    assert.deepEqual(verify(signedCatalog([ours]), publisher).publisher, publisher);
    assert.equal(verify(signedCatalog([ours], { version: 2 }), publisher).publisher.version, 2);
  });

  it("refuses a catalogue that was changed", () => {
    const document = signedCatalog([ours]);
    const changed = { ...document, signed: { ...document.signed, packs: [samplePackEntry("@course/evil")] } };
    refused(changed, "catalog.wrongSignature", /signature by the key .* does not fit its content/);
    refused(changed, "catalog.wrongSignature", /changed on the way/, verify(document).publisher);
  });

  it("refuses a signature that was cut or is of something else", () => {
    const document = signedCatalog([ours]);
    for (const signature of ["AA", signedCatalog([ours], { version: 9 }).signatures[0]?.signature ?? ""]) {
      refused({ ...document, signatures: [{ key: ours.id, signature }] }, "catalog.wrongSignature", /does not fit/);
    }
  });

  it("refuses a signature whose key is not given", () => {
    refused({ ...signedCatalog([ours]), keys: [] }, "catalog.wrongSignature", /no signature fits/);
  });

  it("refuses a key under another key's id", () => {
    const document = signedCatalog([theirs]);
    const { publisher } = verify(signedCatalog([ours]));
    const forged = { ...document, keys: [{ id: ours.id, public: theirs.public }], signatures: document.signatures.map(({ signature }) => ({ key: ours.id, signature })) };
    refused(forged, "catalog.wrongKeyId", /passes one key off as another/, publisher);
  });

  it("refuses another key", () => {
    const { publisher } = verify(signedCatalog([ours]));
    refused(signedCatalog([theirs], { version: 2 }), "catalog.keyChanged", new RegExp(`signed by the key ${theirs.id}, and you trust ${ours.id}.*keys forget`), publisher);
  });

  it("refuses the first catalogue when it is not by the key that was named", () => {
    refused(signedCatalog([theirs]), "catalog.keyChanged", new RegExp(`${theirs.id}, and you trust ${ours.id}`), undefined, ours.id);
    assert.equal(verify(signedCatalog([ours]), undefined, ours.id).signedBy, ours.id);
  });

  it("refuses an older catalogue than was seen", () => {
    const { publisher } = verify(signedCatalog([ours], { version: 7 }));
    refused(signedCatalog([ours], { version: 6 }), "catalog.rolledBack", /version 6, and version 7 was seen before/, publisher);
  });

  it("refuses two catalogues under one number", () => {
    const { publisher } = verify(signedCatalog([ours], { version: 7 }));
    refused(signedCatalog([ours], { version: 7, title: "Other" }), "catalog.rewritten", /something else than the version 7/, publisher);
  });

  it("refuses a catalogue that has run out", () => {
    refused(signedCatalog([ours], { expires: sampleNow.toISOString() }), "catalog.expired", /ran out on 2026-11-01/);
    assert.throws(() => verifier(new Date("2027-02-02T00:00:00Z")).verify(sent(signedCatalog([ours])), place, undefined), /ran out on 2027-02-01/);
  });

  describe("when a key follows another", () => {
    const next = maker.rotate(ours);
    const after = maker.rotate(next);

    it("believes the new key by the old one's word, and then only the new one", () => {
      const { publisher } = verify(signedCatalog([ours]));
      const { publisher: moved, signedBy } = verify(signedCatalog([next], { version: 2 }), publisher);
      assert.equal(signedBy, next.id);
      assert.deepEqual(moved.keys.map(({ id }) => id), [next.id]);
      refused(signedCatalog([ours], { version: 3 }), "catalog.keyChanged", /and you trust/, moved);
    });

    it("believes both while both sign, for those who know only the old one", () => {
      const { publisher } = verify(signedCatalog([ours]));
      const both = signedCatalog([next, ours], { version: 2 });
      assert.deepEqual(verify(both, publisher).publisher.keys.map(({ id }) => id), [next.id]);
      assert.equal(verify(both).signedBy, next.id);
    });

    it("follows a chain of keys, whatever the order of the statements", () => {
      const { publisher } = verify(signedCatalog([ours]));
      const document = signedCatalog([after], { version: 2 });
      assert.equal(verify({ ...document, statements: [...document.statements].reverse() }, publisher).signedBy, after.id);
      assert.equal(verify(document, undefined, ours.id).signedBy, after.id);
      assert.equal(verify(document, verify(document).publisher, ours.id).signedBy, after.id);
    });

    it("does not believe a key that names itself the follower", () => {
      const { publisher } = verify(signedCatalog([ours]));
      const forged = { ...signedCatalog([theirs], { version: 2 }), statements: [{ signed: { type: "health-it-katas/rotation", by: { id: ours.id, public: ours.public }, key: { id: theirs.id, public: theirs.public }, issued: sampleNow.toISOString() }, signature: maker.rotate(theirs).history[0]?.signature ?? "" } as const] };
      refused(forged, "catalog.keyChanged", /and you trust/, publisher);
    });

    it("does not let a stolen old key come back once the new one was seen", () => {
      const { publisher: moved } = verify(signedCatalog([next, ours], { version: 2 }), verify(signedCatalog([ours])).publisher);
      refused(signedCatalog([maker.rotate(ours)], { version: 3 }), "catalog.keyChanged", /and you trust/, moved);
    });

    it("no longer believes a key that its follower took back", () => {
      const revoking = maker.revoke(next, ours);
      const { publisher } = verify(signedCatalog([ours]));
      const { publisher: moved } = verify(signedCatalog([revoking], { version: 2 }), publisher);
      assert.deepEqual(moved.revoked, [ours.id]);
      refused(signedCatalog([ours], { version: 3 }), "catalog.keyRevoked", /taken back by its publisher/, moved);
    });

    it("does not let the old key take back the one that follows it", () => {
      const attack = maker.revoke(ours, next);
      const document = signedCatalog([next, ours], { version: 2 });
      assert.equal(verify({ ...document, statements: [...document.statements, ...attack.history] }, verify(signedCatalog([ours])).publisher).signedBy, next.id);
    });
  });

  it("lists 500 packs with 10,000 katas from a catalogue without waiting", function () {
    this.timeout(10_000);
    const text = formatCatalogDocument(signedCatalog([ours], { packs: Array.from({ length: 500 }, (_, index) => samplePackEntry(`@course/pack-${String(index)}`, 20)) }));
    const { document } = verifier().verify(parseCatalog(text, place), place, undefined);
    assert.equal(document.signed.packs.flatMap(({ katas }) => katas).length, 10_000);
  });
});

describe("the text of a catalogue", () => {
  const bad: readonly [string, string, RegExp][] = [
    ["a web page", "<!doctype html><h1>Sign in</h1>", /is a web page \(HTML\) and no JSON/],
    ["no JSON", "{", /It is no JSON/],
    ["something else", '{"a": 1}', /lacks `signed`/],
    ["a version that is none", JSON.stringify({ ...signedCatalog([keyMaker().newKey()]), signed: { ...signedCatalog([keyMaker().newKey()]).signed, version: "7" } }), /`signed\.version` is a text/],
  ];
  for (const [what, text, says] of bad) {
    it(`is refused when it is ${what}`, () => {
      assert.throws(() => parseCatalog(text, place), (error: HumanError) => error.code === "catalog.malformed" && says.test(error.message) && error.message.startsWith(place));
    });
  }

  it("asks for an update when its format is newer", () => {
    assert.throws(() => parseCatalog(formatCatalogDocument(signedCatalog([keyMaker().newKey()], { format: 2 })), place), (error: HumanError) => error.code === "catalog.needsNewer");
  });

  it("says each pack on one line", () => {
    const document = signedCatalog([keyMaker().newKey()], { packs: [samplePackEntry("@a/b"), samplePackEntry("@a/c")] });
    const text = formatCatalogDocument(document);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(document)));
    assert.equal(text.split("\n").filter((line) => line.includes('"versions"')).length, 2);
  });
});
