/** How much an archive may hold. A pack of text is far below each of these; an archive that reaches one was not made to be read. */
export interface ArchiveLimits {
  /** Bytes of the compressed archive. */
  readonly archiveBytes: number;
  /** Bytes of all files together, unpacked. */
  readonly totalBytes: number;
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Files and folders. */
  readonly entries: number;
  /** How many times larger the whole may become by unpacking, once it is past `ratioFreeBytes`. */
  readonly ratio: number;
  /** Unpacked bytes up to which the ratio does not matter: small texts may be very regular. */
  readonly ratioFreeBytes: number;
}

const megabyte = 1024 * 1024;

export const archiveLimits: ArchiveLimits = {
  archiveBytes: 32 * megabyte,
  totalBytes: 64 * megabyte,
  fileBytes: 16 * megabyte,
  entries: 20_000,
  ratio: 100,
  ratioFreeBytes: 8 * megabyte,
};

/** The files of a pack by their path in the pack, with `/`. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** The folder in which npm puts a package's files inside the archive. */
export const archiveRoot = "package/";

/** Makes and reads `.tgz` archives as npm does; implemented by the host. */
export interface ArchiveFormat {
  /** The same files give the same bytes. */
  pack(files: PackFiles): Promise<Uint8Array>;
  /**
   * Every file of an archive, none of which has been written anywhere.
   * @param name what the archive is called in messages
   * @throws HumanError when it is no such archive, goes beyond a limit or holds anything but plain files with sound names; the abort reason of `signal`
   */
  unpack(archive: Uint8Array, name: string, limits: ArchiveLimits, signal: AbortSignal): Promise<PackFiles>;
}
