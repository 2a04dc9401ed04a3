import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixturePacks, runCli, type CliResult } from "./builtCli";

/** A folder of a test's own, in which the command line is run. */
export class CliFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "hik-cli-")));
  /** Where this folder's packs are installed. */
  readonly data = join(this.path, "data");

  constructor(private readonly common: readonly string[] = []) {}

  /** Copies a pack of the fixtures here. */
  copyPack(name: string, to = name): string {
    const target = join(this.path, to);
    cpSync(join(fixturePacks, name), target, { recursive: true });
    return target;
  }

  async run(...args: readonly string[]): Promise<CliResult> {
    return await runCli([...args, ...this.common], this.path);
  }

  /** Runs a command with `--json`. */
  async json(...args: readonly string[]): Promise<{ readonly code: number | null; readonly value: unknown; readonly stderr: string }> {
    const { code, stdout, stderr } = await this.run(...args, "--json");
    return { code, value: stdout === "" ? undefined : JSON.parse(stdout), stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
