import type { FileSystem } from "../../fileSystem";
import type { WritableFileSystem } from "../../fileSystem";
import { HumanError, toError } from "../../humanError";
import { joinPath, relativePathFault } from "../../path";
import type { PackFiles } from "../archive/archive";
import type { KataSource } from "../catalogue";
import { RecordSchema } from "../recordSchema";
import { newestFirst } from "../versionOrder";

/** What is remembered of an installed version. */
export interface InstallRecord {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** As `formatSource` writes it, with absolute paths. */
  readonly source: string;
  /** Of the archive it came in. */
  readonly integrity: string;
  /** Id of the key that signed the catalogue. */
  readonly key?: string;
  /** Whether its checks run code of the author's: the person agreed to that. */
  readonly runsCode: boolean;
  /** ISO 8601, UTC. */
  readonly installedAt: string;
}

/** An installed version and where it lies. */
export interface InstalledPack extends InstallRecord {
  /** Absolute; never written to again. */
  readonly folder: string;
  /** Whether it is the version that lists show. */
  readonly current: boolean;
}

/** Which version is shown, and which were before it, the last one at the end. */
interface Current {
  readonly version: string;
  readonly before: readonly string[];
}

/** Writes a pack's files into a new folder, to be read and not written again; implemented by the host. */
export interface TreeWriter {
  write(folder: string, files: PackFiles): Promise<void>;
}

/** Runs work while no other program does; implemented by the host. */
export type Exclusively = <Result>(work: () => Promise<Result>) => Promise<Result>;

const recordSchema = new RecordSchema<InstallRecord>(
  {
    type: "object", required: ["name", "version", "title", "source", "integrity", "runsCode", "installedAt"],
    properties: {
      name: { type: "string" }, version: { type: "string" }, title: { type: "string" }, source: { type: "string" }, integrity: { type: "string" }, key: { type: "string" },
      runsCode: { type: "boolean" }, installedAt: { type: "string" },
    },
  },
  "record of an installed pack", "store.broken", "Uninstall the pack and install it again.",
);

const currentSchema = new RecordSchema<Current>(
  { type: "object", required: ["version", "before"], properties: { version: { type: "string" }, before: { type: "array", items: { type: "string" } } } },
  "record of the version in use", "store.broken", "Uninstall the pack and install it again.",
);

/** Folders of work that is going on, and the lock. */
const staging = ".staging";

/**
 * Packs that were installed: `<root>/<name>/<version>/` with the record beside it, versions side by side, and `<root>/<name>/current.json`, which says which one
 * is shown. A version counts from the moment its record is there, and the record is written last; so nobody ever sees half of one.
 */
export class PackStore implements KataSource {
  readonly id = "installed";
  readonly bundled = false;

  /** @param root absolute; made when something is installed */
  constructor(
    private readonly files: WritableFileSystem,
    private readonly tree: TreeWriter,
    private readonly exclusively: Exclusively,
    readonly root: string,
    private readonly newId: () => string,
  ) {}

  /** Folders of the versions in use. */
  async folders(): Promise<readonly string[]> {
    const names = await this.names();
    const folders = await Promise.all(names.map(async (name) => {
      try {
        const current = await this.current(name);
        return current === undefined ? [] : [joinPath(this.root, name, current.version)];
      } catch {
        // One broken record must not hide the others; installing again mends it.
        return [];
      }
    }));
    return folders.flat();
  }

  /** Every installed version, by name, the newest first. */
  async list(): Promise<readonly InstalledPack[]> {
    return (await Promise.all((await this.names()).map(async (name) => await this.versions(name)))).flat();
  }

  /** The installed versions of a pack, the newest first. */
  async versions(name: string): Promise<readonly InstalledPack[]> {
    const folder = joinPath(this.root, name);
    if (unsafe(name) || (await this.files.stat(folder))?.kind !== "directory") {
      return [];
    }
    const current = await this.current(name).catch(() => undefined);
    const found = await Promise.all((await this.files.list(folder)).map(async ({ name: entry, kind }): Promise<readonly InstalledPack[]> => {
      const version = /^(\d.*)\.json$/.exec(entry)?.[1];
      if (kind !== "file" || version === undefined || (await this.files.stat(joinPath(folder, version)))?.kind !== "directory") {
        return [];
      }
      const record = recordSchema.parse(await textOf(this.files, joinPath(folder, entry)), joinPath(folder, entry));
      return [{ ...record, folder: joinPath(folder, version), current: current?.version === version }];
    }));
    return newestFirst(found.flat());
  }

  /** The version in use. */
  async inUse(name: string): Promise<InstalledPack | undefined> {
    return (await this.versions(name)).find(({ current }) => current);
  }

  /**
   * Puts a version beside those that are there, and shows it if told. One that is there with the same integrity stays as it is.
   * @throws HumanError when another content was installed under this version
   */
  async add(files: PackFiles, record: InstallRecord, use: boolean): Promise<InstalledPack> {
    const { name, version } = record;
    if (unsafe(name) || unsafe(version)) {
      throw new HumanError("store.name", `The pack ${name} ${version} cannot be installed: its name cannot be a folder's. Tell its author.`, { name, version });
    }
    return await this.exclusively(async () => {
      await this.sweep();
      const folder = joinPath(this.root, name, version);
      const before = (await this.versions(name)).find((each) => each.version === version);
      if (before !== undefined && before.integrity !== record.integrity && record.source.startsWith("file:")) {
        // An author who tries out her own folder again and again: the version in progress is replaced.
        await this.forget(name, version);
      } else if (before !== undefined && before.integrity !== record.integrity) {
        throw new HumanError("store.otherContent", `${name} ${version} is installed with other content than ${record.source} has now; a version must not change. Tell its publisher, or uninstall it first.`, { name, version });
      }
      if (before === undefined || before.integrity !== record.integrity) {
        // What a crash left: a folder without its record.
        await this.files.remove(folder);
        const place = joinPath(this.root, staging, this.newId());
        try {
          await this.tree.write(place, files);
          await this.files.makeFolder(joinPath(this.root, name));
          await this.files.rename(place, folder);
        } catch (cause) {
          throw this.unwritable(record, cause);
        } finally {
          await this.sweep();
        }
      }
      try {
        await this.writeJson(joinPath(this.root, name, `${version}.json`), record);
        if (use) {
          await this.show(name, version);
        }
      } catch (cause) {
        throw this.unwritable(record, cause);
      }
      return { ...record, folder, current: use };
    });
  }

  private unwritable({ name, version }: InstallRecord, cause: unknown): HumanError {
    return new HumanError("store.unwritable", `${name} ${version} could not be installed in ${this.root} (${toError(cause).message}). See that there is room on the disk and that you may write there, then try again.`, { name, version }, { cause });
  }

  /** Shows another installed version. @throws HumanError when it is not installed */
  async use(name: string, version: string): Promise<InstalledPack> {
    return await this.exclusively(async () => {
      const found = (await this.versions(name)).find((each) => each.version === version);
      if (found === undefined) {
        throw await this.notInstalled(name, version);
      }
      await this.show(name, version);
      return { ...found, current: true };
    });
  }

  /** Shows the version that was shown before. @throws HumanError when there is none */
  async back(name: string): Promise<{ readonly from: string; readonly to: InstalledPack }> {
    return await this.exclusively(async () => {
      const versions = await this.versions(name);
      const current = await this.current(name);
      if (current === undefined) {
        throw await this.notInstalled(name);
      }
      const earlier = [...current.before].reverse().find((version) => version !== current.version && versions.some((each) => each.version === version));
      const to = versions.find(({ version }) => version === earlier);
      if (to === undefined) {
        const others = versions.filter(({ version }) => version !== current.version).map(({ version }) => version);
        throw new HumanError("store.nothingBefore", `${name} had no other version in use before ${current.version}.${others.length === 0 ? "" : ` Installed are also ${others.join(", ")}: name one.`}`, { name, version: current.version });
      }
      await this.writeJson(this.currentPath(name), { version: to.version, before: current.before.slice(0, current.before.lastIndexOf(to.version)) } satisfies Current);
      return { from: current.version, to: { ...to, current: true } };
    });
  }

  /**
   * Removes a version, or all of a pack; what learners wrote lies elsewhere and stays.
   * @returns the versions that were removed
   * @throws HumanError when it is not installed
   */
  async remove(name: string, version?: string): Promise<readonly string[]> {
    return await this.exclusively(async () => {
      const versions = await this.versions(name);
      const gone = versions.filter((each) => version === undefined || each.version === version);
      if (gone.length === 0) {
        throw await this.notInstalled(name, version);
      }
      const left = versions.filter((each) => !gone.includes(each));
      const current = await this.current(name).catch(() => undefined);
      if (left.length === 0) {
        // First what makes it seen, then what is seen.
        await this.files.remove(this.currentPath(name));
        await this.files.remove(joinPath(this.root, name));
        return gone.map((each) => each.version);
      }
      if (gone.some((each) => each.version === current?.version)) {
        const next = [...(current?.before ?? [])].reverse().map((each) => left.find((one) => one.version === each)).find((each) => each !== undefined) ?? left[0];
        await this.writeJson(this.currentPath(name), { version: next?.version ?? "", before: [] } satisfies Current);
      }
      for (const each of gone) {
        await this.forget(name, each.version);
      }
      return gone.map((each) => each.version);
    });
  }

  private async names(): Promise<readonly string[]> {
    const inside = async (folder: string): Promise<readonly string[]> =>
      (await this.files.stat(folder))?.kind === "directory" ? (await this.files.list(folder)).filter(({ name, kind }) => kind === "directory" && !name.startsWith(".")).map(({ name }) => name) : [];
    const first = await inside(this.root);
    const scoped = await Promise.all(first.map(async (name) => (name.startsWith("@") ? (await inside(joinPath(this.root, name))).map((each) => `${name}/${each}`) : [name])));
    return scoped.flat();
  }

  private async current(name: string): Promise<Current | undefined> {
    const path = this.currentPath(name);
    if ((await this.files.stat(path))?.kind !== "file") {
      return undefined;
    }
    const current = currentSchema.parse(await textOf(this.files, path), path);
    return unsafe(current.version) ? undefined : current;
  }

  private async show(name: string, version: string): Promise<void> {
    const before = await this.current(name).catch(() => undefined);
    const earlier = before === undefined || before.version === version ? (before?.before ?? []) : [...before.before, before.version];
    await this.writeJson(this.currentPath(name), { version, before: earlier.slice(-20) } satisfies Current);
  }

  private async forget(name: string, version: string): Promise<void> {
    await this.files.remove(joinPath(this.root, name, `${version}.json`));
    await this.files.remove(joinPath(this.root, name, version));
  }

  /** What killed programs left: nobody else works here while we hold the lock. */
  private async sweep(): Promise<void> {
    await this.files.remove(joinPath(this.root, staging));
  }

  private async notInstalled(name: string, version?: string): Promise<HumanError> {
    const versions = (await this.versions(name)).map((each) => each.version);
    const installed = (await this.names()).join(", ") || "none";
    return new HumanError(
      "store.notInstalled",
      version !== undefined && versions.length > 0 ? `${name} ${version} is not installed; installed are ${versions.join(", ")}.` : `${name} is not installed; installed are: ${installed}.`,
      { name, version: version ?? "" },
    );
  }

  private currentPath(name: string): string {
    return joinPath(this.root, name, "current.json");
  }

  private async writeJson(path: string, value: object): Promise<void> {
    await this.files.writeFile(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
  }
}

async function textOf(files: FileSystem, path: string): Promise<string> {
  return new TextDecoder().decode(await files.readFile(path));
}

/** Names come from manifests, whose schema forbids this; a store is the last place where it must be certain. */
function unsafe(name: string): boolean {
  return relativePathFault(name) !== undefined || name.startsWith(".");
}
