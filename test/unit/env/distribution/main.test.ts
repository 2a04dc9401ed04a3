import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { HumanError } from "../../../../src/core/humanError";
import type { DownloadRequest } from "../../../../src/core/packs/install/downloads";
import { parseSource } from "../../../../src/core/packs/install/packSource";
import type { InstalledPack } from "../../../../src/core/packs/install/packStore";
import { createDistribution, type Distribution } from "../../../../src/env/distribution/main";
import { createServices, type Services } from "../../../../src/env/services";
import { fixturePacks } from "../../../support/builtCli";
import { SilentLogger } from "../../../support/silentLogger";
import { tgzOf } from "../../../support/tarball";

const name = "@sample/basics";
const registry = "https://registry.example/";
const never = new AbortController().signal;

/** The parts put together, with a network that only a test knows. */
describe("distribution", () => {
  let folder = "";
  let services: Services;
  let distribution: Distribution;
  let archive: Uint8Array;
  /** What stands at which address: bytes, or an error. */
  let net: Map<string, Uint8Array | Error>;
  let asked: DownloadRequest[];

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-distribution-")));
    services = createServices({ distFolder: resolve("dist"), logger: new SilentLogger() });
    net = new Map();
    asked = [];
    distribution = createDistribution({
      services, dataFolder: folder, projectFolder: undefined, now: () => new Date("2026-11-01T00:00:00Z"),
      environment: { npm_config_registry: registry, npm_config_userconfig: join(folder, "none") },
      tokenFor: (at) => (at === "//registry.example/" ? "kept-secret" : undefined),
      downloads: {
        get: async (request) => {
          asked.push(request);
          const found = net.get(request.url) ?? new HumanError("download.notFound", `${request.what} is not at ${request.url}`);
          return await (found instanceof Error ? Promise.reject(found) : Promise.resolve(found));
        },
      },
    });
    archive = (await distribution.packer.pack(join(fixturePacks, "sample"))).bytes;
  });
  afterEach(async () => {
    await services.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const published = (changes: object = {}, dist: object = {}): void => {
    const record = { name, "dist-tags": { latest: "1.2.0", next: "1.2.0" }, versions: { "1.2.0": { name, version: "1.2.0", dist: { tarball: `${registry}pack.tgz`, integrity: distribution.integrity.of(archive), ...dist } } }, ...changes };
    net.set(`${registry}@sample%2fbasics`, Buffer.from(JSON.stringify(record)));
    net.set(`${registry}pack.tgz`, archive);
  };
  const install = async (text: string): Promise<InstalledPack> => {
    const [resolved] = await distribution.installer.resolve(parseSource(text, (path) => path), {}, never);
    assert.ok(resolved);
    return await distribution.installer.install(await distribution.installer.prepare(resolved, undefined, never, () => undefined), true);
  };
  const refused = async (text: string, code: string, says: RegExp): Promise<void> => {
    await assert.rejects(install(text), (error: unknown) => {
      assert.ok(error instanceof HumanError, String(error));
      assert.equal(error.code, code, error.message);
      assert.match(error.message, says);
      return true;
    });
    assert.deepEqual(await distribution.store.list(), []);
  };

  it("asks the registry as npm does, with the token that the program keeps, and for nothing twice", async () => {
    published();
    assert.equal((await install(`npm:${name}`)).version, "1.2.0");
    assert.deepEqual(asked.map(({ url }) => url), [`${registry}@sample%2fbasics`, `${registry}pack.tgz`]);
    assert.match(asked[0]?.accept ?? "", /application\/vnd\.npm\.install-v1\+json/);
    assert.equal(asked[0]?.authorization?.(`${registry}x`), "Bearer kept-secret");
    assert.equal(asked[1]?.authorization?.("https://elsewhere.example/x"), undefined);
    await distribution.store.remove(name);
    await install(`npm:${name}@next`);
    assert.deepEqual(asked.map(({ url }) => url), [`${registry}@sample%2fbasics`, `${registry}pack.tgz`, `${registry}@sample%2fbasics`]);
  });

  it("goes on without a line once it has seen a pack, and not with an answer that is there and wrong", async () => {
    published();
    await install(`npm:${name}`);
    await distribution.store.remove(name);
    net.set(`${registry}@sample%2fbasics`, new HumanError("download.unreachable", "no line"));
    net.delete(`${registry}pack.tgz`);
    assert.equal((await install(`npm:${name}`)).version, "1.2.0");
    await distribution.store.remove(name);
    net.set(`${registry}@sample%2fbasics`, new HumanError("download.forbidden", "not for you"));
    await refused(`npm:${name}`, "download.forbidden", /not for you/);
  });

  it("fetches again what was damaged in the cache", async () => {
    published();
    await install(`npm:${name}`);
    await distribution.store.remove(name);
    const archives = join(folder, "cache/archives");
    for (const file of readdirSync(archives)) {
      writeFileSync(join(archives, file), "damaged");
    }
    assert.equal((await install(`npm:${name}`)).version, "1.2.0");
  });

  it("refuses what no registry should give", async () => {
    net.set(`${registry}@sample%2fbasics`, Buffer.from("not JSON"));
    await refused(`npm:${name}`, "npm.answer", /no JSON/);
    net.set(`${registry}@sample%2fbasics`, Buffer.from("[]"));
    await refused(`npm:${name}`, "npm.answer", /does not answer as a registry of npm does/);
    published({}, { integrity: undefined, shasum: "0".repeat(40) });
    await refused(`npm:${name}`, "npm.noIntegrity", /gives no sha512/);
    published({ "dist-tags": { latest: "__proto__" } });
    await refused(`npm:${name}`, "npm.noVersion", /has no @sample\/basics that fits/);
    published({}, { integrity: `sha512-${"A".repeat(86)}==` });
    await refused(`npm:${name}`, "install.wrongIntegrity", /is not what was promised/);
  });

  it("refuses an archive that is as promised and calls itself something else", async () => {
    const other = `${registry}@other%2fpack`;
    published();
    net.set(other, Buffer.from(Buffer.from(net.get(`${registry}@sample%2fbasics`) as Uint8Array).toString().replaceAll(name, "@other/pack")));
    await refused("npm:@other/pack", "install.otherName", /What came as @other\/pack 1\.2\.0 calls itself @sample\/basics 1\.2\.0/);
  });

  it("refuses a hostile archive, and leaves nothing of it anywhere but the record of the registry's answer", async () => {
    archive = tgzOf([{ path: "package/package.json", content: "{}" }, { path: "package/../../../../escaped", content: "x" }]);
    published();
    await refused(`npm:${name}`, "archive.unsafeName", /leaves its folder/);
    assert.deepEqual(readdirSync(folder), ["cache"]);
    assert.deepEqual(readdirSync(join(folder, "cache")), ["answers"]);
  });
});
