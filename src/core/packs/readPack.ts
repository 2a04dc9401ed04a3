import type { DocumentReader } from "../documents/document";
import type { FileSystem } from "../fileSystem";
import { joinPath } from "../path";
import type { Pack } from "./kata";
import { isRecord, readManifest, type ManifestFile } from "./manifestFile";
import type { ManifestFault } from "./manifestFault";
import type { ManifestSchemas } from "./manifestSchema";
import type { PackProblem } from "./packProblem";

/** The newest `kataPack.format` that this program understands. */
export const packFormat = 1;

/** What was made of a folder with a `package.json`. */
export type PackReading =
  | { readonly state: "ready"; readonly pack: Pack; readonly katas: readonly string[] }
  /** Of a later format: shown, with the advice to update, and not opened. */
  | { readonly state: "newer"; readonly name: string; readonly title: string; readonly folder: string; readonly format: number }
  | { readonly state: "broken"; readonly folder: string; readonly problems: readonly PackProblem[] };

/** Reads the `package.json` of packs. */
export class PackReader {
  constructor(
    private readonly files: FileSystem,
    private readonly json: DocumentReader,
    private readonly schemas: ManifestSchemas,
  ) {}

  /** Whether a folder holds a pack of katas, sound or not: there is a `package.json` that mentions `kataPack`. */
  async isPack(folder: string): Promise<boolean> {
    return (await this.readIfPack(folder, false)) !== undefined;
  }

  /** As `read`; undefined when the folder holds no pack of katas: it has no `package.json`, or one that does not mention `kataPack`. */
  async readIfPack(folder: string, bundled: boolean): Promise<PackReading | undefined> {
    const manifest = await this.manifest(folder);
    return manifest.text.includes('"kataPack"') ? this.reading(manifest, folder, bundled) : undefined;
  }

  /** @param folder absolute path of the pack; what is wrong with it comes back as problems, never thrown */
  async read(folder: string, bundled: boolean): Promise<PackReading> {
    return this.reading(await this.manifest(folder), folder, bundled);
  }

  private async manifest(folder: string): Promise<ManifestFile> {
    return await readManifest(this.files, this.json, joinPath(folder, "package.json"), "pack");
  }

  private reading(manifest: ManifestFile, folder: string, bundled: boolean): PackReading {
    if (manifest.state === "broken") {
      return { state: "broken", folder, problems: manifest.problems };
    }
    const { value } = manifest;
    const format = isRecord(value) && isRecord(value["kataPack"]) ? value["kataPack"]["format"] : undefined;
    if (isRecord(value) && typeof format === "number" && format > packFormat) {
      const name = typeof value["name"] === "string" ? value["name"] : folder;
      const title = isRecord(value["kataPack"]) && typeof value["kataPack"]["title"] === "string" ? value["kataPack"]["title"] : name;
      return { state: "newer", name, title, folder, format };
    }
    const checked = isRecord(value) && !("kataPack" in value) ? ({ sound: false, faults: [noKataPack] } as const) : this.schemas.checkPack(value);
    if (!checked.sound) {
      return { state: "broken", folder, problems: checked.faults.map(manifest.problemOf) };
    }
    const { name, version, kataPack } = checked.manifest;
    return { state: "ready", pack: { name, version, title: kataPack.title, folder, bundled }, katas: kataPack.katas };
  }
}

const noKataPack: ManifestFault = {
  code: "pack.noKatas",
  message: "package.json has no `kataPack`, so this folder is no pack of katas; add { \"format\": 1, \"title\": …, \"katas\": [ … ] }, or name another folder.",
  args: {},
  pointer: "",
};
