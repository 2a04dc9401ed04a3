import type { FileSystem } from "../../fileSystem";
import type { Pack } from "../kata";
import type { PackReader } from "../readPack";
import { archiveLimits, type ArchiveFormat } from "./archive";
import type { Integrity } from "./integrity";
import { archiveName, packContents } from "./packContents";

/** A pack as one file. */
export interface PackedArchive {
  readonly pack: Pack;
  /** As npm would call it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly integrity: string;
  /** Paths in the archive, without `package/`. */
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
}

/** Makes archives of packs. */
export class Packer {
  constructor(
    private readonly files: FileSystem,
    private readonly packs: PackReader,
    private readonly archives: ArchiveFormat,
    private readonly integrity: Integrity,
  ) {}

  /**
   * The same folder gives the same bytes.
   * @param folder absolute path of the pack
   * @throws HumanError when it cannot be packed
   */
  async pack(folder: string): Promise<PackedArchive> {
    const { pack, files, leftOut } = await packContents(this.files, this.packs, folder, archiveLimits);
    const bytes = await this.archives.pack(files);
    return { pack, fileName: archiveName(pack), bytes, integrity: this.integrity.of(bytes), files: [...files.keys()].sort(), leftOut };
  }
}
