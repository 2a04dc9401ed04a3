import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OperationOutcome } from "../../../src/core/fhir/validation/operationOutcome";
import { runInProcess, type InProcessResult } from "../../support/cliInProcess";
import { bundleFhirWorker } from "../../support/fhirWorkerBundle";
import type { WorkerBundle } from "../../support/schemaWorkerBundle";

interface Told {
  readonly file: string;
  readonly line?: number;
  readonly outcome: OperationOutcome;
}

const narrative = { status: "generated", div: "<div xmlns=\"http://www.w3.org/1999/xhtml\">Anna Rossi</div>" };
const right = JSON.stringify({ resourceType: "Patient", text: narrative, gender: "female", birthDate: "1962-03-14" });
const wrong = JSON.stringify({ resourceType: "Patient", text: narrative, gender: "F", birthDate: "03/14/1962" }, null, 2);

describe("validate", () => {
  let worker: WorkerBundle;
  let folder = "";

  before(async () => {
    worker = await bundleFhirWorker();
  });
  after(() => worker.remove());
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-validate-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: string | Buffer): void => writeFileSync(join(folder, path), content);
  const validate = async (args: readonly string[], stdin?: string): Promise<InProcessResult> => await runInProcess(["validate", ...args], folder, stdin, dirname(worker.path));
  const told = ({ stdout }: InProcessResult): readonly Told[] => JSON.parse(stdout) as Told[];

  it("gives an OperationOutcome with place, path, code and sentence", async () => {
    put("a.json", wrong);
    const result = await validate(["a.json", "--json"]);
    assert.equal(result.code, 1);
    const [first] = told(result);
    assert.equal(first?.file, "a.json");
    assert.deepEqual(first.outcome.issue.map(({ severity, code, location, expression, details }) => ({ severity, code, location, expression, detail: details.coding?.[0]?.code })), [
      { severity: "error", code: "code-invalid", location: ["7:13"], expression: ["Patient.gender"], detail: "fhir.binding.code.near" },
      { severity: "error", code: "value", location: ["8:16"], expression: ["Patient.birthDate"], detail: "fhir.date.form" },
    ]);
    assert.match(first.outcome.issue[1]?.details.text ?? "", /^birthDate is "03\/14\/1962"; a FHIR date is written year-month-day/);
  });

  it("says that a right resource is right", async () => {
    put("a.json", right);
    const result = await validate(["a.json", "--json"]);
    assert.equal(result.code, 0);
    assert.deepEqual(told(result).map(({ outcome }) => outcome.issue.map(({ severity, code }) => ({ severity, code }))), [[{ severity: "information", code: "informational" }]]);
    assert.equal((await validate(["a.json"])).stdout, "a.json: valid\n");
  });

  it("gives lines for people", async () => {
    put("a.json", wrong);
    const { stdout, stderr, code } = await validate(["a.json"]);
    assert.equal(code, 1);
    assert.equal(stderr, "");
    assert.match(stdout, /^a\.json:7:13: error: gender is "F".*\na\.json:8:16: error: birthDate is /);
  });

  it("goes through folders, several files, NDJSON and standard input", async () => {
    mkdirSync(join(folder, "in"));
    put("in/a.json", right);
    put("in/b.ndjson", `${right}\n\n${JSON.stringify({ resourceType: "Patient", gender: "F", text: narrative })}\n`);
    const all = told(await validate(["in", "--json"]));
    assert.deepEqual(all.map(({ file, line }) => [file, line]), [["in/a.json", undefined], ["in/b.ndjson", 1], ["in/b.ndjson", 3]]);
    assert.match(all[2]?.outcome.issue[0]?.location?.[0] ?? "", /^3:/);
    const piped = await validate(["-", "--json"], wrong);
    assert.equal(piped.code, 1);
    assert.equal(told(piped)[0]?.file, "<stdin>");
  });

  it("exits with 2 when a file cannot be read, and tells of the others all the same", async () => {
    put("a.json", wrong);
    const result = await validate(["none.json", "a.json", "--json"]);
    assert.equal(result.code, 2);
    assert.equal(told(result).length, 1);
    assert.match(result.stderr, /none\.json cannot be read/);
  });

  it("refuses what is no JSON, and resources of another type than the one asked for", async () => {
    put("a.json", "{ \"resourceType\": \"Patient\", }");
    const [first] = told(await validate(["a.json", "--json"]));
    assert.equal(first?.outcome.issue[0]?.details.coding?.[0]?.code, "document.json.trailingComma");
    put("b.json", right);
    const [other] = told(await validate(["b.json", "--type", "Observation", "--json"]));
    assert.equal(other?.outcome.issue[0]?.details.coding?.[0]?.code, "fhir.resourceType.other");
  });

  it("wants profiles to be StructureDefinitions", async () => {
    put("a.json", right);
    const { code, stderr } = await validate(["a.json", "--profile", "a.json"]);
    assert.equal(code, 2);
    assert.match(stderr, /a\.json is no StructureDefinition/);
  });
});
