import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NpmRegistries } from "../../../../src/core/packs/install/npmResolver";
import { readNpmSettings } from "../../../../src/env/distribution/npmSettings";

describe("npm's settings", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hik-npmrc-"));
    mkdirSync(join(folder, "home"));
    mkdirSync(join(folder, "project/deep"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (files: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv = {}, more: object = {}): Promise<NpmRegistries> => {
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(folder, path), text);
    }
    return await readNpmSettings({ projectFolder: join(folder, "project/deep"), environment, home: join(folder, "home"), ...more });
  };

  it("are npm's public registry when nothing is set", async () => {
    const settings = await read({});
    assert.equal(settings.registryOf("@course/first"), "https://registry.npmjs.org/");
    assert.equal(settings.authorizationFor("https://registry.npmjs.org/x"), undefined);
  });

  it("take the environment before the project before the person", async () => {
    const files = { "home/.npmrc": "registry=https://home.example\n@course:registry=https://course.example/npm", "project/.npmrc": "registry=https://project.example/" };
    assert.equal((await read(files)).registryOf("plain"), "https://project.example/");
    assert.equal((await read(files)).registryOf("@course/first"), "https://course.example/npm/");
    assert.equal((await read(files, { npm_config_registry: "https://env.example" })).registryOf("plain"), "https://env.example/");
    assert.equal((await read(files, { NPM_CONFIG_REGISTRY: "https://env.example" })).registryOf("plain"), "https://env.example/");
    assert.equal((await read(files, {}, { projectFolder: undefined })).registryOf("plain"), "https://home.example/");
  });

  it("send a login to the registry and path it was set for, and nowhere else", async () => {
    const settings = await read({ "home/.npmrc": "//course.example/npm/:_authToken=secret\n//basic.example/:_auth=dXNlcjpwYXNz\n//old.example/:username=me\n//old.example/:_password=cGFzcw==\n//port.example:4873/:_authToken=other\n" });
    assert.equal(settings.authorizationFor("https://course.example/npm/@course%2ffirst"), "Bearer secret");
    assert.equal(settings.authorizationFor("https://course.example/npm/-/first-1.0.0.tgz"), "Bearer secret");
    for (const url of ["https://course.example/other/x", "https://evil.example/npm/x", "https://course.example.evil/npm/x", "https://course.example:8443/npm/x", "https://port.example/x"]) {
      assert.equal(settings.authorizationFor(url), undefined, url);
    }
    assert.equal(settings.authorizationFor("http://port.example:4873/x"), "Bearer other");
    assert.equal(settings.authorizationFor("https://basic.example/a/b"), "Basic dXNlcjpwYXNz");
    assert.equal(settings.authorizationFor("https://old.example/x"), `Basic ${Buffer.from("me:pass").toString("base64")}`);
  });

  it("take variables of the environment, and a token that this program keeps first", async () => {
    const settings = await read({ "project/.npmrc": "//course.example/:_authToken=${COURSE_TOKEN}\n//none.example/:_authToken=${NO_TOKEN?}" }, { COURSE_TOKEN: "from-ci" });
    assert.equal(settings.authorizationFor("https://course.example/x"), "Bearer from-ci");
    assert.equal(settings.authorizationFor("https://none.example/x"), undefined);
    const kept = await read({}, { COURSE_TOKEN: "from-ci" }, { tokenFor: (registry: string) => (registry === "//course.example/" ? "kept" : undefined) });
    assert.equal(kept.authorizationFor("https://course.example/x"), "Bearer kept");
  });

  it("read the file that userconfig names", async () => {
    assert.equal((await read({ "other.npmrc": "registry=https://other.example/" }, { npm_config_userconfig: join(folder, "other.npmrc") })).registryOf("x"), "https://other.example/");
  });
});
