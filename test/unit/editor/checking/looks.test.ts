import assert from "node:assert/strict";
import { Looks } from "../../../../src/editor/checking/looks";
import { startedKata, testAttempt } from "../../../support/editor/kataExamples";

const started = startedKata();
const { folder } = started;
const row = { title: "decode › one", outcome: "passed", durationMs: 1, output: "" } as const;

describe("what is known of a solution", () => {
  it("grows while a check runs and is the attempt when it ended", () => {
    const looks = new Looks();
    const heard: string[] = [];
    looks.onDidChange((of) => heard.push(`${of === folder ? "this" : of} ${looks.of(of).phase}`));
    const run = looks.begin({ started, cause: "save" });
    run.checkStarted?.("decode");
    run.testEnded?.("decode", row);
    assert.deepEqual(looks.of(folder).live.get("decode"), { tests: [row] });
    const attempt = testAttempt();
    run.attemptEnded?.(attempt);
    assert.deepEqual(looks.of(folder), { phase: "ended", attempt, live: new Map(), stale: false });
    assert.deepEqual(heard, ["this running", "this running", "this running", "this ended"]);
  });

  it("is what it was before when a check is cancelled", () => {
    const looks = new Looks();
    looks.begin({ started, cause: "save" }).cancelled?.();
    assert.equal(looks.of(folder).phase, "none");
    const attempt = testAttempt();
    looks.begin({ started, cause: "save" }).attemptEnded?.(attempt);
    looks.markStale(folder);
    looks.begin({ started, cause: "save" }).cancelled?.();
    assert.deepEqual(looks.of(folder), { phase: "ended", attempt, live: new Map(), stale: true });
  });

  it("says why a check could not be carried out, and keeps the attempt before it", () => {
    const looks = new Looks();
    const attempt = testAttempt();
    looks.begin({ started, cause: "save" }).attemptEnded?.(attempt);
    looks.begin({ started, cause: "command" }).broken?.("The file is too long.");
    assert.deepEqual(looks.of(folder), { phase: "broken", attempt, live: new Map(), problem: "The file is too long.", stale: false });
  });

  it("is of before once the text changed, and nothing once the files were replaced", () => {
    const looks = new Looks();
    looks.markStale(folder);
    assert.equal(looks.of(folder).stale, false);
    looks.begin({ started, cause: "save" }).attemptEnded?.(testAttempt());
    looks.markStale(folder);
    assert.equal(looks.of(folder).stale, true);
    looks.forget(folder);
    assert.equal(looks.of(folder).phase, "none");
  });

  it("keeps what the child process said of its protections", () => {
    const looks = new Looks();
    const protections = { node: "v20.20.2", permissionModel: true, network: false, sqliteOff: true };
    looks.begin({ started, cause: "save" }).started?.(protections);
    assert.equal(looks.protections, protections);
  });
});
