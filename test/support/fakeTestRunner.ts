import type { CheckResult } from "../../src/core/checks/checkResult";
import type { Outcome } from "../../src/core/checks/outcome";
import type { TestRunListener, TestRunner, TestRunRequest } from "../../src/core/checks/testRunner";

/** A test runner that runs nothing: it remembers what it was asked and answers what a test tells it to. */
export class FakeTestRunner implements TestRunner {
  readonly requests: TestRunRequest[] = [];

  /** @param answer results by request; a check without one passes with one test */
  constructor(private readonly answer: (request: TestRunRequest) => readonly CheckResult[] | Promise<readonly CheckResult[]> = passAll) {}

  warm(): void {
    // There is no child to start.
  }

  async run(request: TestRunRequest, listener: TestRunListener, signal: AbortSignal): Promise<readonly CheckResult[]> {
    this.requests.push(request);
    signal.throwIfAborted();
    const results = await this.answer(request);
    signal.throwIfAborted();
    for (const result of results) {
      listener.checkStarted?.(result.check);
      for (const row of result.tests ?? []) {
        listener.testEnded?.(result.check, row);
      }
      listener.checkEnded?.(result);
    }
    return results;
  }

  async dispose(): Promise<void> {
    // There is no child to end.
  }
}

/** A passed result of one test. */
export function passedResult(check: string): CheckResult {
  return { check, outcome: "passed", durationMs: 1, findings: [], tests: [{ title: "works", outcome: "passed", durationMs: 1, output: "" }] };
}

/** A failed result of one test. */
export function failedResult(check: string, title = "works"): CheckResult {
  return {
    check, outcome: "failed", durationMs: 1, findings: [{ code: "test.failed", message: "It does not.", args: {}, test: title }],
    tests: [{ title, outcome: "failed", durationMs: 1, output: "" }],
  };
}

/**
 * Results in which each check has the outcome given for its id, `passed` when there is none. As the real runner does, it blocks a check when one before it in
 * the request, which it needs, did not pass.
 */
export function resultsOf({ checks }: TestRunRequest, outcomes: Readonly<Record<string, Outcome>>): readonly CheckResult[] {
  const results: CheckResult[] = [];
  for (const { id, needs = [] } of checks) {
    const here = checks.filter((other) => needs.includes(other.id));
    const met = here.every((other) => results.some((result) => result.check === other.id && result.outcome === "passed"));
    results.push({ ...passedResult(id), outcome: met ? outcomes[id] ?? "passed" : "blocked" });
  }
  return results;
}

function passAll(request: TestRunRequest): readonly CheckResult[] {
  return resultsOf(request, {});
}
