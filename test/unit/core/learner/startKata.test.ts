import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { HumanError } from "../../../../src/core/humanError";
import { findKataFolder } from "../../../../src/core/learner/kataFolder";
import { Snapshots } from "../../../../src/core/learner/snapshots";
import type { Started, StartRequest } from "../../../../src/core/learner/startKata";
import { resetKata, startKata } from "../../../../src/core/learner/startKata";
import { learnerKata, learnerKataFiles, oddBytes } from "../../../support/learnerKata";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const folder = "/w/health-it-katas/hl7v2/v2-escapes";
const uuid = learnerKata.manifest.uuid;

function world(more: Readonly<Record<string, string | Uint8Array>> = {}): { fs: MemoryFileSystem; snapshots: Snapshots; start: (changes?: Partial<StartRequest>) => Promise<Started> } {
  const fs = new MemoryFileSystem({ ...learnerKataFiles, ...more });
  let clock = Date.UTC(2025, 0, 1);
  const snapshots = new Snapshots(fs, "/w", () => new Date((clock += 1000)));
  return { fs, snapshots, start: (changes = {}) => startKata(fs, snapshots, { kata: learnerKata, folder, existing: "keep", ...changes }) };
}

const isError = (code: string) => (error: unknown): boolean => error instanceof HumanError && error.code === code;

describe("starting a kata", () => {
  it("writes the starter files byte for byte, the marker last, and says which file to open", async () => {
    const { fs, start } = world();
    assert.deepEqual(await start({ seed: 5 }), {
      folder,
      written: ["data/table.csv", "oru.hl7", "src/escapes.ts"],
      kept: [],
      firstFile: `${folder}/src/escapes.ts`,
    });
    assert.deepEqual(await fs.readFile(`${folder}/oru.hl7`), oddBytes);
    assert.equal(fs.operations.at(-1), `write ${folder}/.kata.json`);
    assert.deepEqual((await findKataFolder(fs, folder))?.marker, { uuid, id: "v2-escapes", pack: "@health-it-katas/hl7v2", version: "1.2.0", digest: "f".repeat(64), seed: 5 });
  });

  it("keeps any bytes as they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
        const { fs, start } = world({ "/packs/hl7v2/v2-escapes/starter/oru.hl7": bytes });
        await start();
        assert.deepEqual(await fs.readFile(`${folder}/oru.hl7`), bytes);
      }),
    );
  });

  it("leaves what is there, and adds what is missing", async () => {
    const { fs, start } = world({ [`${folder}/oru.hl7`]: "mine", [`${folder}/data/table.csv`]: "a;b\r\n", [`${folder}/diary.md`]: "mine too" });
    const { written, kept, snapshot } = await start();
    assert.deepEqual([written, kept, snapshot], [["src/escapes.ts"], ["data/table.csv", "oru.hl7"], undefined]);
    assert.equal(fs.texts(folder)[`${folder}/oru.hl7`], "mine");
    assert.equal(fs.texts(folder)[`${folder}/diary.md`], "mine too");
  });

  it("can be interrupted anywhere and done again", async () => {
    const whole = world();
    await whole.start();
    const expected = whole.fs.texts(folder);
    for (let stop = 0; stop < whole.fs.operations.length; stop++) {
      const { fs, start } = world();
      let left = stop;
      fs.refuse = (operation) => {
        if (operation === "write" && left-- === 0) {
          throw new Error("killed");
        }
      };
      await assert.rejects(start(), /killed/);
      fs.refuse = () => undefined;
      await start();
      assert.deepEqual(fs.texts(folder), expected);
    }
  });

  it("refuses, if asked to, to start over other files, and changes nothing", async () => {
    const { fs, start } = world({ [`${folder}/oru.hl7`]: "mine" });
    await assert.rejects(start({ existing: "refuse" }), (error) => isError("learner.exists")(error) && /oru\.hl7 is there already/.test((error as Error).message));
    assert.deepEqual(fs.operations, []);
    const untouched = world();
    await untouched.start();
    assert.deepEqual((await untouched.start({ existing: "refuse" })).written, []);
  });

  it("replaces by force only after keeping a snapshot, which brings all back", async () => {
    const { fs, snapshots, start } = world({ [`${folder}/oru.hl7`]: "mine", [`${folder}/src/escapes.ts`]: "export const decode = 0;\n" });
    const { snapshot, written } = await start({ existing: "replace" });
    assert.deepEqual(written, ["data/table.csv", "oru.hl7"]);
    assert.deepEqual(await fs.readFile(`${folder}/oru.hl7`), oddBytes);
    assert.ok(snapshot !== undefined);
    assert.equal(snapshot.reason, "force");
    await snapshots.restore(snapshot);
    assert.equal(fs.texts(folder)[`${folder}/oru.hl7`], "mine");
  });

  it("changes nothing when the snapshot cannot be kept", async () => {
    const { fs, start } = world({ [`${folder}/oru.hl7`]: "mine" });
    fs.refuse = (operation, path) => {
      if (operation === "write" && path.includes("/snapshots/")) {
        throw new Error("ENOSPC");
      }
    };
    await assert.rejects(start({ existing: "replace" }), (error) => isError("learner.noSnapshot")(error) && /nothing was changed/.test((error as Error).message));
    assert.equal(fs.texts(folder)[`${folder}/oru.hl7`], "mine");
  });

  it("never writes inside a kata's source", async () => {
    const { fs, start } = world();
    for (const inside of ["/packs/hl7v2/v2-escapes", "/packs/hl7v2/v2-escapes/starter", "/packs/hl7v2/v2-escapes/a/b"]) {
      await assert.rejects(start({ folder: inside }), isError("learner.insideSource"));
    }
    assert.deepEqual(fs.operations, []);
  });

  it("never writes into another kata's folder, and mends a marker that makes no sense", async () => {
    const { start } = world({ [`${folder}/.kata.json`]: JSON.stringify({ uuid: "x", id: "other", pack: "p", version: "1", digest: "d" }) });
    await assert.rejects(start(), (error) => isError("learner.otherKata")(error) && (error as Error).message.includes("p/other"));
    const broken = world({ [`${folder}/.kata.json`]: "{" });
    await broken.start();
    assert.equal((await findKataFolder(broken.fs, folder))?.marker.uuid, uuid);
    const linked = world();
    linked.fs.putLink(`${folder}/.kata.json`);
    await linked.start();
    assert.equal((await linked.fs.stat(`${folder}/.kata.json`))?.kind, "file");
  });

  it("keeps saying which version a folder was started on", async () => {
    const { fs, snapshots, start } = world();
    await start({ seed: 3 });
    const later = { ...learnerKata, pack: { ...learnerKata.pack, version: "2.0.0" } };
    await start({ kata: later });
    assert.equal((await findKataFolder(fs, folder))?.marker.version, "1.2.0");
    await resetKata(fs, snapshots, { kata: later, folder });
    assert.deepEqual([(await findKataFolder(fs, folder))?.marker.version, (await findKataFolder(fs, folder))?.marker.seed], ["2.0.0", 3]);
  });

  it("refuses links and what else stands in the way, before it writes anything", async () => {
    const link = world();
    link.fs.putLink(`${folder}/src`);
    await assert.rejects(link.start(), isError("learner.link"));
    const linkedFile = world();
    linkedFile.fs.putLink(`${folder}/oru.hl7`);
    await assert.rejects(linkedFile.start({ existing: "replace" }), isError("learner.link"));
    const inPack = world();
    inPack.fs.putLink("/packs/hl7v2/v2-escapes/starter/secret.txt");
    await assert.rejects(inPack.start(), isError("learner.link"));
    const badName = world({ "/packs/hl7v2/v2-escapes/starter/a\\..\\b": "x" });
    await assert.rejects(badName.start(), isError("learner.badName"));
    const inTheWay = world({ [`${folder}/oru.hl7/x`]: "x" });
    await assert.rejects(inTheWay.start(), isError("learner.folderInTheWay"));
    const fileInTheWay = world({ [`${folder}/src`]: "x" });
    await assert.rejects(fileInTheWay.start(), isError("learner.fileInTheWay"));
    for (const { fs } of [link, linkedFile, inPack, badName, inTheWay, fileInTheWay]) {
      assert.deepEqual(fs.operations, []);
    }
  });
});

describe("resetting a kata", () => {
  it("brings the starter back, keeps added files, and can be undone", async () => {
    const { fs, snapshots, start } = world();
    await start();
    fs.put(`${folder}/oru.hl7`, "mine");
    fs.put(`${folder}/diary.md`, "mine too");
    await fs.remove(`${folder}/data/table.csv`);
    const before = fs.texts(folder);
    const snapshot = await resetKata(fs, snapshots, { kata: learnerKata, folder });
    assert.deepEqual(await fs.readFile(`${folder}/oru.hl7`), oddBytes);
    assert.equal(fs.texts(folder)[`${folder}/data/table.csv`], "a;b\r\n");
    assert.equal(fs.texts(folder)[`${folder}/diary.md`], "mine too");
    assert.ok(snapshot !== undefined);
    assert.deepEqual([snapshot.files, snapshot.absent, snapshot.reason], [["oru.hl7", "src/escapes.ts"], ["data/table.csv"], "reset"]);
    await snapshots.restore(snapshot);
    assert.deepEqual(fs.texts(folder), before);
  });

  it("removes a file that the learner was to create, and brings it back when undone", async () => {
    const kata = { ...learnerKata, manifest: { ...learnerKata.manifest, files: ["src/escapes.ts", "answer.json"] } };
    const { fs, snapshots, start } = world();
    await start({ kata });
    fs.put(`${folder}/answer.json`, "{}");
    const snapshot = await resetKata(fs, snapshots, { kata, folder });
    assert.equal(await fs.stat(`${folder}/answer.json`), undefined);
    assert.ok(snapshot !== undefined);
    await snapshots.restore(snapshot);
    assert.equal(fs.texts(folder)[`${folder}/answer.json`], "{}");
  });

  it("works on a folder whose files are all gone", async () => {
    const { fs, snapshots } = world();
    assert.equal(await resetKata(fs, snapshots, { kata: learnerKata, folder }), undefined);
    assert.deepEqual(await fs.readFile(`${folder}/oru.hl7`), oddBytes);
  });

  it("changes nothing in a kata's source or another kata's folder", async () => {
    const { fs, snapshots } = world({ [`${folder}/.kata.json`]: JSON.stringify({ uuid: "x", id: "other", pack: "p", version: "1", digest: "d" }) });
    await assert.rejects(resetKata(fs, snapshots, { kata: learnerKata, folder }), isError("learner.otherKata"));
    await assert.rejects(resetKata(fs, snapshots, { kata: learnerKata, folder: "/packs/hl7v2/v2-escapes/starter" }), isError("learner.insideSource"));
    assert.deepEqual(fs.operations, []);
  });
});
