import { randomUUID } from "node:crypto";
import { CheckAttemptRunner } from "../core/checks/attemptRunnerCore";
import { PackedWrongAnswers } from "../core/checks/knownWrongAnswers";
import { kataOfEarlierVersion } from "../core/packs/install/earlierVersions";
import { joinPath } from "../core/path";
import { prepareDebugRun } from "../env/debugRun";
import { NodeFinder } from "../env/nodeExecutable";
import { openPackStore } from "../env/openPackStore";
import { ProgressFile } from "../env/progressFile";
import { createServices } from "../env/services";
import type { ServicesOptions } from "../env/services";
import { renderMarkdown } from "./brief/markdown";
import { TrustingTestRunner } from "./checking/trustingTestRunner";
import type { Services } from "./services";

/**
 * Puts together what is not needed to activate. This file is the entry of a bundle of its own, loaded by `LazyServices` alone, so that
 * opening a window costs nothing of what it brings.
 * @param isTrusted whether the person trusts the workspace; until then no code of a pack or a learner runs
 * @param dataFolder absolute, with `/`: where packs are installed; they come after what other extensions bring
 */
export function createEditorServices(options: ServicesOptions, isTrusted: () => boolean, dataFolder: string): Services {
  const installed = openPackStore(dataFolder);
  const services = createServices({ ...options, sources: [...(options.sources ?? []), installed] });
  const { files, hasher, logger } = services;
  const testRunner = new TrustingTestRunner(() => services.testRunner, isTrusted);
  const attempts = new CheckAttemptRunner({
    schemaChecker: services.schemaChecker,
    testRunner,
    files,
    hasher,
    knownWrongAnswers: new PackedWrongAnswers(files, logger),
    now: Date.now,
    newId: randomUUID,
  });
  return {
    files,
    hasher,
    packs: services.packs,
    katas: services.katas,
    installed,
    earlierKata: (marker) => kataOfEarlierVersion({ store: installed, packs: services.packs, katas: services.katas }, marker),
    catalogue: services.catalogue,
    gate: (asked) => services.gate(asked),
    attempts,
    testRunner,
    renderMarkdown,
    prepareDebugRun: (request) => prepareDebugRun(joinPath(options.distFolder, "runner.js"), new NodeFinder(options.nodePath ?? (() => undefined)), request),
    progressIn: (workspaceFolder) => new ProgressFile({ workspaceFolder, now: () => new Date(), logger }),
    examine: (folder, signal) => services.examine(folder, signal),
    dispose: () => services.dispose(),
  };
}
