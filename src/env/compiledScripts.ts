import { createHash } from "node:crypto";
import type { StagedFile } from "../core/checks/testRunner";
import { toError } from "../core/humanError";
import type { Logger } from "../core/logger";

/** Enough for the files of the katas that a class works on; the one that was asked for longest ago goes first. */
const keptScripts = 256;
const scriptFile = /\.[cm]?[jt]s$/;

/**
 * Scripts that were compiled once, by their content. A child compiles what it is not given; but it does so with a compiler that has just been loaded, which takes
 * most of the time of a run, while the checks' files stay the same from run to run.
 */
export class CompiledScripts {
  private readonly kept = new Map<string, string>();

  constructor(private readonly logger: Logger) {}

  /** Those of the files that were learned, by name. */
  of(files: readonly StagedFile[]): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const file of files.filter(({ path }) => scriptFile.test(path))) {
      const key = keyOf(file);
      const script = this.kept.get(key);
      if (script !== undefined) {
        this.keep(key, script);
        found[file.path] = script;
      }
    }
    return found;
  }

  /** Compiles the files for the next time. Never rejects: what cannot be compiled is left to the child, which says what is wrong with it. */
  async learn(files: readonly StagedFile[]): Promise<void> {
    for (const file of files.filter(({ path }) => scriptFile.test(path))) {
      const key = keyOf(file);
      if (!this.kept.has(key)) {
        try {
          const { toScript } = await import("../runner/script");
          this.keep(key, toScript(new TextDecoder().decode(file.bytes), file.path, file.path, false));
        } catch (error) {
          this.logger.debug(`${file.path} was not compiled ahead: ${toError(error).message}`);
        }
      }
    }
  }

  private keep(key: string, script: string): void {
    this.kept.delete(key);
    this.kept.set(key, script);
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptScripts && oldest !== undefined) {
      this.kept.delete(oldest);
    }
  }
}

/** The name counts too: its ending says which language it is. */
function keyOf({ path, bytes }: StagedFile): string {
  return `${path}\n${createHash("sha256").update(bytes).digest("hex")}`;
}
