import assert from "node:assert/strict";
import type { CheckResult } from "../../../src/core/checks/checkResult";
import type { SchemaChecker, SchemaCheckVerdict } from "../../../src/core/checks/schemaChecker";
import type { Protections, TestRunListener, TestRunner } from "../../../src/core/checks/testRunner";
import { Catalogue } from "../../../src/core/packs/catalogue";
import { Doctor, type DoctorReport, type Examination } from "../../../src/env/doctor";
import { NodeHasher } from "../../../src/env/nodeHasher";
import { MemoryFileSystem } from "../../support/memoryFileSystem";
import { packFolder, readersOf, sampleFiles } from "../../support/samplePack";

const protectedChild: Protections = { node: "v25.1.0", permissionModel: true, network: true, sqliteOff: true, cpuLimitSeconds: 60 };

/** A child that says what it saw and gives one result. */
function child(seen: Protections | undefined, result: Partial<CheckResult> = {}): TestRunner {
  return {
    warm: () => undefined,
    run: (_request, listener: TestRunListener) => {
      if (seen !== undefined) {
        listener.started?.(seen);
      }
      return Promise.resolve([{ check: "doctor", outcome: "passed", durationMs: 1, findings: [], ...result }]);
    },
    dispose: () => Promise.resolve(),
  };
}

interface Found {
  readonly tests?: TestRunner;
  readonly verdict?: SchemaCheckVerdict;
  readonly files?: MemoryFileSystem;
}

async function examine({ tests = child(protectedChild), verdict = { outcome: "passed", durationMs: 1, findings: [] }, files = new MemoryFileSystem({ ...sampleFiles(), "/home/x": "" }) }: Found): Promise<DoctorReport> {
  const schemas: SchemaChecker = { check: () => Promise.resolve(verdict) };
  const { packs, katas } = readersOf(files);
  const catalogue = new Catalogue(files, [{ id: "packs", bundled: true, folders: () => Promise.resolve(["/packs"]) }], packs, katas);
  return await new Doctor(files, new NodeHasher(), schemas, tests, catalogue).examine("/home", new AbortController().signal);
}

function the(id: Examination["id"], report: DoctorReport): Examination {
  const found = report.examinations.find((each) => each.id === id);
  assert.ok(found, `nothing is said of ${id}`);
  return found;
}

describe("Doctor", () => {
  it("finds nothing wrong where nothing is", async () => {
    const report = await examine({});
    assert.equal(report.ok, true);
    assert.deepEqual(report.examinations.map(({ state }) => state), Array.from({ length: 9 }, () => "well"));
    assert.deepEqual(report.protections, protectedChild);
  });

  it("claims only the protections that the child saw", async () => {
    const report = await examine({ tests: child({ node: "v20.19.0", permissionModel: false, network: false, sqliteOff: false }) });
    assert.equal(report.ok, true);
    for (const id of ["files", "network", "sqlite", "cpu"] as const) {
      assert.equal(the(id, report).state, "limited", id);
    }
    assert.match(the("files", report).says, /may do what you may do/);
    assert.match(the("network", report).mend ?? "", /Node 25 or later/);
  });

  it("claims none when no child said that it started", async () => {
    const report = await examine({ tests: child(undefined) });
    assert.equal(report.ok, false);
    assert.equal(report.protections, undefined);
    assert.equal(the("tests", report).state, "broken");
    assert.ok(report.examinations.every(({ id }) => id !== "files" && id !== "network"));
  });

  it("passes on why a child did not run", async () => {
    const failed = await examine({ tests: child(protectedChild, { outcome: "errored", findings: [{ code: "x", message: "There is no Node.", args: {} }] }) });
    assert.match(the("tests", failed).says, /There is no Node\./);
    const thrown = await examine({ tests: { ...child(undefined), run: () => Promise.reject(new Error("spawn EACCES")) } });
    assert.match(the("tests", thrown).says, /spawn EACCES/);
    assert.match(the("tests", thrown).mend ?? "", /healthItKatas\.nodePath/);
  });

  it("passes on why a schema check or FHIRPath did not run", async () => {
    const report = await examine({ verdict: { outcome: "errored", durationMs: 1, findings: [{ code: "x", message: "The worker ended.", args: {} }] } });
    assert.equal(report.ok, false);
    assert.equal(the("fhirpath", report).says, "The worker ended.");
  });

  it("says that a folder cannot be written to, and leaves nothing in one that can", async () => {
    const files = new MemoryFileSystem({ ...sampleFiles(), "/home/x": "" });
    await examine({ files });
    assert.deepEqual(Object.keys(files.texts("/home")), ["/home/x"]);
    files.refuse = (operation) => {
      if (operation === "write") {
        throw new Error("ENOSPC: no space left on device");
      }
    };
    assert.match(the("folder", await examine({ files })).says, /ENOSPC/);
  });

  it("says which packs cannot be used, beside those that can", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    files.put("/packs/bad/package.json", '{ "name": "@x/bad", "kataPack": ');
    const packs = the("packs", await examine({ files }));
    assert.equal(packs.state, "limited");
    assert.match(packs.says, /^1 kata in 1 pack\. /);
    await files.remove(packFolder);
    assert.equal(the("packs", await examine({ files })).state, "broken");
    files.put("/packs/bad/package.json", '{ "name": "@x/later", "kataPack": { "format": 2 } }');
    assert.match(the("packs", await examine({ files })).says, /@x\/later cannot be read by this version/);
  });

  it("ends when told", async () => {
    const files = new MemoryFileSystem(sampleFiles());
    const { packs, katas } = readersOf(files);
    const abort = new AbortController();
    const tests: TestRunner = { ...child(undefined), run: (_request, _listener, signal) => { abort.abort(new Error("enough")); signal.throwIfAborted(); return Promise.resolve([]); } };
    const doctor = new Doctor(files, new NodeHasher(), { check: () => assert.fail("asked") }, tests, new Catalogue(files, [], packs, katas));
    await assert.rejects(doctor.examine("/home", abort.signal), /enough/);
  });
});
