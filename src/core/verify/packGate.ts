import { mapLimited } from "../concurrency";
import type { FileSystem, WritableFileSystem } from "../fileSystem";
import { catalogueFileName, formatCatalogue, summaryOf } from "../packs/catalogueFile";
import { filesBelow } from "../packs/folderFiles";
import type { Kata, KataSummary, Pack } from "../packs/kata";
import { isRecord } from "../packs/manifestFile";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import type { KataReader } from "../packs/readKata";
import { packFormat, type PackReader } from "../packs/readPack";
import { formatSignatures, parseSignatures, signatureFileName, type KataSignatures, type PackSignatures } from "../packs/signatureFile";
import { joinPath } from "../path";
import type { KataGate } from "./kataGate";
import { isOpen, type KataReport, type PackReport, type VerifyReport } from "./report";

/** Told of katas as they are done, in the order in which they are. */
export type KataDone = (report: KataReport) => void;

/** Where generated files are written. */
type Writer = Pick<WritableFileSystem, "writeFile">;

/** The author's gate over whole packs. */
export class PackGate {
  /**
   * @param parallel katas that are looked at at once
   * @param writer given for `--write`: brings signatures.json and catalogue.json up to date instead of calling them out of date
   */
  constructor(
    private readonly files: FileSystem,
    private readonly packs: PackReader,
    private readonly katas: KataReader,
    private readonly gate: KataGate,
    private readonly parallel: number,
    private readonly writer?: Writer,
  ) {}

  /** @param folders absolute paths of packs. Rejects only with the abort reason of `signal`, or an error of the file system. */
  async verify(folders: readonly string[], done: KataDone, signal: AbortSignal): Promise<VerifyReport> {
    const katas: KataReport[] = [];
    const packs: PackReport[] = [];
    const uuids = new Map<string, string>();
    for (const folder of folders) {
      const reading = await this.packs.read(folder, false);
      if (reading.state === "ready") {
        const verified = await this.verifyPack(reading.pack, reading.katas, uuids, done, signal);
        katas.push(...verified.katas);
        packs.push(verified.report);
      } else if (reading.state === "newer") {
        const message = `The pack has format ${reading.format}, this program knows up to ${packFormat}; update Health IT Katas.`;
        packs.push({ folder, name: reading.name, ok: false, problems: [fileProblem(joinPath(folder, "package.json"), "pack.needsNewer", message, { format: reading.format })], written: [] });
      } else {
        packs.push({ folder, ok: false, problems: reading.problems, written: [] });
      }
    }
    return { ok: [...katas, ...packs].every(({ ok }) => ok), katas, packs };
  }

  /**
   * One kata of a pack, without what concerns the pack as a whole. `undefined` when the pack cannot be read or has no such kata.
   * Rejects only with the abort reason of `signal`, or an error of the file system.
   */
  async verifyKata(folder: string, id: string, signal: AbortSignal): Promise<KataReport | undefined> {
    const reading = await this.packs.read(folder, false);
    return reading.state === "ready" && reading.katas.includes(id) ? (await this.readAndVerify(reading.pack, id, signal)).report : undefined;
  }

  private async readAndVerify(pack: Pack, id: string, signal: AbortSignal): Promise<{ readonly report: KataReport; readonly kata?: Kata }> {
    const reading = await this.katas.read(pack, id);
    return reading.state === "broken"
      ? { report: { pack: pack.name, id, ok: false, problems: reading.problems, solutions: [], wrong: [] } }
      : { report: await this.gate.verify(reading.kata, signal), kata: reading.kata };
  }

  private async verifyPack(pack: Pack, ids: readonly string[], uuids: Map<string, string>, done: KataDone, signal: AbortSignal): Promise<{ readonly katas: readonly KataReport[]; readonly report: PackReport }> {
    const sound = new Map<string, Kata>();
    const katas = await mapLimited(ids, this.parallel, async (id) => {
      const { report, kata } = await this.readAndVerify(pack, id, signal);
      if (kata !== undefined) {
        sound.set(id, kata);
      }
      done(report);
      return report;
    });
    const summaries = ids.flatMap((id) => sound.get(id) ?? []).map(summaryOf);
    const written: string[] = [];
    const problems = [
      ...duplicateUuids(summaries, pack, uuids),
      ...(await this.keywordProblems(pack)),
      ...(await this.strayFiles(pack, ids)),
      ...(await this.signatures(pack, katas, written)),
      ...(await this.catalogue(pack, summaries, ids, written)),
    ];
    return { katas, report: { folder: pack.folder, name: pack.name, ok: isOpen(problems), problems, written } };
  }

  /** Signatures of katas whose wrong answers were not run, and of answers that are not refused, stay as they are: nothing is known of them. */
  private async signatures(pack: Pack, katas: readonly KataReport[], written: string[]): Promise<readonly PackProblem[]> {
    const path = joinPath(pack.folder, signatureFileName);
    const before = await this.textOf(path);
    const known = knownSignatures(before);
    const now: Record<string, KataSignatures> = {};
    for (const report of katas) {
      const signatures = report.wrong.length === 0 && !report.ok ? known[report.id] : signaturesOf(report, known[report.id]);
      if (signatures !== undefined && Object.keys(signatures).length > 0) {
        now[report.id] = signatures;
      }
    }
    return await this.generated(path, before, formatSignatures(now), "pack.signaturesStale", written);
  }

  private async catalogue(pack: Pack, summaries: readonly KataSummary[], ids: readonly string[], written: string[]): Promise<readonly PackProblem[]> {
    if (summaries.length < ids.length) {
      return [];
    }
    const path = joinPath(pack.folder, catalogueFileName);
    return await this.generated(path, await this.textOf(path), formatCatalogue(summaries), "pack.catalogueStale", written);
  }

  private async generated(path: string, before: string | undefined, after: string, code: string, written: string[]): Promise<readonly PackProblem[]> {
    if (before === after) {
      return [];
    }
    if (this.writer === undefined) {
      const state = before === undefined ? "is not there" : "is out of date";
      return [fileProblem(path, code, `This generated file ${state}; run \`health-it-katas verify --write\` on the pack and commit what it writes.`)];
    }
    await this.writer.writeFile(path, new TextEncoder().encode(after));
    written.push(path);
    return [];
  }

  private async keywordProblems(pack: Pack): Promise<readonly PackProblem[]> {
    const path = joinPath(pack.folder, "package.json");
    const manifest: unknown = JSON.parse((await this.textOf(path)) ?? "{}");
    const keywords = isRecord(manifest) ? manifest["keywords"] : undefined;
    return Array.isArray(keywords) && keywords.includes("health-it-katas")
      ? []
      : [fileProblem(path, "pack.noKeyword", "`keywords` lacks \"health-it-katas\", by which packs are found; add it.")];
  }

  private async strayFiles(pack: Pack, ids: readonly string[]): Promise<readonly PackProblem[]> {
    const kept = new Set(["package.json", "README.md", "LICENSE", "CHANGELOG.md", signatureFileName, catalogueFileName, ...ids]);
    const entries = (await this.files.list(pack.folder)).filter(({ name }) => !kept.has(name));
    return await Promise.all(entries.map(async ({ name, kind }) => {
      const path = joinPath(pack.folder, name);
      const isKata = kind === "directory" && (await filesBelow(this.files, path)).files.includes("kata.json");
      return isKata
        ? fileProblem(path, "pack.unlistedKata", `\`${name}\` is a kata that \`kataPack.katas\` does not name, so nobody sees it; name it there.`, { id: name })
        : fileProblem(path, "pack.strayFile", `\`${name}\` has no place in a pack; remove it.`, { path: name });
    }));
  }

  private async textOf(path: string): Promise<string | undefined> {
    return (await this.files.stat(path))?.kind === "file" ? new TextDecoder().decode(await this.files.readFile(path)) : undefined;
  }
}

/** What `signatures.json` says; nothing when it cannot be read, since it is written anew then. */
function knownSignatures(text: string | undefined): PackSignatures {
  try {
    return text === undefined ? {} : parseSignatures(text);
  } catch {
    return {};
  }
}

function signaturesOf(report: KataReport, known: KataSignatures | undefined): KataSignatures {
  return Object.fromEntries(report.wrong.flatMap(({ id, ok, signature }) => {
    const kept = ok ? signature : known?.[id];
    return kept === undefined ? [] : [[id, kept]];
  }));
}

function duplicateUuids(summaries: readonly KataSummary[], pack: Pack, uuids: Map<string, string>): readonly PackProblem[] {
  return summaries.flatMap(({ id, uuid }) => {
    const first = uuids.get(uuid);
    uuids.set(uuid, first ?? `${pack.name}/${id}`);
    const path = joinPath(pack.folder, id, "kata.json");
    return first === undefined ? [] : [fileProblem(path, "kata.duplicateUuid", `The uuid ${uuid} is also that of ${first}; give this kata one of its own.`, { uuid, other: first })];
  });
}

