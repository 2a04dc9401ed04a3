import { createGunzip, gzip } from "node:zlib";
import { promisify } from "node:util";
import { Header, Parser, Pax, type ReadEntry } from "tar";
import { archiveRoot, type ArchiveFormat, type ArchiveLimits, type PackFiles } from "../../core/packs/archive/archive";
import { EntryRules, refusedArchive, type EntryKind } from "../../core/packs/archive/entryRules";
import { HumanError, toError } from "../../core/humanError";

const block = 512;
/** The time that npm gives to every file, so that an archive depends on content alone. */
const fixedTime = new Date("1985-10-26T08:15:00.000Z");
/** Bytes of tar's own that an entry may take beside its content: headers of its own and of its long name, and padding. */
const entryOverhead = 4 * block;
/** RFC 1952: ID1, ID2. */
const gzipMagic = [0x1f, 0x8b];

/** `.tgz` archives in memory: nothing is written to disk before all of an archive has been judged. */
export class TarArchive implements ArchiveFormat {
  /**
   * Sorted, with fixed times, modes and owners, and a gzip header without time and system. How deflate packs is zlib's affair: another release of it may
   * give other bytes for the same files.
   */
  async pack(files: PackFiles): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(...headerOf(`${archiveRoot}${path}`, bytes.length), bytes, new Uint8Array((block - (bytes.length % block)) % block));
    }
    parts.push(new Uint8Array(2 * block));
    const packed = await promisify(gzip)(Buffer.concat(parts), { level: 9 });
    // MTIME, XFL and OS (RFC 1952, 2.3.1): unknown.
    packed.fill(0, 4, 9);
    packed[9] = 255;
    return packed;
  }

  async unpack(archive: Uint8Array, name: string, limits: ArchiveLimits, signal: AbortSignal): Promise<PackFiles> {
    signal.throwIfAborted();
    if (archive.length > limits.archiveBytes) {
      throw refusedArchive("archive.tooLarge", name, `has ${String(archive.length)} bytes, more than the ${String(limits.archiveBytes)} that are read`, { size: archive.length, limit: limits.archiveBytes });
    }
    if (archive[0] !== gzipMagic[0] || archive[1] !== gzipMagic[1]) {
      throw refusedArchive("archive.notGzip", name, "is no gzip file, which a .tgz is", {});
    }
    const reading = new Reading(name, new EntryRules(name, limits));
    const gunzip = createGunzip({ chunkSize: 64 * 1024 });
    let unpacked = 0;
    gunzip.end(archive);
    try {
      for await (const chunk of gunzip as AsyncIterable<Buffer>) {
        signal.throwIfAborted();
        unpacked += chunk.length;
        if (unpacked > limits.totalBytes + limits.entries * entryOverhead || (unpacked > limits.ratioFreeBytes && unpacked > archive.length * limits.ratio)) {
          throw refusedArchive("archive.bomb", name, `grows from ${String(archive.length)} bytes to more than ${String(unpacked)} when it is unpacked, as no pack does`, { size: archive.length, unpacked });
        }
        reading.write(chunk);
      }
      return reading.end();
    } catch (error) {
      if (error instanceof HumanError || signal.aborted) {
        throw error;
      }
      throw refusedArchive("archive.broken", name, "is damaged or cut off", {}, error);
    } finally {
      gunzip.destroy();
    }
  }
}

/** The header blocks of a file; a name that does not fit has a PAX header before it, as POSIX.1-2001 has it. */
function headerOf(path: string, size: number): readonly Uint8Array[] {
  const data = { path, size, mode: 0o644, uid: 0, gid: 0, type: "File", mtime: fixedTime } as const;
  const header = new Header(data);
  const bytes = Buffer.alloc(block);
  return header.encode(bytes, 0) ? [new Pax({ path, mtime: fixedTime }).encode(), bytes] : [bytes];
}

/** tar's parser with our rules before it. */
class Reading {
  private readonly files = new Map<string, Uint8Array>();
  private readonly parser: Parser;
  private fault: Error | undefined;
  private sniffed = false;

  constructor(
    private readonly name: string,
    rules: EntryRules,
  ) {
    const paths = new WeakMap<object, string>();
    // Called with each header, before a byte of the entry is read; what it throws comes out of `write`.
    const filter = (_: string, entry: unknown): boolean => {
      const { type, path, size } = entry as ReadEntry;
      const admitted = rules.admit(kindOf(type), path, size);
      if (admitted !== undefined) {
        paths.set(entry as ReadEntry, admitted);
      }
      return true;
    };
    this.parser = new Parser({ strict: true, filter, brotli: false, zstd: false });
    this.parser.on("error", (error: unknown) => (this.fault ??= toError(error)));
    this.parser.on("ignoredEntry", ({ type, path }: ReadEntry) => {
      this.fault ??= refusedArchive("archive.notAFile", name, `holds something that is no file (${String(type)}) named ${JSON.stringify(path)}; a pack holds plain files only`, { name: path, kind: String(type) });
    });
    this.parser.on("entry", (entry: ReadEntry) => {
      const chunks: Uint8Array[] = [];
      const path = paths.get(entry);
      entry.on("data", (chunk) => chunks.push(chunk));
      entry.on("end", () => {
        if (path !== undefined) {
          this.files.set(path, Buffer.concat(chunks));
        }
      });
    });
  }

  write(chunk: Buffer): void {
    if (!this.sniffed) {
      this.sniffed = true;
      // The parser would unpack a second layer by itself, past our count of bytes.
      if (chunk[0] === gzipMagic[0] && chunk[1] === gzipMagic[1]) {
        throw refusedArchive("archive.broken", this.name, "is packed twice", {});
      }
    }
    this.parser.write(chunk);
    this.throwFault();
  }

  end(): PackFiles {
    this.parser.end();
    this.throwFault();
    if (this.files.size === 0) {
      throw refusedArchive("archive.empty", this.name, "holds no files", {});
    }
    return this.files;
  }

  private throwFault(): void {
    if (this.fault !== undefined) {
      throw this.fault;
    }
  }
}

function kindOf(type: ReadEntry["type"]): EntryKind {
  switch (type) {
    case "File":
    case "OldFile":
    case "ContiguousFile":
      return "file";
    case "Directory":
      return "folder";
    case "SymbolicLink":
      return "symbolicLink";
    case "Link":
      return "hardLink";
    case "CharacterDevice":
    case "BlockDevice":
    case "FIFO":
      return "device";
    default:
      return "other";
  }
}
