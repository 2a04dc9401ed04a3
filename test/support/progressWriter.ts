// A program that records attempts one after the other until it has made enough or is killed, and prints the id of each once it is safe.
// Arguments: workspace folder, prefix of the ids, how many.
import { writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { ProgressStore } from "../../src/core/progress/progressStore";
import { ProgressFile } from "../../src/env/progressFile";
import { attempt, MemoryState, RecordingLogger } from "./progressSamples";

async function main(workspaceFolder: string, prefix: string, count: number): Promise<void> {
  const now = (): Date => new Date();
  const logger = new RecordingLogger();
  const store = new ProgressStore({ file: new ProgressFile({ workspaceFolder, now, logger }), state: new MemoryState(), now, newId: randomUUID, logger });
  for (let index = 0; index < count; index++) {
    const id = `${prefix}-${String(index)}`;
    const { saved, problem } = await store.record(attempt({ id, startedAt: now().toISOString() }), `solution ${id}`);
    // Synchronous, so that what is printed is out before a kill can come.
    writeSync(1, saved ? `${id}\n` : `! ${problem?.message ?? "not saved"}\n`);
    if (index % 3 === 2) {
      await store.record(attempt({ id: `${id}-again`, startedAt: now().toISOString() }), `solution ${id}`);
    }
  }
}

const [workspaceFolder = "", prefix = "", count = "0"] = process.argv.slice(2);
main(workspaceFolder, prefix, Number(count)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
