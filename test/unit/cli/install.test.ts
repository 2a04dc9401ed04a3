import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { PackFolder } from "../../support/packFolder";
import { TestServer } from "../../support/testServer";
import { tgzOf } from "../../support/tarball";

const name = "@sample/basics";

describe("install", function () {
  this.timeout(60_000);
  let folder: PackFolder;
  let server: TestServer;

  beforeEach(async () => {
    folder = new PackFolder();
    server = new TestServer((request, response) => {
      const path = folder.at(`site${request.url ?? ""}`);
      if (existsSync(path)) {
        response.end(readFileSync(path));
      } else {
        response.writeHead(404).end();
      }
    });
    await server.start();
  });
  afterEach(async () => {
    await server.stop();
    folder.remove();
  });

  const catalogUrl = (): string => server.url("/catalog.json");
  /** Packs a version and signs the catalogue anew. */
  const publish = async (version: string, key: string, ...more: readonly string[]): Promise<void> => {
    folder.pack(`src-${version}`, version);
    assert.equal((await folder.run("pack", `src-${version}`, "--no-verify", "--out", "site")).code, 0);
    const { code, stderr } = await folder.run("catalog", "site", "--key", key, "--title", "Course of the tests", ...more);
    assert.equal(code, 0, stderr);
  };
  const installed = async (): Promise<string | undefined> => {
    const { value } = await folder.json("list");
    return (value as unknown as readonly { pack: string }[]).some(({ pack }) => pack === name) ? (JSON.parse(folder.read(`data/packs/${name}/current.json`)) as { version: string }).version : undefined;
  };
  const refused = async (code: number, says: RegExp, ...args: readonly string[]): Promise<void> => {
    const before = await installed();
    const result = await folder.run("install", "--yes", ...args);
    assert.match(result.stderr, says);
    assert.equal(result.code, code);
    assert.equal(await installed(), before);
  };

  describe("from a folder or a file", () => {
    it("shows what it is, asks, and lists its katas from then on", async () => {
      folder.pack("src", "1.2.0");
      folder.answer = "y";
      const { code, stdout } = await folder.run("install", "src");
      assert.equal(code, 0);
      assert.match(stdout, /Sample pack of the tests\n@sample\/basics 1\.2\.0\n/);
      assert.match(stdout, /What it is: +2 katas \(fhir, decision-support\), licence MIT/);
      assert.match(stdout, /Who signed it: +nobody; it is as trustworthy as .*src/);
      assert.match(stdout, /What it may do: +RUNS CODE: the checks of 1 of its katas .*\(daily-dose\)/);
      assert.deepEqual(folder.questions, ["Install @sample/basics 1.2.0? [y/N] "]);
      assert.equal(await installed(), "1.2.0");
    });

    it("says that a pack is data only when it is", async () => {
      folder.pack("src", "1.2.0", { kataPack: { format: 1, title: "Only data", katas: ["first-patient"] } });
      assert.match((await folder.run("install", "src", "--yes")).stdout, /What it may do: +data only/);
    });

    it("installs nothing when the person does not agree, or nobody can be asked", async () => {
      folder.pack("src", "1.2.0");
      folder.answer = "";
      assert.equal((await folder.run("install", "src")).code, 1);
      folder.answer = undefined;
      const { code, stderr } = await folder.run("install", "src");
      assert.equal(code, 2);
      assert.match(stderr, /nobody can be asked here: .*--yes/);
      assert.equal(existsSync(folder.at("data/packs")), false);
    });

    it("makes files that nobody writes to by accident", async () => {
      folder.pack("src", "1.2.0");
      const { value } = await folder.json("install", "src", "--yes");
      const [first] = value["installed"] as readonly { folder: string }[];
      assert.equal(statSync(join(first?.folder ?? "", "package.json")).mode & 0o222, 0);
      assert.deepEqual(readdirSync(folder.at("data/packs")).sort(), ["@sample"]);
    });

    it("takes a .tgz, and asks no second time for the same pack", async () => {
      folder.pack("src", "1.2.0");
      await folder.run("pack", "src", "--no-verify");
      await folder.run("install", "sample-basics-1.2.0.tgz", "--yes");
      folder.pack("src", "1.3.0");
      folder.answer = "never asked";
      assert.equal((await folder.run("install", "src")).code, 0);
      assert.deepEqual(folder.questions, []);
      assert.equal(await installed(), "1.3.0");
    });

    it("asks again when a pack runs code that was data before", async () => {
      folder.pack("src", "1.2.0", { kataPack: { format: 1, title: "Only data", katas: ["first-patient"] } });
      await folder.run("install", "src", "--yes");
      folder.pack("src", "1.3.0", { kataPack: { format: 1, title: "Now code", katas: ["first-patient", "daily-dose"] } });
      folder.answer = "n";
      assert.equal((await folder.run("install", "src")).code, 1);
      assert.equal(folder.questions.length, 1);
      assert.equal(await installed(), "1.2.0");
    });

    it("goes back with one command, and removes with one", async () => {
      folder.pack("src", "1.2.0");
      await folder.run("install", "src", "--yes");
      folder.pack("src", "1.3.0");
      await folder.run("install", "src", "--yes");
      assert.deepEqual((await folder.json("rollback", name)).value, { name, from: "1.3.0", to: "1.2.0" });
      assert.equal(await installed(), "1.2.0");
      assert.deepEqual((await folder.json("rollback", `${name}@1.3.0`)).value, { name, from: "1.2.0", to: "1.3.0" });
      assert.deepEqual((await folder.json("uninstall", `${name}@1.3.0`)).value, { name, removed: ["1.3.0"] });
      assert.equal(await installed(), "1.2.0");
      assert.deepEqual((await folder.json("uninstall", name)).value, { name, removed: ["1.2.0"] });
      assert.equal(await installed(), undefined);
      assert.equal((await folder.run("uninstall", name)).code, 2);
    });

    it("refuses scripts, dependencies, and archives that are none", async () => {
      const manifest = { name, version: "1.0.0", license: "MIT", kataPack: { format: 1, title: "Evil", katas: ["k"] } };
      for (const [key, value] of Object.entries({ scripts: { postinstall: "touch /tmp/x" }, dependencies: { evil: "1" } })) {
        folder.write("evil.tgz", tgzOf([{ path: "package/package.json", content: JSON.stringify({ ...manifest, [key]: value }) }]));
        await refused(2, new RegExp(`\`${key}\` has no place in a pack`), "evil.tgz");
      }
      folder.write("evil.tgz", tgzOf([{ path: "package/package.json", content: JSON.stringify(manifest) }]));
      await refused(2, /holds no kata that can be used/, "evil.tgz");
      folder.write("evil.tgz", tgzOf([{ path: "package/index.js", content: "x" }]));
      await refused(2, /is no pack that can be installed/, "evil.tgz");
      folder.write("evil.tgz", tgzOf([{ path: "package/package.json", content: "{}" }, { path: "package/../../../evil.txt", content: "x" }]));
      await refused(2, /leaves its folder/, "evil.tgz");
      assert.equal(existsSync(folder.at("evil.txt")), false);
      await refused(2, /cannot be read/, "missing.tgz");
      await refused(2, /is no folder and no \.tgz/, "missing");
    });

    it("refuses a pack under the name of one that comes with the program, or with another pack's katas", async () => {
      folder.pack("src", "9.0.0", { name: "@health-it-katas/hl7v2" });
      await refused(2, /comes with Health IT Katas/, "src");
      folder.pack("one", "1.0.0");
      await folder.run("install", "one", "--yes");
      folder.pack("two", "1.0.0", { name: "@other/copy" });
      await refused(2, /@other\/copy\/first-patient has the uuid of @sample\/basics\/first-patient/, "two");
    });

    it("refuses a pack whose list says something else than its katas", async () => {
      folder.pack("src", "1.2.0");
      folder.write("src/catalogue.json", folder.read("src/catalogue.json").replace("6f1d3a52-8b0e", "11111111-8b0e"));
      await refused(2, /lists the kata "first-patient" in its catalogue\.json with other words than the kata itself has/, "src");
    });

    it("shows the page without marks that would draw something else in a terminal", async () => {
      folder.pack("src", "1.2.0", { description: "Nice\u001b[2J\u202epack" });
      const { stdout } = await folder.run("install", "src", "--yes");
      assert.ok(!stdout.includes("\u001b") && !stdout.includes("\u202e"));
    });
  });

  describe("from a catalogue", () => {
    it("shows who signed it, installs, and works without a line from then on", async () => {
      const key = await folder.newKey();
      await publish("1.2.0", key);
      const { code, stdout } = await folder.run("install", catalogUrl(), "--yes");
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`Who signed it: +Course of the tests, with the key ${key}, which you meet for the first time`));
      assert.equal(await installed(), "1.2.0");
      await folder.run("uninstall", name);
      await server.stop();
      const again = await folder.run("install", catalogUrl(), "--yes");
      assert.equal(again.code, 0, again.stderr);
      assert.match(again.stdout, new RegExp(`with the key ${key}, as before`));
      assert.equal(await installed(), "1.2.0");
    });

    it("names the packs there are when there are several, and takes one or all", async () => {
      const key = await folder.newKey();
      folder.pack("other", "2.0.0", { name: "@sample/other", kataPack: { format: 1, title: "Other", katas: ["first-patient"] } });
      folder.write("other/first-patient/kata.json", folder.read("other/first-patient/kata.json").replace("6f1d3a52", "7f1d3a52"));
      rmSync(folder.at("other/catalogue.json"));
      await folder.run("pack", "other", "--no-verify", "--out", "site");
      await publish("1.2.0", key);
      await refused(2, /has 2 packs; name one as .*\n {2}@sample\/basics 1\.2\.0\n {2}@sample\/other 2\.0\.0/, catalogUrl());
      await refused(2, /did you mean @sample\/other\?/, `${catalogUrl()}#@sample/othr`);
      await refused(2, /has no version \^3/, `${catalogUrl()}#@sample/other@^3`);
      assert.equal((await folder.run("install", `${catalogUrl()}#@sample/other@^2`, "--yes")).code, 0);
      assert.equal(await installed(), undefined);
      assert.equal((await folder.run("install", catalogUrl(), "--all", "--yes")).code, 0);
      assert.equal(await installed(), "1.2.0");
    });

    it("refuses what is not what was promised", async () => {
      await publish("1.2.0", await folder.newKey());
      folder.pack("src", "1.2.0", { description: "changed" });
      await folder.run("pack", "src", "--no-verify", "--out", "site");
      await refused(2, /is not what was promised: its digest is sha512-.*Nothing was installed/, catalogUrl());
    });

    it("refuses an archive that calls itself something else", async () => {
      const key = await folder.newKey();
      await publish("1.2.0", key);
      // A publisher signs by mistake: the catalogue promises one pack, and the archive of this digest is another.
      const catalog = JSON.parse(folder.read("site/catalog.json")) as { signed: { packs: { name: string }[] } };
      assert.equal(catalog.signed.packs[0]?.name, name);
      folder.pack("evil", "1.2.0", { name: "@evil/pack" });
      await folder.run("pack", "evil", "--no-verify", "--out", "site2");
      folder.write("site/sample-basics-1.2.0.tgz", readFileSync(folder.at("site2/evil-pack-1.2.0.tgz")));
      await refused(2, /is not what was promised/, catalogUrl());
    });

    it("refuses a changed, an older, an expired catalogue, and one by another key", async () => {
      const key = await folder.newKey();
      await publish("1.2.0", key);
      const first = folder.read("site/catalog.json");
      await folder.run("install", catalogUrl(), "--yes");
      await publish("1.3.0", key);
      const second = folder.read("site/catalog.json");
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
      assert.equal(await installed(), "1.3.0");

      folder.write("site/catalog.json", second.replace("Sample pack of the tests", "Sample pack of the guests"));
      await refused(2, /signature by the key .* does not fit its content/, catalogUrl());
      folder.write("site/catalog.json", first);
      await refused(2, /it is version 1, and version 2 was seen before/, catalogUrl());
      folder.write("site/catalog.json", second);
      folder.now = new Date("2027-11-01T00:00:00.000Z");
      await refused(2, /it ran out on 2027-01-30/, catalogUrl());
      folder.now = new Date("2026-11-02T00:00:00.000Z");
      const other = await folder.newKey();
      await publish("1.4.0", other);
      await refused(2, new RegExp(`signed by the key ${other}, and you trust ${key}.*keys forget`), catalogUrl());
      assert.equal((await folder.json("keys", "forget", catalogUrl())).code, 0);
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
      assert.equal(await installed(), "1.4.0");
    });

    it("goes along when a key follows another, and not when the old one was taken back", async () => {
      const old = await folder.newKey();
      await publish("1.2.0", old);
      await folder.run("install", catalogUrl(), "--yes");
      const next = (await folder.json("keys", "rotate", old)).value["id"] as string;
      await publish("1.3.0", next, "--also", old);
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
      assert.equal((await folder.json("keys", "revoke", old, "--key", next)).code, 0);
      await publish("1.4.0", next);
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
      assert.equal(await installed(), "1.4.0");
      await publish("1.5.0", old);
      await refused(2, /was taken back by its publisher/, catalogUrl());
      const { value } = await folder.json("keys", "list");
      assert.deepEqual((value["trusted"] as readonly { keys: unknown; revoked: unknown }[]).map(({ keys, revoked }) => [keys, revoked]), [[[next], [old]]]);
    });

    it("takes a name only from where it was installed first", async () => {
      folder.pack("src", "1.0.0");
      await folder.run("install", "src", "--yes");
      await publish("1.2.0", await folder.newKey());
      await refused(2, /is installed from file:.*src, and http.*offers a pack of the same name, which is refused/, catalogUrl());
      await folder.run("uninstall", name);
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
    });

    it("says so when a page or nothing comes in its place", async () => {
      server.answer = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in</html>");
      await refused(2, /answers with a web page where the catalogue belongs/, catalogUrl());
      server.answer = (_, response) => response.writeHead(404).end();
      await refused(2, /The catalogue is not at http/, catalogUrl());
      await refused(2, /anybody on the way could change what comes/, "http://course.example/catalog.json");
    });

    it("keeps its word about keys: nobody else may read them, and none is written over", async () => {
      const key = await folder.newKey();
      const path = `data/keys/${key}.json`;
      assert.equal(statSync(folder.at(path)).mode & 0o777, 0o600);
      assert.equal((await folder.run("keys", "new", "--out", path)).code, 2);
      folder.write("open.json", folder.read(path));
      await publish("1.2.0", key);
      assert.match((await folder.run("catalog", "site", "--key", "open.json")).stderr, /Others may read the key .*chmod 600/);
      assert.match((await folder.run("keys", "revoke", key, "--key", key)).stderr, /it follows no key/);
    });
  });

  describe("with katas.lock.json", () => {
    const lock = (): { packs: Record<string, { version: string; source: string; integrity: string; key?: string }> } => JSON.parse(folder.read("katas.lock.json")) as ReturnType<typeof lock>;

    it("pins name, version, source, integrity and key, and installs exactly that", async () => {
      const key = await folder.newKey();
      await publish("1.2.0", key);
      await folder.run("install", catalogUrl(), "--yes", "--lock");
      const { [name]: pinned } = lock().packs;
      assert.deepEqual([pinned?.version, pinned?.source, pinned?.key], ["1.2.0", `${catalogUrl()}#${name}`, key]);
      await publish("1.3.0", key);
      await folder.run("uninstall", name);
      assert.equal((await folder.run("install", "--frozen", "--yes")).code, 0);
      assert.equal(await installed(), "1.2.0");
    });

    it("lets nothing else in when it is frozen", async () => {
      const key = await folder.newKey();
      await publish("1.2.0", key);
      await refused(2, /There is no katas\.lock\.json .*--frozen goes by/, catalogUrl(), "--frozen");
      await folder.run("install", catalogUrl(), "--yes", "--lock");
      await publish("1.3.0", key);
      const before = folder.read("katas.lock.json");
      await refused(2, /1\.3\.0 is not what katas\.lock\.json pins \(1\.2\.0\)/, catalogUrl(), "--frozen");
      assert.equal(folder.read("katas.lock.json"), before);
      assert.equal((await folder.run("install", catalogUrl(), "--yes")).code, 0);
      assert.equal(lock().packs[name]?.version, "1.3.0");
    });

    it("refuses other content under the pinned version, and another key", async () => {
      folder.pack("src", "1.2.0");
      await folder.run("install", "./src", "--yes", "--lock");
      assert.equal(lock().packs[name]?.source, "file:./src");
      await folder.run("uninstall", name);
      folder.pack("src", "1.2.0", { description: "changed" });
      await refused(2, /has other content at .* than katas\.lock\.json pins/, "--frozen");

      await publish("1.2.0", await folder.newKey());
      const pinned = lock().packs[name];
      folder.write("katas.lock.json", JSON.stringify({ lockVersion: 1, packs: { [name]: { ...pinned, source: catalogUrl(), key: "aaaa-bbbb-cccc-dddd-eeee" } } }));
      await refused(2, /and you trust aaaa-bbbb-cccc-dddd-eeee/, "--frozen");
    });
  });
});
