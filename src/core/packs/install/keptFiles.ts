import type { WritableFileSystem } from "../../fileSystem";
import type { Hasher } from "../../hashing";
import { joinPath } from "../../path";
import type { Integrity } from "../archive/integrity";

/**
 * What was fetched once, kept so that it can be used without a line: archives by their integrity, which is looked at again each time, and the last answers of
 * catalogues and registries by their address.
 */
export class KeptFiles {
  /** @param folder absolute; made when it is needed */
  constructor(
    private readonly files: WritableFileSystem,
    private readonly integrity: Integrity,
    private readonly hasher: Hasher,
    private readonly folder: string,
  ) {}

  /** The archive with this integrity, if it is kept and still whole. */
  async archive(integrity: string): Promise<Uint8Array | undefined> {
    const bytes = await this.read(this.archivePath(integrity));
    return bytes !== undefined && this.integrity.matches(bytes, integrity) ? bytes : undefined;
  }

  async keepArchive(integrity: string, bytes: Uint8Array): Promise<void> {
    await this.write(this.archivePath(integrity), bytes);
  }

  /** The last answer from an address. */
  async answer(url: string): Promise<Uint8Array | undefined> {
    return await this.read(this.answerPath(url));
  }

  async keepAnswer(url: string, bytes: Uint8Array): Promise<void> {
    await this.write(this.answerPath(url), bytes);
  }

  /** A name from the digest, since base64 holds what no file name may. */
  private archivePath(integrity: string): string {
    return joinPath(this.folder, "archives", `${this.nameOf(integrity)}.tgz`);
  }

  private answerPath(url: string): string {
    return joinPath(this.folder, "answers", this.nameOf(url));
  }

  private nameOf(text: string): string {
    return this.hasher.sha256(new TextEncoder().encode(text));
  }

  private async read(path: string): Promise<Uint8Array | undefined> {
    return (await this.files.stat(path))?.kind === "file" ? await this.files.readFile(path) : undefined;
  }

  /** What cannot be kept is fetched again the next time: no reason to fail now. */
  private async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.files.writeFile(path, bytes).catch(() => undefined);
  }
}
