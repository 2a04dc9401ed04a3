import assert from "node:assert/strict";
import { changeText, packChanges, type KataChange } from "../../../../../src/core/packs/update/packChanges";
import { NodeHasher } from "../../../../../src/env/nodeHasher";
import { MemoryFileSystem } from "../../../../support/memoryFileSystem";
import { packFolder, readSample, sampleFiles, sampleManifest } from "../../../../support/samplePack";

const kata = `${packFolder}/first-patient`;

/** What another version makes of the sample kata. */
async function changed(manifest: object = sampleManifest, files: Readonly<Record<string, string>> = {}): Promise<KataChange> {
  const old = new MemoryFileSystem(sampleFiles());
  const now = new MemoryFileSystem({ ...sampleFiles(manifest), ...files });
  const [change] = await packChanges({ files: old, katas: [await readSample(old)] }, { files: now, katas: [await readSample(now)] }, new NodeHasher());
  assert.ok(change);
  return change;
}

const ids = (checks: readonly { readonly id: string }[]): readonly string[] => checks.map(({ id }) => id);

describe("what another version of a pack changes", () => {
  it("is nothing when only texts did", async () => {
    const change = await changed({ ...sampleManifest, title: "Another title", minutes: 12 }, { [`${kata}/README.md`]: "# Better\n", [`${kata}/hints.md`]: "## Other\n\nHint.\n" });
    assert.deepEqual([change.state, change.title, changeText(change)], ["same", "Another title", ""]);
  });

  it("is told by check: added, taken away, changed", async () => {
    const [shape] = sampleManifest.checks;
    const added = await changed({ ...sampleManifest, checks: [...sampleManifest.checks, { id: "more", title: "Says more", file: "patient.json", as: "json", schema: "checks/more.schema.json" }] }, { [`${kata}/checks/more.schema.json`]: "{}" });
    assert.deepEqual([added.state, ids(added.addedChecks), changeText(added)], ["changed", ["more"], "adds 1 check"]);
    const removed = await changed({ ...sampleManifest, checks: [shape] });
    assert.deepEqual([ids(removed.removedChecks), changeText(removed)], [["facts"], "takes 1 check away"]);
    const other = await changed(sampleManifest, { [`${kata}/checks/patient.schema.json`]: '{ "type": "object" }' });
    assert.deepEqual([ids(other.changedChecks), changeText(other)], [["shape"], "changes 1 check"]);
  });

  it("counts what a check names and what its tests may import", async () => {
    const schema = { [`${kata}/checks/patient.schema.json`]: '{ "$ref": "part.json" }' };
    const old = new MemoryFileSystem({ ...sampleFiles(), ...schema, [`${kata}/checks/part.json`]: "{}" });
    const now = new MemoryFileSystem({ ...sampleFiles(), ...schema, [`${kata}/checks/part.json`]: '{ "type": "object" }' });
    const [change] = await packChanges({ files: old, katas: [await readSample(old)] }, { files: now, katas: [await readSample(now)] }, new NodeHasher());
    assert.deepEqual(ids(change?.changedChecks ?? []), ["shape", "facts"]);
    assert.deepEqual(ids((await changed(sampleManifest, { [`${kata}/checks/support.ts`]: "export {};" })).changedChecks), ["facts"]);
  });

  it("counts a check as the same under another title, and as changed under other needs", async () => {
    const [shape, facts] = sampleManifest.checks;
    assert.equal((await changed({ ...sampleManifest, checks: [{ ...shape, title: "Is a FHIR Patient" }, facts] })).state, "same");
    assert.deepEqual(ids((await changed({ ...sampleManifest, checks: [shape, { id: "facts", title: "Says what the form says", tests: "checks/facts.test.ts" }] })).changedChecks), ["facts"]);
  });

  it("names starter files, successors, new katas and those that are gone", async () => {
    const starter = await changed(sampleManifest, { [`${kata}/starter/patient.json`]: '{ "resourceType": "Patient" }\n' });
    assert.deepEqual([starter.starter, changeText(starter)], [["patient.json"], "changes 1 starter file"]);
    const deprecated = await changed({ ...sampleManifest, deprecated: { by: "0a1b2c3d-0000-4000-8000-000000000002" } });
    assert.deepEqual([deprecated.deprecatedBy, deprecated.state, changeText(deprecated)], ["0a1b2c3d-0000-4000-8000-000000000002", "changed", "has a successor"]);
    const old = new MemoryFileSystem(sampleFiles());
    const now = new MemoryFileSystem(sampleFiles({ ...sampleManifest, uuid: "0a1b2c3d-0000-4000-8000-000000000009" }));
    const changes = await packChanges({ files: old, katas: [await readSample(old)] }, { files: now, katas: [await readSample(now)] }, new NodeHasher());
    assert.deepEqual(changes.map(({ state, uuid }) => [state, uuid.slice(-1)]), [["added", "9"], ["removed", "1"]]);
    assert.deepEqual(changes.map(changeText), ["is new", "is no longer in the pack; what you have stays readable"]);
  });
});
