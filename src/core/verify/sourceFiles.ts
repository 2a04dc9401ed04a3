import type { Kata } from "../packs/kata";

/** A kata's folder as the rules about its content look at it. */
export interface KataSourceFiles {
  readonly kata: Kata;
  /** Every file, relative to the kata's folder, with its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Names of the folders that lie directly under `prefix`, which ends with `/`. */
export function namesBelow(files: ReadonlyMap<string, Uint8Array>, prefix: string): readonly string[] {
  const parts = [...files.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split("/"));
  return [...new Set(parts.filter(({ length }) => length > 1).map(([name]) => name ?? ""))];
}

/** A file as text; undefined when it is not there. */
export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const bytes = files.get(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Whether a file is shown to people as Markdown: the brief, the hints (both perhaps in other languages), the explanations of wrong answers. */
export function isProse(path: string): boolean {
  return /^(?:README|hints)(?:\.[a-z0-9-]+)?\.md$/.test(path) || /^wrong\/[^/]+\.md$/.test(path);
}
