import type { DocumentReader } from "../documents/document";
import type { FileSystem } from "../fileSystem";
import { joinPath } from "../path";
import type { Pack } from "./kata";
import { isRecord, readManifest } from "./manifestFile";
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
    const path = joinPath(folder, "package.json");
    if ((await this.files.stat(path))?.kind !== "file") {
      return false;
    }
    return new TextDecoder().decode(await this.files.readFile(path)).includes('"kataPack"');
  }

  /** @param folder absolute path of the pack; what is wrong with it comes back as problems, never thrown */
  async read(folder: string, bundled: boolean): Promise<PackReading> {
    const path = joinPath(folder, "package.json");
    const manifest = await readManifest(this.files, this.json, path, "pack");
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
    const faults = isRecord(value) && !("kataPack" in value) ? [noKataPack] : this.schemas.packFaults(value);
    if (faults.length > 0 || !this.schemas.isPack(value)) {
      return { state: "broken", folder, problems: faults.map(manifest.problemOf) };
    }
    return { state: "ready", pack: { name: value.name, version: value.version, title: value.kataPack.title, folder, bundled }, katas: value.kataPack.katas };
  }
}

const noKataPack: ManifestFault = {
  code: "pack.noKatas",
  message: "package.json has no `kataPack`, so this folder is no pack of katas; add { \"format\": 1, \"title\": …, \"katas\": [ … ] }, or name another folder.",
  args: {},
  pointer: "",
};
