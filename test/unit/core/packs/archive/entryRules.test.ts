import assert from "node:assert/strict";
import * as fc from "fast-check";
import { HumanError } from "../../../../../src/core/humanError";
import { archiveLimits } from "../../../../../src/core/packs/archive/archive";
import { EntryRules, nameFault } from "../../../../../src/core/packs/archive/entryRules";

describe("EntryRules", () => {
  it("gives the path in the pack, and none for folders", () => {
    const rules = new EntryRules("a.tgz", archiveLimits);
    assert.equal(rules.admit("folder", "package/", 0), undefined);
    assert.equal(rules.admit("folder", "package/checks", 0), undefined);
    assert.equal(rules.admit("file", "package/checks/a.json", 3), "checks/a.json");
  });

  it("refuses a NUL, which ends a name for some readers and not for others", () => {
    assert.throws(() => new EntryRules("a.tgz", archiveLimits).admit("file", "package/kata.json\u0000.png", 1), /Windows cannot hold/);
  });

  it("counts what was said before: entries and bytes", () => {
    const rules = new EntryRules("a.tgz", { ...archiveLimits, entries: 2, totalBytes: 10 });
    rules.admit("file", "package/a", 6);
    assert.throws(() => rules.admit("file", "package/b", 5), (error: HumanError) => error.code === "archive.tooLarge");
    assert.throws(() => rules.admit("file", "package/c", 0), (error: HumanError) => error.code === "archive.tooManyEntries");
  });

  it("admits only names that stay below the folder, whatever they are made of", () => {
    const part = fc.oneof(fc.constantFrom("..", ".", "", "con", "C:", "\\", "a", "b.", "nul.txt", "\u202e"), fc.string({ unit: "binary", maxLength: 6 }));
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      try {
        const path = new EntryRules("a.tgz", archiveLimits).admit("file", `package/${parts.join("/")}`, 1) ?? "";
        assert.equal(nameFault(path), undefined);
        assert.ok(!path.startsWith("/") && !/[\\:\p{Cc}]/u.test(path) && !path.split("/").some((each) => each === "" || each === "." || each === ".." || /[. ]$/.test(each)), path);
      } catch (error) {
        assert.ok(error instanceof HumanError, String(error));
      }
    }), { numRuns: 2000 });
  });

  it("never repeats a long name whole", () => {
    assert.throws(() => new EntryRules("a.tgz", archiveLimits).admit("file", `package/${"x".repeat(100_000)}`, 1), (error: HumanError) => error.message.length < 400);
  });
});
