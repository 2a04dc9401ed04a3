import type { CheckResult, TestRow } from "./checkResult";
import type { Finding } from "./finding";
import { worstOutcome } from "./outcome";
import type { Outcome } from "./outcome";
import { blockedFinding, interruptionFinding, notReachedFinding } from "./runnerFindings";
import type { Interruption } from "./runnerFindings";
import type { ChildMessage, Doing } from "./testProtocol";
import type { TestRunListener } from "./testRunner";
import type { TestCheckDeclaration } from "../packs/kataManifest";

/** The record's view of one test. */
interface RowInWork {
  readonly title: string;
  outcome: Outcome | undefined;
  startedAt: number | undefined;
  durationMs: number;
  output: string;
}

/** The record's view of one check. */
interface CheckInWork {
  readonly declaration: TestCheckDeclaration;
  readonly rows: Map<string, RowInWork>;
  readonly findings: Finding[];
  readonly outcomes: Outcome[];
  output: string;
  startedAt: number | undefined;
  result: CheckResult | undefined;
}

/**
 * Puts the messages of a child together to results, and passes them on as they come. It holds what is known at any moment, so that a
 * run that is cut short keeps what it had: tests that ended stay as they ended, the one that ran is told of, the rest is blocked.
 */
export class TestRunRecord {
  private readonly checks: ReadonlyMap<string, CheckInWork>;
  private current: CheckInWork | undefined;
  private doing: Doing | undefined;
  private exiting: Extract<ChildMessage, { type: "exiting" }> | undefined;
  private over = false;

  /**
   * @param declarations the checks asked for, in order
   * @param files names of the learner's files; findings on any other file lose their place
   * @param now a clock in ms
   */
  constructor(
    declarations: readonly TestCheckDeclaration[],
    private readonly files: ReadonlySet<string>,
    private readonly listener: TestRunListener,
    private readonly now: () => number,
  ) {
    this.checks = new Map(
      declarations.map((declaration) => [
        declaration.id,
        { declaration, rows: new Map(), findings: [], outcomes: [], output: "", startedAt: undefined, result: undefined },
      ]),
    );
  }

  /** Whether the child said that it is done. */
  get ended(): boolean {
    return this.over;
  }

  /** What the child was about when it last spoke. */
  get inWork(): Doing | undefined {
    return this.doing;
  }

  /** Where `process.exit` was called, if it was. */
  get exitAsked(): { readonly file?: string; readonly range?: Finding["range"] & object } | undefined {
    return this.exiting && { ...this.place(this.exiting.file), ...(this.exiting.range && { range: this.exiting.range }) };
  }

  /** Takes a message in. What cannot be, such as the end of a test that never started, is left out. */
  receive(message: ChildMessage): void {
    if (this.over) {
      return;
    }
    switch (message.type) {
      case "started":
        this.listener.started?.(message.protections);
        return;
      case "checkStarted":
        this.startCheck(message.check);
        return;
      case "doing":
        this.doing = message.doing;
        return;
      case "exiting":
        this.exiting = message;
        return;
      case "end":
        this.end();
        return;
      default: {
        const check = this.current;
        if (check?.declaration.id === message.check) {
          this.receiveOfCheck(check, message);
        }
      }
    }
  }

  /** Ends the run before its time. */
  interrupt(interruption: Interruption): void {
    if (this.over) {
      return;
    }
    const share: Outcome = interruption.kind === "deadline" ? "timedOut" : interruption.kind === "memory" ? "failed" : "errored";
    const running = this.current;
    const finding = interruptionFinding(interruption, this.doing);
    const nothingStarted = [...this.checks.values()].every((check) => check.startedAt === undefined);
    if (running !== undefined) {
      this.cut(running, share, finding);
    }
    for (const check of this.checks.values()) {
      if (check.result === undefined) {
        check.findings.push(nothingStarted ? finding : notReachedFinding());
        check.outcomes.push(nothingStarted ? share : "blocked");
        this.closeCheck(check, 0);
      }
    }
    this.over = true;
  }

  /** The results, in the order of the declarations; whole once the run ended or was interrupted. */
  results(): readonly CheckResult[] {
    return [...this.checks.values()].flatMap((check) => (check.result === undefined ? [] : [check.result]));
  }

  private startCheck(id: string): void {
    const check = this.checks.get(id);
    if (check === undefined || check.startedAt !== undefined || this.current !== undefined) {
      return;
    }
    this.current = check;
    this.doing = undefined;
    check.startedAt = this.now();
    this.listener.checkStarted?.(id);
  }

  private receiveOfCheck(check: CheckInWork, message: Extract<ChildMessage, { readonly check: string }>): void {
    const id = check.declaration.id;
    switch (message.type) {
      case "checkStarted":
        return;
      case "testsFound":
        if (check.rows.size === 0) {
          for (const title of message.titles) {
            check.rows.set(title, { title, outcome: undefined, startedAt: undefined, durationMs: 0, output: "" });
          }
          this.listener.testsFound?.(id, message.titles);
        }
        return;
      case "testStarted": {
        const row = check.rows.get(message.title);
        if (row !== undefined && row.startedAt === undefined) {
          row.startedAt = this.now();
          this.doing = { what: "test", title: row.title };
          this.listener.testStarted?.(id, row.title);
        }
        return;
      }
      case "output": {
        const row = message.test === undefined ? undefined : check.rows.get(message.test);
        if (row === undefined) {
          check.output += message.text;
        } else {
          row.output += message.text;
        }
        this.listener.output?.(id, row?.title, message.text);
        return;
      }
      case "finding": {
        const { file, range, ...rest } = message.finding;
        const place = this.place(file);
        check.findings.push({ ...rest, ...place, ...(place.file !== undefined && range && { range }) });
        check.outcomes.push(message.outcome);
        return;
      }
      case "testEnded": {
        const row = check.rows.get(message.title);
        if (row !== undefined && row.startedAt !== undefined && row.outcome === undefined) {
          this.endRow(check, row, message.outcome, message.durationMs);
        }
        return;
      }
      case "checkEnded":
        this.endCheck(check, message.durationMs);
        return;
    }
  }

  /** A check that the child says is done: tests without an end were kept from running by a hook. */
  private endCheck(check: CheckInWork, durationMs: number): void {
    for (const row of check.rows.values()) {
      if (row.outcome === undefined) {
        this.endRow(check, row, "blocked", 0);
      }
    }
    if (check.rows.size === 0 && check.findings.length === 0) {
      check.outcomes.push("errored");
    }
    this.closeCheck(check, durationMs);
  }

  /** The end of a run: checks that the child left out need one that did not pass. */
  private end(): void {
    if (this.current !== undefined) {
      return; // No end can come in the middle of a check: what follows is told of as an early end.
    }
    for (const check of this.checks.values()) {
      if (check.result === undefined) {
        const needed = check.declaration.needs?.find((id) => {
          const result = this.checks.get(id)?.result;
          return result !== undefined && result.outcome !== "passed";
        });
        if (needed === undefined) {
          return;
        }
        check.findings.push(blockedFinding(this.checks.get(needed)?.declaration.title ?? needed));
        check.outcomes.push("blocked");
        this.closeCheck(check, 0);
      }
    }
    this.over = true;
  }

  private cut(check: CheckInWork, share: Outcome, finding: Finding): void {
    check.findings.push(finding);
    check.outcomes.push(share);
    for (const row of check.rows.values()) {
      if (row.outcome === undefined) {
        const ran = row.startedAt !== undefined;
        this.endRow(check, row, ran ? share : "blocked", ran ? this.since(row.startedAt) : 0);
      }
    }
    this.closeCheck(check, this.since(check.startedAt));
  }

  private endRow(check: CheckInWork, row: RowInWork, outcome: Outcome, durationMs: number): void {
    row.outcome = outcome;
    row.durationMs = durationMs;
    this.listener.testEnded?.(check.declaration.id, toRow(row, outcome));
  }

  private closeCheck(check: CheckInWork, durationMs: number): void {
    const tests = [...check.rows.values()].map((row) => toRow(row, row.outcome ?? "blocked"));
    const result: CheckResult = {
      check: check.declaration.id,
      outcome: worstOutcome([...check.outcomes, ...tests.map((row) => row.outcome)]),
      durationMs,
      findings: check.findings,
      tests,
      output: check.output,
    };
    check.result = result;
    if (this.current === check) {
      this.current = undefined;
      this.doing = undefined;
    }
    this.listener.checkEnded?.(result);
  }

  private place(file: string | undefined): { readonly file?: string } {
    return file !== undefined && this.files.has(file) ? { file } : {};
  }

  private since(moment: number | undefined): number {
    return moment === undefined ? 0 : Math.max(0, this.now() - moment);
  }
}

function toRow(row: RowInWork, outcome: Outcome): TestRow {
  return { title: row.title, outcome, durationMs: row.durationMs, output: row.output };
}
