import { HumanError } from "../../humanError";
import { relativePathFault } from "../../path";
import { archiveRoot, type ArchiveLimits } from "./archive";

/** What an entry of an archive says that it is. */
export type EntryKind = "file" | "folder" | "symbolicLink" | "hardLink" | "device" | "other";

/** UTF-8 bytes that every common file system takes in one name, and UTF-16 units that Windows takes in a path below a folder of usual length. */
const longestName = 200;
const longestPath = 180;

/**
 * Judges the entries of an archive one after the other, as they are met and before anything is done with them. It lets pass plain files and folders below
 * `package/` whose names mean the same on every system, as long as the limits are kept; everything else ends the reading with a sentence.
 * What is allowed is listed here, so that what nobody has thought of is refused.
 */
export class EntryRules {
  private entries = 0;
  private total = 0;
  /** Names as systems that ignore case and spelling of Unicode see them, with what stands there. */
  private readonly taken = new Map<string, { readonly path: string; readonly kind: "file" | "folder" }>();

  /** @param archive what the archive is called in messages */
  constructor(
    private readonly archive: string,
    private readonly limits: ArchiveLimits,
  ) {}

  /**
   * @param name as it stands in the archive
   * @param size bytes that the entry says it has
   * @returns the path in the pack, or undefined for a folder
   * @throws HumanError
   */
  admit(kind: EntryKind, name: string, size: number): string | undefined {
    this.entries++;
    if (this.entries > this.limits.entries) {
      throw this.refusal("archive.tooManyEntries", `holds more than ${String(this.limits.entries)} files and folders, the most that are read`, { limit: this.limits.entries });
    }
    if (kind !== "file" && kind !== "folder") {
      throw this.refusal("archive.notAFile", `holds ${nounOf(kind)} named ${quoted(name)}; a pack holds plain files only`, { name, kind });
    }
    const path = this.pathOf(name, kind);
    if (kind === "file") {
      this.grow(name, size);
    }
    if (path !== undefined) {
      this.take(path, kind, name);
    }
    return kind === "file" ? path : undefined;
  }

  /** @returns the path without `package/`; undefined for that folder itself */
  private pathOf(name: string, kind: "file" | "folder"): string | undefined {
    const bare = kind === "folder" ? name.replace(/\/$/, "") : name;
    if (kind === "folder" && `${bare}/` === archiveRoot) {
      return undefined;
    }
    const fault = nameFault(bare);
    if (fault !== undefined) {
      throw this.refusal("archive.unsafeName", `holds ${quoted(name)}, a name that ${fault}`, { name });
    }
    if (!bare.startsWith(archiveRoot)) {
      throw this.refusal("archive.outsidePackage", `holds ${quoted(name)} outside of the folder \`${archiveRoot}\`, so neither npm nor \`health-it-katas pack\` made it`, { name });
    }
    const path = bare.slice(archiveRoot.length);
    if (path.split("/").some((part) => foldedName(part) === "node_modules")) {
      throw this.refusal("archive.bundledDependency", `brings a package along in ${quoted(name)}; a pack depends on nothing`, { name });
    }
    return path;
  }

  private grow(name: string, size: number): void {
    const { fileBytes, totalBytes } = this.limits;
    if (size > fileBytes) {
      throw this.refusal("archive.fileTooLarge", `holds ${quoted(name)} with ${megabytes(size)}; a file may have ${megabytes(fileBytes)}`, { name, size, limit: fileBytes });
    }
    this.total += size;
    if (this.total > totalBytes) {
      throw this.refusal("archive.tooLarge", `grows beyond ${megabytes(totalBytes)} when it is unpacked, the most that is read`, { limit: totalBytes });
    }
  }

  /** Two names for one place, or a file where another entry needs a folder, would let one hide the other. */
  private take(path: string, kind: "file" | "folder", name: string): void {
    const parts = path.split("/");
    for (let count = 1; count <= parts.length; count++) {
      const here = parts.slice(0, count).join("/");
      const as = count === parts.length ? kind : "folder";
      const key = foldedName(here);
      const before = this.taken.get(key);
      if (before === undefined) {
        this.taken.set(key, { path: here, kind: as });
      } else if (before.path !== here) {
        throw this.refusal("archive.sameName", `holds ${quoted(before.path)} and ${quoted(here)}, which are one and the same on some systems`, { name: here, other: before.path });
      } else if (before.kind !== as || (as === "file")) {
        const what = before.kind === as ? "twice" : "as a file and as a folder";
        throw this.refusal("archive.sameName", `holds ${quoted(name)} ${what}, so that one would hide the other`, { name: here, other: before.path });
      }
    }
  }

  private refusal(code: string, reason: string, args: Readonly<Record<string, string | number>>): HumanError {
    return refusedArchive(code, this.archive, reason, args);
  }
}

/** The refusal of an archive: nothing of it was written. */
export function refusedArchive(code: string, archive: string, reason: string, args: Readonly<Record<string, string | number>> = {}, cause?: unknown): HumanError {
  return new HumanError(code, `${archive} is refused and nothing of it was installed: it ${reason}. Ask whoever made it for a sound one.`, { archive, ...args }, cause === undefined ? {} : { cause });
}

/** What keeps a name from meaning the same place on every system; undefined when nothing does. */
export function nameFault(name: string): string | undefined {
  const fault = relativePathFault(name);
  if (fault !== undefined) {
    return fault.split(";")[0];
  }
  // Cf: marks that nobody sees and some file systems skip, among them those that turn the direction of writing; Co, Cn and Cs mean nothing certain.
  if (/[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    return "has a character that cannot be seen";
  }
  const parts = name.split("/");
  // Windows reserves these as well (Naming Files, Paths, and Namespaces).
  const reserved = parts.find((part) => /^(?:conin\$|conout\$|com[¹²³]|lpt[¹²³])(?:\.|$)/i.test(part));
  if (reserved !== undefined) {
    return `has a part that Windows cannot hold (${JSON.stringify(reserved)})`;
  }
  if (parts.some((part) => new TextEncoder().encode(part).length > longestName) || name.length > longestPath) {
    return `is too long for some systems (${String(name.length)} characters)`;
  }
  return undefined;
}

/** A name as systems see it that tell neither upper from lower case nor one spelling of a letter from another (HFS+, APFS, NTFS). */
function foldedName(name: string): string {
  // Upper and then lower: ß and SS, ς and σ fold to one.
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function nounOf(kind: Exclude<EntryKind, "file" | "folder">): string {
  switch (kind) {
    case "symbolicLink":
      return "a symbolic link";
    case "hardLink":
      return "a hard link";
    case "device":
      return "a device";
    case "other":
      return "something that is no file";
  }
}

function quoted(name: string): string {
  // Names may be as long as they like; a sentence may not.
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 100)}…` : name);
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${String(Math.ceil(bytes / 1024))} kB` : `${String(Math.ceil(bytes / 1024 / 1024))} MB`;
}
