"use strict";

const js = require("@eslint/js");
const tseslint = require("typescript-eslint");

const nodeBuiltins = require("node:module").builtinModules.flatMap((name) => [name, `node:${name}`]);

/** Forbids imports by layer. Each message names the reason, so that nobody has to look it up. */
function layer(files, { vscode, node, folders }) {
  const paths = [];
  if (vscode) {
    paths.push({ name: "vscode", message: vscode });
  }
  if (node) {
    paths.push(...nodeBuiltins.map((name) => ({ name, message: node })));
  }
  return {
    files,
    rules: {
      "no-restricted-imports": ["error", { paths, patterns: folders.map(([group, message]) => ({ group, message })) }],
    },
  };
}

module.exports = tseslint.config(
  {
    ignores: ["dist/**", "out/**", ".vscode-test/**", "node_modules/**", "katas/**", "test/fixtures/**", "**/*.d.ts"],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ["./tsconfig.json", "./src/webviews/tsconfig.json"], tsconfigRootDir: __dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/require-await": "off",
      "no-console": "error",
      "max-lines": ["error", { max: 320, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: a name that is searched for is found." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has it." },
        { selector: "TSEnumDeclaration", message: "Unions of string literals instead of enums: they are exhaustive and leave no code behind." },
      ],
    },
  },
  layer(["src/core/**/*.ts"], {
    vscode: "src/core runs in the extension, the command line and a browser: no editor here.",
    node: "src/core runs in a browser too: take what Node gives through an interface, implemented in src/env.",
    folders: [[["**/env/**", "**/editor/**", "**/cli/**", "**/runner/**", "**/webviews/**"], "src/core is the innermost layer: it imports nothing outside of itself."]],
  }),
  layer(["src/env/**/*.ts", "src/runner/**/*.ts"], {
    vscode: "Only src/editor imports vscode.",
    folders: [[["**/editor/**", "**/cli/**", "**/webviews/**"], "src/env and src/runner know core, not the programs around them."]],
  }),
  layer(["src/cli/**/*.ts"], {
    vscode: "The command line runs where there is no editor.",
    folders: [[["**/editor/**", "**/webviews/**"], "The command line does not know the editor."]],
  }),
  layer(["src/webviews/**/*.ts"], {
    vscode: "A webview runs in a browser: talk to the host through the messages in src/webviews/protocol.",
    node: "A webview runs in a browser.",
    folders: [[["**/editor/**", "**/env/**", "**/cli/**", "**/runner/**"], "A webview imports only core and the protocol."]],
  }),
  {
    files: ["src/editor/**/*.ts"],
    ignores: ["src/editor/contextKeys.ts"],
    rules: {
      "no-restricted-properties": ["error"],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "ExportAllDeclaration", message: "No barrels." },
        { selector: "CallExpression[callee.property.name='executeCommand'][arguments.0.value='setContext']", message: "Context keys have one owner: src/editor/contextKeys.ts." },
      ],
    },
  },
  {
    files: ["src/editor/**/*.ts"],
    ignores: ["src/editor/commands.ts"],
    rules: {
      "no-restricted-properties": ["error", { object: "commands", property: "registerCommand", message: "Commands have one owner: src/editor/commands.ts." }],
    },
  },
  { files: ["src/cli/**/*.ts", "test/**/*.ts", "scripts/**"], rules: { "no-console": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: { "max-lines": "off", "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-member-access": "off", "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [{ from: "package", package: "mocha", name: ["describe", "it"] }] }] },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: { globals: Object.fromEntries(["require", "module", "process", "__dirname", "__filename", "console", "Buffer", "URL", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "fetch", "performance", "structuredClone", "AbortController", "AbortSignal", "window", "document", "globalThis"].map((name) => [name, "readonly"])) },
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.mjs"],
    languageOptions: { globals: Object.fromEntries(["describe", "it", "before", "after", "beforeEach", "afterEach"].map((name) => [name, "readonly"])) },
  },
);
