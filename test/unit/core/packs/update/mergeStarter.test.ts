import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readMarker, type KataFolder } from "../../../../../src/core/learner/kataFolder";
import { Snapshots } from "../../../../../src/core/learner/snapshots";
import type { Kata } from "../../../../../src/core/packs/kata";
import { applyMerge, planMerge, type FileMerge } from "../../../../../src/core/packs/update/mergeStarter";
import { MemoryFileSystem } from "../../../../support/memoryFileSystem";
import { readSample, sampleFiles } from "../../../../support/samplePack";

const at = "/work/health-it-katas/first/first-patient";

describe("merging a changed starter", () => {
  let files: MemoryFileSystem;
  let before: Kata;
  let after: Kata;
  let folder: KataFolder;

  /** Three versions of `patient.json`; undefined where it is not there. */
  const given = async (old: string | undefined, mine: string | undefined, theirs: string): Promise<void> => {
    files = new MemoryFileSystem(sampleFiles());
    const kata = await readSample(files);
    for (const [version, text] of [["1.0.0", old], ["2.0.0", theirs]] as const) {
      files.put(`/store/${version}/first-patient/starter/form.md`, "A woman.\n");
      if (text !== undefined) {
        files.put(`/store/${version}/first-patient/starter/patient.json`, text);
      }
    }
    const of = (version: string): Kata => ({ ...kata, folder: `/store/${version}/first-patient`, digest: `digest-${version}`, pack: { ...kata.pack, version } });
    before = of("1.0.0");
    after = of("2.0.0");
    files.put(`${at}/form.md`, "A woman.\n");
    if (mine !== undefined) {
      files.put(`${at}/patient.json`, mine);
    }
    folder = { path: at, marker: { uuid: kata.manifest.uuid, id: "first-patient", pack: kata.pack.name, version: "1.0.0", digest: "digest-1.0.0", seed: 7 } };
  };
  const planned = async (old: string | undefined, mine: string | undefined, theirs: string): Promise<readonly (readonly [FileMerge["what"], string | undefined])[]> => {
    await given(old, mine, theirs);
    return (await planMerge(files, folder, before, after)).map(({ what, bytes }) => [what, bytes === undefined ? undefined : new TextDecoder().decode(bytes)]);
  };

  it("takes the new starter where the learner changed nothing", async () => {
    assert.deepEqual(await planned("a\nb\n", "a\nb\n", "a\nB\n"), [["take", "a\nB\n"]]);
  });

  it("does nothing where the starter is the same, or the learner has it already", async () => {
    assert.deepEqual(await planned("a\n", "mine\n", "a\n"), []);
    assert.deepEqual(await planned("a\n", "b\n", "b\n"), []);
  });

  it("keeps both where they changed different lines", async () => {
    assert.deepEqual(await planned("1\n2\n3\n4\n5\n", "one\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n"), [["merge", "one\n2\n3\n4\nfive\n"]]);
  });

  it("keeps the line ends of HL7 v2 and of Windows", async () => {
    assert.deepEqual(await planned("MSH|\rPID|1\rPV1|1\rOBX|1\r", "MSH|\rPID|9\rPV1|1\rOBX|1\r", "MSH|\rPID|1\rPV1|1\rOBX|2\r"), [["merge", "MSH|\rPID|9\rPV1|1\rOBX|2\r"]]);
    assert.deepEqual(await planned("1\r\n2\r\n3\r\n", "1x\r\n2\r\n3\r\n", "1\r\n2\r\n3x\r\n"), [["merge", "1x\r\n2\r\n3x\r\n"]]);
  });

  it("marks what both changed, and only that", async () => {
    assert.deepEqual(await planned("1\n2\n3\n", "1\nmine\n3\n", "1\ntheirs\n3\n"), [["conflict", "1\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> starter of 2.0.0\n3\n"]]);
    assert.deepEqual(await planned("1", "mine", "theirs"), [["conflict", "<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> starter of 2.0.0\n"]]);
  });

  it("adds a new file, and does not bring back one that the learner removed", async () => {
    assert.deepEqual(await planned(undefined, undefined, "new\n"), [["add", "new\n"]]);
    assert.deepEqual(await planned("a\n", undefined, "b\n"), [["keep", undefined]]);
  });

  it("leaves alone what is no text, or too long to compare", async () => {
    assert.deepEqual(await planned("a\u0000b", "mine\u0000", "theirs\u0000"), [["keep", undefined]]);
    assert.deepEqual(await planned("x\n".repeat(6000), "y\n".repeat(6000), "z\n"), [["keep", undefined]]);
  });

  it("never loses a line of the learner's, whatever the three are", async () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 8 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
    await fc.assert(fc.asyncProperty(text, text, text, async (old, mine, theirs) => {
      for (const [what, result] of await planned(old, mine, theirs)) {
        if (what === "merge" || what === "conflict") {
          const added = mine.split("\n").filter((line) => line !== "" && !old.includes(line));
          assert.ok(added.every((line) => result?.includes(line)), JSON.stringify({ old, mine, theirs, result }));
        }
      }
    }), { numRuns: 60 });
  });

  it("keeps what was there first, writes what was planned, and counts as started on the new version", async () => {
    await given("1\n2\n3\n", "one\n2\n3\n", "1\n2\nthree\n");
    const plan = await planMerge(files, folder, before, after);
    const snapshot = await applyMerge(files, new Snapshots(files, "/work", () => new Date(0)), folder, after, plan, false);
    assert.equal(files.texts()[`${at}/patient.json`], "one\n2\nthree\n");
    assert.equal(files.texts()[`${snapshot?.folder ?? ""}/files/patient.json`], "one\n2\n3\n");
    assert.equal(snapshot?.reason, "update");
    assert.deepEqual(await readMarker(files, at), { ...folder.marker, version: "2.0.0", digest: "digest-2.0.0" });
  });

  it("writes marks only when the person agreed to them", async () => {
    await given("1\n", "mine\n", "theirs\n");
    const plan = await planMerge(files, folder, before, after);
    const snapshots = new Snapshots(files, "/work", () => new Date(0));
    assert.equal(await applyMerge(files, snapshots, folder, after, plan, false), undefined);
    assert.equal(files.texts()[`${at}/patient.json`], "mine\n");
    assert.equal(await readMarker(files, at), undefined);
    await applyMerge(files, snapshots, folder, after, plan, true);
    assert.match(files.texts()[`${at}/patient.json`] ?? "", /<<<<<<< yours/);
  });

  it("changes nothing when it cannot be kept first", async () => {
    await given("1\n", "1\n", "2\n");
    const plan = await planMerge(files, folder, before, after);
    files.refuse = (operation, path) => {
      if (operation === "write" && path.includes("snapshots")) {
        throw new Error("disk full");
      }
    };
    await assert.rejects(applyMerge(files, new Snapshots(files, "/work", () => new Date(0)), folder, after, plan, false));
    assert.equal(files.texts()[`${at}/patient.json`], "1\n");
  });
});
