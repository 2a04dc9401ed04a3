/**
 * Every name by which the extension is known to the editor, once. A unit test compares them with package.json, both ways.
 * This file imports nothing, so that both halves of a webview may use it.
 */

/** `publisher.name`. */
export const extensionId = "health-it-katas.health-it-katas";

/** Commands that package.json contributes. */
export const commands = {
  startKata: "healthItKatas.startKata",
  openKata: "healthItKatas.openKata",
  openBrief: "healthItKatas.openBrief",
  checkKata: "healthItKatas.checkKata",
  showHint: "healthItKatas.showHint",
  resetKata: "healthItKatas.resetKata",
  undoReset: "healthItKatas.undoReset",
  compareWithSolution: "healthItKatas.compareWithSolution",
  compareByStructure: "healthItKatas.compareByStructure",
  nextKata: "healthItKatas.nextKata",
  searchKatas: "healthItKatas.searchKatas",
  filterKatas: "healthItKatas.filterKatas",
  clearFilter: "healthItKatas.clearFilter",
  refreshKatas: "healthItKatas.refreshKatas",
  installPack: "healthItKatas.installPack",
  updatePacks: "healthItKatas.updatePacks",
  rollBackPack: "healthItKatas.rollBackPack",
  uninstallPack: "healthItKatas.uninstallPack",
  setRegistryToken: "healthItKatas.setRegistryToken",
  forgetRegistryToken: "healthItKatas.forgetRegistryToken",
  openFolder: "healthItKatas.openFolder",
  changeLineEnds: "healthItKatas.changeLineEnds",
  goToSegment: "healthItKatas.goToSegment",
  goToNextField: "healthItKatas.goToNextField",
  goToPreviousField: "healthItKatas.goToPreviousField",
  copyHl7v2Path: "healthItKatas.copyHl7v2Path",
  showColumns: "healthItKatas.showColumns",
  changeColumns: "healthItKatas.changeColumns",
  evaluateFhirPath: "healthItKatas.evaluateFhirPath",
  copyFhirPath: "healthItKatas.copyFhirPath",
  clearFhirPathResults: "healthItKatas.clearFhirPathResults",
  verifyPack: "healthItKatas.verifyPack",
  openWalkthrough: "healthItKatas.openWalkthrough",
  showDoctor: "healthItKatas.showDoctor",
  reportIssue: "healthItKatas.reportIssue",
  showLog: "healthItKatas.showLog",
} as const;
export type CommandId = (typeof commands)[keyof typeof commands];

export const viewContainer = "healthItKatas";

export const views = {
  katas: "healthItKatas.katas",
} as const;

/** Keys for `when` clauses. Their owner is src/editor/contextKeys.ts. */
export const contextKeys = {
  /** Why the Katas view is empty: `loading`, `noKatas`, `noMatch`, `failed`; `full` when it is not. */
  viewState: "healthItKatas.viewState",
  /** Whether a filter narrows the Katas view. */
  filtered: "healthItKatas.filtered",
  /** Whether a started kata is the one that commands without an argument mean. */
  kataOpen: "healthItKatas.kataOpen",
  /** Paths of the files of the open kata, for `resourcePath in …`. */
  kataFiles: "healthItKatas.kataFiles",
  /** Whether the open kata's last reset can be taken back. */
  canUndoReset: "healthItKatas.canUndoReset",
  /** Whether any kata was ever passed; completes a step of the walkthrough. */
  everPassed: "healthItKatas.everPassed",
  /** Whether any kata was ever checked; completes a step of the walkthrough. */
  everChecked: "healthItKatas.everChecked",
  /** Whether the active editor shows a FHIR resource. */
  fhirFile: "healthItKatas.fhirFile",
  /** Whether results of a FHIRPath expression are marked. */
  fhirPathResults: "healthItKatas.fhirPathResults",
} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

export const settings = {
  folder: "healthItKatas.folder",
  checkOnSave: "healthItKatas.checkOnSave",
  nodePath: "healthItKatas.nodePath",
  hl7v2Diagnostics: "healthItKatas.hl7v2Diagnostics",
  fhirEditing: "healthItKatas.fhirEditing",
} as const;
export type SettingId = (typeof settings)[keyof typeof settings];

/** Keys of the editor's own storage. Their owner is src/editor/storedState.ts. */
export const storedKeys = {
  /** Workspace: where one stands with each kata, and the last attempts. */
  progress: "healthItKatas.progress",
  /** Workspace: which of several folders the katas go to. */
  chosenFolder: "healthItKatas.chosenFolder",
  /** Workspace: what the Katas view shows. */
  filter: "healthItKatas.filter",
  /** Workspace: whether nobody wants to be asked for the packs of its lock file. */
  lockedPacksDeclined: "healthItKatas.lockedPacksDeclined",
  /** Every window: the kata to open once the folder that was just chosen is open. */
  pendingStart: "healthItKatas.pendingStart",
} as const;
export type StoredKey = (typeof storedKeys)[keyof typeof storedKeys];

/** Where the editor keeps tokens of registries, among its secrets. */
export const registryTokensSecret = "healthItKatas.registryTokens";

export const schemes = {
  /** Solutions beside which the learner's text is shown; read-only. */
  solution: "health-it-katas-solution",
  /** Reports that are made when they are opened, such as Doctor; read-only. */
  report: "health-it-katas-report",
  /** Not opened: gives items of the Katas view the address by which they are decorated. */
  item: "health-it-katas-item",
} as const;

/** Panels; the editor restores them through `onWebviewPanel:<type>`. */
export const panels = {
  brief: "healthItKatas.brief",
} as const;

export const testControllerId = "healthItKatas";

/** Kind of a test message that belongs to a learner's kata, for `testMessage ==` in menus. */
export const kataFailure = "kataFailure";

export const diagnosticsSource = "health-it-katas";

export const statusBarItemId = "healthItKatas.verdict";

export const hl7v2PathItemId = "healthItKatas.hl7v2PathAtCursor";

export const fhirPathItemId = "healthItKatas.fhirPathAtCursor";

export const walkthrough = {
  id: "healthItKatas.start",
  steps: ["look", "start", "check", "hint", "pass"],
} as const;

export const languages = { hl7v2: "hl7" } as const;
