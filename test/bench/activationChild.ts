// A process of its own: loads the extension's bundle with a stand-in for `vscode`, activates it, and prints what that took. Argument: the repository.
import fs from "node:fs";
import { createRequire } from "node:module";
import Module from "node:module";
import { join } from "node:path";
import { contextStub, vscodeStub } from "./vscodeStub";

const root = process.argv[2] ?? "";
const packageJson: unknown = JSON.parse(fs.readFileSync(join(root, "package.json"), "utf8"));
const stub = vscodeStub();

type Load = (request: string, ...rest: readonly unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = function (this: unknown, request, ...rest) {
  return request === "vscode" ? stub : load.call(this, request, ...rest);
};

/** Every call of these counts as reading from the disk, wherever it comes from; also `require` of a further bundle ends here. */
const readers = ["readFile", "readFileSync", "open", "openSync", "readdir", "readdirSync", "opendir", "createReadStream"];
const read: string[] = [];

function watch(where: Record<string, unknown>): void {
  for (const name of readers) {
    const original = where[name];
    if (typeof original === "function") {
      where[name] = function (this: unknown, ...args: readonly unknown[]): unknown {
        read.push(String(args[0]));
        return Reflect.apply(original, this, args) as unknown;
      };
    }
  }
}

async function main(): Promise<void> {
  const require = createRequire(join(root, "dist", "extension.js"));
  const beforeLoad = performance.now();
  const extension = require("./extension.js") as { activate(context: unknown): unknown };
  const loadMs = performance.now() - beforeLoad;
  watch(fs);
  watch(fs.promises);
  const context = contextStub(root, packageJson);
  const beforeActivate = performance.now();
  const result = extension.activate(context);
  const activateMs = performance.now() - beforeActivate;
  const readByReturn = [...read];
  await result;
  const settledMs = performance.now() - beforeActivate;
  fs.writeSync(1, JSON.stringify({ loadMs, activateMs, settledMs, read: readByReturn }));
  // Timers and watchers of an extension do not end by themselves.
  process.exit(0);
}

void main();
