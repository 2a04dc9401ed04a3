import type { FileEntry, FileKind, FileStat, WritableFileSystem } from "../../src/core/fileSystem";

interface Node {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  readonly modifiedMs: number;
}

const nothing = new Uint8Array();

/** Files in memory, for tests: `files` may be looked at, `refuse` makes operations fail, `writes` says what was changed in which order. */
export class MemoryFileSystem implements WritableFileSystem {
  private readonly nodes = new Map<string, Node>([["/", { kind: "directory", bytes: nothing, modifiedMs: 0 }]]);
  private clock = 0;
  /** `write /a/b`, `rename /a /b`, `remove /a`, `folder /a`, `read /a`, in the order in which they were done. */
  readonly operations: string[] = [];
  /** Called before every operation; what it throws is the failure of the operation. */
  refuse: (operation: "read" | "list" | "stat" | "write" | "folder" | "rename" | "remove", path: string) => void = () => undefined;

  /** @param files text or bytes by absolute path; folders on the way are made */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) {
      this.put(path, content);
    }
  }

  /** Writes a file without counting as an operation. */
  put(path: string, content: string | Uint8Array): void {
    this.makeParents(path);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.nodes.set(path, { kind: "file", bytes: bytes.slice(), modifiedMs: ++this.clock });
  }

  /** Puts a symbolic link; what it points to does not matter, since core never follows one. */
  putLink(path: string): void {
    this.makeParents(path);
    this.nodes.set(path, { kind: "link", bytes: nothing, modifiedMs: ++this.clock });
  }

  /** Text of every file by path, in the order of the paths. */
  texts(under = "/"): Record<string, string> {
    const prefix = under.endsWith("/") ? under : `${under}/`;
    const found: Record<string, string> = {};
    for (const path of [...this.nodes.keys()].sort()) {
      const node = this.nodes.get(path);
      if (node?.kind === "file" && path.startsWith(prefix)) {
        found[path] = new TextDecoder().decode(node.bytes);
      }
    }
    return found;
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.done("read", path, () => {
      const node = this.nodes.get(path);
      if (node?.kind !== "file") {
        throw systemError(node === undefined ? "ENOENT" : "EISDIR", path);
      }
      return node.bytes.slice();
    });
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    return this.done("list", folder, () => {
      if (this.nodes.get(folder)?.kind !== "directory") {
        throw systemError(this.nodes.has(folder) ? "ENOTDIR" : "ENOENT", folder);
      }
      const prefix = folder === "/" ? "/" : `${folder}/`;
      const entries: FileEntry[] = [];
      for (const [path, node] of this.nodes) {
        if (path.startsWith(prefix) && path !== prefix && !path.slice(prefix.length).includes("/")) {
          entries.push({ name: path.slice(prefix.length), kind: node.kind });
        }
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  stat(path: string): Promise<FileStat | undefined> {
    return this.done("stat", path, () => {
      const node = this.nodes.get(path);
      return node === undefined ? undefined : { kind: node.kind, size: node.bytes.length, modifiedMs: node.modifiedMs };
    });
  }

  writeFile(path: string, bytes: Uint8Array): Promise<void> {
    return this.done("write", path, () => {
      if (this.nodes.get(path)?.kind === "directory") {
        throw systemError("EISDIR", path);
      }
      this.operations.push(`write ${path}`);
      this.put(path, bytes);
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.done("folder", path, () => {
      this.operations.push(`folder ${path}`);
      this.makeParents(`${path}/x`);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.done("rename", from, () => {
      if (!this.nodes.has(from)) {
        throw systemError("ENOENT", from);
      }
      this.operations.push(`rename ${from} ${to}`);
      this.makeParents(to);
      for (const [path, node] of [...this.nodes]) {
        if (path === from || path.startsWith(`${from}/`)) {
          this.nodes.delete(path);
          this.nodes.set(to + path.slice(from.length), node);
        }
      }
    });
  }

  remove(path: string): Promise<void> {
    return this.done("remove", path, () => {
      this.operations.push(`remove ${path}`);
      for (const each of [...this.nodes.keys()]) {
        if (each === path || each.startsWith(`${path}/`)) {
          this.nodes.delete(each);
        }
      }
    });
  }

  private makeParents(path: string): void {
    const parts = path.split("/").slice(1, -1);
    let folder = "";
    for (const part of parts) {
      folder += `/${part}`;
      const node = this.nodes.get(folder);
      if (node === undefined) {
        this.nodes.set(folder, { kind: "directory", bytes: nothing, modifiedMs: ++this.clock });
      } else if (node.kind !== "directory") {
        throw systemError("ENOTDIR", folder);
      }
    }
  }

  private async done<T>(operation: Parameters<MemoryFileSystem["refuse"]>[0], path: string, work: () => T): Promise<T> {
    await Promise.resolve();
    this.refuse(operation, path);
    return work();
  }
}

/** An error as Node's `fs` throws it. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
