import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CompiledRunner } from "../../../src/env/compiledRunner";
import { NodeFinder } from "../../../src/env/nodeExecutable";
import type { NodeExecutable } from "../../../src/env/nodeExecutable";
import { builtRunner } from "../../support/runner/builtRunner";
import { RunnerBench } from "../../support/runner/runnerBench";
import { SilentLogger } from "../../support/silentLogger";

const flags = ["--max-old-space-size=256"];
const scene = { checks: { "a.test.ts": 'it("passes", (): void => {}); it("fails", () => { throw new Error("no"); });' } };

describe("CompiledRunner", function () {
  this.timeout(60_000);
  let folder: string;
  let node: NodeExecutable;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "compiled-"));
    node = await new NodeFinder(() => undefined).find();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("makes code that V8 takes, once, where only its owner can write", async () => {
    const runner = await builtRunner();
    const kept = join(folder, "kept");
    const program = new CompiledRunner(runner, kept, new SilentLogger());
    assert.deepEqual(program.entry(node, flags).args, [runner]);
    await Promise.all([program.prepare(node, flags), program.prepare(node, flags)]);
    const [code = ""] = readdirSync(kept).map((name) => join(kept, name));
    assert.deepEqual(program.entry(node, flags).args.slice(1), [runner, code]);
    if (process.platform !== "win32") {
      assert.equal(statSync(kept).mode & 0o777, 0o700);
      assert.equal(statSync(code).mode & 0o777, 0o600);
    }
    const made = statSync(code).mtimeMs;
    await program.prepare(node, flags);
    assert.equal(statSync(code).mtimeMs, made);

    const asks = `const vm = require("vm"), fs = require("fs"); const source = "(function (exports, require, module, __filename, __dirname) {" + fs.readFileSync(${JSON.stringify(runner)}, "utf8") + "\\n})"; console.log(new vm.Script(source, { cachedData: fs.readFileSync(${JSON.stringify(code)}) }).cachedDataRejected)`;
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, "-e", asks]);
    assert.equal(stdout.trim(), "false");
  });

  it("lets runs end as they do without", async () => {
    const results = [];
    for (const codeFolder of [undefined, join(folder, "kept")]) {
      const bench = await RunnerBench.open({ codeFolder });
      for (let run = 0; run < 3; run++) {
        const { tests, findings, outcome } = await bench.check(scene);
        results.push({ outcome, findings, tests: tests?.map(({ title, outcome: of }) => [title, of]) });
        await bench.runner.settled();
      }
      await bench.close();
    }
    assert.equal(readdirSync(join(folder, "kept")).length, 1);
    for (const result of results) {
      assert.deepEqual(result, results[0]);
    }
  });

  it("does not mind code that is broken", async () => {
    const runner = await builtRunner();
    const kept = join(folder, "kept");
    await new CompiledRunner(runner, kept, new SilentLogger()).prepare(node, flags);
    const [code = ""] = readdirSync(kept).map((name) => join(kept, name));
    for (const content of [Buffer.alloc(0), Buffer.from("nonsense"), readFileSync(code).subarray(0, 1000)]) {
      writeFileSync(code, content);
      const bench = await RunnerBench.open({ codeFolder: kept });
      assert.equal((await bench.check(scene)).outcome, "failed");
      await bench.close();
    }
  });

  it("works without where none can be kept", async () => {
    const logger = new SilentLogger();
    const blocked = join(folder, "file");
    writeFileSync(blocked, "");
    const runner = await builtRunner();
    const program = new CompiledRunner(runner, join(blocked, "kept"), logger);
    await program.prepare(node, flags);
    assert.match(logger.lines.join(), /could not be kept/);
    assert.deepEqual(program.entry(node, flags).args, [runner]);
    assert.deepEqual(new CompiledRunner(runner, undefined, logger).entry(node, flags).args, [runner]);
  });

  it("removes what was not used for a month, and nothing of others", async () => {
    const kept = join(folder, "kept");
    mkdirSync(kept);
    const long = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    for (const name of ["runner-old.code", "other.code"]) {
      writeFileSync(join(kept, name), "");
      (await import("node:fs")).utimesSync(join(kept, name), long, long);
    }
    writeFileSync(join(kept, "runner-recent.code"), "");
    await new CompiledRunner(await builtRunner(), kept, new SilentLogger()).prepare(node, flags);
    assert.equal(existsSync(join(kept, "runner-old.code")), false);
    assert.ok(existsSync(join(kept, "other.code")) && existsSync(join(kept, "runner-recent.code")));
  });
});
