import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kataKinds } from "../../../src/core/packs/kataManifest";
import { fillIn } from "../../../src/core/packs/scaffold/fillIn";
import { builtCli } from "../../support/builtCli";
import { CliFolder } from "../../support/cliFolder";

/** Writes something at every place that asks for it. */
function fill(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      fill(path);
    } else {
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(fillIn, "Something about"));
    }
  }
}

describe("new", function () {
  this.timeout(240_000);
  let folder: CliFolder;

  before(async () => {
    await builtCli();
  });
  beforeEach(() => {
    folder = new CliFolder();
  });
  afterEach(() => folder.remove());

  it("starts a pack whose gate is closed by nothing but what the author has to write", async () => {
    const { code, value } = await folder.json("new", "pack", "course", "--name", "@org/course", "--title", "Interfaces", "--kata", "first-report");
    assert.equal(code, 0);
    const { todo } = value as { todo: readonly { code: string; file: string }[] };
    assert.deepEqual([...new Set(todo.map((problem) => problem.code))], ["verify.fillIn"]);
    assert.deepEqual([...new Set(todo.map(({ file }) => file.slice(`${folder.path}/course/first-report/`.length)))].sort(), ["README.md", "hints.md", "kata.json", "wrong/too-early.md"]);
    const closed = await folder.json("verify", "course");
    assert.equal(closed.code, 1);
    assert.deepEqual([...new Set((closed.value as { katas: readonly { problems: readonly { code: string }[] }[]; packs: readonly { problems: readonly unknown[] }[] }).katas.flatMap(({ problems }) => problems.map((problem) => problem.code)))], ["verify.fillIn"]);
    fill(join(folder.path, "course"));
    assert.equal((await folder.run("verify", "course", "--write")).code, 0);
    const { code: packed, stderr } = await folder.run("pack", "course");
    assert.equal(packed, 0, stderr);
  });

  it("starts a kata of every kind, each with an open gate once its texts are written", async () => {
    await folder.run("new", "pack", "course");
    for (const kind of kataKinds) {
      const { code, stderr } = await folder.run("new", "kata", `a-${kind}`, "--pack", "course", "--kind", kind, "--title", `One of kind ${kind}`);
      assert.equal(code, 0, stderr);
    }
    assert.deepEqual((JSON.parse(readFileSync(join(folder.path, "course/package.json"), "utf8")) as { kataPack: { katas: unknown } }).kataPack.katas, ["first-kata", ...kataKinds.map((kind) => `a-${kind}`)]);
    fill(join(folder.path, "course"));
    const { code, stdout } = await folder.run("verify", "course", "--write");
    assert.equal(code, 0, stdout);
  });

  it("says where what is left to write stands", async () => {
    const { stdout } = await folder.run("new", "pack", "course");
    assert.match(stdout, /course\/first-kata\/README\.md:3:1: error: This is still to be written: the situation: who needs what/);
    assert.match(stdout, /Then: health-it-katas verify --write course\n$/);
  });

  const refusals: readonly [readonly string[], RegExp][] = [
    [["new", "pack", ".", "--name", "here"], /is there already and not empty/],
    [["new", "pack", "x", "--name", "No Name"], /is no npm name/],
    [["new", "pack", "x", "--kind", "cod"], /did you mean code\?/],
    [["new", "pack", "x", "--kata", "Not An Id"], /is no kata's id/],
    [["new", "kata", "a-kata"], /is no pack that a kata can be added to/],
    [["new", "course", "x"], /new takes pack or kata/],
  ];
  for (const [args, says] of refusals) {
    it(`refuses with a sentence: ${args.join(" ")}`, async () => {
      writeFileSync(join(folder.path, "something.txt"), "here");
      const { code, stderr } = await folder.run(...args);
      assert.equal(code, 2);
      assert.match(stderr, says);
    });
  }
});
