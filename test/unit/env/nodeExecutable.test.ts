import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { HumanError } from "../../../src/core/humanError";
import { minimalEnvironment, NodeFinder, thisHost } from "../../../src/env/nodeExecutable";
import type { NodeHost } from "../../../src/env/nodeExecutable";

const answer = (version: string, electron: boolean): string =>
  JSON.stringify({ version, electron, permissionFlag: "--permission", hasSqliteFlag: true });

describe("NodeFinder", function () {
  this.timeout(30_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "nodes-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** A program that answers as a Node would, and notes that it was asked. */
  function program(name: string, says: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho asked >> '${path}.log'\necho '${says}'\n`);
    chmodSync(path, 0o755);
    return path;
  }

  function electron(searchPath: string | undefined): NodeHost {
    return { execPath: program("electron", answer("v22.15.0", true)), isElectron: true, searchPath, platform: process.platform };
  }

  it("takes the Node it runs in, and asks nobody", async () => {
    const node = await new NodeFinder(() => undefined).find();
    assert.equal(node.path, process.execPath);
    assert.equal(node.version, process.version);
    assert.equal(node.electron, false);
    assert.match(node.permissionFlag ?? "", /^--(?:experimental-)?permission$/);
  });

  it("learns the same of a Node by asking it", async () => {
    const { own, ...host } = thisHost();
    assert.deepEqual(await new NodeFinder(() => undefined, host).find(), own?.());
    assert.deepEqual(await new NodeFinder(() => process.execPath).find(), own?.());
  });

  if (process.platform !== "win32") {
    it("prefers the one that was configured", async () => {
      const path = program("mine", answer("v24.1.0", false));
      assert.deepEqual(await new NodeFinder(() => path).find(), { path, version: "v24.1.0", electron: false, permissionFlag: "--permission", hasSqliteFlag: true });
    });

    it("says what is wrong with the one that was configured, and does not take another", async () => {
      const missing = join(folder, "missing");
      for (const [path, message] of [
        [missing, /could not be run as Node\.js\. Choose a Node 20 or later in the settings\./],
        [program("chatty", "hello"), /does not answer as Node\.js does/],
        [program("listy", "[]"), /does not answer as Node\.js does/],
        [program("old", answer("v18.20.0", false)), /is Node v18\.20\.0; tests need Node 20 or later/],
      ] as const) {
        await assert.rejects(new NodeFinder(() => path).find(), (error) => error instanceof HumanError && message.test(error.message) && error.message.includes(path));
      }
    });

    it("looks for a recent node on the PATH rather than run in Electron", async () => {
      const old = join(folder, "node");
      program("node", answer("v18.0.0", false));
      const found = await new NodeFinder(() => "", electron([join(folder, "nowhere"), folder, join(process.execPath, "..")].join(delimiter))).find();
      assert.notEqual(found.path, old);
      assert.equal(found.version, process.version);
    });

    it("runs in Electron where there is nothing else", async () => {
      const found = await new NodeFinder(() => undefined, electron(join(folder, "nowhere"))).find();
      assert.equal(found.electron, true);
      assert.equal(minimalEnvironment(found.electron)["ELECTRON_RUN_AS_NODE"], "1");
    });
  }
});
