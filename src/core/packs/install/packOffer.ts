import type { DocumentReader } from "../../documents/document";
import type { Hasher } from "../../hashing";
import { HumanError } from "../../humanError";
import type { PackFiles } from "../archive/archive";
import { PackFilesSystem } from "../archive/packFilesSystem";
import { catalogueFileName, formatCatalogue, parseCatalogue, summaryOf } from "../catalogueFile";
import type { Kata, KataSummary } from "../kata";
import { isTestCheck } from "../kataManifest";
import { isRecord } from "../manifestFile";
import type { ManifestSchemas } from "../manifestSchema";
import { KataReader } from "../readKata";
import { PackReader, type PackReading } from "../readPack";

/** What a pack is, as its archive says: nothing of it was written or run. */
export interface PackInspection {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  readonly license: string;
  readonly author?: string;
  readonly katas: readonly KataSummary[];
  /** Katas that cannot be used, and why. */
  readonly broken: readonly { readonly id: string; readonly reason: string }[];
  /** Ids of the katas whose checks run code of the author's; the others are data only. */
  readonly codeKatas: readonly string[];
}

/** Who answers for a pack, as far as anybody does. */
export type PackSigner =
  /** A catalogue that was signed by this key. */
  | { readonly kind: "catalog"; readonly publisher: string; readonly url: string; readonly key: string; readonly firstTime: boolean }
  /** Nobody signed it; this is where it came from. */
  | { readonly kind: "nobody"; readonly from: string };

/** What a person is shown before a pack is installed. */
export interface PackOffer extends PackInspection {
  readonly integrity: string;
  /** Bytes of the archive. */
  readonly size: number;
  readonly source: string;
  readonly signer: PackSigner;
  /** The version that is in use now. */
  readonly replaces?: string;
}

/** Looks into archives of packs. */
export class PackInspector {
  constructor(
    private readonly hasher: Hasher,
    private readonly json: DocumentReader,
    private readonly schemas: ManifestSchemas,
  ) {}

  /**
   * @param what the archive is called in messages
   * @throws HumanError when it is no pack: no manifest, one with scripts or dependencies, a newer format, no kata that can be used
   */
  async inspect(files: PackFiles, what: string): Promise<PackInspection> {
    const system = new PackFilesSystem(files);
    const reading = await new PackReader(system, this.json, this.schemas).read(system.root, false);
    if (reading.state === "newer") {
      throw new HumanError("pack.needsNewer", `${reading.name} has format ${String(reading.format)}, which needs a newer version of Health IT Katas; update, then install it.`, { pack: reading.name });
    }
    if (reading.state === "broken") {
      throw new HumanError("install.noPack", `${what} is no pack that can be installed, so nothing of it was: ${reading.problems.map(({ message }) => message).join(" ")}`, { what });
    }
    const reader = new KataReader(system, this.hasher, this.json, this.schemas);
    const readings = await Promise.all(reading.katas.map(async (id) => await reader.read(reading.pack, id)));
    const sound: readonly Kata[] = readings.flatMap((each) => (each.state === "ready" ? [each.kata] : []));
    const broken = readings.flatMap((each) => (each.state === "broken" ? [{ id: each.id, reason: each.problems.map(({ message }) => message).join(" ") }] : []));
    if (sound.length === 0) {
      throw new HumanError("install.noKatas", `${what} holds no kata that can be used, so nothing of it was installed: ${broken.map(({ id, reason }) => `${id}: ${reason}`).join(" ")}`, { what });
    }
    const { name, version, title } = reading.pack;
    refuseStaleList(files, name, reading.katas, sound.map(summaryOf), what);
    return {
      name, version, title, ...this.about(files), katas: sound.map(summaryOf), broken,
      codeKatas: sound.filter(({ manifest }) => manifest.checks.some(isTestCheck)).map(({ id }) => id),
    };
  }

  /** The katas of an archive that can be used, with the files they lie in; for one that was inspected. */
  async katas(files: PackFiles): Promise<{ readonly files: PackFilesSystem; readonly katas: readonly Kata[] }> {
    const system = new PackFilesSystem(files);
    const reading = await new PackReader(system, this.json, this.schemas).read(system.root, false);
    return { files: system, katas: await soundKatas(reading, new KataReader(system, this.hasher, this.json, this.schemas)) };
  }

  private about(files: PackFiles): Pick<PackInspection, "description" | "license" | "author"> {
    // It was read before, so it is JSON.
    const manifest: unknown = JSON.parse(new TextDecoder().decode(files.get("package.json")));
    const { license, description, author, kataPack } = isRecord(manifest) ? manifest : {};
    const said = isRecord(kataPack) && typeof kataPack["description"] === "string" ? kataPack["description"] : description;
    const by = isRecord(author) ? author["name"] : author;
    return {
      license: typeof license === "string" ? license : "",
      ...(typeof said === "string" ? { description: said } : {}),
      ...(typeof by === "string" ? { author: by } : {}),
    };
  }
}

/** The katas of a pack that can be used. */
export async function soundKatas(reading: PackReading, reader: KataReader): Promise<readonly Kata[]> {
  if (reading.state !== "ready") {
    return [];
  }
  const readings = await Promise.all(reading.katas.map(async (id) => await reader.read(reading.pack, id)));
  return readings.flatMap((each) => (each.state === "ready" ? [each.kata] : []));
}

/** Lists are made from the generated `catalogue.json`: if it said something else than the katas do, a pack could pass one off as another's. */
function refuseStaleList(files: PackFiles, name: string, ids: readonly string[], katas: readonly KataSummary[], what: string): void {
  const text = files.get(catalogueFileName);
  const listed = text === undefined ? undefined : parseCatalogue(new TextDecoder().decode(text), name);
  const wrong = listed?.find((each) => ids.includes(each.id) && formatCatalogue(katas.filter(({ id }) => id === each.id)) !== formatCatalogue([each]));
  if (wrong !== undefined) {
    throw new HumanError("install.staleList", `${what} lists the kata ${JSON.stringify(wrong.id)} in its ${catalogueFileName} with other words than the kata itself has, so nothing of it was installed. Its author has to run \`health-it-katas verify --write\` and pack it again.`, { what, id: wrong.id });
  }
}

/** Text from a pack as it may stand in a terminal: control characters could draw what is not there. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
}

/** The page that a person reads before she agrees: what the pack is, who signed it, what it may do. Plain text. */
export function offerPage(offer: PackOffer): string {
  const { signer } = offer;
  const count = offer.katas.length;
  const tracks = [...new Set(offer.katas.map(({ track }) => track))].join(", ");
  const lines = [
    `${offer.title}`,
    `${offer.name} ${offer.version}${offer.replaces === undefined || offer.replaces === offer.version ? "" : `, in the place of ${offer.replaces}`}`,
    ...(offer.description === undefined ? [] : ["", offer.description]),
    "",
    `What it is:       ${String(count)} ${count === 1 ? "kata" : "katas"} (${tracks}), licence ${offer.license}${offer.author === undefined ? "" : `, by ${offer.author}`}`,
    ...offer.katas.slice(0, 12).map(({ title, level, minutes }) => `                    ${title} (level ${String(level)}, ${String(minutes)} min)`),
    ...(count > 12 ? [`                    and ${String(count - 12)} more`] : []),
    ...offer.broken.map(({ id }) => `                    ${id} cannot be used and will not be listed`),
    `Where it is from: ${offer.source}`,
    `Who signed it:    ${signerText(signer)}`,
    `What it may do:   ${offer.codeKatas.length === 0 ? "data only: its checks compare your files with descriptions, and run nothing of the author's" : `RUNS CODE: the checks of ${String(offer.codeKatas.length)} of its katas are programs of the author's, which run on this machine when you check your work (${offer.codeKatas.slice(0, 5).join(", ")}${offer.codeKatas.length > 5 ? ", …" : ""})`}`,
    `Its bytes:        ${offer.integrity}`,
  ];
  return lines.map(plainText).join("\n");
}

function signerText(signer: PackSigner): string {
  switch (signer.kind) {
    case "catalog":
      return `${signer.publisher}, with the key ${signer.key}${signer.firstTime ? ", which you meet for the first time: compare it with what the publisher told you" : ", as before"}`;
    case "nobody":
      return `nobody; it is as trustworthy as ${signer.from}`;
  }
}
