import * as path from "node:path";
import { pathToFileURL } from "node:url";
import type fastCheck from "fast-check";
import type { ChildMessage, RunOrder } from "../core/checks/testProtocol";
import type { Protections } from "../core/checks/testRunner";
import { Annotations } from "./annotations";
import { CheckRun } from "./checkRun";
import { Failures } from "./failures";
import { KataFiles } from "./kataFiles";
import type { Disk } from "./kataFiles";
import { ModuleLoader } from "./moduleLoader";
import { outputLimits, OutputCapture } from "./outputCapture";
import { testingModule } from "./testingModule";
import type { Wire } from "./wire";

type FastCheck = typeof fastCheck;

/** Runs the checks of one order, one after the other, in this process. */
export class AttemptRun {
  private readonly files: KataFiles;
  private readonly annotations = new Annotations();
  private readonly failures: Failures;
  private readonly scripts: Map<string, string>;
  private readonly output: OutputCapture;
  private current: CheckRun | undefined;
  private check = "";

  /**
   * @param nodeModule gives a module of Node
   * @param fastCheck gives fast-check with the seed set
   * @param now a clock in ms
   */
  constructor(
    private readonly order: RunOrder,
    private readonly wire: Wire,
    private readonly nodeModule: (specifier: string) => unknown,
    private readonly fastCheck: (seed: number) => FastCheck,
    private readonly now: () => number,
    disk?: Disk,
  ) {
    this.scripts = new Map(Object.entries(order.scripts ?? {}));
    this.files = new KataFiles(order, disk);
    this.failures = new Failures(this.files, this.annotations);
    this.output = new OutputCapture((text) => this.sendOutput(text), outputLimits);
  }

  /** Takes what is printed. */
  print(text: string): void {
    this.output.print(text);
  }

  /** Runs everything, and says so at the end. */
  async run(protections: Protections): Promise<void> {
    this.wire.send({ type: "started", protections });
    const passed = new Set<string>();
    const asked = new Set(this.order.checks.map(({ id }) => id));
    for (const check of this.order.checks) {
      if (check.needs.some((id) => asked.has(id) && !passed.has(id))) {
        continue;
      }
      this.check = check.id;
      const run = new CheckRun(check, this.failures, this.output, (message) => this.wire.send(message), (file, scope) => this.loader(scope).load(file), this.now);
      this.current = run;
      if (await run.run()) {
        passed.add(check.id);
      }
    }
    this.wire.send({ type: "end" });
  }

  /** Says that the learner's code asked for the end of the process, and where. */
  sayExit(exitCode: number, stack: string): void {
    this.output.flush();
    const place = this.files.places(stack).find(({ file }) => this.files.isSolution(file));
    const message: ChildMessage = {
      type: "exiting",
      exitCode: Number.isFinite(exitCode) ? exitCode : 0,
      ...(place && { file: place.file, range: this.files.lineRange(place.file, place.line) }),
    };
    this.wire.send(message);
  }

  /** Modules are loaded afresh for each check, so that no check depends on which others ran before it. */
  private loader(scope: Readonly<Record<string, unknown>>): ModuleLoader {
    const testing = lazily(() =>
      testingModule(
        this.files,
        this.order.seed,
        this.annotations,
        (file) => loader.load(file),
        lazily(() => this.fastCheck(this.order.seed)),
      ),
    );
    const loader: ModuleLoader = new ModuleLoader(
      this.files,
      this.scripts,
      scope,
      testing,
      this.nodeModule,
      (file) => {
        if (this.files.isSolution(file) && this.current?.runningTest === undefined) {
          this.wire.send({ type: "doing", doing: { what: "load", file } });
        }
      },
      this.order.debug,
    );
    return loader;
  }

  private sendOutput(text: string): void {
    const test = this.current?.runningTest;
    this.wire.send({ type: "output", check: this.check, ...(test !== undefined && { test }), text });
  }
}

/** The texts that must not be seen in what a run says: where its files were copied to. */
export function stagingTexts(folder: string): readonly string[] {
  const inJson = JSON.stringify(folder).slice(1, -1);
  const seen = [pathToFileURL(folder).href, folder, inJson].flatMap((text) => [`${text}/`, `${text}${path.sep}`, `${text}${path.sep}${path.sep}`, text]);
  return [...new Set(seen)].sort((one, other) => other.length - one.length);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
