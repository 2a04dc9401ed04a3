import * as fs from "node:fs";
import * as path from "node:path";
import * as vm from "node:vm";

// Starts the runner from code that V8 has compiled before, which takes half the time: `runnerStart.js <runner.js> <code file> <mode> …`.
// In the mode `rehearse` the code file is written: it holds what the rehearsal made V8 compile, and nothing of any kata.

interface RunnerModule {
  exports: { readonly done?: Promise<void> };
}

const [runner = "", codeFile = "", mode] = process.argv.slice(2);
process.argv.splice(1, 3, runner);

const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(runner, "utf8")}\n})`;
const compiled = mode === "rehearse" ? undefined : fs.readFileSync(codeFile);
const script = new vm.Script(source, { filename: runner, ...(compiled && { cachedData: compiled }) });
const module_: RunnerModule = { exports: {} };
const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: RunnerModule, filename: string, dirname: string) => void;
run(module_.exports, require, module_, runner, path.dirname(runner));

if (mode === "rehearse") {
  void module_.exports.done?.then(() => {
    const written = `${codeFile}.${String(process.pid)}`;
    fs.writeFileSync(written, script.createCachedData(), { mode: 0o600 });
    fs.renameSync(written, codeFile);
    process.exit(0);
  });
}
