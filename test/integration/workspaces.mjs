// @ts-check

/**
 * One run of an editor with one workspace. The tests are those of `test/integration/<tests>`, not of folders below it.
 * @typedef {object} WorkspaceFixture
 * @property {string} name
 * @property {string} tests folder below `test/integration`; "" is that folder itself
 * @property {string | undefined} [folder] a folder of the repository whose copy is opened; an empty one if not given
 * @property {readonly string[]} [folders] names of several empty folders that are opened together
 * @property {boolean} [noFolder] whether the editor opens without any folder
 * @property {boolean} [untrusted] whether the workspace is one the user has not trusted
 * @property {Record<string, unknown>} [settings] user settings
 */

/** @type {readonly WorkspaceFixture[]} */
export const workspaces = [
  { name: "an empty folder", tests: "" },
  {
    name: "settings that touch files on save",
    tests: "eagerSettings",
    settings: {
      "files.autoSave": "afterDelay",
      "files.autoSaveDelay": 100,
      "files.insertFinalNewline": true,
      "files.trimFinalNewlines": true,
      "files.trimTrailingWhitespace": true,
      "editor.formatOnSave": true,
    },
  },
  { name: "a folder that is not trusted", tests: "untrusted", untrusted: true },
  { name: "no folder", tests: "noFolder", noFolder: true },
  { name: "several folders", tests: "severalFolders", folders: ["one", "two"] },
];
