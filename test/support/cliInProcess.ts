import { resolve } from "node:path";
import { plainStyle } from "../../src/cli/style";
import { run, type Surroundings } from "../../src/cli/run";
import { openPackStore } from "../../src/env/openPackStore";
import { createServices } from "../../src/env/services";
import { chunksOf } from "./byteChunks";
import { SilentLogger } from "./silentLogger";

/** What a run of the command line left behind. */
export interface InProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command in this process: quick, for commands that start neither worker nor child.
 *
 * @param distFolder where the bundles lie, for commands that do
 */
export async function runInProcess(args: readonly string[], cwd: string, stdin: string | Uint8Array = "", distFolder = resolve(__dirname, "../../dist"), around: Pick<Partial<Surroundings>, "ask" | "environment" | "now"> = {}): Promise<InProcessResult> {
  const out: Buffer[] = [];
  let stderr = "";
  const code = await run(args, {
    cwd,
    version: "0.0.0",
    outStyle: plainStyle,
    signal: new AbortController().signal,
    now: around.now ?? (() => new Date(0)),
    write: (text) => void out.push(Buffer.from(text)),
    drained: () => Promise.resolve(),
    stdin: () => chunksOf(Buffer.from(stdin), 5),
    say: (line) => void (stderr += `${line}\n`),
    environment: { HEALTH_IT_KATAS_DATA: resolve(cwd, "data"), npm_config_userconfig: resolve(cwd, ".npmrc-of-nobody"), ...around.environment },
    ask: around.ask,
    services: async (packs, dataFolder) => createServices({
      distFolder, sources: [{ id: "--packs", bundled: false, folders: () => Promise.resolve(packs) }, openPackStore(dataFolder)], logger: new SilentLogger(),
    }),
  });
  return { code, stdout: Buffer.concat(out).toString(), stderr };
}
