import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Protections } from "../../../src/core/checks/testRunner";
import { builtRunner } from "../../support/runner/builtRunner";
import { processesNaming, RunnerBench, until } from "../../support/runner/runnerBench";

const passing = { "a.test.ts": 'describe("group", () => { it("first", () => {}); it("second", () => {}); });' };

/** Ticks of processor time that a process of Linux has used. */
function cpuTicks(pid: string): number {
  const [, , user, system] = /^\d+ \(.*\) \S(?: \S+){10}()( \d+)( \d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  assert.ok(user !== undefined && system !== undefined);
  return Number(user) + Number(system);
}

describe("ChildTestRunner", function () {
  this.timeout(60_000);
  let bench: RunnerBench;

  beforeEach(async () => {
    bench = await RunnerBench.open();
  });

  afterEach(async () => {
    await bench.close();
  });

  it("reports each test as it starts and ends, and passes when all pass", async () => {
    const [result] = await bench.run({ checks: passing });
    assert.equal(result?.outcome, "passed");
    assert.deepEqual(
      result.tests?.map(({ title, outcome }) => [title, outcome]),
      [
        ["group › first", "passed"],
        ["group › second", "passed"],
      ],
    );
    assert.deepEqual(result.findings, []);
    assert.deepEqual(bench.told, [
      "started",
      "checkStarted a",
      "testsFound a: group › first | group › second",
      "testStarted a: group › first",
      "testEnded a: group › first: passed",
      "testStarted a: group › second",
      "testEnded a: group › second: passed",
      "checkEnded a: passed",
    ]);
  });

  it("shows what is printed beside its test, by whatever way it is printed", async () => {
    const result = await bench.check({
      checks: {
        "a.test.js": `
console.log("loading");
it("prints", (done) => {
  console.log("log %d", 1);
  console.error("error");
  console.table([{ a: 1 }]);
  process.stdout.write("out\\n");
  process.stderr.write(Buffer.from("err\\n"));
  require("fs").writeSync(1, "descriptor\\n");
  const { Readable } = require("stream");
  process.stdout.write("called back\\n", () => { Readable.from(["piped\\n"]).on("end", () => setImmediate(done)).pipe(process.stdout, { end: false }); });
});
it("prints nothing", () => {});`,
      },
    });
    assert.equal(result.outcome, "passed", JSON.stringify(result.findings));
    assert.equal(result.output, "loading\n");
    assert.equal(
      result.tests?.[0]?.output.replace(/[┌│├└].*\n/g, ""),
      "log 1\nerror\nout\nerr\ndescriptor\ncalled back\npiped\n",
    );
    assert.equal(result.tests[1]?.output, "");
  });

  it("gives no results when no checks are asked for", async () => {
    assert.deepEqual(await bench.run({ checks: {} }), []);
  });

  it("runs each check in modules of its own, in the order asked for", async () => {
    const results = await bench.run({
      solution: { "count.js": "let n = 0; exports.next = () => ++n;" },
      checks: {
        "b.test.js": 'const { next } = require("../count"); it("starts at one", () => { if (next() !== 1) throw new Error("shared"); });',
        "a.test.js": 'const { next } = require("../count"); it("starts at one too", () => { if (next() !== 1) throw new Error("shared"); });',
      },
    });
    assert.deepEqual(
      results.map(({ check, outcome }) => [check, outcome]),
      [
        ["b", "passed"],
        ["a", "passed"],
      ],
    );
  });

  it("blocks a check whose needed check of the same run did not pass, and no other", async () => {
    const results = await bench.run({
      checks: { "a.test.js": 'it("fails", () => { throw new Error("no"); });', "b.test.js": 'it("runs", () => {});', "c.test.js": 'it("runs", () => {});' },
      declared: [
        { id: "a", title: "First things", tests: "checks/a.test.js" },
        { id: "b", title: "B", tests: "checks/b.test.js", needs: ["a"] },
        { id: "c", title: "C", tests: "checks/c.test.js", needs: ["shape"] },
      ],
    });
    assert.deepEqual(
      results.map(({ check, outcome }) => [check, outcome]),
      [
        ["a", "failed"],
        ["b", "blocked"],
        ["c", "passed"],
      ],
    );
    assert.equal(results[1]?.findings[0]?.message, 'Not checked yet: "First things" has to pass first.');
  });

  const numbering = { "a.test.js": 'it("says its number", () => { console.log(process.pid); });' };

  async function numberOf(deadlineMs?: number): Promise<string> {
    const result = await bench.check({ checks: numbering, ...(deadlineMs !== undefined && { deadlineMs }) });
    return result.tests?.[0]?.output.trim() ?? "";
  }

  if (process.platform === "linux") {
    const waiting = (): readonly string[] => processesNaming(`${bench.base}/health-it-katas-`);

    it("uses the child that waits, none twice, and has another one wait afterwards", async () => {
      const used: string[] = [];
      bench.runner.warm();
      bench.runner.warm();
      for (let run = 0; run < 3; run++) {
        await until(() => waiting().length === 1, "one child waits");
        const [pid = ""] = waiting();
        assert.equal(await numberOf(5000), pid);
        used.push(pid);
        await bench.runner.settled();
      }
      assert.equal(new Set(used).size, 3);
    });

    it("lets a child wait without using the processor", async () => {
      bench.runner.warm();
      await until(() => waiting().length === 1, "one child waits");
      const [pid = ""] = waiting();
      // The second number of /proc/<pid>/syscall is the descriptor that it reads from.
      await until(() => readFileSync(`/proc/${pid}/syscall`, "utf8").split(" ")[1] === "0x4", "it has got ready and reads its order");
      await delay(500);
      const used = cpuTicks(pid);
      await delay(1000);
      assert.equal(cpuTicks(pid), used);
    });

    it("uses another when the child that waits has died", async () => {
      bench.runner.warm();
      await until(() => waiting().length === 1, "one child waits");
      const [pid = ""] = waiting();
      process.kill(Number(pid), "SIGKILL");
      await until(() => !waiting().includes(pid), "it is gone");
      assert.notEqual(await numberOf(), pid);
    });

    it("has a child wait that is fit for the deadlines it has seen", async () => {
      await numberOf(300_000);
      await bench.runner.settled();
      bench.runner.warm();
      await until(() => waiting().length === 1, "one child waits");
      const [pid = ""] = waiting();
      assert.equal(await numberOf(300_000), pid);
    });
  }

  it("uses no child twice", async () => {
    assert.notEqual(await numberOf(), await numberOf());
  });

  it("runs several at once", async () => {
    bench.runner.warm();
    const results = await Promise.all([1, 2, 3].map(async () => await bench.check({ checks: passing })));
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ["passed", "passed", "passed"],
    );
  });

  it("rejects with the reason of the signal, at once and in the middle", async () => {
    const before = new AbortController();
    before.abort(new Error("not at all"));
    await assert.rejects(bench.run({ checks: passing }, {}, before.signal), /not at all/);
    const during = new AbortController();
    const running = bench.run({ checks: { "a.test.js": 'it("loops", () => { for (;;); });' } }, { testStarted: () => during.abort(new Error("enough")) }, during.signal);
    await assert.rejects(running, /enough/);
  });

  it("says which Node it is and what protects it", async () => {
    const seen: Protections[] = [];
    await bench.run({ checks: passing }, { started: (protections) => seen.push(protections) });
    const node = process.env["RUNNER_TEST_NODE"] === undefined ? process.version : (seen[0]?.node ?? "");
    assert.deepEqual(seen, [
      {
        node,
        permissionModel: true,
        network: Number(/^v(\d+)/.exec(node)?.[1]) >= 25,
        sqliteOff: true,
        ...(process.platform !== "win32" && { cpuLimitSeconds: 81 }),
      },
    ]);
  });

  it("finds its program behind a link, as where an extension is installed by one", async () => {
    const folder = mkdtempSync(join(tmpdir(), "behind-a-link-"));
    try {
      symlinkSync(dirname(await builtRunner()), join(folder, "dist"), "junction");
      const linked = RunnerBench.openAt(join(folder, "dist", "runner.js"));
      for (const start of ["cold", "warm"]) {
        assert.equal((await linked.check({ checks: passing })).outcome, "passed", `from a ${start} start`);
        linked.runner.warm();
      }
      await linked.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  describe("when no child can be started", () => {
    async function failing(options: Parameters<typeof RunnerBench.open>[0], node?: string): Promise<readonly (string | undefined)[]> {
      const broken = await RunnerBench.open(options, node);
      broken.runner.warm();
      const results = await broken.run({ checks: { ...passing, "b.test.ts": 'it("runs", () => {});' } });
      await broken.close();
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ["errored", "errored"],
      );
      return [...new Set(results.map(({ findings }) => findings[0]?.message))];
    }

    it("says that the Node that was chosen is none", async () => {
      const [message] = await failing({}, "/nowhere/node");
      assert.equal(message, "/nowhere/node could not be run as Node.js. Choose a Node 20 or later in the settings.");
    });

    it("says that it took too long", async () => {
      const [message] = await failing({ startPatienceMs: 0 });
      assert.equal(message, "The program that runs the tests did not start in time. Check again; if it happens again, look at the log.");
    });

    it("says what Node had to say", async () => {
      const [message] = await failing({ heapMegabytes: Number.NaN });
      assert.match(message ?? "", /^The program that runs the tests could not be started: .+\. Run the command "Doctor" to see what is missing\.$/);
    });

    it("says that a file of the kata has a name that cannot be copied", async () => {
      const result = await bench.check({ checks: { ...passing, "a:b.txt": "" } });
      assert.equal(result.findings[0]?.message, "A file of the kata has a name that cannot be used on every system: checks/a:b.txt. Rename it.");
      assert.equal(result.outcome, "errored");
    });
  });

  it("cannot be used any more once it is closed", async () => {
    await bench.runner.dispose();
    const result = await bench.check({ checks: passing });
    assert.equal(result.outcome, "errored");
    assert.equal(result.findings[0]?.message, "Tests cannot be run any more, because the program that runs them was closed.");
  });
});
