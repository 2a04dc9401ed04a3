import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackFolder } from "../../support/packFolder";
import { tgzOf } from "../../support/tarball";
import { Verdaccio } from "../../support/verdaccio";

/** A registry as it is: npm publishes to it, the command line installs from it. */
describe("an npm registry", function () {
  this.timeout(120_000);
  let home = "";
  let registry: Verdaccio;
  let folder: PackFolder;

  before(async () => {
    home = mkdtempSync(join(tmpdir(), "hik-registry-"));
    registry = new Verdaccio(join(home, "registry"));
    await registry.start();
  });
  after(async () => {
    await registry.stop();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(() => {
    folder = new PackFolder();
    folder.write(".npmrc", registry.npmrc());
  });
  afterEach(() => folder.remove());

  const npm = async (...args: readonly string[]): Promise<void> => {
    const child = spawn("npm", args, { cwd: folder.path, env: { PATH: process.env["PATH"], HOME: home, npm_config_userconfig: folder.at(".npmrc"), npm_config_cache: join(home, "npm-cache"), npm_config_update_notifier: "false" }, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    assert.equal(await new Promise((done) => child.on("close", done)), 0, said);
  };
  /** A sound pack under a name of its own, published as a folder by npm. */
  const publish = async (name: string, version: string): Promise<void> => {
    folder.pack(`src-${version}`, version, { name });
    await npm("publish", `./src-${version}`, "--access", "public");
  };
  const version = (name: string): string => (JSON.parse(folder.read(`data/packs/${name}/current.json`)) as { version: string }).version;

  it("takes the folder as `npm publish` does, gives it to `install`, then a newer one by range and tag", async () => {
    await publish("@course/ranges", "1.2.0");
    const { code, stdout, stderr } = await folder.run("install", "npm:@course/ranges", "--yes", "--lock");
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Where it is from: npm:@course\/ranges\n/);
    assert.match(stdout, /Who signed it: +nobody; it is as trustworthy as the registry http:\/\/127\.0\.0\.1/);
    assert.equal(version("@course/ranges"), "1.2.0");
    await publish("@course/ranges", "1.3.0");
    await publish("@course/ranges", "2.0.0");
    assert.equal((await folder.run("install", "npm:@course/ranges@^1", "--yes")).code, 0);
    assert.equal(version("@course/ranges"), "1.3.0");
    assert.equal((await folder.run("install", "npm:@course/ranges@latest", "--yes")).code, 0);
    assert.equal(version("@course/ranges"), "2.0.0");
    const missing = await folder.run("install", "npm:@course/ranges@^7", "--yes");
    assert.match(missing.stderr, /has no @course\/ranges that fits \^7; it has 1\.2\.0, 1\.3\.0, 2\.0\.0/);
    assert.equal((await folder.run("list")).code, 0);
  });

  it("takes the archive that `pack` made, byte for byte", async () => {
    folder.pack("src", "1.0.0", { name: "@course/archive" });
    const packed = await folder.json("pack", "src", "--no-verify");
    const [made] = packed.value["packs"] as readonly { file: string; integrity: string }[];
    await npm("publish", made?.file ?? "", "--access", "public");
    const { value } = await folder.json("install", "npm:@course/archive", "--yes");
    assert.deepEqual((value["installed"] as readonly { integrity: string }[]).map(({ integrity }) => integrity), [made?.integrity]);
  });

  it("gives a private pack only with the token of npm's settings", async () => {
    await publish("@private/course", "1.0.0");
    folder.write(".npmrc", `registry=${registry.url}\n`);
    const refused = await folder.run("install", "npm:@private/course", "--yes");
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /does not give the package @private\/course to you \(40[13]\)\. .*npm login/);
    folder.write(".npmrc", "");
    folder.environment = { npm_config_registry: registry.url, [`npm_config_//${new URL(registry.url).host}/:_authToken`]: registry.token };
    assert.equal((await folder.run("install", "npm:@private/course", "--yes")).code, 0);
  });

  it("is not needed a second time", async () => {
    await publish("@course/offline", "1.0.0");
    await folder.run("install", "npm:@course/offline", "--yes");
    await folder.run("uninstall", "@course/offline");
    await registry.stop();
    try {
      const { code, stderr } = await folder.run("install", "npm:@course/offline", "--yes");
      assert.equal(code, 0, stderr);
      const other = await folder.run("install", "npm:@course/never-seen", "--yes");
      assert.equal(other.code, 2);
      assert.match(other.stderr, /cannot be reached \(ECONNREFUSED\)/);
    } finally {
      await registry.start();
    }
  });

  it("may hold what is no pack, which is refused, and of which nothing runs", async () => {
    const marker = join(home, "postinstall-ran");
    folder.write("evil/package.json", JSON.stringify({ name: "@course/evil", version: "1.0.0", license: "MIT", scripts: { postinstall: `touch ${marker}` }, kataPack: { format: 1, title: "Evil", katas: ["k"] } }));
    await npm("publish", "./evil", "--access", "public");
    const { code, stderr } = await folder.run("install", "npm:@course/evil", "--yes");
    assert.equal(code, 2);
    assert.match(stderr, /@course\/evil 1\.0\.0 is no pack that can be installed, .*`scripts` has no place in a pack/);
    assert.throws(() => readFileSync(marker), /ENOENT/);
    folder.write("hostile.tgz", tgzOf([{ path: "package/package.json", content: JSON.stringify({ name: "@course/hostile", version: "1.0.0" }) }, { path: "package/link", type: "SymbolicLink", linkpath: "/etc" }]));
    await npm("publish", "./hostile.tgz", "--access", "public");
    assert.match((await folder.run("install", "npm:@course/hostile", "--yes")).stderr, /holds a symbolic link named "package\/link"; a pack holds plain files only/);
    assert.match((await folder.run("install", "npm:@course/nothing", "--yes")).stderr, /The package @course\/nothing is not at http/);
  });
});
