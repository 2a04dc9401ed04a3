// @ts-check
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** @typedef {import("../../test/integration/index.ts").ReportLine} ReportLine */

/** @typedef {{ passed: number, failed: number, ended: boolean, running: string | undefined, failures: { title: string, stack: string }[] }} Totals */

/**
 * Follows the report that the tests in the editor write, and prints it the way mocha does.
 * @param {string} path the report; need not be there yet
 * @param {(line: string) => void} print
 * @returns {{ totals: Totals, stop: () => Promise<Totals> }} `stop` reads to the end first
 */
export function followReport(path, print) {
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, ended: false, running: undefined, failures: [] };
  let offset = 0;
  let rest = "";
  const read = async () => {
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size <= offset) return;
    for await (const chunk of createReadStream(path, { start: offset, end: size - 1, encoding: "utf8" })) rest += String(chunk);
    offset = size;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(/** @type {ReportLine} */ (JSON.parse(line)), totals, print);
  };
  let reading = Promise.resolve();
  const timer = setInterval(() => (reading = reading.then(read)), 200);
  return {
    totals,
    async stop() {
      clearInterval(timer);
      await reading;
      await read();
      return totals;
    },
  };
}

/**
 * @param {ReportLine} line
 * @param {Totals} totals
 * @param {(line: string) => void} print
 */
function take(line, totals, print) {
  switch (line.type) {
    case "suite":
      print(`${"  ".repeat(line.depth)}${line.title}`);
      break;
    case "begin":
      totals.running = line.title;
      break;
    case "pass":
      totals.passed++;
      print(`${"  ".repeat(line.depth)}✔ ${line.title}${line.ms > 500 ? ` (${String(line.ms)}ms)` : ""}`);
      break;
    case "fail":
      totals.failed++;
      totals.failures.push({ title: line.title, stack: line.stack });
      print(`${"  ".repeat(line.depth)}${String(totals.failed)}) ${line.title}`);
      break;
    case "end":
      totals.ended = true;
      totals.running = undefined;
      break;
  }
}
