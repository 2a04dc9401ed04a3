import assert from "node:assert/strict";
import fc from "fast-check";
import { daysIn } from "../../../../../src/core/fhir/validation/calendar";
import { numberFault, textFault } from "../../../../../src/core/fhir/validation/primitives";

function fault(type: string, text: string): string | undefined {
  return textFault(type, text)?.code;
}

/** By type: texts that are right, and texts that are wrong with what they are reported under. */
const cases: Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: Readonly<Record<string, string>> }>> = {
  date: {
    right: ["1962", "1962-03", "1962-03-14", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"],
    wrong: {
      "03/14/1962": "fhir.date.form", "1962-3-14": "fhir.date.form", "19620314": "fhir.date.form", "62-03-14": "fhir.date.form", "1962-03-14x": "fhir.date.form", "1962-": "fhir.date.form",
      "0000": "fhir.date.year", "1962-00": "fhir.date.month", "1962-13-01": "fhir.date.month", "2023-02-29": "fhir.date.day", "2024-02-30": "fhir.date.day", "1900-02-29": "fhir.date.day",
      "2024-04-31": "fhir.date.day", "2024-01-00": "fhir.date.day", "1962-03-14T00:00:00Z": "fhir.date.timeUnwanted", "1962-03-14Z": "fhir.date.zoneUnwanted", " 1962": "fhir.date.form",
    },
  },
  dateTime: {
    right: ["2024", "2024-01", "2024-01-31", "2024-01-31T14:05:00Z", "2024-01-31T14:05:00+01:00", "2024-01-31T14:05:00.123456789-05:00", "2016-12-31T23:59:60Z", "2024-01-31T00:00:00+14:00", "2024-01-31T14:05:00-00:00"],
    wrong: {
      "2024-01-31 14:05:00Z": "fhir.dateTime.form", "2024-01-31T14:05:00": "fhir.dateTime.zoneMissing", "2024-01-31T14:05Z": "fhir.dateTime.seconds", "2024-01-31T14:05": "fhir.dateTime.seconds",
      "2024-01-31T24:00:00Z": "fhir.dateTime.midnight", "2024-01-31T25:00:00Z": "fhir.dateTime.hour", "2024-01-31T14:60:00Z": "fhir.dateTime.minute", "2024-01-31T14:05:61Z": "fhir.dateTime.second",
      "2024-01-31T14:05:00+0100": "fhir.dateTime.zone", "2024-01-31T14:05:00+15:00": "fhir.dateTime.zone", "2024-01-31T14:05:00z": "fhir.dateTime.zone", "2024-01-31T14:05:00+01": "fhir.dateTime.zone",
      "2024-02-30T14:05:00Z": "fhir.dateTime.day", "2024-01-31Z": "fhir.dateTime.zoneUnwanted", "20240131140500": "fhir.dateTime.form", "2024-01T14:05:00Z": "fhir.dateTime.form", "2024-01-31T14": "fhir.dateTime.form",
      "yesterday": "fhir.dateTime.form", "2024-01-31t14:05:00Z": "fhir.dateTime.form", "2024-01-31T14:05:00.Z": "fhir.dateTime.form",
    },
  },
  instant: {
    right: ["2024-01-31T14:05:00Z", "2024-01-31T14:05:00.123+01:00"],
    wrong: { "2024-01-31": "fhir.instant.timeMissing", "2024": "fhir.instant.timeMissing", "2024-02-30": "fhir.instant.day", "2024-01-31T14:05:00": "fhir.instant.zoneMissing", "2024-01-31T14:05Z": "fhir.instant.seconds", "now": "fhir.instant.form" },
  },
  time: {
    right: ["14:05:00", "00:00:00", "23:59:59.999"],
    wrong: { "14:05": "fhir.time.seconds", "24:00:00": "fhir.time.midnight", "14:05:00Z": "fhir.time.zoneUnwanted", "2pm": "fhir.time.form", "7:05:00": "fhir.time.form", "14:61:00": "fhir.time.minute", "99:00:00": "fhir.time.hour", "14:05:99": "fhir.time.second" },
  },
  id: {
    right: ["a", "A-1.b", "1", "a".repeat(64)],
    wrong: { "a_b": "fhir.id", "a b": "fhir.id", "a/b": "fhir.id", "é": "fhir.id", [`${"a".repeat(65)}`]: "fhir.id.long" },
  },
  code: { right: ["final", "a b", "<", "entered-in-error"], wrong: { " final": "fhir.code.edge", "final ": "fhir.code.edge", "a  b": "fhir.code.space" } },
  oid: { right: ["urn:oid:1.2.3", "urn:oid:2.16.840.1.113883.6.1", "urn:oid:0.0"], wrong: { "1.2.3": "fhir.oid", "urn:oid:3.1": "fhir.oid", "urn:oid:1.02": "fhir.oid", "urn:oid:1": "fhir.oid", "urn:oid:1.2.": "fhir.oid" } },
  uuid: {
    right: ["urn:uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64"],
    wrong: { "6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64": "fhir.uuid", "urn:uuid:6F9E1A52-3C1B-4C39-9D5E-0A7C2F1B8E64": "fhir.uuid", "urn:uuid:1": "fhir.uuid" },
  },
  uri: {
    right: ["http://loinc.org", "Patient/1", "#a", "urn:oid:1.2.3", "urn:uuid:6F9E1A52-3C1B-4C39-9D5E-0A7C2F1B8E64", "mailto:a@b.example", "Observation?code=http://loinc.org|8867-4", "http://x.example/%20", "http://x.example/ü"],
    wrong: {
      "http://x.example/a b": "fhir.uri.space", "oid:1.2.3": "fhir.uri.urn", "uuid:6f9e1a52-3c1b-4c39-9d5e-0a7c2f1b8e64": "fhir.uri.urn", "urn:oid:x": "fhir.oid", "urn:uuid:patient-1": "fhir.uuid",
      "http://x.example/100%": "fhir.uri.percent", "http://x.example/<a>": "fhir.uri.character", "C:\\a": "fhir.uri.character",
    },
  },
  base64Binary: {
    right: ["SGVsbG8=", "SGVsbG8h", "SGVs\r\n bG8=", "AA==", "+/+/"],
    wrong: { "...": "fhir.base64.character", "SGVsbG8": "fhir.base64.length", "SGVs=bG8": "fhir.base64.padding", "A===": "fhir.base64.padding", "SGVs_G8=": "fhir.base64.character", "====": "fhir.base64.padding" },
  },
  string: { right: ["x", " x ", "a\tb\r\nc", "ä😀", "\u00a0x"], wrong: { "a\u0000": "fhir.string.control", "a\u001bb": "fhir.string.control", "   ": "fhir.blankText", "": "fhir.emptyText" } },
  markdown: { right: ["# x\n\n- y"], wrong: { "\u0001": "fhir.string.control", "\n": "fhir.blankText" } },
};

describe("texts as the values of primitives (datatypes.html#primitive)", () => {
  for (const [type, { right, wrong }] of Object.entries(cases)) {
    it(`of the type ${type} are right`, () => {
      assert.deepEqual(right.filter((text) => fault(type, text) !== undefined), []);
    });
    for (const [text, code] of Object.entries(wrong)) {
      it(`of the type ${type} are wrong: ${JSON.stringify(text.slice(0, 40))}`, () => {
        assert.equal(fault(type, text), code);
      });
    }
  }

  it("are too long beyond 1,048,576 characters", () => {
    assert.equal(fault("string", "a".repeat(1024 * 1024)), undefined);
    assert.equal(fault("string", "a".repeat(1024 * 1024 + 1)), "fhir.string.long");
  });

  it("have every day of the calendar and no other", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, day) => {
      const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      const date = new Date(`${text}T00:00:00Z`);
      // The engine carries a day too many over into the next month.
      const real = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
      assert.equal(fault("date", text) === undefined, real, text);
      assert.equal(fault("dateTime", `${text}T10:00:00Z`) === undefined, real, text);
      assert.equal(day <= daysIn(year, month), real);
    }));
  });

  it("take every instant that the engine writes", () => {
    fc.assert(fc.property(fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true }), (date) => {
      assert.equal(fault("instant", date.toISOString()), undefined);
      assert.equal(fault("dateTime", date.toISOString()), undefined);
    }));
  });

  it("take Base64 of any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      assert.equal(fault("base64Binary", Buffer.from(bytes).toString("base64")), undefined);
    }));
  });

  it("never throw and are told in time, whatever they are", () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(cases), "xhtml", "url", "canonical", "nothing"), fc.string({ unit: "binary" }), (type, text) => {
      textFault(type, text);
    }));
  });
});

describe("numbers as the values of primitives", () => {
  const told = (type: string, written: string): string | undefined => numberFault(type, Number(written), written)?.code;

  it("are whole where they must be, as they are written", () => {
    for (const written of ["1.0", "1e2", "1.5", "0.5"]) {
      assert.equal(told("integer", written), "fhir.integer.fraction", written);
    }
    assert.equal(told("integer", "-5"), undefined);
    assert.equal(numberFault("integer", 5, undefined), undefined);
    assert.equal(numberFault("integer", 5.5, undefined)?.code, "fhir.integer.fraction");
  });

  it("have at most 32 bits", () => {
    assert.deepEqual(["2147483647", "-2147483648"].map((each) => told("integer", each)), [undefined, undefined]);
    assert.deepEqual(["2147483648", "-2147483649", "99999999999999999999"].map((each) => told("integer", each)), Array.from({ length: 3 }, () => "fhir.integer.range"));
    assert.deepEqual([told("positiveInt", "0"), told("positiveInt", "1"), told("unsignedInt", "0"), told("unsignedInt", "-1")], ["fhir.integer.range", undefined, undefined, "fhir.integer.range"]);
  });

  it("are decimals of any precision, with exponents too", () => {
    assert.deepEqual(["1.50", "-0.0", "1e-7", "12345678901234567890.123"].map((each) => told("decimal", each)), [undefined, undefined, undefined, undefined]);
    assert.equal(told("decimal", "1e999"), "fhir.decimal.range");
  });
});
