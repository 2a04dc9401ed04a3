import assert from "node:assert/strict";
import fc from "fast-check";
import { daysOfMonth } from "../../../../../src/core/hl7v2/validation/dateTimes";
import { primitiveFault } from "../../../../../src/core/hl7v2/validation/primitiveFormats";

/** By data type: texts that keep to its form, and texts that do not, with the fault's code after `hl7v2.format.`. */
const cases: Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: Readonly<Record<string, string>> }>> = {
  NM: {
    right: ["0", "7", "+1.5", "-123.792", "999", "007", "1.", ".5", "1.500"],
    wrong: { " 7": "NM", "7 ": "NM", "1e3": "NM", "1,5": "NM", "1.2.3": "NM", "+": "NM", ".": "NM", "--1": "NM", "5%": "NM", "<5": "NM", "٣": "NM", "1_000": "NM", "0x1F": "NM" },
  },
  SI: { right: ["0", "1", "12", "+3"], wrong: { "-1": "SI", "1.0": "SI", "one": "SI", " 1": "SI" } },
  DT: {
    right: ["2024", "202402", "20240229", "20000229", "19991231"],
    wrong: {
      "20240230": "day", "20230229": "day", "19000229": "day", "20240431": "day", "20240100": "day", "20241301": "month", "202400": "month", "24": "DT", "2024022": "DT", "202402291200": "DT",
      "20240229+0100": "DT", "2024-02-29": "punctuated", "29.02.2024": "DT", "2024 0229": "DT", "": "DT",
    },
  },
  TM: {
    right: ["00", "23", "1405", "140530", "140530.1", "140530.1234", "1405+0100", "140530.5-0330", "235960"],
    wrong: { "24": "hour", "2400": "hour", "1460": "minute", "140561": "second", "140060": "second", "140530.": "fraction", "140530.12345": "fraction", "1405.5": "TM", "14:05": "punctuated", "1": "TM", "140": "TM", "1405+1": "offset", "1405+2400": "offset", "1405+0160": "offset", "1405Z": "TM" },
  },
  DTM: {
    right: ["2024", "202402", "20240229", "2024022914", "202402291405", "20240229140530", "20240229140530.1234", "20240229140530.1234-0500", "202402291405+0000", "2024+0100"],
    wrong: {
      "202402291261": "minute", "20240229120061": "second", "202402302400": "day", "202402292400": "hour", "20241329": "month", "2024022914053": "DTM", "20240229T1405": "DTM", "202402291405.5": "DTM",
      "20240229140530.": "fraction", "202402291405+01": "offset", "202402291405+01:00": "DTM", "2024-02-29T14:05:30+01:00": "punctuated", "2024-02-29T14:05:30Z": "punctuated", "now": "DTM",
    },
  },
  TN: { right: ["555-1234", "(206)555-0142", "(206)555-0142X17", "1 (206)555-0142", "555-1234B12CBeeper"], wrong: { "5551234": "TN", "+49 30 123456": "TN" } },
  ST: { right: ["", "anything at all", "1e3"], wrong: {} },
};

describe("primitive data types", () => {
  for (const [type, { right, wrong }] of Object.entries(cases)) {
    for (const text of right) {
      it(`${type} admits ${JSON.stringify(text)}`, () => {
        assert.equal(primitiveFault(type, text, "2.5.1"), undefined);
      });
    }
    for (const [text, code] of Object.entries(wrong)) {
      it(`${type} refuses ${JSON.stringify(text)}: ${code}`, () => {
        assert.equal(primitiveFault(type, text, "2.5.1")?.code, `hl7v2.format.${code}`);
      });
    }
  }

  it("takes an hour without its minute as doubtful before v2.5", () => {
    const fault = primitiveFault("DTM", "2024022914", "2.3.1");
    assert.deepEqual([fault?.code, fault?.severity], ["hl7v2.format.hourAlone", "warning"]);
    assert.equal(primitiveFault("DTM", "202402291405", "2.3.1"), undefined);
  });

  it("suggests how HL7 v2 writes a moment of ISO 8601, in a form that it admits", () => {
    assert.equal(primitiveFault("DTM", "2024-02-29T14:05:30.12+01:00", "2.5.1")?.args["suggestion"], "20240229140530.12+0100");
    const moments = fc.date({ min: new Date("1800-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
    fc.assert(fc.property(moments, (moment) => {
      const fault = primitiveFault("DTM", moment.toISOString(), "2.5.1");
      assert.equal(fault?.code, "hl7v2.format.punctuated");
      assert.equal(primitiveFault("DTM", String(fault.args["suggestion"]), "2.5.1"), undefined);
    }));
  });

  it("knows exactly the days of the calendar", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 40 }), (year, month, day) => {
      // The calendar that JavaScript has, made without the two-digit years of its constructor.
      const made = new Date(0);
      made.setUTCFullYear(year, month - 1, day);
      const real = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
      const text = `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
      assert.equal(primitiveFault("DT", text, "2.5.1") === undefined, real, text);
      assert.equal(day >= 1 && day <= daysOfMonth(year, month), real);
    }), { numRuns: 1000 });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(cases), "TS", "XYZ"), fc.string({ unit: "binary" }), fc.string(), (type, text, version) => {
      primitiveFault(type, text, version);
    }));
  });
});
