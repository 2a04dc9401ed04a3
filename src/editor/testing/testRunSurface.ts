import * as vscode from "vscode";
import type { CheckResult, TestRow } from "../../core/checks/checkResult";
import type { Finding } from "../../core/checks/finding";
import type { Outcome } from "../../core/checks/outcome";
import { kataFailure } from "../../ids";
import type { RunListener } from "../checking/checkRun";
import { findingMessage } from "../messages";
import { uriOf } from "../paths";
import { placeOf, toRange } from "../problems";
import type { StartedKata } from "../startedKata";
import { outcomeWord } from "../words";
import type { TestItems } from "./testItems";

/** The part of a `TestRun` that is used. */
export type RunSink = Pick<vscode.TestRun, "enqueued" | "started" | "passed" | "failed" | "errored" | "skipped" | "appendOutput" | "end">;

/**
 * Shows one attempt in a run of the Test Explorer. Everything goes through the run in the order in which it was heard, so that output
 * stands with the test that printed it.
 * @param only the checks that were asked for; all when left out
 */
export function showInTestRun(run: RunSink, items: TestItems, started: StartedKata, only: readonly string[] | undefined): RunListener {
  const asked = started.kata.manifest.checks.filter(({ id }) => only === undefined || only.includes(id));
  for (const { id } of asked) {
    const item = items.ofCheck(started, id);
    if (item !== undefined) {
      run.enqueued(item);
    }
  }
  const end = (): void => run.end();
  return {
    checkStarted: (check) => {
      const item = items.ofCheck(started, check);
      if (item !== undefined) {
        run.started(item);
      }
    },
    testsFound: (check, titles) => {
      items.found(started, check, titles);
      for (const title of titles) {
        const item = items.ofTest(started, check, title);
        if (item !== undefined) {
          run.enqueued(item);
        }
      }
    },
    testStarted: (check, title) => {
      const item = items.ofTest(started, check, title);
      if (item !== undefined) {
        run.started(item);
      }
    },
    output: (check, test, text) => {
      const item = test === undefined ? items.ofCheck(started, check) : items.ofTest(started, check, test);
      run.appendOutput(terminalText(text), undefined, item);
    },
    testEnded: (check, row) => showTest(run, items.ofTest(started, check, row.title), row, []),
    checkEnded: (result) => showCheck(run, items, started, result),
    attemptEnded: end,
    cancelled: end,
    broken: (message) => {
      for (const { id } of asked) {
        const item = items.ofCheck(started, id);
        if (item !== undefined) {
          run.errored(item, new vscode.TestMessage(message));
        }
      }
      end();
    },
  };
}

function showCheck(run: RunSink, items: TestItems, started: StartedKata, result: CheckResult): void {
  const item = items.ofCheck(started, result.check);
  if (item === undefined) {
    return;
  }
  const titles = new Set((result.tests ?? []).map(({ title }) => title));
  for (const row of result.tests ?? []) {
    const findings = result.findings.filter(({ test }) => test === row.title);
    // What was told when it ended is told again with what was found, which is known only now.
    if (row.outcome !== "passed") {
      showTest(run, items.ofTest(started, result.check, row.title), row, findings.map((finding) => messageOf(finding, started)));
    }
  }
  const own = result.findings.filter(({ test }) => test === undefined || !titles.has(test));
  const messages = own.map((finding) => messageOf(finding, started));
  // A check with tests that has nothing to say of its own takes its state from them.
  if (titles.size === 0 || messages.length > 0 || result.outcome === "passed") {
    showOutcome(run, item, result.outcome, result.durationMs, messages);
  }
}

function showTest(run: RunSink, item: vscode.TestItem | undefined, row: TestRow, messages: readonly vscode.TestMessage[]): void {
  if (item !== undefined) {
    showOutcome(run, item, row.outcome, row.durationMs, messages);
  }
}

function showOutcome(run: RunSink, item: vscode.TestItem, outcome: Outcome, ms: number, messages: readonly vscode.TestMessage[]): void {
  switch (outcome) {
    case "passed":
      run.passed(item, ms);
      break;
    case "failed":
      run.failed(item, messages, ms);
      break;
    case "timedOut":
      run.failed(item, messages.length > 0 ? messages : [new vscode.TestMessage(outcomeWord(outcome))], ms);
      break;
    case "errored":
      run.errored(item, messages, ms);
      break;
    case "blocked":
      run.skipped(item);
      break;
  }
}

function messageOf(finding: Finding, started: StartedKata): vscode.TestMessage {
  const { why, expected, actual, range } = finding;
  const sentence = findingMessage(finding);
  const text = why === undefined ? sentence : `${sentence}\n\n${why}`;
  const message = expected === undefined || actual === undefined ? new vscode.TestMessage(text) : vscode.TestMessage.diff(text, expected, actual);
  // Without a place of its own it is shown with its test, not at a line that has nothing to do with it.
  if (range !== undefined) {
    message.location = new vscode.Location(uriOf(placeOf(finding, started)), toRange(range));
  }
  message.contextValue = kataFailure;
  return message;
}

/** Output goes to a terminal, which wants both a carriage return and a line feed. */
function terminalText(text: string): string {
  return text.replace(/\r\n|\r|\n/g, "\r\n");
}
