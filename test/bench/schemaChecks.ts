import type { Logger } from "../../src/core/logger";
import { WorkerSchemaChecker } from "../../src/env/workerSchemaChecker";
import type { SchemaCase } from "./benchKatas";
import { bareNode } from "./children";
import { interleaved, timed, type Subject } from "./measure";
import type { Row, Section } from "./report";

/** Schema checks of the bundled katas' references: with a worker that has done them before (warm), and with none (cold). */
export async function schemaSection(cases: readonly SchemaCase[], worker: string, logger: Logger, root: string, rounds: number): Promise<Section> {
  const notes: string[] = [];
  const rows: Row[] = [];
  const signal = new AbortController().signal;
  const checker = new WorkerSchemaChecker(worker, logger);
  const ask = async (one: SchemaCase, by: WorkerSchemaChecker): Promise<void> => {
    const { outcome, findings } = await by.check(one.request, signal);
    if (outcome !== "passed") {
      throw new Error(`${one.name} gives ${outcome} on its reference: ${findings.map(({ message }) => message).join(" ")}`);
    }
  };
  const cold = (one: SchemaCase): Subject => ({
    name: `${one.name} cold`,
    sample: async () => {
      const fresh = new WorkerSchemaChecker(worker, logger);
      try {
        return await timed(() => ask(one, fresh));
      } finally {
        await fresh.dispose();
      }
    },
  });
  try {
    const sound: SchemaCase[] = [];
    for (const one of cases) {
      try {
        await ask(one, checker);
        sound.push(one);
      } catch (error) {
        notes.push(String(error));
      }
    }
    const warm = await interleaved(sound.map((one) => ({ name: one.name, sample: async () => await timed(() => ask(one, checker)) })), rounds * 4, 3);
    // One cold check of each kind is enough: they differ by what has to be loaded.
    const chosen = [sound.find(({ usesFhirPath }) => !usesFhirPath), sound.find(({ usesFhirPath }) => usesFhirPath)].filter((one) => one !== undefined);
    const node: Subject = { name: "bare node", sample: async () => await bareNode(root) };
    const coldTimings = await interleaved([node, ...chosen.map(cold)], rounds);
    const [bare, ...colds] = coldTimings;
    rows.push(...warm.map((timing): Row => ({ what: `warm: ${timing.name}`, value: timing, budget: { text: "< 10 ms", kept: timing.median < 10 } })));
    colds.forEach((timing, index) => {
      const limit = chosen[index]?.usesFhirPath === true ? 500 : 150;
      rows.push({
        what: `cold: ${chosen[index]?.name ?? ""}${limit === 500 ? " (FHIRPath)" : ""}`,
        value: timing,
        ...(bare === undefined ? {} : { ratio: { to: "bare node", times: timing.median / bare.median } }),
        budget: { text: `< ${String(limit)} ms`, kept: timing.median < limit },
      });
    });
  } finally {
    await checker.dispose();
  }
  return { title: "Schema checks of the references, in the worker", rows, notes };
}
