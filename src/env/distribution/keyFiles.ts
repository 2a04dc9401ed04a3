import { randomBytes } from "node:crypto";
import { mkdir, open, rename, stat } from "node:fs/promises";
import type { FileSystem } from "../../core/fileSystem";
import { HumanError } from "../../core/humanError";
import type { SigningKey } from "../../core/packs/catalog/keys";
import { RecordSchema } from "../../core/packs/recordSchema";
import { joinPath, parentOf } from "../../core/path";

interface KeyFile extends SigningKey {
  readonly type: "health-it-katas/key";
}

const records = new RecordSchema<KeyFile>(
  {
    type: "object", required: ["type", "id", "public", "secret", "created", "history"],
    properties: { type: { const: "health-it-katas/key" }, id: { type: "string" }, public: { type: "string" }, secret: { type: "string" }, created: { type: "string" }, history: { type: "array" } },
  },
  "key of a publisher", "keys.broken", "Name a file that `health-it-katas keys new` made.",
);

/** Secret keys, one a file that only their owner may read. */
export class KeyFiles {
  /** @param folder absolute; where keys lie that are named by their id */
  constructor(
    private readonly files: FileSystem,
    readonly folder: string,
  ) {}

  pathOf(id: string): string {
    return joinPath(this.folder, `${id}.json`);
  }

  /**
   * @param named an id, or an absolute path
   * @throws HumanError when it is not there, is no key, or others may read it
   */
  async read(named: string): Promise<{ readonly key: SigningKey; readonly path: string }> {
    const path = /^[0-9a-z]{4}(?:-[0-9a-z]{4}){4}$/.test(named) ? this.pathOf(named) : named;
    if ((await this.files.stat(path))?.kind !== "file") {
      throw new HumanError("keys.notThere", `There is no key ${path}; make one with \`health-it-katas keys new\`.`, { path });
    }
    if (process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0) {
      throw new HumanError("keys.open", `Others may read the key ${path}, so it is not used. Run \`chmod 600 ${path}\`, and if somebody may have read it, make a new one with \`health-it-katas keys rotate\`.`, { path });
    }
    const { id, public: publicKey, secret, created, history } = records.parse(new TextDecoder().decode(await this.files.readFile(path)), path);
    return { key: { id, public: publicKey, secret, created, history: history }, path };
  }

  /** Ids of the keys in the folder. */
  async list(): Promise<readonly string[]> {
    return (await this.files.stat(this.folder))?.kind === "directory" ? (await this.files.list(this.folder)).flatMap(({ name }) => /^([0-9a-z-]{24})\.json$/.exec(name)?.[1] ?? []) : [];
  }

  /**
   * Writes a key so that only its owner may read it, from its first byte on.
   * @param replace whether a file that is there is the same key, with more to say
   * @throws HumanError when something else is there
   */
  async write(path: string, key: SigningKey, replace = false): Promise<void> {
    if ((await this.files.stat(path)) !== undefined && !replace) {
      throw new HumanError("keys.there", `${path} is there already; a key is never written over. Name another file with --out.`, { path });
    }
    await mkdir(parentOf(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ type: "health-it-katas/key", ...key } satisfies KeyFile, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Whole or not at all: half a key would be none.
    await rename(temporary, path);
  }
}
