import { listFiles } from "./checkFiles";
import type { FileSystem } from "../fileSystem";
import type { Hasher } from "../hashing";
import { isTestCheck, type CheckDeclaration, type SchemaCheckDeclaration, type TestCheckDeclaration } from "../packs/kataManifest";
import type { Attempt } from "./attempt";
import type { AttemptListener, AttemptRequest, AttemptRunner } from "./attemptRunner";
import type { CheckResult } from "./checkResult";
import type { Finding } from "./finding";
import type { KnownWrongAnswers } from "./knownWrongAnswers";
import { worstOutcome, type Outcome } from "./outcome";
import { readSchemaBundle } from "./schemaBundle";
import { errorFinding } from "./schemaCheck";
import type { SchemaChecker } from "./schemaChecker";
import { signatureOf } from "./signature";
import { solutionFault, solutionText } from "./solutionText";
import type { TestRunner } from "./testRunner";

/** For all test checks of an attempt together, in ms, unless the kata says otherwise. */
export const usualDeadlineMs = 5000;

/** Resident memory that the child process may use. */
export const memoryLimit = 512 * 1024 * 1024;

/** What the runner is made of. */
export interface AttemptParts {
  readonly schemaChecker: SchemaChecker;
  readonly testRunner: TestRunner;
  /** Where packs are read from. */
  readonly files: FileSystem;
  readonly hasher: Hasher;
  readonly knownWrongAnswers: KnownWrongAnswers;
  /** Milliseconds since 1970, for `startedAt` and durations. */
  readonly now: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
}

/**
 * Makes attempts: runs the checks of a kata in the order their `needs` ask for. Schema checks that wait for nothing run side by side; all test checks share one
 * run of the test runner.
 */
export class CheckAttemptRunner implements AttemptRunner {
  constructor(private readonly parts: AttemptParts) {}

  async run(request: AttemptRequest, listener: AttemptListener, signal: AbortSignal): Promise<Attempt> {
    signal.throwIfAborted();
    const { kata } = request;
    const from = this.parts.now();
    const wanted = wantedChecks(kata.manifest.checks, request.only);
    const results = await new CheckRound(this.parts, request, listener, signal, wanted).run();
    signal.throwIfAborted();
    const partial = wanted.length < kata.manifest.checks.length;
    const outcome = worstOutcome(results.map((result) => result.outcome));
    const signature = signatureOf(results);
    const known = outcome === "passed" ? undefined : await this.parts.knownWrongAnswers.find(kata, signature);
    signal.throwIfAborted();
    const attempt: Attempt = {
      id: this.parts.newId(),
      kata: { id: kata.id, uuid: kata.manifest.uuid, pack: kata.pack.name, version: kata.pack.version, digest: kata.digest },
      seed: request.seed,
      startedAt: new Date(from).toISOString(),
      durationMs: Math.max(0, this.parts.now() - from),
      // What was not run did not pass: a partial run that found nothing wrong stays open.
      outcome: partial && outcome === "passed" ? "blocked" : outcome,
      partial, results, signature, ...(known === undefined ? {} : { known }),
      hintsUsed: request.hintsUsed, solutionShown: request.solutionShown, aiOff: request.aiOff, editor: request.editor,
    };
    listener.attemptEnded?.(attempt);
    return attempt;
  }
}

/** The checks asked for and all they need, in the order of the manifest. */
function wantedChecks(checks: readonly CheckDeclaration[], only: readonly string[] | undefined): readonly CheckDeclaration[] {
  if (only === undefined) {
    return checks;
  }
  const wanted = new Set<string>();
  const waiting = [...only];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!wanted.has(id)) {
      wanted.add(id);
      waiting.push(...(checks.find((check) => check.id === id)?.needs ?? []));
    }
  }
  return checks.filter(({ id }) => wanted.has(id));
}

/** The checks of one attempt, until each has its result. */
class CheckRound {
  private readonly results = new Map<string, CheckResult>();
  private readonly told = new Set<string>();

  constructor(
    private readonly parts: AttemptParts,
    private readonly request: AttemptRequest,
    private readonly listener: AttemptListener,
    private readonly signal: AbortSignal,
    private readonly checks: readonly CheckDeclaration[],
  ) {}

  /** Results in the order of the manifest. */
  async run(): Promise<readonly CheckResult[]> {
    for (;;) {
      this.signal.throwIfAborted();
      this.blockWhatCannotRun();
      const open = this.checks.filter(({ id }) => !this.results.has(id));
      const schemas = open.filter(isSchemaCheck).filter((check) => this.isReady(check));
      const tests = open.filter(isTestCheck);
      if (schemas.length > 0) {
        await Promise.all(schemas.map((check) => this.runSchema(check)));
      } else if (tests.length > 0) {
        await this.runTests(this.runnableTogether(tests));
      } else {
        break;
      }
    }
    return this.checks.map(({ id }) => this.results.get(id)).filter((result) => result !== undefined);
  }

  private isReady({ needs = [] }: CheckDeclaration): boolean {
    return needs.every((id) => this.results.get(id)?.outcome === "passed");
  }

  /** Blocks every check of which something it needs has ended without passing or will never run. */
  private blockWhatCannotRun(): void {
    const known = new Set(this.checks.map(({ id }) => id));
    for (let changed = true; changed;) {
      changed = false;
      for (const check of this.checks) {
        const obstacle = this.results.has(check.id) ? undefined : check.needs?.find((id) => !known.has(id) || (this.results.get(id)?.outcome ?? "passed") !== "passed");
        if (obstacle !== undefined) {
          this.settle({ check: check.id, outcome: "blocked", durationMs: 0, findings: [this.blockedFinding(obstacle)] });
          changed = true;
        }
      }
    }
    this.breakCycle();
  }

  /** Checks that need each other would wait for ever; the manifest's own check refuses them, but a hand-made Kata might have them. */
  private breakCycle(): void {
    const open = this.checks.filter(({ id }) => !this.results.has(id));
    const movable = open.some((check) => this.isReady(check));
    const [first] = open;
    if (!movable && first !== undefined) {
      this.settle({
        check: first.id, outcome: "errored", durationMs: 0,
        findings: [{ code: "check.needsCycle", message: `The check "${first.title}" waits for itself; its author has to mend its "needs" in kata.json.`, args: { check: first.title } }],
      });
      this.blockWhatCannotRun();
    }
  }

  private blockedFinding(obstacle: string): Finding {
    const needed = this.checks.find(({ id }) => id === obstacle)?.title ?? obstacle;
    return { code: "check.blocked", message: `Not checked yet: "${needed}" has to pass first.`, args: { needed } };
  }

  private settle(result: CheckResult): void {
    this.results.set(result.check, result);
    if (!this.told.has(result.check)) {
      this.told.add(result.check);
      this.listener.checkEnded?.(result);
    }
  }

  private async runSchema(check: SchemaCheckDeclaration): Promise<void> {
    this.listener.checkStarted?.(check.id);
    const from = this.parts.now();
    const settle = (outcome: Outcome, findings: readonly Finding[], durationMs = this.parts.now() - from): void => {
      this.settle({ check: check.id, outcome, durationMs, findings });
    };
    const { kata, solution } = this.request;
    const read = solutionText(solution, check.file);
    if (read.finding !== undefined) {
      settle("failed", [read.finding]);
      return;
    }
    try {
      const bundle = await readSchemaBundle(this.parts.files, this.parts.hasher, kata.folder, check.schema);
      const verdict = await this.parts.schemaChecker.check({ file: check.file, format: check.as, text: read.text, bundle }, this.signal);
      settle(verdict.outcome, verdict.findings, verdict.durationMs);
    } catch (error) {
      this.signal.throwIfAborted();
      settle("errored", [errorFinding(error)]);
    }
  }

  /** The test checks that may go into one run, each after those it needs: whatever else they need has passed. */
  private runnableTogether(tests: readonly TestCheckDeclaration[]): readonly TestCheckDeclaration[] {
    const placed: TestCheckDeclaration[] = [];
    const isMet = (id: string): boolean => this.results.get(id)?.outcome === "passed" || placed.some((other) => other.id === id);
    for (;;) {
      const next = tests.find((test) => !placed.includes(test) && (test.needs ?? []).every(isMet));
      if (next === undefined) {
        return placed;
      }
      placed.push(next);
    }
  }

  private async runTests(checks: readonly TestCheckDeclaration[]): Promise<void> {
    const { solution, kata, seed } = this.request;
    const faults = kata.manifest.files.map((file) => solutionFault(solution, file)).filter((fault) => fault !== undefined);
    if (faults.length > 0) {
      this.settleTests(checks, "failed", faults);
      return;
    }
    try {
      const checkFiles = await listFiles(this.parts.files, kata.folder, "checks");
      const missing = checks.filter(({ tests }) => !checkFiles.some(({ path }) => path === tests));
      if (missing.length > 0) {
        // The others can run in the next turn, now that these are settled.
        for (const check of missing) {
          this.settleTests([check], "errored", [testsMissing(check)]);
        }
        return;
      }
      const results = await this.parts.testRunner.run({
        checks, seed, checkFiles, memoryLimit,
        solution: kata.manifest.files.map((path) => ({ path, bytes: solution.get(path) ?? new Uint8Array() })),
        deadlineMs: kata.manifest.deadlineMs ?? usualDeadlineMs,
      }, this.testListener(), this.signal);
      for (const check of checks) {
        this.settle(results.find((result) => result.check === check.id) ?? lostResult(check));
      }
    } catch (error) {
      this.signal.throwIfAborted();
      this.settleTests(checks, "errored", [errorFinding(error)]);
    }
  }

  private settleTests(checks: readonly TestCheckDeclaration[], outcome: Outcome, findings: readonly Finding[]): void {
    for (const check of checks.filter(({ id }) => !this.results.has(id))) {
      this.settle({ check: check.id, outcome, durationMs: 0, findings, tests: [] });
    }
  }

  /** Passes everything on; remembers whose end was told, so that nobody hears it twice. */
  private testListener(): AttemptListener {
    const { listener, told } = this;
    return {
      started: (protections) => listener.started?.(protections),
      checkStarted: (check) => listener.checkStarted?.(check),
      testsFound: (check, titles) => listener.testsFound?.(check, titles),
      testStarted: (check, title) => listener.testStarted?.(check, title),
      output: (check, test, text) => listener.output?.(check, test, text),
      testEnded: (check, row) => listener.testEnded?.(check, row),
      checkEnded: (result) => {
        if (!told.has(result.check)) {
          told.add(result.check);
          listener.checkEnded?.(result);
        }
      },
    };
  }
}

function isSchemaCheck(check: CheckDeclaration): check is SchemaCheckDeclaration {
  return !isTestCheck(check);
}

function testsMissing({ tests }: TestCheckDeclaration): Finding {
  return { code: "check.testsMissing", message: `kata.json names the tests ${tests}, which are not in the kata's folder; its author has to add them.`, args: { file: tests } };
}

function lostResult({ id, title }: TestCheckDeclaration): CheckResult {
  return {
    check: id, outcome: "errored", durationMs: 0, tests: [],
    findings: [{ code: "check.noResult", message: `The check "${title}" ended without a result. Check again; if it happens every time, run the command "Doctor".`, args: { check: title } }],
  };
}

