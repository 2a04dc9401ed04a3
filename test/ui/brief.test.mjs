// @ts-check
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { withEditor } from "./support/editor.mjs";
import { Learner, literalTyping, readAdt } from "./support/learner.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe-core finds wrong with the page in the brief, with the places.
 * @param {import("./support/editor.mjs").Editor} editor
 * @returns {Promise<string[]>}
 */
async function faults({ page }) {
  const frame = page.frames().find((each) => each.name() === "active-frame" || each.url().includes("fake.html"));
  assert.ok(frame, "no webview is open");
  // Evaluated, not added as a script: the page's own policy lets no other script in.
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => /** @type {{ axe: { run(): Promise<import("axe-core").AxeResults> } }} */ (/** @type {unknown} */ (globalThis)).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} (${node.failureSummary ?? ""})`));
}

for (const theme of /** @type {const} */ (["light", "dark", "highContrast"])) {
  describe(`the brief in the ${theme} theme`, () => {
    const editor = withEditor({ theme, settings: literalTyping });
    /** @type {string[]} */
    const complaints = [];

    before(() => {
      editor().page.on("console", (message) => {
        if (/content security policy/i.test(message.text()) && /brief|nonce|inline/.test(message.text())) complaints.push(message.text());
      });
    });

    it("is accessible before, with a hint and a failure, and after passing", async () => {
      const learner = new Learner(editor(), readAdt);
      await learner.start();
      assert.deepEqual(await faults(editor()), []);
      await learner.brief.getByRole("button", { name: /^Hint/ }).press("Enter");
      await learner.sees(/Count, then look up/);
      await learner.write(await learner.sourceText("wrong/room-for-bed/paths.json"));
      await learner.sees(/Not yet: 1 of 2 checks passed/);
      assert.deepEqual(await faults(editor()), []);
      await editor().screenshot(`brief failed ${theme}`);
      await learner.write(await learner.sourceText("solutions/reference/paths.json"));
      await learner.sees(/Passed: 2 of 2 checks/);
      assert.deepEqual(await faults(editor()), []);
      await editor().screenshot(`brief passed ${theme}`);
      assert.deepEqual(complaints, []);
    });

    if (theme === "dark") {
      it("tells a screen reader the verdict, and keeps the keyboard's place over a check", async () => {
        const learner = new Learner(editor(), readAdt);
        await learner.brief.getByRole("status").filter({ hasText: "Passed" }).waitFor({ state: "attached" });
        const button = learner.brief.getByRole("button", { name: "Check", exact: true });
        await button.focus();
        await button.press("Enter");
        await learner.sees(/Passed: 2 of 2 checks/);
        assert.equal(await button.evaluate((element) => element.ownerDocument.activeElement === element), true);
      });

      it("goes to the place of a finding, and is there again after a reload", async () => {
        const learner = new Learner(editor(), readAdt);
        await learner.write(await learner.sourceText("wrong/room-for-bed/paths.json"));
        await learner.brief.getByRole("button", { name: /^Go to paths\.json:/ }).first().click();
        const text = await learner.sourceText("wrong/room-for-bed/paths.json");
        const line = text.split("\n").findIndex((each) => each.includes('"bed"')) + 1;
        await editor().page.getByText(new RegExp(`^Ln ${String(line)}, Col`)).waitFor();
        await editor().page.reload();
        await learner.brief.getByRole("heading", { level: 1, name: /Read an ADT/ }).waitFor({ timeout: 40_000 });
        await learner.sees(/Count, then look up/);
      });
    }
  });
}
