// A program that starts a child and is then killed by the test that started it: `parentProcess <folder> waiting|looping <runner.js>`.
import { NodeFinder } from "../../../src/env/nodeExecutable";
import { StagingFolders } from "../../../src/env/stagingFolders";
import { ChildTestRunner, defaultOptions } from "../../../src/env/childTestRunner";
import { SilentLogger } from "../silentLogger";
import { requestOf } from "./runnerBench";

const [folder = "", what = "", runnerPath = ""] = process.argv.slice(2);
const runner = new ChildTestRunner(runnerPath, new NodeFinder(() => undefined), new StagingFolders(folder), new SilentLogger(), { ...defaultOptions, codeFolder: undefined, cpuSeconds: 1 });

/** Keeps this program alive while its child waits. */
setInterval(() => undefined, 1000);

if (what === "waiting") {
  runner.warm();
} else {
  const scene = { checks: { "a.test.js": 'it("loops", () => { console.log("pid " + process.pid); for (;;); });' }, deadlineMs: 500 };
  void runner.run(requestOf(scene), { output: (_check, _test, text) => console.log(text) }, new AbortController().signal);
}
