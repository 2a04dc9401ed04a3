import { Context } from "mocha/lib/context.js";
import { bddInterface } from "mocha/lib/interfaces/bdd.js";
import { Runner } from "mocha/lib/runner.js";
import type { MochaRunnable } from "mocha/lib/runner.js";
import { Suite } from "mocha/lib/suite.js";
import type { CheckOrder, ChildMessage, FindingOutcome, TestOutcome } from "../core/checks/testProtocol";
import type { Finding } from "../core/checks/finding";
import type { Failures } from "./failures";
import { asError } from "./kataFailure";
import type { ModuleScope } from "./moduleLoader";
import type { OutputCapture } from "./outputCapture";

/** Words of mocha's that a test file sees, and nothing else does. */
const words = ["describe", "context", "it", "specify", "before", "after", "beforeEach", "afterEach", "xdescribe", "xcontext", "xit", "xspecify"] as const;

interface TestInWork {
  readonly title: string;
  outcome: TestOutcome;
  readonly startedAt: number;
}

/** Runs the tests of one check, and says each thing as it happens. */
export class CheckRun {
  private test: TestInWork | undefined;
  private readonly ended = new Set<string>();
  private readonly tests = new Set<string>();
  private clean = true;

  /**
   * @param load runs the test file with the words it may use
   * @param now a clock in ms that the learner's code cannot set
   */
  constructor(
    private readonly order: CheckOrder,
    private readonly failures: Failures,
    private readonly output: OutputCapture,
    private readonly send: (message: ChildMessage) => void,
    private readonly load: (file: string, scope: ModuleScope) => void,
    private readonly now: () => number,
  ) {}

  /** The full title of the test that runs, if one does. */
  get runningTest(): string | undefined {
    return this.test?.title;
  }

  /** Runs the check to its end. Never throws; tells whether it passed. */
  async run(): Promise<boolean> {
    const check = this.order.id;
    const startedAt = this.now();
    this.send({ type: "checkStarted", check });
    const suite = this.collect();
    if (suite !== undefined) {
      await this.runSuite(suite);
    }
    this.output.turn();
    this.send({ type: "checkEnded", check, durationMs: this.now() - startedAt });
    return this.clean;
  }

  /** Loads the test file. `undefined` when its tests cannot be run; why has been said then. */
  private collect(): Suite | undefined {
    const file = this.order.tests;
    const suite = new Suite("", new Context(), true);
    suite.timeout(0);
    bddInterface(suite);
    const scope: Record<string, unknown> = {};
    suite.emit("pre-require", scope, this.order.tests, { options: { forbidOnly: true } });
    this.send({ type: "doing", doing: { what: "load", file: this.order.tests } });
    try {
      this.load(this.order.tests, Object.fromEntries(words.map((word) => [word, scope[word]])));
    } catch (error) {
      if (isForbiddenOnly(error)) {
        this.say({ code: "kata.only", message: `${file} runs only some of its tests (.only), so it cannot be relied on. This is a mistake in the kata, not in your answer.`, args: { file } }, "errored");
      } else {
        const { finding, outcome } = this.failures.explain(error, "load");
        this.say(finding, outcome);
      }
      return undefined;
    }
    const titles: string[] = [];
    suite.eachTest((test) => titles.push(titleOf(test)));
    for (const title of titles) {
      if (this.tests.has(title)) {
        this.say({ code: "kata.sameTitle", message: `${file} has two tests with the title “${title}”. This is a mistake in the kata, not in your answer.`, args: { file, title } }, "errored");
        return undefined;
      }
      this.tests.add(title);
    }
    if (titles.length === 0) {
      this.say({ code: "kata.noTests", message: `${file} has no tests, so nothing was checked. This is a mistake in the kata, not in your answer.`, args: { file } }, "errored");
      return undefined;
    }
    this.send({ type: "testsFound", check: this.order.id, titles });
    return suite;
  }

  private async runSuite(suite: Suite): Promise<void> {
    const runner = new Runner(suite, {});
    // Mocha's filter takes out the folder it runs in, and with it the way from a stack trace back to the learner's file.
    runner.fullStackTrace = true;
    // Mocha looks into what was thrown, which may throw again.
    const fail = runner.fail.bind(runner);
    runner.fail = (runnable, error, force) => fail(runnable, asError(error), force);
    runner.on("test", (test) => this.begin(titleOf(test)));
    runner.on("pass", (test) => this.pass(titleOf(test)));
    runner.on("hook", (hook) => this.send({ type: "doing", doing: { what: "hook", title: hookTitle(hook) } }));
    runner.on("hook end", () => this.resume());
    runner.on("fail", (runnable, error) => this.fail(runnable, error));
    runner.on("pending", (test) => this.leftOut(titleOf(test)));
    runner.on("test end", (test) => this.end(titleOf(test)));
    await new Promise<void>((resolve) => {
      runner.run(resolve);
    });
    runner.dispose();
  }

  private begin(title: string): void {
    if (this.test?.title === title) {
      return; // A retry: the test has begun already and counts with its last try.
    }
    this.output.turn();
    // Whatever is not said to have passed has not.
    this.test = { title, outcome: "errored", startedAt: this.now() };
    this.send({ type: "testStarted", check: this.order.id, title });
  }

  private end(title: string): void {
    const test = this.test;
    if (test?.title !== title) {
      return;
    }
    this.output.flush();
    this.test = undefined;
    this.ended.add(title);
    this.output.turn();
    this.send({ type: "testEnded", check: this.order.id, title, outcome: test.outcome, durationMs: this.now() - test.startedAt });
  }

  private pass(title: string): void {
    if (this.test?.title === title) {
      this.test.outcome = "passed";
    }
  }

  private resume(): void {
    if (this.test !== undefined) {
      this.send({ type: "doing", doing: { what: "test", title: this.test.title } });
    }
  }

  private fail(runnable: MochaRunnable, error: unknown): void {
    const hook = runnable.type === "hook";
    const { finding, outcome } = this.failures.explain(error, hook ? "load" : "test");
    const title = hook ? this.test?.title : titleOf(runnable);
    this.say(title === undefined || !this.tests.has(title) ? finding : { ...finding, test: title }, outcome);
    if (this.test !== undefined) {
      this.test.outcome = outcome;
      if (hook) {
        this.end(this.test.title); // Mocha says no more of a test whose hook failed.
      }
    }
  }

  private leftOut(title: string): void {
    if (this.test?.title !== title) {
      this.begin(title);
    }
    if (this.test !== undefined) {
      this.test.outcome = "errored";
    }
    this.say(
      { code: "kata.leftOut", message: `The author left the test “${title}” out, so it says nothing. This is a mistake in the kata, not in your answer.`, args: { title }, test: title },
      "errored",
    );
  }

  private say(finding: Finding, outcome: FindingOutcome): void {
    this.clean = false;
    this.send({ type: "finding", check: this.order.id, outcome, finding });
  }
}

function titleOf(runnable: MochaRunnable): string {
  return runnable.titlePath().filter((part) => part !== "").join(" › ");
}

/** Mocha's own words, such as `"before each" hook`, without the test that it adds. */
function hookTitle(hook: MochaRunnable): string {
  return (hook.originalTitle ?? hook.title).replace(/^"(.*?)" hook/, "$1 hook");
}

function isForbiddenOnly(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MOCHA_FORBIDDEN_EXCLUSIVITY";
}
