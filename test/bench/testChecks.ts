import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { worstOutcome } from "../../src/core/checks/outcome";
import type { TestRunner, TestRunRequest } from "../../src/core/checks/testRunner";
import type { Services } from "../../src/env/services";
import { bareNode, minimalEnvironment, runNodeWell } from "./children";
import { interleaved, timed, timingOf } from "./measure";
import type { Row, Section } from "./report";

/** How long a learner reads before the next check, at least, in ms, and in starts of Node where the machine is busy: time for the next child to get ready. */
const readingMs = 600;
const readingInStarts = 12;

export interface TestCheckBench {
  readonly root: string;
  readonly kata: string;
  readonly request: TestRunRequest;
  /** Makes services with a test runner of their own. */
  readonly services: () => Services;
  /** Path of the bundled `peerTesting.ts`. */
  readonly peerTesting: string;
  readonly rounds: number;
}

/** All test checks of a kata on its reference, by our runner and by others on the same tests. */
export async function testSection({ root, kata, request, services, peerTesting, rounds }: TestCheckBench): Promise<Section> {
  const peer = await stagePeer(root, request, peerTesting);
  const warm = services();
  try {
    const tests = request.checks.map(({ tests: path }) => path);
    const modules = join(root, "node_modules");
    const env = { ...minimalEnvironment, HIK_BENCH_FILES: JSON.stringify(request.solution.map(({ path }) => path)) };
    const sucrase = ["--require", join(modules, "sucrase", "register", "index.js")];
    const mochaCli = [join(modules, "mocha", "bin", "mocha.js"), "--no-config", "--no-package", ...sucrase, "--extension", "ts", ...tests];
    const nodeTest = [...sucrase, "--require", join(peer, "globals.cjs"), "--test", ...tests];
    warm.testRunner.warm();
    let startOfNode = 0;
    const own: number[] = [];
    const timings = await interleaved(
      [
        { name: "bare node -e 0", sample: async () => (startOfNode = await bareNode(peer)) },
        {
          name: "warm",
          sample: async () => {
            await delay(Math.max(readingMs, readingInStarts * startOfNode));
            return await timed(async () => own.push(await pass(warm.testRunner, request)));
          },
        },
        {
          name: "cold",
          sample: async () => {
            const fresh = services();
            try {
              return await timed(() => pass(fresh.testRunner, request));
            } finally {
              await fresh.dispose();
            }
          },
        },
        { name: "mocha CLI", sample: async () => (await runNodeWell(mochaCli, peer, env)).ms },
        { name: "node --test", sample: async () => (await runNodeWell(nodeTest, peer, env)).ms },
      ],
      rounds,
    );
    const [bare, ours, cold, mocha, node] = timings;
    if (bare === undefined || ours === undefined || cold === undefined || mocha === undefined || node === undefined) {
      throw new Error("nothing was measured");
    }
    const times = (one: { readonly median: number }, other: { readonly median: number }): number => one.median / other.median;
    const rows: Row[] = [
      { what: "warm (a child is waiting)", value: ours, ratio: { to: "bare node", times: times(ours, bare) }, budget: { text: "< 0.6 × bare node", kept: times(ours, bare) < 0.6 } },
      { what: "  of that the tests themselves", value: timingOf("own", own.slice(1)) },
      { what: "cold", value: cold, ratio: { to: "bare node", times: times(cold, bare) }, budget: { text: "< 2.5 × bare node", kept: times(cold, bare) < 2.5 } },
      { what: "mocha CLI, same tests", value: mocha, ratio: { to: "warm", times: times(mocha, ours) }, budget: { text: "at least 5 × warm", kept: times(mocha, ours) >= 5 } },
      { what: "node --test, same tests", value: node, ratio: { to: "warm", times: times(node, ours) } },
      { what: "bare node -e 0", value: bare },
    ];
    return { title: `Test checks of ${kata} (test files: ${String(tests.length)}), on the reference`, rows, notes: [] };
  } finally {
    await warm.dispose();
    await rm(peer, { recursive: true, force: true });
  }
}

/** Gives the ms that the checks themselves took. */
async function pass(runner: TestRunner, request: TestRunRequest): Promise<number> {
  const results = await runner.run(request, {}, new AbortController().signal);
  const outcome = worstOutcome(results.map((result) => result.outcome));
  if (outcome !== "passed") {
    throw new Error(`the test checks give ${outcome}: ${results.flatMap(({ findings }) => findings.map(({ message }) => message)).join(" ")}`);
  }
  return results.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** A folder in which the same tests run under any program that knows `describe` and `it`. */
async function stagePeer(root: string, request: TestRunRequest, peerTesting: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hik-bench-peer-"));
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const { path, bytes } of [...request.solution, ...request.checkFiles]) {
    await put(path, bytes);
  }
  await put("package.json", '{ "type": "commonjs" }');
  await put("node_modules/health-it-katas/package.json", '{ "name": "health-it-katas" }');
  await symlink(peerTesting, join(folder, "node_modules/health-it-katas/testing.js"));
  await symlink(join(root, "node_modules", "fast-check"), join(folder, "node_modules", "fast-check"), "dir");
  await put("globals.cjs", 'const { describe, it, before, after, beforeEach, afterEach } = require("node:test");\nObject.assign(globalThis, { describe, it, before, after, beforeEach, afterEach });\n');
  return folder;
}
