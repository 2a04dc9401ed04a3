import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { builtCli } from "../../support/builtCli";
import { PackFolder } from "../../support/packFolder";

const name = "@sample/basics";
const learner = "health-it-katas/basics/first-patient";

describe("update", function () {
  this.timeout(120_000);
  let folder: PackFolder;

  before(async () => {
    // Trying checks needs the worker.
    await builtCli();
  });
  beforeEach(async () => {
    folder = new PackFolder();
    folder.pack("src", "1.0.0");
    rmSync(folder.at("src/catalogue.json"));
    assert.equal((await folder.run("install", "src", "--yes")).code, 0);
  });
  afterEach(() => folder.remove());

  const inUse = (): string => (JSON.parse(folder.read(`data/packs/${name}/current.json`)) as { version: string }).version;
  const manifest = (): Record<string, unknown> => JSON.parse(folder.read("src/first-patient/kata.json")) as Record<string, unknown>;
  /** The next version of the pack: with a check more, another starter, and so on. */
  const next = (version: string, change: () => void): void => {
    const pack = JSON.parse(folder.read("src/package.json")) as object;
    folder.write("src/package.json", JSON.stringify({ ...pack, version }));
    change();
  };
  const withMoreChecks = (): void => {
    const { checks, ...rest } = manifest() as { checks: readonly object[] };
    const more = ["family", "name"].map((id) => ({ id, title: `Has a ${id}`, file: "patient.json", as: "json", schema: `checks/${id}.schema.json` }));
    folder.write("src/first-patient/kata.json", JSON.stringify({ ...rest, checks: [...checks, ...more] }));
    folder.write("src/first-patient/checks/name.schema.json", '{ "type": "object", "required": ["name"] }');
    folder.write("src/first-patient/checks/family.schema.json", '{ "type": "object", "required": ["family"] }');
  };
  const withStarter = (text: string): void => folder.write("src/first-patient/starter/form.md", text);

  it("says so when there is nothing newer", async () => {
    const { code, stdout } = await folder.run("update");
    assert.equal(code, 0);
    assert.match(stdout, /up to date {2}@sample\/basics 1\.0\.0/);
  });

  it("says check by check what changes, tries the new checks, and leaves the decision to the learner", async () => {
    await folder.run("start", "first-patient");
    folder.write(`${learner}/patient.json`, '{ "resourceType": "Patient", "name": [] }\n');
    next("1.1.0", withMoreChecks);
    const { code, stdout } = await folder.run("update", "--try");
    assert.equal(code, 1);
    assert.match(stdout, /offered {2}@sample\/basics 1\.0\.0 → 1\.1\.0: your version stays in use until you say --yes/);
    assert.match(stdout, /A patient from a form \(first-patient\) adds 2 checks\n {4}\+ Has a family \(family\)\n {4}\+ Has a name \(name\)\n {4}you started it on 1\.0\.0 in health-it-katas\/basics\/first-patient; you pass 1 of these 2/);
    assert.equal(inUse(), "1.0.0");
    assert.equal(folder.read(`${learner}/patient.json`), '{ "resourceType": "Patient", "name": [] }\n');
    folder.answer = "y";
    assert.equal((await folder.run("update")).code, 0);
    assert.match(folder.questions.join(), /Use @sample\/basics 1\.1\.0 from now on\? Your files stay as they are/);
    assert.equal(inUse(), "1.1.0");
    await folder.run("rollback", name);
    assert.equal(inUse(), "1.0.0");
  });

  it("gives the same to programs", async () => {
    await folder.run("start", "first-patient");
    next("1.1.0", withMoreChecks);
    const { value } = await folder.json("update", "--yes", "--try");
    const [pack] = value["packs"] as readonly { state: string; from: string; to: string; katas: readonly { id: string; addedChecks: unknown; started: readonly { tried: unknown }[] }[] }[];
    assert.deepEqual([pack?.state, pack?.from, pack?.to, pack?.katas.map(({ id }) => id)], ["updated", "1.0.0", "1.1.0", ["first-patient"]]);
    assert.deepEqual(pack?.katas[0]?.addedChecks, [{ id: "family", title: "Has a family" }, { id: "name", title: "Has a name" }]);
    assert.deepEqual(pack?.katas[0]?.started.map(({ tried }) => tried), [{ passed: 0, of: 2 }]);
  });

  it("merges a changed starter only when asked, after keeping what was there", async () => {
    withStarter("Anna\nborn\n1962\n");
    next("1.0.1", () => undefined);
    await folder.run("update", "--yes");
    await folder.run("start", "first-patient");
    folder.write(`${learner}/form.md`, "Anna\nborn\n1962 (checked)\n");
    next("1.1.0", () => withStarter("Anna Example\nborn\n1962\n"));
    const offered = await folder.run("update", "--yes");
    assert.equal(offered.code, 0);
    assert.match(offered.stdout, /its starter changed from 1\.0\.1 to 1\.1\.0\n {2}form\.md: both of you changed it, in different places\n {2}Merge it into your files with: health-it-katas update --merge/);
    assert.equal(folder.read(`${learner}/form.md`), "Anna\nborn\n1962 (checked)\n");
    const { value, code } = await folder.json("update", "--merge");
    assert.equal(code, 0);
    assert.equal(folder.read(`${learner}/form.md`), "Anna Example\nborn\n1962 (checked)\n");
    const [merge] = value["merges"] as readonly { snapshot: string; applied: boolean }[];
    assert.equal(readFileSync(`${merge?.snapshot ?? ""}/files/form.md`, "utf8"), "Anna\nborn\n1962 (checked)\n");
    assert.equal((JSON.parse(folder.read(`${learner}/.kata.json`)) as { version: string }).version, "1.1.0");
  });

  it("writes marks into a file only with --conflicts", async () => {
    await folder.run("start", "first-patient");
    folder.write(`${learner}/form.md`, "mine\n");
    next("1.1.0", () => withStarter("theirs\n"));
    const asked = await folder.run("update", "--yes", "--merge");
    assert.equal(asked.code, 1);
    assert.match(asked.stdout, /both of you changed the same place; marks go around them with --conflicts/);
    assert.equal(folder.read(`${learner}/form.md`), "mine\n");
    assert.equal((await folder.run("update", "--merge", "--conflicts")).code, 0);
    assert.equal(folder.read(`${learner}/form.md`), "<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> starter of 1.1.0\n");
  });

  it("keeps a kata usable that its pack no longer has, and says so", async () => {
    await folder.run("start", "first-patient");
    next("2.0.0", () => {
      const pack = JSON.parse(folder.read("src/package.json")) as { kataPack: object };
      folder.write("src/package.json", JSON.stringify({ ...pack, kataPack: { ...pack.kataPack, katas: ["daily-dose"] } }));
    });
    assert.match((await folder.run("update", "--yes")).stdout, /A patient from a form \(first-patient\) is no longer in the pack; what you have stays readable/);
    const { code, stderr } = await folder.run("check", learner, "--no-record");
    assert.equal(code, 1);
    assert.match(stderr, /@sample\/basics no longer has first-patient in version 2\.0\.0; this is the kata of version 1\.0\.0\./);
    assert.ok(existsSync(folder.at(`${learner}/patient.json`)));
  });

  it("says which kata takes the place of one that is deprecated", async () => {
    await folder.run("start", "first-patient");
    next("1.1.0", () => folder.write("src/first-patient/kata.json", JSON.stringify({ ...manifest(), deprecated: { by: "6f1d3a52-8b0e-4c1f-9a55-0d6c2e8f1a02" } })));
    assert.match((await folder.run("update", "--yes")).stdout, /has a successor/);
    assert.match((await folder.run("check", learner, "--no-record")).stderr, /first-patient is no longer kept up; @sample\/basics\/daily-dose \(What a day's doses come to\) takes its place/);
  });

  it("pins the new version where the old one was pinned", async () => {
    await folder.run("install", "./src", "--yes", "--lock");
    next("1.1.0", withMoreChecks);
    await folder.run("update", "--yes");
    assert.equal((JSON.parse(folder.read("katas.lock.json")) as { packs: Record<string, { version: string }> }).packs[name]?.version, "1.1.0");
  });

  it("names what is installed when a pack is not", async () => {
    const { code, stderr } = await folder.run("update", "@other/pack");
    assert.equal(code, 2);
    assert.match(stderr, /@other\/pack is not installed; installed are: @sample\/basics\./);
  });
});
