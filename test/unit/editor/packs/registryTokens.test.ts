import "../../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { registryKey, RegistryTokens } from "../../../../src/editor/packs/registryTokens";
import { ScriptedDialogs } from "../../../../src/editor/testHooks";

function setUp(): { readonly kept: Map<string, string>; readonly dialogs: ScriptedDialogs; readonly tokens: RegistryTokens } {
  const kept = new Map<string, string>();
  const dialogs = new ScriptedDialogs();
  const secrets = { get: async (key: string) => kept.get(key), store: async (key: string, value: string) => void kept.set(key, value), delete: async (key: string) => void kept.delete(key) };
  return { kept, dialogs, tokens: new RegistryTokens(secrets, dialogs) };
}

describe("RegistryTokens", () => {
  it("names a registry as npm's settings do", () => {
    assert.equal(registryKey("https://npm.example.org"), "//npm.example.org/");
    assert.equal(registryKey("https://npm.example.org:8443/a/b"), "//npm.example.org:8443/a/b/");
  });

  it("keeps a token, beside others, and forgets the one that is chosen", async () => {
    const { kept, dialogs, tokens } = setUp();
    dialogs.answers.push("https://one.example.org/", "secret-1", "https://two.example.org/npm", "secret-2", "//one.example.org/");
    await tokens.set();
    await tokens.set();
    assert.deepEqual(await tokens.all(), { "//one.example.org/": "secret-1", "//two.example.org/npm/": "secret-2" });
    await tokens.forget();
    assert.deepEqual(await tokens.all(), { "//two.example.org/npm/": "secret-2" });
    dialogs.answers.push("//two.example.org/npm/");
    await tokens.forget();
    assert.equal(kept.size, 0);
    assert.equal(dialogs.said.some(({ message }) => message.includes("secret")), false);
  });

  it("keeps nothing when no token is given, or the address is not safe", async () => {
    const { kept, dialogs, tokens } = setUp();
    dialogs.answers.push("https://one.example.org/");
    await tokens.set();
    dialogs.answers.push("http://one.example.org/", "secret");
    await tokens.set();
    assert.equal(kept.size, 0);
  });

  it("takes a damaged store for an empty one", async () => {
    const { kept, tokens } = setUp();
    for (const damaged of ["{", "[]", "7", "{\"//a/\":7}"]) {
      kept.set("healthItKatas.registryTokens", damaged);
      assert.deepEqual(await tokens.all(), {});
    }
  });
});
