import type { DocumentReader } from "../documents/document";
import type { FileSystem } from "../fileSystem";
import type { Hasher } from "../hashing";
import { joinPath } from "../path";
import { digestOf } from "./digest";
import { filesBelow } from "./folderFiles";
import type { Kata, Pack } from "./kata";
import { ruleFaults } from "./kataRules";
import { readManifest } from "./manifestFile";
import type { ManifestSchemas } from "./manifestSchema";
import { fileProblem, type PackProblem } from "./packProblem";

/** A kata, or everything that keeps it from being one. */
export type KataReading =
  | { readonly state: "ready"; readonly kata: Kata }
  | { readonly state: "broken"; readonly id: string; readonly problems: readonly PackProblem[] };

/** Reads katas whole: manifest, rules, files and digest. */
export class KataReader {
  constructor(
    private readonly files: FileSystem,
    private readonly hasher: Hasher,
    private readonly json: DocumentReader,
    private readonly schemas: ManifestSchemas,
  ) {}

  /** What is wrong with the kata comes back as problems with places; an error of the file system is one of them. */
  async read(pack: Pack, id: string): Promise<KataReading> {
    const folder = joinPath(pack.folder, id);
    try {
      return await this.readFolder(pack, id, folder);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { state: "broken", id, problems: [fileProblem(folder, "kata.unreadable", `The kata cannot be read: ${reason}. See that its files may be read.`, { reason })] };
    }
  }

  private async readFolder(pack: Pack, id: string, folder: string): Promise<KataReading> {
    if ((await this.files.stat(folder))?.kind !== "directory") {
      const problem = fileProblem(joinPath(pack.folder, "package.json"), "pack.missingKata", `There is no folder \`${id}\` although \`kataPack.katas\` names it; make it, or take the name out.`, { id });
      return { state: "broken", id, problems: [problem] };
    }
    const manifest = await readManifest(this.files, this.json, joinPath(folder, "kata.json"), "kata");
    if (manifest.state === "broken") {
      return { state: "broken", id, problems: manifest.problems };
    }
    const checked = this.schemas.checkKata(manifest.value);
    if (!checked.sound) {
      return { state: "broken", id, problems: inOrder(checked.faults.map(manifest.problemOf)) };
    }
    const { files: present, strange } = await filesBelow(this.files, folder);
    const problems = [
      ...inOrder(ruleFaults(checked.manifest, new Set(present)).map(manifest.problemOf)),
      ...strange.map((path) => fileProblem(joinPath(folder, path), "kata.notAFile", `\`${path}\` is a link or a special file; a kata holds plain files: put a copy in its place.`, { path })),
      ...(present.includes("README.md") ? [] : [fileProblem(joinPath(folder, "README.md"), "kata.missingFile", "There is no README.md, the brief of the kata; write one.", { path: "README.md" })]),
    ];
    if (problems.length > 0) {
      return { state: "broken", id, problems };
    }
    const digest = await this.digest(folder, present, manifest.bytes);
    return { state: "ready", kata: { pack, id, folder, manifest: checked.manifest, digest } };
  }

  /** Over kata.json, starter and checks: what can change a verdict. A better brief or hint leaves it as it is. */
  private async digest(folder: string, present: readonly string[], manifest: Uint8Array): Promise<string> {
    const counted = present.filter((path) => path.startsWith("starter/") || path.startsWith("checks/"));
    const read = await Promise.all(counted.map(async (path) => [path, await this.files.readFile(joinPath(folder, path))] as const));
    return digestOf(new Map([...read, ["kata.json", manifest]]), this.hasher);
  }
}

/** Problems of one file in the order of their places. */
function inOrder(problems: readonly PackProblem[]): readonly PackProblem[] {
  return [...problems].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}
