// @ts-check
import { withEditor } from "./support/editor.mjs";

describe("a learner who has no folder open", () => {
  const editor = withEditor({ noFolder: true });
  /** A row of the list that is open, whatever role it has: the editor gives another one to rows with two lines, and to those that are ticked. */
  const row = (/** @type {RegExp} */ text) => editor().page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: text }).first();

  it("sees the katas, starts one, is offered a folder and finds file and brief in it", async () => {
    const { page } = editor();
    await editor().openView("Health IT Katas");
    await page.getByText("No folder is open. Starting a kata asks where its files go.").waitFor();
    await editor().treeItem(/Read an ADT/).first().click();
    await editor().webview().getByRole("button", { name: "Start", exact: true }).click();
    await row(/Use .*katas/).click();
    await page.getByRole("tab", { name: /^paths\.json/ }).first().waitFor({ timeout: 40_000 });
    await editor().webview().getByRole("button", { name: "Check", exact: true }).waitFor({ timeout: 40_000 });
  });

  it("gets a way out of a filter that hides everything", async () => {
    const { page } = editor();
    await editor().openView("Health IT Katas");
    await editor().treeItem(/Read an ADT/).first().waitFor();
    await page.getByRole("button", { name: "Filter Katas" }).first().click();
    await row(/Expert/).click();
    await page.keyboard.press("Enter");
    await page.getByText("No kata matches the filter.").waitFor();
    await page.getByRole("button", { name: "Show All Katas" }).last().click();
    await editor().treeItem(/Read an ADT/).first().waitFor();
  });
});
