import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fixturePacks } from "./builtCli";
import { runInProcess, type InProcessResult } from "./cliInProcess";

/** The moment at which commands of a `PackFolder` run, unless told. */
export const folderNow = new Date("2026-11-01T12:00:00.000Z");

/** A folder of a test's own, in which commands that make and install packs are run without starting a process. */
export class PackFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "hik-packs-")));
  environment: Readonly<Record<string, string>> = {};
  now = folderNow;
  /** What the person at the terminal answers; undefined when nobody is there. */
  answer: string | undefined;
  /** What she was asked. */
  readonly questions: string[] = [];

  async run(...args: readonly string[]): Promise<InProcessResult> {
    const { answer } = this;
    const ask = answer === undefined ? undefined : async (question: string): Promise<string> => {
      this.questions.push(question);
      return await Promise.resolve(answer);
    };
    return await runInProcess(args, this.path, "", undefined, { ask, environment: this.environment, now: () => this.now });
  }

  async json(...args: readonly string[]): Promise<{ readonly code: number; readonly value: Record<string, unknown>; readonly stderr: string }> {
    const { code, stdout, stderr } = await this.run(...args, "--json");
    return { code, value: stdout === "" ? {} : (JSON.parse(stdout) as Record<string, unknown>), stderr };
  }

  at(path: string): string {
    return join(this.path, path);
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), text);
  }

  read(path: string): string {
    return readFileSync(this.at(path), "utf8");
  }

  /** A copy of the sample pack, with another version and other changes to its `package.json`. */
  pack(to: string, version: string, changes: object = {}): string {
    cpSync(join(fixturePacks, "sample"), this.at(to), { recursive: true });
    const manifest = JSON.parse(this.read(`${to}/package.json`)) as object;
    this.write(`${to}/package.json`, `${JSON.stringify({ ...manifest, version, ...changes }, null, 2)}\n`);
    return this.at(to);
  }

  /** The id of a new key, whose file lies in the data folder. */
  async newKey(): Promise<string> {
    return (await this.json("keys", "new")).value["id"] as string;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
