import type { Hasher } from "../../hashing";
import { HumanError } from "../../humanError";
import { signedBytes } from "./canonicalJson";
import type { CatalogDocument, PublicKey } from "./catalogDocument";
import { keyIdOf, type SignatureScheme } from "./keys";

/** What is remembered of whoever publishes a catalogue, from the first time it was read. */
export interface Publisher {
  readonly title: string;
  /** Keys that are trusted for this catalogue. */
  readonly keys: readonly PublicKey[];
  /** Ids of keys that were taken back. */
  readonly revoked: readonly string[];
  /** Of the catalogue that was read last. */
  readonly version: number;
  /** SHA-256 (hex) of what was signed, so that one version cannot be two. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly expires: string;
}

/** A catalogue whose signatures hold. */
export interface VerifiedCatalog {
  readonly document: CatalogDocument;
  /** To be remembered instead of the one before. */
  readonly publisher: Publisher;
  /** Id of the key whose signature was believed. */
  readonly signedBy: string;
}

/**
 * Decides whether a catalogue comes from whom it came from before, is no older than the last one, and has not run out. A catalogue that is read for the first
 * time is believed when its signatures hold: the person is shown the key, and every later one must be by it or by one that follows it.
 */
export class CatalogVerifier {
  constructor(
    private readonly scheme: SignatureScheme,
    private readonly hasher: Hasher,
    private readonly now: () => Date,
  ) {}

  /**
   * @param place where it came from, for messages
   * @param before what is remembered; undefined the first time
   * @param expectedKey id of the key that the person or a lock file names
   * @throws HumanError, one code and sentence for each way in which it cannot be believed
   */
  verify(document: CatalogDocument, place: string, before: Publisher | undefined, expectedKey?: string): VerifiedCatalog {
    const { signed, keys, statements, signatures } = document;
    const named = [...keys, ...statements.flatMap((statement) => [statement.signed.by, statement.signed.key])];
    this.checkIds(named, place);
    const bytes = signedBytes(signed);
    const expected = named.filter(({ id }) => id === expectedKey);
    const signing = keys.filter(({ id }) => signatures.some(({ key }) => key === id));
    const roots = before?.keys ?? (expectedKey === undefined ? signing : expected);
    const trust = this.trustIn(roots, before?.revoked ?? [], document);
    const signedBy = this.signer(document, bytes, place, trust, roots.length > 0 ? roots.map(({ id }) => id) : [expectedKey ?? ""]);
    if (expectedKey !== undefined && !this.trustIn(expected, [], document).holds(signedBy)) {
      throw keyChanged(place, signedBy, expectedKey);
    }
    const digest = this.hasher.sha256(bytes);
    if (before !== undefined && signed.version < before.version) {
      throw refusal("catalog.rolledBack", place, `it is version ${String(signed.version)}, and version ${String(before.version)} was seen before. Somebody serves an old one; try again later, or tell its publisher`, { version: signed.version, seen: before.version });
    }
    if (before !== undefined && signed.version === before.version && digest !== before.digest) {
      throw refusal("catalog.rewritten", place, `it says something else than the version ${String(signed.version)} that was seen before. Each issue needs a number of its own; tell its publisher`, { version: signed.version });
    }
    if (Date.parse(signed.expires) <= this.now().getTime()) {
      throw refusal("catalog.expired", place, `it ran out on ${signed.expires.slice(0, 10)}. Its publisher has to sign a new one; if that was done, whoever serves it holds it back`, { expires: signed.expires });
    }
    const signers = signatures.map(({ key }) => key).filter((id) => trust.holds(id));
    // The newest alone: an old key that gets into wrong hands later is worth nothing then.
    const newest = signers.filter((id) => !signers.some((other) => other !== id && trust.ancestors(other).includes(id)));
    const publisher: Publisher = {
      title: signed.title, version: signed.version, digest, expires: signed.expires, revoked: trust.revoked(),
      keys: newest.map((id) => ({ id, public: trust.keyOf(id) ?? "" })),
    };
    return { document, publisher, signedBy: newest[0] ?? signedBy };
  }

  /** The id of a key whose signature holds and that is trusted. */
  private signer({ signatures, keys }: CatalogDocument, bytes: Uint8Array, place: string, trust: Trust, known: readonly string[]): string {
    const holds = (publicKey: string | undefined, signature: string): boolean => publicKey !== undefined && this.scheme.verify(bytes, publicKey, signature);
    for (const { key, signature } of signatures) {
      if (trust.holds(key) && !holds(trust.keyOf(key), signature)) {
        throw refusal("catalog.wrongSignature", place, `the signature by the key ${key} does not fit its content. It was changed on the way, or damaged; try again, then tell its publisher`, { key });
      }
    }
    const trusted = signatures.find(({ key }) => trust.holds(key));
    if (trusted !== undefined) {
      return trusted.key;
    }
    const revoked = signatures.find(({ key }) => trust.revoked().includes(key));
    if (revoked !== undefined) {
      throw refusal("catalog.keyRevoked", place, `the key ${revoked.key} that signed it was taken back by its publisher. Somebody else may have that key; tell its publisher`, { key: revoked.key });
    }
    const other = signatures.find(({ key, signature }) => holds(keys.find(({ id }) => id === key)?.public, signature));
    if (other === undefined) {
      throw refusal("catalog.wrongSignature", place, "no signature fits its content. It was changed on the way, or damaged; try again, then tell its publisher");
    }
    throw keyChanged(place, other.key, known.join(", "));
  }

  private trustIn(roots: readonly PublicKey[], revoked: readonly string[], { statements }: CatalogDocument): Trust {
    const trust = new Trust(roots.filter(({ id }) => !revoked.includes(id)), revoked);
    trust.hear(statements.filter(({ signed, signature }) => this.scheme.verify(signedBytes(signed), signed.by.public, signature)));
    return trust;
  }

  /** An id is made from its key, so none can be passed off as another. */
  private checkIds(keys: readonly PublicKey[], place: string): void {
    const wrong = keys.find((key) => keyIdOf(key.public, this.hasher) !== key.id);
    if (wrong !== undefined) {
      throw refusal("catalog.wrongKeyId", place, `it calls a key ${wrong.id} that is ${keyIdOf(wrong.public, this.hasher)}. Somebody passes one key off as another; tell its publisher`, { key: wrong.id });
    }
  }
}

/** The keys that are believed, and which of them follows which. */
class Trust {
  private readonly keys = new Map<string, string>();
  private readonly before = new Map<string, string>();
  private readonly gone: Set<string>;

  constructor(keys: readonly PublicKey[], revoked: readonly string[]) {
    for (const { id, public: publicKey } of keys) {
      this.keys.set(id, publicKey);
    }
    this.gone = new Set(revoked);
  }

  /** @param statements whose signatures hold */
  hear(statements: CatalogDocument["statements"]): void {
    const rotations = statements.filter(({ signed }) => signed.type === "health-it-katas/rotation");
    // In any order: a key may be followed by one that is itself followed.
    for (let found = true; found; ) {
      found = false;
      for (const { signed } of rotations) {
        if (this.keys.has(signed.by.id) && !this.gone.has(signed.key.id) && !this.before.has(signed.key.id) && signed.key.id !== signed.by.id && !this.ancestors(signed.by.id).includes(signed.key.id)) {
          this.keys.set(signed.key.id, signed.key.public);
          this.before.set(signed.key.id, signed.by.id);
          found = true;
        }
      }
    }
    for (const { signed } of statements) {
      // Only by itself or a key that follows it: otherwise whoever stole the old key could shut out the new one.
      if (signed.type === "health-it-katas/revocation" && this.keys.has(signed.by.id) && (signed.by.id === signed.key.id || this.ancestors(signed.by.id).includes(signed.key.id) || !this.keys.has(signed.key.id))) {
        this.gone.add(signed.key.id);
      }
    }
  }

  holds(id: string): boolean {
    return this.keys.has(id) && !this.gone.has(id);
  }

  keyOf(id: string): string | undefined {
    return this.keys.get(id);
  }

  revoked(): readonly string[] {
    return [...this.gone].sort();
  }

  /** The keys that a key follows, the nearest first. */
  ancestors(id: string): readonly string[] {
    const found: string[] = [];
    for (let at = this.before.get(id); at !== undefined && !found.includes(at); at = this.before.get(at)) {
      found.push(at);
    }
    return found;
  }
}

function keyChanged(place: string, key: string, expected: string): HumanError {
  return refusal("catalog.keyChanged", place, `it is signed by the key ${key}, and you trust ${expected}. Ask its publisher by another way; if the new key is right, run \`health-it-katas keys forget ${place}\` and install again`, { key, expected });
}

function refusal(code: string, place: string, reason: string, args: Readonly<Record<string, string | number>> = {}): HumanError {
  return new HumanError(code, `The catalogue ${place} is refused: ${reason}.`, { place, ...args });
}
