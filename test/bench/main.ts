// The measuring program; see main.mjs for how it is started. First argument: the repository.
import { cpus, release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { TestRunRequest } from "../../src/core/checks/testRunner";
import type { Logger } from "../../src/core/logger";
import { fromNativePath } from "../../src/env/nodeFileSystem";
import { createServices, type Services } from "../../src/env/services";
import { activationSection, sizeSection } from "./activation";
import { bundledKatas, schemaCases, smallTestCase, testCase } from "./benchKatas";
import { catalogueSection } from "./catalogueOf10000";
import { corpusSection, hl7v2Texts } from "./corpus";
import { distributionSection } from "./distribution";
import { fhirSections } from "./fhirValidation";
import { parserSection } from "./hl7v2Parsers";
import { hl7v2EditingSection } from "./hl7v2Editing";
import { fhirEditingSection } from "./fhirEditing";
import { progressSection } from "./progress";
import { diffSection } from "./structuralDiff";
import { tableOf, type Section } from "./report";
import { schemaSection } from "./schemaChecks";
import { testSection } from "./testChecks";
import { verifySection } from "./verifyGate";

const silent: Logger = { trace: () => undefined, debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A part of the benchmark, and how to measure it. */
type Parts = readonly (readonly [name: string, measure: () => Promise<readonly Section[]>])[];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "15" }, corpus: { type: "string" }, only: { type: "string", multiple: true }, json: { type: "boolean", default: false } },
  });
  const root = fromNativePath(positionals[0] ?? "").replace(/\/$/, "");
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}`);
  }
  const { corpus } = values;
  const distFolder = `${root}/dist`;
  const services = (): Services => createServices({ distFolder, logger: silent });
  const shared = services();
  const built = (name: string): string => join(root, "out", "bench", name);
  const parts: Parts = [
    ["activation", async () => [await activationSection(root, built("activationChild.js"), rounds)]],
    ["sizes", async () => [sizeSection(root)]],
    [
      "schema",
      async () => {
        const cases = (await Promise.all((await bundledKatas(shared)).map(async (kata) => await schemaCases(shared, kata)))).flat();
        return [await schemaSection(cases, `${distFolder}/schemaWorker.js`, silent, root, rounds)];
      },
    ],
    [
      "tests",
      async () => {
        const measure = async (kata: string, request: TestRunRequest): Promise<Section> =>
          await testSection({ root, kata, request, services, peerTesting: built("peerTesting.js"), rounds });
        const sections = [await measure("a small kata", smallTestCase())];
        for (const kata of await bundledKatas(shared)) {
          const request = await testCase(shared, kata);
          if (request !== undefined) {
            sections.push(await measure(kata.id, request));
          }
        }
        return sections;
      },
    ],
    ["verify", async () => [await verifySection(root, (await shared.catalogue.list()).packs.map(({ pack }) => pack.folder), built("spawnCounter.js"))]],
    ["fhirEditing", async () => [await fhirEditingSection(distFolder, rounds)]],
    ["catalogue", async () => [await catalogueSection(rounds)]],
    ["distribution", async () => [await distributionSection(shared, `${root}/test/fixtures/packs/sample`, rounds)]],
    ["progress", async () => [await progressSection(rounds)]],
    ["hl7v2Editing", async () => [await hl7v2EditingSection(rounds)]],
    ["diff", async () => [await diffSection(rounds)]],
    ["fhir", async () => await fhirSections(corpus, root, distFolder, silent, rounds)],
    ...(corpus === undefined
      ? []
      : ([
        ["corpus", async () => [await corpusSection(corpus, rounds)]],
        ["hl7v2", async () => [await parserSection(await hl7v2Texts(corpus), root, rounds)]],
      ] as const)),
  ];
  const { sections, failures } = await measureAll(parts, values.only);
  await shared.dispose();
  const machine = { node: process.version, system: `${process.platform} ${release()}`, processor: cpus()[0]?.model ?? "?", cores: cpus().length };
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ machine, rounds, sections, failures }, undefined, 2)}\n`);
  } else {
    process.stdout.write(`${tableOf(sections)}\n\nNode ${machine.node}, ${machine.system}, ${String(machine.cores)} × ${machine.processor}; ${String(rounds)} rounds\n`);
  }
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** One part that cannot be measured keeps no other from it. */
async function measureAll(parts: Parts, only: readonly string[] | undefined): Promise<{ readonly sections: readonly Section[]; readonly failures: readonly string[] }> {
  const unknown = only?.find((name) => !parts.some(([known]) => known === name));
  if (unknown !== undefined) {
    throw new Error(`there is no part ${unknown}; there are ${parts.map(([name]) => name).join(", ")}`);
  }
  const sections: Section[] = [];
  const failures: string[] = [];
  for (const [name, measure] of parts.filter(([known]) => only?.includes(known) ?? true)) {
    process.stderr.write(`measuring ${name} …\n`);
    try {
      sections.push(...(await measure()));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push(`${name}: ${message}`);
      sections.push({ title: `${name}: could not be measured`, rows: [], notes: [message] });
    }
  }
  return { sections, failures };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
