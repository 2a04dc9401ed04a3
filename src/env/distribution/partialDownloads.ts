import { createHash } from "node:crypto";
import { mkdir, open, readFile, rm, stat, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../alive";

/** What has come of one download. */
export interface Partial {
  readonly length: number;
  /** What the server called this content; without it, nothing can be gone on with. */
  readonly validator: string | undefined;
  append(chunk: Uint8Array): Promise<void>;
  /** Forgets what has come. @param validator of what comes now */
  restart(validator: string | undefined): Promise<void>;
  /** Everything, which is then no longer kept here. */
  finish(): Promise<Uint8Array>;
  /** Forgets what has come, for good. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps unfinished downloads in a folder, so that a later try goes on where an earlier one broke. */
export class PartialDownloads {
  /** @param folder absolute; made when it is needed */
  constructor(private readonly folder: string) {}

  /** @param keep whether it is kept on disk */
  async open(url: string, keep: boolean): Promise<Partial> {
    if (!keep) {
      return new MemoryPartial();
    }
    await mkdir(this.folder, { recursive: true });
    // Two programs that fetch the same do not write into one file; what one of them leaves, the next may take up.
    for (const slot of ["", ".2", ".3"]) {
      const path = join(this.folder, createHash("sha256").update(url).digest("hex") + slot);
      const busy = `${path}.busy`;
      const owner = Number(await readFile(busy, "utf8").catch(() => "0"));
      if (owner !== 0 && (owner === process.pid || isAlive(owner))) {
        continue;
      }
      await rm(busy, { force: true });
      try {
        await writeFile(busy, String(process.pid), { flag: "wx" });
      } catch {
        continue;
      }
      const validator = await readFile(`${path}.about`, "utf8").catch(() => "");
      const length = (await stat(`${path}.part`).catch(() => undefined))?.size ?? 0;
      return new FilePartial(path, validator === "" ? 0 : length, validator === "" ? undefined : validator);
    }
    return new MemoryPartial();
  }
}

class MemoryPartial implements Partial {
  private chunks: Uint8Array[] = [];
  length = 0;
  validator: string | undefined;

  append(chunk: Uint8Array): Promise<void> {
    this.chunks.push(chunk);
    this.length += chunk.length;
    return Promise.resolve();
  }

  restart(validator: string | undefined): Promise<void> {
    this.chunks = [];
    this.length = 0;
    this.validator = validator;
    return Promise.resolve();
  }

  finish(): Promise<Uint8Array> {
    return Promise.resolve(Buffer.concat(this.chunks));
  }

  async discard(): Promise<void> {
    await this.restart(undefined);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

class FilePartial implements Partial {
  private handle: FileHandle | undefined;

  constructor(
    private readonly path: string,
    public length: number,
    public validator: string | undefined,
  ) {}

  async append(chunk: Uint8Array): Promise<void> {
    this.handle ??= await open(`${this.path}.part`, "a");
    await this.handle.appendFile(chunk);
    this.length += chunk.length;
  }

  async restart(validator: string | undefined): Promise<void> {
    await this.closeHandle();
    await rm(`${this.path}.part`, { force: true });
    await (validator === undefined ? rm(`${this.path}.about`, { force: true }) : writeFile(`${this.path}.about`, validator));
    this.length = 0;
    this.validator = validator;
  }

  async finish(): Promise<Uint8Array> {
    await this.closeHandle();
    const bytes = this.length === 0 ? new Uint8Array() : await readFile(`${this.path}.part`);
    await this.discard();
    return bytes;
  }

  async discard(): Promise<void> {
    await this.restart(undefined);
  }

  async close(): Promise<void> {
    await this.closeHandle();
    await rm(`${this.path}.busy`, { force: true });
  }

  private async closeHandle(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }
}
