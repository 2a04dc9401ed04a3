import { jsonReader } from "../../src/core/documents/jsonReader";
import type { FileSystem } from "../../src/core/fileSystem";
import type { Kata, Pack } from "../../src/core/packs/kata";
import { ManifestSchemas } from "../../src/core/packs/manifestSchema";
import { KataReader } from "../../src/core/packs/readKata";
import { PackReader } from "../../src/core/packs/readPack";
import { NodeHasher } from "../../src/env/nodeHasher";

/** Where the sample pack lies in memory. */
export const packFolder = "/packs/sample";

/** What the sample kata's `kata.json` says. */
export const sampleManifest = {
  uuid: "0a1b2c3d-0000-4000-8000-000000000001",
  title: "A first patient",
  track: "fhir",
  level: 1,
  minutes: 10,
  kind: "author",
  competencies: ["fhir-model"],
  files: ["patient.json"],
  exhibits: ["form.md"],
  checks: [
    { id: "shape", title: "Is a Patient", file: "patient.json", as: "json", schema: "checks/patient.schema.json" },
    { id: "facts", title: "Says what the form says", tests: "checks/facts.test.ts", needs: ["shape"] },
  ],
  wrong: [{ id: "letter-gender", fails: "shape", message: "gender" }],
};

/** The files of a sound pack with one kata, `first-patient`, by absolute path. */
export function sampleFiles(manifest: object = sampleManifest, packManifest: object = samplePackManifest): Record<string, string> {
  const kata = `${packFolder}/first-patient`;
  return {
    [`${packFolder}/package.json`]: JSON.stringify(packManifest, null, 2),
    [`${kata}/kata.json`]: JSON.stringify(manifest, null, 2),
    [`${kata}/README.md`]: "# A first patient\n\nSee [the form](starter/form.md).\n",
    [`${kata}/hints.md`]: "## Look\n\nAt the form.\n\n## Read\n\nThe page of Patient.\n\n## Nearly\n\nIt is about the codes.\n",
    [`${kata}/starter/patient.json`]: "{}\n",
    [`${kata}/starter/form.md`]: "A woman.\n",
    [`${kata}/solutions/reference/patient.json`]: '{ "resourceType": "Patient",\n  "gender": "female" }\n',
    [`${kata}/solutions/short/patient.json`]: '{"resourceType":"Patient","gender":"female"}\n',
    [`${kata}/wrong/letter-gender/patient.json`]: '{ "resourceType": "Patient", "gender": "F" }\n',
    [`${kata}/wrong/letter-gender.md`]: "FHIR spells genders out.\n",
    [`${kata}/checks/patient.schema.json`]: "{}",
    [`${kata}/checks/facts.test.ts`]: "",
  };
}

export const samplePackManifest = {
  name: "@sample/first", version: "1.0.0", license: "CC-BY-4.0", keywords: ["health-it-katas"], kataPack: { format: 1, title: "Sample", katas: ["first-patient"] },
};

export const samplePack: Pack = { name: "@sample/first", version: "1.0.0", title: "Sample", folder: packFolder, bundled: false };

export interface Readers {
  readonly packs: PackReader;
  readonly katas: KataReader;
}

export function readersOf(files: FileSystem): Readers {
  const schemas = new ManifestSchemas();
  return { packs: new PackReader(files, jsonReader, schemas), katas: new KataReader(files, new NodeHasher(), jsonReader, schemas) };
}

/** The sample kata as it is read; throws when it is broken. */
export async function readSample(files: FileSystem): Promise<Kata> {
  const reading = await readersOf(files).katas.read(samplePack, "first-patient");
  if (reading.state === "broken") {
    throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  }
  return reading.kata;
}
