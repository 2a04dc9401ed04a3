import { readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { bareNode, minimalEnvironment, runNode, type Ended } from "./children";
import { timingOf } from "./measure";
import type { Section } from "./report";

/** The gate is gone through twice, or once where that takes longer than this, in ms. */
const longMs = 30_000;

/** The author's gate over all bundled packs, by the command line, against starting as many bare Nodes as it starts children. */
export async function verifySection(root: string, packs: readonly string[], spawnCounter: string): Promise<Section> {
  const tally = join(tmpdir(), `hik-bench-spawns-${String(process.pid)}`);
  const args = ["--require", spawnCounter, join(root, "dist", "cli.js"), "verify", ...packs, "--json"];
  const times: number[] = [];
  const bares: number[] = [];
  let last: Ended | undefined;
  let children = 0;
  while (last === undefined || (times.length < 2 && last.ms < longMs)) {
    last = await runNode(args, root, { ...minimalEnvironment, HIK_BENCH_SPAWNS: tally });
    children = countIn(tally);
    times.push(last.ms);
    bares.push(...(await bareNodes(root)));
  }
  const [verify, bare] = [timingOf("verify", times), timingOf("bare node", bares)];
  const cores = availableParallelism();
  const unit = (children * bare.median) / cores;
  return {
    title: `verify over ${String(packs.length)} packs: ${String(children)} children on ${String(cores)} cores`,
    rows: [
      {
        what: "verify",
        value: verify,
        ...(children === 0 ? {} : { ratio: { to: `(${String(children)} × bare node ÷ ${String(cores)})`, times: verify.median / unit }, budget: { text: "≤ 1.5 ×", kept: verify.median <= 1.5 * unit } }),
      },
      { what: "bare node -e 0", value: bare },
    ],
    notes: last.code === 0 ? [] : [`The gate is closed (exit code ${String(last.code)}), so not all that it does was done. ${last.stderr.slice(0, 300)}`],
  };
}

async function bareNodes(root: string): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let count = 0; count < 10; count++) {
    samples.push(await bareNode(root));
  }
  return samples;
}

function countIn(path: string): number {
  try {
    return readFileSync(path, "utf8").length;
  } catch {
    return 0;
  } finally {
    rmSync(path, { force: true });
  }
}
