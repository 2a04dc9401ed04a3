import type * as vscode from "vscode";
import type { RunSink } from "../../../src/editor/testing/testRunSurface";

/** Writes down what a run of the Test Explorer is told, one line each. */
export class FakeTestRun implements RunSink {
  readonly lines: string[] = [];

  enqueued(test: vscode.TestItem): void {
    this.lines.push(`enqueued ${test.id}`);
  }

  started(test: vscode.TestItem): void {
    this.lines.push(`started ${test.id}`);
  }

  passed(test: vscode.TestItem, ms?: number): void {
    this.lines.push(`passed ${test.id} ${String(ms)}`);
  }

  failed(test: vscode.TestItem, message: vscode.TestMessage | readonly vscode.TestMessage[], ms?: number): void {
    this.lines.push(`failed ${test.id} ${String(ms)}`, ...describe(message));
  }

  errored(test: vscode.TestItem, message: vscode.TestMessage | readonly vscode.TestMessage[]): void {
    this.lines.push(`errored ${test.id}`, ...describe(message));
  }

  skipped(test: vscode.TestItem): void {
    this.lines.push(`skipped ${test.id}`);
  }

  appendOutput(output: string, _location?: vscode.Location, test?: vscode.TestItem): void {
    this.lines.push(`output ${test?.id ?? "-"} ${JSON.stringify(output)}`);
  }

  end(): void {
    this.lines.push("end");
  }
}

function describe(messages: vscode.TestMessage | readonly vscode.TestMessage[]): readonly string[] {
  return [messages].flat().map((message) => {
    const { location, expectedOutput, actualOutput, contextValue } = message;
    const at = location === undefined ? "nowhere" : `${location.uri.fsPath}:${String("start" in location.range ? location.range.start.line : "0")}`;
    const text = typeof message.message === "string" ? message.message : message.message.value;
    const diff = expectedOutput === undefined ? "" : ` (${expectedOutput} / ${String(actualOutput)})`;
    return `  ${text.replaceAll("\n", "⏎")}${diff} at ${at} [${contextValue ?? ""}]`;
  });
}

/** The part of a collection of items that is used. */
class FakeItems {
  private readonly items = new Map<string, vscode.TestItem>();

  get size(): number {
    return this.items.size;
  }

  get(id: string): vscode.TestItem | undefined {
    return this.items.get(id);
  }

  add(item: vscode.TestItem): void {
    this.items.set(item.id, item);
  }

  delete(id: string): void {
    this.items.delete(id);
  }

  replace(items: readonly vscode.TestItem[]): void {
    this.items.clear();
    items.forEach((item) => this.add(item));
  }

  [Symbol.iterator](): IterableIterator<[string, vscode.TestItem]> {
    return this.items.entries();
  }
}

/** A controller that makes plain items. */
export function fakeController(): vscode.TestController {
  const made = (id: string, label: string, uri?: vscode.Uri): vscode.TestItem => ({ id, label, uri, children: new FakeItems(), tags: [] }) as unknown as vscode.TestItem;
  return { items: new FakeItems(), createTestItem: made } as unknown as vscode.TestController;
}
