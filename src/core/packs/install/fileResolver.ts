import type { FileSystem } from "../../fileSystem";
import { HumanError, toError } from "../../humanError";
import { archiveLimits, type ArchiveFormat } from "../archive/archive";
import type { Integrity } from "../archive/integrity";
import type { Packer } from "../archive/packer";
import type { Downloads } from "./downloads";
import type { PackInspector } from "./packOffer";
import type { PackSource } from "./packSource";
import type { PackResolver, ResolvedPack, ResolveOptions } from "./resolvedPack";

type FileSource = Extract<PackSource, { kind: "folder" | "archive" | "url" }>;

/** Packs that are given whole: a folder, a .tgz, or the address of one. */
export class FileResolver implements PackResolver<FileSource> {
  constructor(
    private readonly files: FileSystem,
    private readonly packer: Packer,
    private readonly archives: ArchiveFormat,
    private readonly inspector: PackInspector,
    private readonly integrity: Integrity,
    private readonly downloads: Downloads,
  ) {}

  async resolve(source: FileSource, options: ResolveOptions, signal: AbortSignal): Promise<readonly ResolvedPack[]> {
    const place = source.kind === "url" ? source.url : source.path;
    if (options.key !== undefined) {
      throw new HumanError("source.notSigned", `${place} is signed by nobody, and the key ${options.key} was expected; install it from its publisher's catalogue.`, { key: options.key });
    }
    const bytes = await this.bytesOf(source, signal);
    const { name, version } = await this.inspector.inspect(await this.archives.unpack(bytes, place, archiveLimits, signal), place);
    if (options.version !== undefined && options.version !== version) {
      throw new HumanError("source.otherVersion", `${place} holds ${name} ${version}, and version ${options.version} was asked for.`, { name, version });
    }
    return [{ name, version, integrity: this.integrity.of(bytes), source, signer: { kind: "nobody", from: place }, archive: async () => await Promise.resolve(bytes) }];
  }

  private async bytesOf(source: FileSource, signal: AbortSignal): Promise<Uint8Array> {
    switch (source.kind) {
      case "url":
        return await this.downloads.get({ url: source.url, what: "the pack", accept: "application/octet-stream, */*", maxBytes: archiveLimits.archiveBytes, resumable: true }, signal);
      case "folder":
        if ((await this.files.stat(source.path))?.kind !== "directory") {
          throw new HumanError("source.notThere", `${source.path} is no folder and no .tgz; name a pack's folder, a .tgz, a catalogue's address, or npm:<name>.`, { path: source.path });
        }
        return (await this.packer.pack(source.path)).bytes;
      case "archive": {
        const found = await this.files.stat(source.path);
        if (found !== undefined && found.size > archiveLimits.archiveBytes) {
          throw new HumanError("archive.tooLarge", `${source.path} has ${String(found.size)} bytes, more than the ${String(archiveLimits.archiveBytes)} that are read.`, { path: source.path, size: found.size });
        }
        try {
          return await this.files.readFile(source.path);
        } catch (cause) {
          throw new HumanError("source.notThere", `${source.path} cannot be read (${toError(cause).message}); name a .tgz that is there.`, { path: source.path }, { cause });
        }
      }
    }
  }
}
