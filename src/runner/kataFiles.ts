import * as fs from "node:fs";
import * as path from "node:path";
import type { RunOrder } from "../core/checks/testProtocol";
import type { Range } from "../core/text/range";

// Taken before any code of a learner runs.
const { readFileSync, statSync } = fs;

/** Where files are read from, by their real paths. */
export interface Disk {
  isFile(path: string): boolean;
  /** As UTF-8. */
  readText(path: string): string;
}

const realDisk: Disk = {
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  readText: (path) => readFileSync(path, "utf8"),
};

/**
 * The files of an attempt by the names that the learner and the author know: the solution's own, and everything under `checks/`.
 * Where they really lie is known here only.
 */
export class KataFiles {
  private readonly solution: ReadonlySet<string>;
  private readonly realNames = new Map<string, string>();
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly order: Pick<RunOrder, "solution" | "solutionFolder" | "checksFolder">,
    private readonly disk: Disk = realDisk,
  ) {
    this.solution = new Set(order.solution);
  }

  /** The solution's file names, as the manifest orders them. */
  get solutionNames(): readonly string[] {
    return this.order.solution;
  }

  isSolution(name: string): boolean {
    return this.solution.has(name);
  }

  /** Whether there is such a file, and it is the attempt's. */
  has(name: string): boolean {
    if (!this.solution.has(name) && !name.startsWith("checks/")) {
      return false;
    }
    return this.disk.isFile(this.realPath(name));
  }

  /** The text of a file, without a byte-order mark. */
  read(name: string): string {
    const known = this.texts.get(name);
    if (known !== undefined) {
      return known;
    }
    const real = this.realPath(name);
    const text = this.disk.readText(real).replace(/^\ufeff/, "");
    this.texts.set(name, text);
    this.realNames.set(real, name);
    return text;
  }

  realPath(name: string): string {
    return path.join(name.startsWith("checks/") ? this.order.checksFolder : this.order.solutionFolder, ...name.split("/"));
  }

  /**
   * The places of a stack trace that lie in files of the attempt, innermost first; everything else, such as Node's own, is left out.
   * Lines are 0-based.
   */
  places(stack: string): readonly SourcePlace[] {
    const found: SourcePlace[] = [];
    for (const frame of stack.split("\n")) {
      for (const [real, name] of this.realNames) {
        const at = frame.indexOf(`${real}:`);
        const line = at === -1 ? undefined : /^\d+/.exec(frame.slice(at + real.length + 1))?.[0];
        if (line !== undefined) {
          found.push({ file: name, line: Number(line) - 1 });
          break;
        }
      }
    }
    return found;
  }

  /** What stands on a line, from its first to its last visible character; columns are not kept when TypeScript is taken out. */
  lineRange(name: string, line: number): Range {
    const text = this.texts.get(name)?.split(/\r\n|\r|\n/)[line] ?? "";
    const end = text.trimEnd().length;
    return { start: { line, character: Math.min(end, text.length - text.trimStart().length) }, end: { line, character: end } };
  }
}

export interface SourcePlace {
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}
