// @ts-check
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withEditor } from "./support/editor.mjs";

for (const theme of /** @type {const} */ (["light", "dark"])) {
  describe(`the editor with the extension, ${theme}`, () => {
    const editor = withEditor({ theme });

    it("shows the katas that come with it", async () => {
      await editor().openView("Health IT Katas");
      await editor().treeItem(/HL7 v2/).first().waitFor();
      await editor().screenshot(`katas-${theme}`);
    });

    it("offers its commands in the palette", async () => {
      await editor().runCommand("Health IT Katas: Show Log");
      await editor().page.getByRole("tab", { name: /^Output/ }).waitFor();
    });
  });
}

describe("typing in a .hl7 file with CR line ends", () => {
  const editor = withEditor();

  it("saves CR line ends, key by key as a person types", async () => {
    const path = join(editor().folder, "adt.hl7");
    await mkdir(editor().folder, { recursive: true });
    await writeFile(path, "MSH|^~\\&|A\rPID|1\rPV1|1|I\r");
    await editor().openFile("adt.hl7");
    const { page } = editor();
    await page.locator(".view-line").first().click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    for (const key of ["|", "B", "C"]) {
      await page.keyboard.type(key);
      await editor().save();
    }
    await page.keyboard.press("Enter");
    await page.keyboard.type("EVN|A01");
    await editor().save();
    const expected = "MSH|^~\\&|A|BC\rEVN|A01\rPID|1\rPV1|1|I\r";
    for (let attempt = 0; attempt < 50 && (await readFile(path, "latin1")) !== expected; attempt++) await page.waitForTimeout(100);
    assert.equal(await readFile(path, "latin1"), expected);
    assert.equal(await editor().notification(/Failed to save/).count(), 0);
  });
});
