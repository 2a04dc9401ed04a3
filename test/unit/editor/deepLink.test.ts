import "../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { followLink } from "../../../src/editor/deepLink";
import { ScriptedDialogs } from "../../../src/editor/testHooks";

async function follow(path: string, query: string, ...answers: readonly string[]): Promise<{ readonly installed: readonly string[]; readonly dialogs: ScriptedDialogs }> {
  const dialogs = new ScriptedDialogs();
  dialogs.answers.push(...answers);
  const installed: string[] = [];
  await followLink({ path, query }, { dialogs, install: (source) => installed.push(source) });
  return { installed, dialogs };
}

describe("links that ask to install a pack", () => {
  for (const source of ["https://example.org/catalog.json", "https://example.org/catalog.json#@org/katas@^1.2", "npm:@org/katas@^1.2"]) {
    it(`go on with ${source} once the person agrees`, async () => {
      const { installed, dialogs } = await follow("/install", `windowId=1&source=${source}`, "Look for the Pack");
      assert.deepEqual(installed, [source]);
      assert.equal(dialogs.asked[0]?.title, `A link asks to install a pack from ${source}.`);
    });
  }

  it("do nothing when she does not", async () => {
    assert.deepEqual((await follow("/install", "source=npm:katas")).installed, []);
  });

  for (const [path, query] of [
    ["/install", ""], ["/install", "source="], ["/install", "source=/etc/passwd"], ["/install", "source=file:/home/ada/pack"], ["/install", "source=http://example.org/catalog.json"],
    ["/install", "source=https://example.org/a b"], ["/install", "source=https://example.org/\u202egnp.exe"], ["/install", "otherSource=npm:katas"], ["/remove", "source=npm:katas"],
  ] as const) {
    it(`are not followed to ${JSON.stringify(`${path}?${query}`)}`, async () => {
      const { installed, dialogs } = await follow(path, query, "Look for the Pack");
      assert.deepEqual([installed, dialogs.asked], [[], []]);
      assert.equal(dialogs.said.at(-1)?.kind, "error");
    });
  }
});
