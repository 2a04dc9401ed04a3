import type { Services } from "../../src/env/services";
import { readSchemaBundle } from "../../src/core/checks/schemaBundle";
import type { SchemaCheckRequest } from "../../src/core/checks/schemaChecker";
import type { StagedFile, TestRunRequest } from "../../src/core/checks/testRunner";
import { readBelow } from "../../src/core/packs/folderFiles";
import type { Kata } from "../../src/core/packs/kata";
import { referenceName, solutionOf } from "../../src/core/packs/kataContent";
import { isTestCheck } from "../../src/core/packs/kataManifest";
import { joinPath } from "../../src/core/path";

/** Every bundled kata that can be read. */
export async function bundledKatas(services: Services): Promise<readonly Kata[]> {
  const katas: Kata[] = [];
  for (const entry of await services.catalogue.entries()) {
    const reading = await services.catalogue.open(entry);
    if (reading.state === "ready") {
      katas.push(reading.kata);
    }
  }
  return katas;
}

/** A schema check of a kata's reference, ready to be asked for. */
export interface SchemaCase {
  readonly name: string;
  readonly request: SchemaCheckRequest;
  readonly usesFhirPath: boolean;
}

/** All schema checks of a kata on its reference. */
export async function schemaCases(services: Services, kata: Kata): Promise<readonly SchemaCase[]> {
  const reference = await solutionOf(services.files, kata, referenceName);
  const cases: SchemaCase[] = [];
  for (const check of kata.manifest.checks) {
    const bytes = isTestCheck(check) ? undefined : reference.get(check.file);
    if (!isTestCheck(check) && bytes !== undefined) {
      const bundle = await readSchemaBundle(services.files, services.hasher, kata.folder, check.schema);
      const usesFhirPath = [bundle.schema, ...Object.values(bundle.resources)].some((text) => text.includes('"fhirpath"'));
      cases.push({ name: `${kata.id}/${check.id}`, request: { file: check.file, format: check.as, text: new TextDecoder().decode(bytes), bundle }, usesFhirPath });
    }
  }
  return cases;
}

/** All test checks of a kata on its reference; undefined when it has none. */
export async function testCase(services: Services, kata: Kata): Promise<TestRunRequest | undefined> {
  const checks = kata.manifest.checks.filter(isTestCheck);
  if (checks.length === 0) {
    return undefined;
  }
  const staged = (files: ReadonlyMap<string, Uint8Array>, prefix = ""): readonly StagedFile[] => [...files].map(([path, bytes]) => ({ path: `${prefix}${path}`, bytes }));
  return {
    checks,
    solution: staged(await solutionOf(services.files, kata, referenceName)),
    checkFiles: staged(await readBelow(services.files, joinPath(kata.folder, "checks")), "checks/"),
    seed: 1,
    deadlineMs: kata.manifest.deadlineMs ?? 5000,
    memoryLimit: 512 * 1024 * 1024,
  };
}

/** Five quick tests of one TypeScript file: what is left when the tests themselves cost next to nothing. */
export function smallTestCase(): TestRunRequest {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const tests = [1, 2, 3, 4, 5].map((n) => `  it("adds ${String(n)}", () => assert.equal(solution<{ add(a: number, b: number): number }>().add(${String(n)}, 1), ${String(n + 1)}));`);
  const test = `import assert from "node:assert/strict";\nimport { solution } from "health-it-katas/testing";\n\ndescribe("add", () => {\n${tests.join("\n")}\n});\n`;
  return {
    checks: [{ id: "add", title: "Adds", tests: "checks/add.test.ts" }],
    solution: [{ path: "add.ts", bytes: bytes("export function add(a: number, b: number): number {\n  return a + b;\n}\n") }],
    checkFiles: [{ path: "checks/add.test.ts", bytes: bytes(test) }],
    seed: 1,
    deadlineMs: 5000,
    memoryLimit: 512 * 1024 * 1024,
  };
}
