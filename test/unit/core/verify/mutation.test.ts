import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { transform } from "sucrase";
import type { Solution } from "../../../../src/core/checks/attemptRunner";
import { mapLimited } from "../../../../src/core/concurrency";
import { formatOfFileName } from "../../../../src/core/documents/readers";
import type { Kata } from "../../../../src/core/packs/kata";
import { referenceName, solutionOf } from "../../../../src/core/packs/kataContent";
import { isTestCheck } from "../../../../src/core/packs/kataManifest";
import type { Mutant } from "../../../../src/core/verify/mutant";
import { mutantsOf, sampleOf } from "../../../../src/core/verify/mutate";
import { fromNativePath } from "../../../../src/env/nodeFileSystem";
import { createServices, type Services } from "../../../../src/env/services";
import { builtCli } from "../../../support/builtCli";
import { SilentLogger } from "../../../support/silentLogger";

// Wrong answers that nobody listed: every part of every reference is changed once, and the checks must refuse it, or
// test/fixtures/mutation-survivors.json must say why the changed answer is right, too. Changed code needs a process each, so a sample of it is run:
// MUTATION_SEED=n takes another one, MUTATION=all takes all of it.

interface Survivor {
  readonly mutant: string;
  readonly reason: string;
}

const survivorsPath = resolve(__dirname, "../../../fixtures/mutation-survivors.json");
const survivors: Readonly<Record<string, readonly Survivor[]>> = existsSync(survivorsPath) ? (JSON.parse(readFileSync(survivorsPath, "utf8")) as Record<string, readonly Survivor[]>) : {};

const all = process.env["MUTATION"] === "all";
const seed = Number(process.env["MUTATION_SEED"] ?? "1");
/** Mutants of code that are run, for each file. */
const codeSample = 16;
/** Katas whose references are more than this many mutants are sampled too. */
const dataSample = 600;
const atOnce = 2;

interface FileMutant {
  readonly file: string;
  readonly mutant: Mutant;
}

/** Code is changed after its types are taken off, since a changed type changes nothing that runs. Lines stay where they are. */
function mutantsIn(file: string, bytes: Uint8Array): readonly FileMutant[] {
  const text = new TextDecoder().decode(bytes);
  const format = formatOfFileName(file);
  const found = format === undefined ? mutantsOf(/\.[cm]?ts$/.test(file) ? transform(text, { transforms: ["typescript"], disableESTransforms: true }).code : text, "code") : mutantsOf(text, format);
  const run = all ? found : sampleOf(found, format === undefined ? codeSample : dataSample, seed);
  return run.map((mutant) => ({ file, mutant }));
}

/** Whether all checks accept the reference with one file changed. Schema checks come first: they cost no process. */
async function passes(services: Services, kata: Kata, reference: Solution, { file, mutant }: FileMutant): Promise<boolean> {
  const solution = new Map([...reference, [file, new TextEncoder().encode(mutant.text)]]);
  const { signal } = new AbortController();
  const attempt = { kata, solution, seed: 1, hintsUsed: 0, solutionShown: false, aiOff: false, editor: "mutation" };
  const schemaChecks = kata.manifest.checks.filter((check) => !isTestCheck(check)).map(({ id }) => id);
  const first = schemaChecks.length === 0 ? undefined : await services.attempts.run({ ...attempt, only: schemaChecks }, {}, signal);
  if (first?.results.some(({ outcome }) => outcome !== "passed") === true) {
    return false;
  }
  return (await services.attempts.run(attempt, {}, signal)).outcome === "passed";
}

describe("wrong answers that nobody listed", function () {
  this.timeout(1_800_000);
  let services: Services;
  let katas: readonly Kata[] = [];

  before(async () => {
    services = createServices({ distFolder: fromNativePath(dirname(await builtCli())), logger: new SilentLogger() });
    const readings = await Promise.all((await services.catalogue.entries()).map((entry) => services.catalogue.open(entry)));
    katas = readings.flatMap((reading) => (reading.state === "ready" ? [reading.kata] : []));
  });
  after(async () => {
    await services.dispose();
  });

  it("are refused by every bundled kata, but for those that are listed as right", async () => {
    assert.ok(katas.length > 0);
    const wrong: string[] = [];
    for (const kata of katas) {
      const name = `${kata.pack.name}/${kata.id}`;
      const listed = new Map((survivors[name] ?? []).map(({ mutant, reason }) => [mutant, reason]));
      const reference = await solutionOf(services.files, kata, referenceName);
      const mutants = [...reference].flatMap(([file, bytes]) => mutantsIn(file, bytes));
      assert.ok(mutants.length > 0, `${name} has nothing to change`);
      const accepted = await mapLimited(mutants, atOnce, async (mutant) => await passes(services, kata, reference, mutant));
      for (const [index, { file, mutant }] of mutants.entries()) {
        const id = `${file}: ${mutant.id}`;
        if (accepted[index] === true && !listed.has(id)) {
          wrong.push(`${name} accepts ${id}`);
        } else if (accepted[index] === false && listed.has(id)) {
          wrong.push(`${name} refuses ${id}, which is listed as right`);
        }
      }
    }
    assert.deepEqual(wrong, [], `See test/fixtures/mutation-survivors.json.\n${wrong.join("\n")}`);
  });

  it("that are listed as right have a reason, and are of katas that are there", () => {
    const names = katas.map((kata) => `${kata.pack.name}/${kata.id}`);
    for (const [name, listed] of Object.entries(survivors)) {
      assert.ok(names.includes(name), `${name} is no bundled kata`);
      for (const { mutant, reason } of listed) {
        assert.ok(reason.length > 20, `${name}: ${mutant} is right, but why?`);
      }
    }
  });
});
