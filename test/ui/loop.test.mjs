// @ts-check
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withEditor } from "./support/editor.mjs";
import { escapes, Learner, literalTyping, readAdt } from "./support/learner.mjs";

describe("the learner's loop, as a person goes through it", () => {
  const editor = withEditor({ theme: "dark", settings: literalTyping });

  it("opens the view, starts the first kata and shows the file beside its brief", async () => {
    const learner = new Learner(editor(), readAdt);
    await learner.start();
    await editor().page.getByRole("tab", { name: /^paths\.json/ }).first().waitFor();
    await learner.brief.getByRole("heading", { name: /Read an ADT\^A01 by hand/ }).waitFor();
  });

  it("underlines the wrong answer on save and says what is wrong", async () => {
    const learner = new Learner(editor(), readAdt);
    await learner.write(await learner.sourceText("wrong/room-for-bed/paths.json"));
    await learner.sees(/Not yet: 1 of 2 checks passed/);
    await learner.sees(/does not lead to the bed/);
    await editor().page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await editor().runCommand("Problems: Focus on Problems View");
    await editor().page.getByRole("treeitem", { name: /does not lead to the bed/ }).first().waitFor();
    await editor().page.keyboard.press("Control+j");
  });

  it("explains the misconception of a known wrong answer", async () => {
    const learner = new Learner(editor(), readAdt);
    await learner.write(await learner.sourceText("wrong/first-identifier-is-mrn/paths.json"));
    const explanation = (await learner.sourceText("wrong/first-identifier-is-mrn.md")).replaceAll(/[*`#]/g, "").trim().split("\n").find((line) => line.length > 40) ?? "";
    await learner.sees(new RegExp(explanation.slice(0, 30).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  });

  it("turns green once the answer is right, and takes the underlines away", async () => {
    const learner = new Learner(editor(), readAdt);
    await learner.write(await learner.sourceText("solutions/reference/paths.json"));
    await learner.sees(/Passed: 2 of 2 checks/);
    await editor().page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });
    await editor().page.getByRole("button", { name: /Passed/ }).first().waitFor();
  });

  it("keeps the progress in the folder and over a reload", async () => {
    const learner = new Learner(editor(), readAdt);
    await editor().page.reload();
    await editor().page.locator(".monaco-workbench .activitybar").waitFor({ timeout: 60_000 });
    // By its command: the view may be there already, and a click on its icon would then close it.
    await editor().runCommand("Health IT Katas: Focus on Katas View");
    await editor().treeItem(/Read an ADT.*passed/i).first().waitFor();
    await learner.sees(/Passed before/);
    assert.equal(await readFile(join(learner.folder, "paths.json"), "utf8"), await learner.sourceText("solutions/reference/paths.json"));
    const progress = await readFile(join(editor().folder, ".health-it-katas", "progress.json"), "utf8");
    assert.match(progress, /"passed"/);
  });
});

describe("a kata with code, as a person goes through it", () => {
  const editor = withEditor({ theme: "light", settings: literalTyping });

  it("runs the tests, and underlines nothing in the starter that no check would", async () => {
    const learner = new Learner(editor(), escapes);
    await learner.start();
    // Typed by the editor's own TypeScript: without the types of Node it would complain by now.
    await editor().page.waitForTimeout(5000);
    assert.equal(await editor().page.locator(".editor-group-container .squiggly-error").count(), 0);
    await learner.brief.getByRole("button", { name: /^Check/ }).click();
    await learner.sees(/Not yet: 2 of 12 checks passed/);
    await learner.sees(/belongs there/);
  });

  it("turns green when both files are right", async () => {
    const learner = new Learner(editor(), escapes);
    for (const [file, verdict] of /** @type {const} */ ([["escapes.ts", /Not yet: 5 of 12 checks passed/], ["oru.hl7", /Passed: 12 of 12 checks/]])) {
      await learner.replaceOutside(file, await learner.sourceText(`solutions/reference/${file}`));
      await learner.brief.getByRole("button", { name: /^Check/ }).click();
      await learner.sees(verdict);
    }
  });
});
