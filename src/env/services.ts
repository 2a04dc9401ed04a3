import { randomUUID } from "node:crypto";
import type { AttemptRunner } from "../core/checks/attemptRunner";
import { CheckAttemptRunner } from "../core/checks/attemptRunnerCore";
import { PackedWrongAnswers } from "../core/checks/knownWrongAnswers";
import type { SchemaChecker } from "../core/checks/schemaChecker";
import type { TestRunner } from "../core/checks/testRunner";
import { jsonReader } from "../core/documents/jsonReader";
import type { WritableFileSystem } from "../core/fileSystem";
import type { Hasher } from "../core/hashing";
import type { Logger } from "../core/logger";
import { Catalogue, type KataSource } from "../core/packs/catalogue";
import { ManifestSchemas } from "../core/packs/manifestSchema";
import { KataReader } from "../core/packs/readKata";
import { PackReader } from "../core/packs/readPack";
import { joinPath, parentOf } from "../core/path";
import type { ProgressAccess } from "../core/progress/progressAccess";
import { AttemptPool } from "../core/verify/attemptPool";
import { KataGate } from "../core/verify/kataGate";
import { PackGate, type KataDone } from "../core/verify/packGate";
import type { KataReport, VerifyReport } from "../core/verify/report";
import type { FhirChecker } from "../core/fhir/validation/fhirChecker";
import { ChildTestRunner } from "./childTestRunner";
import { Doctor, type DoctorReport } from "./doctor";
import { NodeFileSystem } from "./nodeFileSystem";
import { NodeHasher } from "./nodeHasher";
import { NodeFinder } from "./nodeExecutable";
import { ProgressFile } from "./progressFile";
import { StagingFolders } from "./stagingFolders";
import { WorkerFhirChecker } from "./workerFhirChecker";
import { WorkerSchemaChecker } from "./workerSchemaChecker";

export interface ServicesOptions {
  /** Absolute path of the folder in which the bundles lie: `schemaWorker.js`, `fhirWorker.js`, `fhirpath.js`, `runner.js`. */
  readonly distFolder: string;
  /** Folder of the packs that ship with this program; `katas` beside the folder of the bundles unless told. */
  readonly bundledPacks?: string;
  /** Where packs come from beside the bundled ones, which come last. */
  readonly sources?: readonly KataSource[];
  readonly logger: Logger;
  /** The Node that the person chose for tests, asked for at every run; empty or undefined for the one this program runs in. */
  readonly nodePath?: () => string | undefined;
}

export interface GateOptions {
  /** Attempts that run at once. */
  readonly parallel: number;
  /** Bring signatures.json and catalogue.json up to date. */
  readonly write: boolean;
  /** A reference slower than its `budgetMs` closes the gate. */
  readonly strictTime: boolean;
}

/** The author's gate with children of its own. */
export interface Gate {
  verify(folders: readonly string[], done: KataDone, signal: AbortSignal): Promise<VerifyReport>;
  /** One kata of the pack in `folder`; `undefined` when there is none of that id. */
  verifyKata(folder: string, id: string, signal: AbortSignal): Promise<KataReport | undefined>;
  dispose(): Promise<void>;
}

/** Everything that the editor and the command line do with katas. Whoever makes them disposes of them. */
export interface Services {
  readonly files: WritableFileSystem;
  readonly hasher: Hasher;
  readonly logger: Logger;
  readonly packs: PackReader;
  readonly katas: KataReader;
  readonly catalogue: Catalogue;
  readonly schemaChecker: SchemaChecker;
  readonly testRunner: TestRunner;
  /** Validates FHIR resources in a worker of its own. */
  readonly fhirChecker: FhirChecker;
  /** Makes attempts with `schemaChecker` and `testRunner`. */
  readonly attempts: AttemptRunner;
  /** Makes attempts with `schemaChecker` and another test runner, such as one that asks for trust first. */
  attemptRunnerWith(testRunner: TestRunner): AttemptRunner;
  /** A gate of its own; whoever asks for it disposes of it. */
  gate(options: GateOptions): Gate;
  /** Tries out what katas need. @param folder the learner's, absolute */
  examine(folder: string, signal: AbortSignal): Promise<DoctorReport>;
  /** Ends every worker and child. */
  dispose(): Promise<void>;
}

/** Puts the services of one program together; each part is made when it is first asked for. */
export function createServices(options: ServicesOptions): Services {
  return new NodeServices(options);
}

/** The record in a workspace folder (absolute, with `/`). */
export function openProgress(workspaceFolder: string, logger: Logger): ProgressAccess {
  return new ProgressFile({ workspaceFolder, now: () => new Date(), logger });
}

class NodeServices implements Services {
  readonly files = new NodeFileSystem();
  readonly hasher = new NodeHasher();
  readonly logger: Logger;
  readonly packs: PackReader;
  readonly katas: KataReader;
  readonly catalogue: Catalogue;
  private readonly nodes: NodeFinder;
  private schemaCheckerMade: WorkerSchemaChecker | undefined;
  private fhirCheckerMade: WorkerFhirChecker | undefined;
  private testRunnerMade: ChildTestRunner | undefined;
  private attemptsMade: AttemptRunner | undefined;

  constructor(private readonly options: ServicesOptions) {
    this.logger = options.logger;
    this.nodes = new NodeFinder(options.nodePath ?? (() => undefined));
    const schemas = new ManifestSchemas();
    this.packs = new PackReader(this.files, jsonReader, schemas);
    this.katas = new KataReader(this.files, this.hasher, jsonReader, schemas);
    const bundled = options.bundledPacks ?? joinPath(parentOf(options.distFolder), "katas");
    const ours: KataSource = { id: "bundled", bundled: true, folders: () => Promise.resolve([bundled]) };
    this.catalogue = new Catalogue(this.files, [...(options.sources ?? []), ours], this.packs, this.katas);
  }

  get schemaChecker(): WorkerSchemaChecker {
    return (this.schemaCheckerMade ??= this.newSchemaChecker());
  }

  get fhirChecker(): FhirChecker {
    return (this.fhirCheckerMade ??= new WorkerFhirChecker(joinPath(this.options.distFolder, "fhirWorker.js"), this.logger));
  }

  get testRunner(): TestRunner {
    return (this.testRunnerMade ??= this.newTestRunner());
  }

  get attempts(): AttemptRunner {
    return (this.attemptsMade ??= this.attemptRunnerWith(this.testRunner));
  }

  gate({ parallel, write, strictTime }: GateOptions): Gate {
    // Each lane has a worker and children of its own, so that none waits for another.
    const lanes = Array.from({ length: parallel }, () => ({ schemas: this.newSchemaChecker(), tests: this.newTestRunner() }));
    const pool = new AttemptPool(lanes.map(({ schemas, tests }) => this.newAttemptRunner(schemas, tests)));
    const gate = new PackGate(this.files, this.packs, this.katas, new KataGate(this.files, pool, strictTime), parallel, write ? this.files : undefined);
    return {
      verify: async (folders, done, signal) => await gate.verify(folders, done, signal),
      verifyKata: async (folder, id, signal) => await gate.verifyKata(folder, id, signal),
      dispose: async () => {
        await Promise.all(lanes.flatMap(({ schemas, tests }) => [schemas.dispose(), tests.dispose()]));
      },
    };
  }

  async examine(folder: string, signal: AbortSignal): Promise<DoctorReport> {
    return await new Doctor(this.files, this.hasher, this.schemaChecker, this.testRunner, this.catalogue).examine(folder, signal);
  }

  async dispose(): Promise<void> {
    await Promise.all([this.schemaCheckerMade?.dispose(), this.fhirCheckerMade?.dispose(), this.testRunnerMade?.dispose()]);
  }

  attemptRunnerWith(testRunner: TestRunner): AttemptRunner {
    return this.newAttemptRunner(this.schemaChecker, testRunner);
  }

  private newAttemptRunner(schemaChecker: SchemaChecker, testRunner: TestRunner): AttemptRunner {
    return new CheckAttemptRunner({
      schemaChecker, testRunner, files: this.files, hasher: this.hasher, knownWrongAnswers: new PackedWrongAnswers(this.files, this.logger), now: () => Date.now(), newId: randomUUID,
    });
  }

  private newSchemaChecker(): WorkerSchemaChecker {
    return new WorkerSchemaChecker(joinPath(this.options.distFolder, "schemaWorker.js"), this.logger);
  }

  private newTestRunner(): ChildTestRunner {
    return new ChildTestRunner(joinPath(this.options.distFolder, "runner.js"), this.nodes, new StagingFolders(), this.logger);
  }
}
