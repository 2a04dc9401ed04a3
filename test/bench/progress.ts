import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAttempt } from "../../src/core/progress/changes";
import { emptyProgress, kataProgressOf, type KataProgress, type ProgressData } from "../../src/core/progress/progressData";
import { progressText } from "../../src/core/progress/progressReader";
import { ProgressFile } from "../../src/env/progressFile";
import { attempt, kataUuid, RecordingLogger } from "../support/progressSamples";
import { interleaved, timed } from "./measure";
import type { Section } from "./report";

/** Recording an attempt safely on the disk, when there are few and when there are many before it. */
export async function progressSection(rounds: number): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "hik-bench-progress-"));
  try {
    let number = 0;
    const subjects = [];
    for (const count of [10, 1000, 10_000]) {
      const workspaceFolder = join(folder, String(count));
      await mkdir(join(workspaceFolder, ".health-it-katas"), { recursive: true });
      await writeFile(join(workspaceFolder, ".health-it-katas", "progress.json"), progressText(recordOf(count)));
      const file = new ProgressFile({ workspaceFolder, now: () => new Date(), logger: new RecordingLogger() });
      const sample = async (): Promise<number> => {
        const id = `bench-${String(number++)}`;
        return await timed(() => file.update((data) => withAttempt(data, attempt({ id, startedAt: new Date().toISOString() }), id, "bench").data));
      };
      subjects.push({ name: `record an attempt after ${String(count)} others`, sample });
    }
    return { title: "Progress, locked, forced to the disk and renamed", rows: (await interleaved(subjects, rounds)).map((value) => ({ what: value.name, value })), notes: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function recordOf(count: number): ProgressData {
  const katas: Record<string, KataProgress> = {};
  for (let index = 0; index < count; index++) {
    const uuid = `00000000-0000-4000-8000-${String(index % 100).padStart(12, "0")}`;
    const made = withAttempt(emptyProgress, attempt({ id: `a${String(index)}`, startedAt: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString() }), `s${String(index)}`, "w").data;
    const before = katas[uuid] ?? { attempts: [], events: [] };
    katas[uuid] = { ...before, attempts: [...before.attempts, ...kataProgressOf(made, kataUuid).attempts] };
  }
  return { ...emptyProgress, katas };
}
