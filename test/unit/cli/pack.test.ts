import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtCli } from "../../support/builtCli";
import { CliFolder } from "../../support/cliFolder";

describe("pack", function () {
  this.timeout(120_000);
  let folder: CliFolder;

  before(async () => {
    await builtCli();
  });
  beforeEach(() => {
    folder = new CliFolder();
  });
  afterEach(() => folder.remove());

  it("makes the same .tgz twice, which npm itself installs", async () => {
    folder.copyPack("sample");
    const { code, value } = await folder.json("pack", "sample", "--out", "one");
    assert.equal(code, 0);
    const [packed] = (value as { packs: readonly { file: string; integrity: string; name: string; version: string; leftOut: readonly string[] }[] }).packs;
    assert.ok(packed);
    assert.deepEqual([packed.name, packed.version, packed.file, packed.leftOut], ["@sample/basics", "1.2.0", join(folder.path, "one/sample-basics-1.2.0.tgz"), []]);
    await folder.json("pack", "sample", "--out", "two", "--no-verify");
    assert.deepEqual(readFileSync(join(folder.path, "two/sample-basics-1.2.0.tgz")), readFileSync(packed.file));
    writeFileSync(join(folder.path, "package.json"), "{}");
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", packed.file], { cwd: folder.path, stdio: "pipe", shell: process.platform === "win32" });
    assert.ok(existsSync(join(folder.path, "node_modules/@sample/basics/first-patient/kata.json")));
    const lock = JSON.parse(readFileSync(join(folder.path, "package-lock.json"), "utf8")) as { packages: Record<string, { integrity?: string }> };
    assert.equal(lock.packages["node_modules/@sample/basics"]?.integrity, packed.integrity);
  });

  it("packs nothing while the gate is closed, and says why", async () => {
    const pack = folder.copyPack("sample");
    writeFileSync(join(pack, "first-patient/hints.md"), "");
    const { code, stderr, stdout } = await folder.run("pack", "sample");
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /sample\/first-patient\/hints\.md.*error/);
    assert.match(stderr, /Nothing was packed; .*--no-verify/);
    assert.equal(existsSync(join(folder.path, "sample-basics-1.2.0.tgz")), false);
    assert.equal((await folder.run("pack", "sample", "--no-verify")).code, 0);
    assert.ok(existsSync(join(folder.path, "sample-basics-1.2.0.tgz")));
  });

  it("refuses a pack with scripts even when it is not verified", async () => {
    const pack = folder.copyPack("sample");
    const manifest = JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as object;
    writeFileSync(join(pack, "package.json"), JSON.stringify({ ...manifest, scripts: { postinstall: "node evil.js" } }));
    const { code, stderr } = await folder.run("pack", "sample", "--no-verify");
    assert.equal(code, 2);
    assert.match(stderr, /`scripts` has no place in a pack/);
  });
});
