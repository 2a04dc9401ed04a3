import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, contextKeys, extensionId, kataFailure, languages, panels, settings, testControllerId, viewContainer, views, walkthrough } from "../../src/ids";

const root = join(__dirname, "../..");

interface Titled {
  readonly command: string;
  readonly title: string;
  readonly category: string;
  readonly when?: string;
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly Titled[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[];
    readonly languages: readonly { readonly id: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[]; readonly media: { readonly svg: string } }[] }[];
    readonly jsonValidation: readonly { readonly url: string }[];
  };
}

const text = readFileSync(join(root, "package.json"), "utf8");
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort();

/** Every `when`, completion event and command link of the manifest. */
const clauses = [text, readFileSync(join(root, "package.nls.json"), "utf8")].join("\n");

describe("ids.ts and package.json", () => {
  it("name the same extension, commands, views, settings, languages and walkthrough", () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commands)));
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [viewContainer]);
    assert.deepEqual(contributes.views[viewContainer]?.map(({ id }) => id), Object.values(views));
    assert.deepEqual(sorted(contributes.configuration.flatMap(({ properties }) => Object.keys(properties))), sorted(Object.values(settings)));
    assert.deepEqual(contributes.languages.map(({ id }) => id), Object.values(languages));
    assert.deepEqual(contributes.walkthroughs.map(({ id, steps }) => [id, ...steps.map((step) => step.id)]), [[walkthrough.id, ...walkthrough.steps]]);
  });

  it("use in clauses, menus, keys and links only names that exist", () => {
    const known = new Set<string>([...Object.values(commands), ...Object.values(views), ...Object.values(contextKeys), ...Object.values(settings), ...Object.values(panels), walkthrough.id]);
    const used = [...clauses.matchAll(/healthItKatas\.\w+/g)].map(([name]) => name);
    assert.deepEqual(sorted(used.filter((name) => !known.has(name))), []);
    assert.match(clauses, new RegExp(`controllerId == ${testControllerId}\\b`));
    assert.match(clauses, new RegExp(`testMessage == ${kataFailure}\\b`));
  });

  it("use every context key somewhere in the manifest", () => {
    assert.deepEqual(Object.values(contextKeys).filter((key) => !text.includes(key)), []);
  });

  it("restore every panel, and activate on nothing but what needs it", () => {
    assert.deepEqual(
      manifest.activationEvents.filter((event) => event.startsWith("onWebviewPanel:")),
      Object.values(panels).map((panel) => `onWebviewPanel:${panel}`),
    );
    assert.deepEqual(manifest.activationEvents.filter((event) => event === "*" || event === "onStartupFinished" || event.includes("**")), []);
  });

  it("give every command a category and a title in title case that starts with a verb and not with the product", () => {
    const nls = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")) as Record<string, string>;
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, "%category%", command);
      const words = nls[title.replaceAll("%", "")] ?? "";
      assert.match(words, /^(?:Start|Open|Show|Check|Reset|Undo|Compare|Go|Search|Evaluate|Copy|Clear|Filter|Refresh|Choose|Change|Run|Report|Install|Update|Roll|Uninstall|Set|Forget|Verify)\b/, command);
      assert.deepEqual(words.split(" ").filter((word) => !/^[A-Z0-9]/.test(word) && !["a", "an", "by", "for", "of", "or", "the", "to", "with"].includes(word)), [], command);
    }
  });

  it("bind at most three keys, each only while a kata is open", () => {
    const own = contributes.keybindings.filter(({ key }) => key !== "escape");
    assert.ok(own.length <= 3);
    for (const { when, key } of own) {
      assert.equal(when, contextKeys.kataOpen, key);
    }
  });

  it("take Escape only while results are marked that it takes away", () => {
    const escapes = contributes.keybindings.filter(({ key }) => key === "escape");
    assert.deepEqual(escapes.map(({ command, when }) => [command, when.startsWith(`${contextKeys.fhirPathResults} && editorTextFocus && `)]), [[commands.clearFhirPathResults, true]]);
  });

  it("hide from the palette what needs an item, and what has nothing to work on", () => {
    const palette = new Map(contributes.menus["commandPalette"]?.map(({ command, when }) => [command, when]));
    assert.equal(palette.get(commands.openKata), "false");
    for (const command of [commands.checkKata, commands.showHint, commands.resetKata, commands.undoReset, commands.compareWithSolution]) {
      assert.equal(palette.get(command), contextKeys.kataOpen, command);
    }
  });

  it("give every setting a type, default, scope, order and description, and restrict those that name folders and programs", () => {
    for (const [id, setting] of contributes.configuration.flatMap(({ properties }) => Object.entries(properties))) {
      assert.ok(["type", "default", "scope", "order", "markdownDescription"].every((key) => key in setting), id);
    }
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, [settings.folder, settings.nodePath]);
  });

  it("complete every step of the walkthrough by the real thing, and point only to files that are there", () => {
    for (const { id, completionEvents, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.equal(completionEvents.length, 1, id);
      assert.ok(existsSync(join(root, media.svg)), media.svg);
    }
    for (const path of [...text.matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)].map(([, name]) => name ?? "")) {
      assert.ok(existsSync(join(root, path)), path);
    }
    for (const { url } of contributes.jsonValidation) {
      const name = url.replace("./dist/schemas/", "");
      assert.ok(["src/core/packs", "src/core/checks"].some((folder) => existsSync(join(root, folder, name))), url);
    }
  });
});
