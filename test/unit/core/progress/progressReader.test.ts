import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { withAttempt } from "../../../../src/core/progress/changes";
import { emptyProgress, kataProgressOf } from "../../../../src/core/progress/progressData";
import { progressText, readProgress, readProgressText } from "../../../../src/core/progress/progressReader";
import { progressRecords } from "../../../support/progressArbitraries";
import { attempt, kataUuid } from "../../../support/progressSamples";

describe("reading a progress record", () => {
  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => ["sound", "damaged", "newer"].includes(readProgressText(text).kind)));
  });

  it("never throws on a record that was cut or changed somewhere, and gives only sound parts", () => {
    fc.assert(
      fc.property(progressRecords, fc.nat(), fc.nat(), fc.string({ maxLength: 3 }), (data, from, length, put) => {
        const text = progressText(data);
        const at = from % text.length;
        const reading = readProgressText(text.slice(0, at) + put + text.slice(at + (length % 20)));
        if (reading.kind !== "newer") {
          assert.equal(readProgress(reading.data).kind, "sound");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on a value with any field replaced", () => {
    fc.assert(
      fc.property(progressRecords, fc.nat(), fc.jsonValue(), (data, at, put) => {
        const text = progressText(data);
        const values = [...text.matchAll(/:(?:"[^"]*"|[\d.]+|true|false)/g)];
        const chosen = values[at % Math.max(1, values.length)];
        fc.pre(chosen !== undefined);
        const changed = text.slice(0, chosen.index) + `:${JSON.stringify(put)}` + text.slice(chosen.index + chosen[0].length);
        const reading = readProgressText(changed);
        if (reading.kind !== "newer") {
          assert.equal(readProgress(reading.data).kind, "sound");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the sound attempts beside a damaged one and says which it is", () => {
    const { data } = withAttempt(withAttempt(emptyProgress, attempt({ id: "a1" }), "s1", "w").data, attempt({ id: "a2" }), "s2", "w");
    const reading = readProgressText(progressText(data).replace('"id":"a2"', '"id":7'));
    assert.equal(reading.kind, "damaged");
    assert.deepEqual(reading.kind === "damaged" ? kataProgressOf(reading.data, kataUuid).attempts.map(({ id }) => id) : [], ["a1"]);
    assert.match(reading.kind === "damaged" ? reading.reason : "", /entry 2 of `attempts`/);
  });

  it("tells a newer format from damage", () => {
    assert.deepEqual(readProgressText('{"format":2,"kata":"anything"}'), { kind: "newer", format: 2 });
    assert.equal(readProgressText('{"format":0,"katas":{}}').kind, "damaged");
    assert.equal(readProgressText("").kind, "damaged");
  });

  it("lets nothing through that would not be compared rightly", () => {
    const { data } = withAttempt(emptyProgress, attempt(), "s1", "w");
    for (const [from, to] of [
      ['"at":"2025-03-01T10:00:00.000Z"', '"at":"2025-03-01T11:00:00+01:00"'],
      ['"repeats":{}', '"repeats":{"w":-1}'],
      ['"repeats":{}', '"repeats":{"__proto__":1}'],
      ['"outcome":"failed","partial"', '"outcome":"great","partial"'],
    ] as const) {
      const text = progressText(data);
      assert.ok(text.includes(from), from);
      assert.equal(readProgressText(text.replace(from, to)).kind, "damaged", to);
    }
  });
});
