import { gzipSync } from "node:zlib";
import { Header, Pax } from "tar";

/** One entry as an attacker may write it: every field as given, sound or not. */
export interface TarEntry {
  readonly path: string;
  readonly content?: string | Uint8Array;
  readonly type?: "File" | "Directory" | "SymbolicLink" | "Link" | "CharacterDevice" | "BlockDevice" | "FIFO" | "SparseFile";
  readonly linkpath?: string;
  /** Written into the header instead of the content's length. */
  readonly size?: number;
  /** Puts the path into a PAX header, where any character may stand. */
  readonly pax?: boolean;
}

/** A tar archive of these entries, in this order. */
export function tarOf(entries: Iterable<TarEntry>): Buffer {
  const parts: Buffer[] = [];
  for (const { path, content = "", type = "File", linkpath, size, pax = false } of entries) {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    const fits = !new Header({ path: pax ? "package/short" : path, size: size ?? bytes.length, mode: 0o644, type, ...(linkpath === undefined ? {} : { linkpath }) }).encode(header, 0);
    if (pax || !fits) {
      parts.push(new Pax({ path }).encode());
    }
    parts.push(header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512));
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** A `.tgz` of these entries. */
export function tgzOf(entries: Iterable<TarEntry>): Buffer {
  return gzipSync(tarOf(entries));
}
