import type { CheckResult } from "../../core/checks/checkResult";
import type { TestRunListener, TestRunner, TestRunRequest } from "../../core/checks/testRunner";

/** Code of the finding that says why a check does not run yet. */
export const untrustedCode = "editor.untrusted";

/** What is said of a test check in a workspace that is not trusted. */
export const untrustedMessage =
  "This check runs code, and that waits until you trust this folder. Run the command \"Workspaces: Manage Workspace Trust\", then check again.";

/** Runs test checks only where the person trusts the workspace; elsewhere they are blocked, with a sentence. Packs are trusted as the extensions that bring them. */
export class TrustingTestRunner implements TestRunner {
  constructor(
    private readonly inner: () => TestRunner,
    private readonly isTrusted: () => boolean,
  ) {}

  warm(): void {
    if (this.isTrusted()) {
      this.inner().warm();
    }
  }

  run(request: TestRunRequest, listener: TestRunListener, signal: AbortSignal): Promise<readonly CheckResult[]> {
    if (this.isTrusted()) {
      return this.inner().run(request, listener, signal);
    }
    const finding = { code: untrustedCode, message: untrustedMessage, args: {} };
    return Promise.resolve(request.checks.map(({ id }) => ({ check: id, outcome: "blocked", durationMs: 0, findings: [finding], tests: [] })));
  }

  dispose(): Promise<void> {
    return this.inner().dispose();
  }
}
