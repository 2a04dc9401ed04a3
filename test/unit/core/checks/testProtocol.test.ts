import assert from "node:assert/strict";
import fc from "fast-check";
import { frame, parseChildMessage } from "../../../../src/core/checks/testProtocol";
import type { ChildMessage } from "../../../../src/core/checks/testProtocol";

const whole: readonly ChildMessage[] = [
  { type: "started", protections: { node: "v20.1.0", permissionModel: true, network: false, sqliteOff: true, cpuLimitSeconds: 60 } },
  { type: "checkStarted", check: "a" },
  { type: "doing", doing: { what: "load", file: "a.ts" } },
  { type: "doing", doing: { what: "hook", title: "before all hook" } },
  { type: "testsFound", check: "a", titles: ["x", "y"] },
  { type: "testStarted", check: "a", title: "x" },
  { type: "output", check: "a", text: "t" },
  { type: "output", check: "a", test: "x", text: "t" },
  {
    type: "finding",
    check: "a",
    outcome: "failed",
    finding: {
      code: "c",
      message: "m",
      args: { a: 1, b: "2" },
      why: "w",
      expected: "e",
      actual: "f",
      file: "a.ts",
      range: { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } },
      pointer: "/a",
      test: "x",
      doc: "https://example.org/",
    },
  },
  { type: "testEnded", check: "a", title: "x", outcome: "passed", durationMs: 1.5 },
  { type: "checkEnded", check: "a", durationMs: 0 },
  { type: "exiting", exitCode: 3, file: "a.ts", range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  { type: "end" },
];

describe("parseChildMessage", () => {
  it("reads every message as it was sent", () => {
    for (const message of whole) {
      assert.deepEqual(parseChildMessage(JSON.stringify(message)), message);
    }
  });

  it("reads no message of which a part is missing or of another kind", () => {
    const optional = new Set(["test", "file", "range", "finding.why"]);
    for (const message of whole) {
      for (const key of Object.keys(message).filter((name) => !optional.has(name))) {
        for (const wrong of [undefined, null, true, {}, [1]]) {
          assert.equal(parseChildMessage(JSON.stringify({ ...message, [key]: wrong })), undefined, `${message.type}.${key} = ${JSON.stringify(wrong)}`);
        }
      }
    }
  });

  it("drops what it cannot use of a finding, and keeps the finding", () => {
    const base = { code: "c", message: "m", args: {} };
    const read = (finding: object): unknown => {
      const message = parseChildMessage(JSON.stringify({ type: "finding", check: "a", outcome: "errored", finding }));
      return message?.type === "finding" ? message.finding : undefined;
    };
    assert.deepEqual(read({ ...base, doc: "http://plain.example/", range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } }, other: 1 }), base);
    assert.deepEqual(read({ ...base, doc: "javascript:alert(1)", expected: 5 }), base);
    assert.equal(read({ ...base, args: { a: [] } }), undefined);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseChildMessage(text)));
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.jsonValue(), fc.nat(20), (message, value, index) => {
        const keys = Object.keys(message);
        const key = keys[index % keys.length] ?? "type";
        parseChildMessage(JSON.stringify({ ...message, [key]: value }));
      }),
    );
  });
});

describe("frame", () => {
  it("puts a message on a line of its own whatever stands before it", () => {
    assert.deepEqual(`garbage${frame("n", "{}")}`.split("\n"), ["garbage", "n{}", ""]);
  });
});
