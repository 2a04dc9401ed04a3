import "../../../support/editor/vscodeStub";
import assert from "node:assert/strict";
import { issueText } from "../../../../src/editor/reports/issueReport";
import { testAttempt } from "../../../support/editor/kataExamples";

describe("the text of an issue", () => {
  const versions = { extension: "0.1.0", editor: "vscode 1.100.0", lines: () => [["Health IT Katas", "0.1.0"]] as const };

  it("says versions and what the last check came to, and nothing of the person's", () => {
    const secret = { message: "Mrs Secret is at /home/secret", expected: "secret", actual: "secret", file: "secret.json", why: "secret", args: { value: "secret" } };
    const attempt = testAttempt({
      seed: 7,
      known: { id: "values-not-paths", explanation: "secret" },
      results: [
        { check: "shape", outcome: "failed", durationMs: 3.4, findings: [{ code: "schema.required", ...secret }, { code: "schema.required", ...secret }], output: "secret" },
        { check: "decode", outcome: "blocked", durationMs: 0, findings: [] },
      ],
    });
    const text = issueText(versions, attempt, { node: "v20.20.2", permissionModel: true, network: false, sqliteOff: true });
    assert.doesNotMatch(text, /secret/i);
    assert.deepEqual(text.split("\n").filter((line) => line.startsWith("- ")), [
      "- Health IT Katas: 0.1.0",
      "- node: v20.20.2",
      "- permissionModel: true",
      "- network: false",
      "- sqliteOff: true",
      "- kata: @health-it-katas/hl7v2/v2-escapes 1.0.0 (dddddddddddd)",
      "- outcome: failed, 38 ms, seed 7",
      "- known wrong answer: values-not-paths",
      "- check shape: failed, 3 ms (schema.required)",
      "- check decode: blocked, 0 ms",
    ]);
  });
});
