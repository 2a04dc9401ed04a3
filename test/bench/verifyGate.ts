import { readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { bareNode, minimalEnvironment, runNode } from "./children";
import { interleaved } from "./measure";
import type { Section } from "./report";

/** The author's gate over all bundled packs, by the command line, against starting as many bare Nodes as it starts children. */
export async function verifySection(root: string, packs: readonly string[], spawnCounter: string, rounds: number): Promise<Section> {
  const cli = [join(root, "dist", "cli.js"), "verify", ...packs, "--json"];
  const tally = join(tmpdir(), `hik-bench-spawns-${String(process.pid)}`);
  const counted = await runNode(["--require", spawnCounter, ...cli], root, { ...minimalEnvironment, HIK_BENCH_SPAWNS: tally });
  const children = countIn(tally);
  const timings = await interleaved(
    [
      { name: "verify", sample: async () => (await runNode(cli, root)).ms },
      { name: "bare node", sample: async () => await bareNode(root) },
    ],
    Math.max(2, Math.ceil(rounds / 5)),
    0,
  );
  const [verify, bare] = timings;
  if (verify === undefined || bare === undefined) {
    throw new Error("nothing was measured");
  }
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
    notes: counted.code === 0 ? [] : [`The gate is closed (exit code ${String(counted.code)}), so not all that it does was done. ${counted.stderr.slice(0, 300)}`],
  };
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
