import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { longTime, readTime, shortTime } from "../../../../../src/core/hl7v2/language/readableTime";

function long(type: string, text: string): string | undefined {
  const time = readTime(type, text);
  return time === undefined ? undefined : longTime(time, "en", inEnglish);
}

describe("times as a person reads them", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["DT", "2024", "2024 · precise to the year"],
    ["DT", "202402", "February 2024 · precise to the month"],
    ["DT", "20240229", "Thursday, February 29, 2024 · precise to the day"],
    ["DT", "20230229", undefined],
    ["DT", "202402291200", undefined],
    ["DTM", "2024022914", "Thursday, February 29, 2024, 14:00 · precise to the hour · no offset from UTC: local time of the sender"],
    ["DTM", "202402291405+0100", "Thursday, February 29, 2024, 14:05 UTC+01:00 · precise to the minute"],
    ["DTM", "20240229140506", "Thursday, February 29, 2024, 14:05:06 · precise to the second · no offset from UTC: local time of the sender"],
    ["DTM", "20240229140506.1234-0330", "Thursday, February 29, 2024, 14:05:06.1234 UTC−03:30 · precise to a fraction of a second"],
    ["DTM", "20240229250506", undefined],
    ["DTM", "202402291405.5", undefined],
    ["DTM", "20240229T1405", undefined],
    ["DTM", "00500101", "Saturday, January 1, 50 · precise to the day"],
    ["TM", "0930", "09:30 · precise to the minute · no offset from UTC: local time of the sender"],
    ["TM", "093015.5+0000", "09:30:15.5 UTC+00:00 · precise to a fraction of a second"],
    ["TM", "2460", undefined],
    ["DT", "", undefined],
  ];
  for (const [type, text, expected] of cases) {
    it(`${type} ${text || "(empty)"}: ${expected ?? "none"}`, () => assert.equal(long(type, text), expected));
  }

  it("are written in the reader's language, in the usual one where that is not known", () => {
    const time = readTime("DT", "20240229");
    assert.ok(time !== undefined);
    assert.equal(shortTime(time, "de"), "29. Feb. 2024");
    assert.equal(shortTime(time, "en"), "Feb 29, 2024");
    assert.equal(shortTime(time, "xx-not-a-language-at-all"), "Feb 29, 2024");
  });

  it("hold the date and time that were given, for every moment", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (moment) => {
      const text = moment.toISOString().replace(/[-T:Z]/g, "");
      const time = readTime("DTM", text);
      assert.ok(time !== undefined);
      assert.deepEqual([time.year, time.month, time.day, time.hour, time.minute, time.second], [
        moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate(), moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds(),
      ]);
      const written = longTime(time, "en", inEnglish);
      assert.ok(written.startsWith(moment.toLocaleDateString("en", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" })), written);
    }));
  });
});
