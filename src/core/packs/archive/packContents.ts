import type { FileSystem } from "../../fileSystem";
import { HumanError } from "../../humanError";
import { joinPath, nameOf } from "../../path";
import { catalogueFileName } from "../catalogueFile";
import { filesBelow } from "../folderFiles";
import type { Pack } from "../kata";
import type { PackReader } from "../readPack";
import { signatureFileName } from "../signatureFile";
import type { ArchiveLimits, PackFiles } from "./archive";
import { archiveRoot } from "./archive";
import { EntryRules } from "./entryRules";

/** What goes into a pack's archive, and what of its folder stays behind. */
export interface PackContents {
  readonly pack: Pack;
  readonly files: PackFiles;
  /** Paths in the folder that are no part of a pack. */
  readonly leftOut: readonly string[];
}

/** Files of the pack's folder itself; beside them only the katas' folders go along. */
const rootFiles: ReadonlySet<string> = new Set(["package.json", "README.md", "LICENSE", "LICENSE.md", "CHANGELOG.md", signatureFileName, catalogueFileName]);

/** What npm leaves out of every package (npm-packlist), and what systems and editors leave behind: with or without npm, the archive holds the same. */
const neverPacked = /^(?:\.git|\.svn|\.hg|CVS|node_modules|\.npmignore|\.gitignore|\.npmrc|npm-debug\.log|\.lock-wscript|\.wafpickle-.*|\..*\.swp|\.DS_Store|\._.*|.*\.orig|Thumbs\.db|desktop\.ini)$/;

/**
 * Reads what a pack's archive is made of.
 * @param folder absolute path of the pack
 * @throws HumanError when the folder holds no sound pack, or a file that the archive could not be unpacked with again
 */
export async function packContents(files: FileSystem, packs: PackReader, folder: string, limits: ArchiveLimits): Promise<PackContents> {
  const reading = await packs.read(folder, false);
  if (reading.state === "newer") {
    throw new HumanError("pack.needsNewer", `The pack ${reading.name} has format ${String(reading.format)}; update Health IT Katas to pack it.`, { pack: reading.name });
  }
  if (reading.state === "broken") {
    throw new HumanError("pack.broken", `${folder} cannot be packed: ${reading.problems.map(({ message }) => message).join(" ")}`, { folder });
  }
  const { files: present, strange } = await filesBelow(files, folder);
  const isPart = (path: string): boolean => {
    const parts = path.split("/");
    return !parts.some((part) => neverPacked.test(part)) && (parts.length === 1 ? rootFiles.has(path) : reading.katas.includes(parts[0] ?? ""));
  };
  const link = strange.find(isPart);
  if (link !== undefined) {
    throw new HumanError("pack.notAFile", `${joinPath(folder, link)} is a link or a special file; a pack holds plain files: put a copy in its place.`, { path: link });
  }
  const rules = new EntryRules(nameOf(folder), limits);
  const contents = new Map<string, Uint8Array>();
  for (const path of present.filter(isPart)) {
    const bytes = await files.readFile(joinPath(folder, path));
    rules.admit("file", `${archiveRoot}${path}`, bytes.length);
    contents.set(path, bytes);
  }
  return { pack: reading.pack, files: contents, leftOut: [...present, ...strange].filter((path) => !contents.has(path)).sort() };
}

/** The name that npm gives to the archive of a package: `org-name-1.0.0.tgz`. */
export function archiveName({ name, version }: Pick<Pack, "name" | "version">): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}
