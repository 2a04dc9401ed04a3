import "../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { offerLockedPacks } from "../../../src/editor/lockOffer";
import { StoredState } from "../../../src/editor/storedState";
import { ScriptedDialogs } from "../../../src/editor/testHooks";
import { silentLogger } from "../../support/editor/silentLogger";

describe("the offer of a lock file's packs", () => {
  const memory = new Map<string, unknown>();
  const stored = new StoredState({ get: (key) => memory.get(key), update: async (key, value) => void memory.set(key, value) }, silentLogger);
  const offer = async (...missing: readonly string[]): Promise<{ readonly said: ScriptedDialogs["said"]; readonly installs: () => number }> => {
    const dialogs = new ScriptedDialogs();
    let count = 0;
    await offerLockedPacks({ dialogs, stored, missing: () => Promise.resolve(missing), install: () => ++count });
    return { said: dialogs.said, installs: () => count };
  };

  it("says nothing when all are in use", async () => {
    assert.deepEqual((await offer()).said, []);
  });

  it("names them once, and installs nothing unless told", async () => {
    const { said, installs } = await offer("@a/b 1.0.0", "c 2.0.0");
    assert.deepEqual(said.map(({ message, offers }) => [message, offers.map(({ label }) => label)]), [["This folder's course uses packs that are not installed: @a/b 1.0.0, c 2.0.0.", ["Install", "Not Now", "Don't Ask Again"]]]);
    assert.equal(installs(), 0);
    await said[0]?.offers[1]?.accept();
    assert.equal(installs(), 0);
    await said[0]?.offers[0]?.accept();
    assert.equal(installs(), 1);
  });

  it("is made no more when nobody wants it", async () => {
    const { said } = await offer("c 2.0.0");
    await said[0]?.offers[2]?.accept();
    assert.deepEqual((await offer("c 2.0.0")).said, []);
  });
});
