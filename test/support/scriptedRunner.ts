import type { Attempt } from "../../src/core/checks/attempt";
import type { AttemptListener, AttemptRequest, AttemptRunner } from "../../src/core/checks/attemptRunner";
import type { CheckResult } from "../../src/core/checks/checkResult";
import { worstOutcome } from "../../src/core/checks/outcome";

/** What a scripted check says: nothing is a pass, otherwise one sentence as a finding, or a result's parts. */
export type Script = (check: string, text: string, seed: number) => Partial<CheckResult> | string | undefined;

/** An attempt runner whose results a test writes: `script` sees each check, the text handed in (all files joined), and the seed. */
export class ScriptedRunner implements AttemptRunner {
  readonly requests: AttemptRequest[] = [];
  running = 0;
  mostAtOnce = 0;

  constructor(private readonly script: Script) {}

  async run(request: AttemptRequest, _listener: AttemptListener, signal: AbortSignal): Promise<Attempt> {
    this.requests.push(request);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.running);
    await new Promise((resolve) => setImmediate(resolve));
    this.running--;
    signal.throwIfAborted();
    return this.attemptOf(request);
  }

  private attemptOf({ kata, solution, seed, only, hintsUsed, solutionShown, aiOff, editor }: AttemptRequest): Attempt {
    const text = [...solution.values()].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    const results: CheckResult[] = [];
    for (const { id, needs = [] } of kata.manifest.checks.filter((check) => only?.includes(check.id) ?? true)) {
      if (needs.some((need) => (results.find(({ check }) => check === need)?.outcome ?? "passed") !== "passed")) {
        results.push({ check: id, outcome: "blocked", durationMs: 0, findings: [] });
        continue;
      }
      const said = this.script(id, text, seed);
      const parts: Partial<CheckResult> = typeof said === "string" ? { outcome: "failed", findings: [{ code: "x", message: said, args: {} }] } : (said ?? {});
      results.push({ check: id, outcome: "passed", durationMs: 1, findings: [], ...parts });
    }
    const signature = results.filter(({ outcome }) => outcome === "failed").flatMap(({ check, findings }) => findings.map(({ message }) => `${check}|${message}`)).sort();
    return {
      id: `attempt-${this.requests.length}`, kata: { id: kata.id, uuid: kata.manifest.uuid, pack: kata.pack.name, version: kata.pack.version, digest: kata.digest },
      seed, startedAt: "2026-01-01T00:00:00.000Z", durationMs: 1, outcome: worstOutcome(results.map(({ outcome }) => outcome)), partial: false, results, signature,
      hintsUsed, solutionShown, aiOff, editor,
    };
  }
}
