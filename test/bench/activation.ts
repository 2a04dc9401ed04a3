import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { bareNode, runNodeWell } from "./children";
import { timingOf } from "./measure";
import type { Row, Section } from "./report";

interface ActivationSample {
  readonly loadMs: number;
  readonly activateMs: number;
  readonly settledMs: number;
  /** What was read from the disk before `activate` returned. */
  readonly read: readonly string[];
}

/** Loads and activates the extension's bundle in fresh processes. */
export async function activationSection(root: string, child: string, rounds: number): Promise<Section> {
  const samples: ActivationSample[] = [];
  const bare: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const sample = JSON.parse((await runNodeWell([child, root], root)).stdout) as ActivationSample;
    const node = await bareNode(root);
    if (round >= 0) {
      samples.push(sample);
      bare.push(node);
    }
  }
  const of = (name: string, get: (sample: ActivationSample) => number): ReturnType<typeof timingOf> => timingOf(name, samples.map(get));
  const activate = of("activate", ({ activateMs }) => activateMs);
  const load = of("load", ({ loadMs }) => loadMs);
  const node = timingOf("bare node", bare);
  const read = new Set(samples.flatMap((sample) => sample.read));
  return {
    title: "Activation, with a stand-in for vscode",
    rows: [
      { what: "activate, until it returns", value: activate, ratio: { to: "bare node", times: activate.median / node.median }, budget: { text: "< 30 ms", kept: activate.median < 30 } },
      { what: "activate, until its promise settles", value: of("settled", ({ settledMs }) => settledMs) },
      { what: "loading the bundle before that", value: load, ratio: { to: "bare node", times: load.median / node.median } },
      { what: "files read while activating", value: { amount: read.size, unit: "" }, budget: { text: "0", kept: read.size === 0 } },
      { what: "bare node -e 0", value: node },
    ],
    notes: [...read].map((path) => `read: ${path}`),
  };
}

/** Sizes of the bundles, and of the package if there is one. */
export function sizeSection(root: string): Section {
  const dist = join(root, "dist");
  const bundles = (readdirSync(dist, { recursive: true }) as string[]).filter((name) => name.endsWith(".js") && !name.startsWith("types")).sort();
  const rows = bundles.map((name): Row => {
    const kilobytes = statSync(join(dist, name)).size / 1000;
    return { what: name, value: { amount: kilobytes, unit: "kB" }, ...(name === "extension.js" ? { budget: { text: "< 150 kB", kept: kilobytes < 150 } } : {}) };
  });
  for (const name of readdirSync(root).filter((each) => each.endsWith(".vsix"))) {
    const megabytes = statSync(join(root, name)).size / 1e6;
    rows.push({ what: name, value: { amount: megabytes, unit: "MB" }, budget: { text: "< 8 MB", kept: megabytes < 8 } });
  }
  return { title: "Bundles", rows, notes: existsSync(join(dist, "extension.js.map")) ? ["This is a development build; leave out --no-build to measure what ships."] : [] };
}
