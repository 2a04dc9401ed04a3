import assert from "node:assert/strict";
import fc from "fast-check";
import { fhirMoment, hl7v2Moment, momentKey, plainDecimal, sameAsFarAsBothGo, shortestDecimal } from "../../../../src/core/diff/comparable";

describe("comparable values", () => {
  it("brings a number to one form, exactly", () => {
    const same = (...forms: readonly string[]): void => assert.equal(new Set(forms.map(plainDecimal)).size, 1, forms.join(" "));
    same("7", "7.0", "7.00", "0.7e1", "70E-1", "+7");
    same("0", "0.0", "-0", "0e5");
    same("-1.5", "-15e-1");
    same("12345678901234567890.10", "12345678901234567890.1");
    assert.notEqual(plainDecimal("12345678901234567890"), plainDecimal("12345678901234567891"));
    assert.notEqual(plainDecimal("1"), plainDecimal("-1"));
    for (const none of ["", ".", "1.2.3", "seven", "1e", "0x1"]) {
      assert.equal(plainDecimal(none), undefined, none);
    }
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (number, zeros) => {
      assert.equal(plainDecimal(String(number)), plainDecimal(`${String(number)}.${"0".repeat(zeros)}`));
    }));
  });

  it("shows a number without zeros that say nothing", () => {
    assert.deepEqual(["7.0", "7.10", "100", "100.0", "0.0", "-0.50", "1e5", "A.0"].map(shortestDecimal), ["7", "7.1", "100", "100", "0", "-0.5", "1e5", "A.0"]);
  });

  it("knows the same moment with another offset, in FHIR and in HL7 v2", () => {
    const fhir = (text: string): string => momentKey(fhirMoment(text) ?? assert.fail(text));
    assert.equal(fhir("2024-01-31T23:30:00-05:00"), fhir("2024-02-01T04:30:00Z"));
    assert.equal(fhir("2024-03-01T00:15:00.500+01:00"), fhir("2024-02-29T23:15:00.5Z"));
    assert.notEqual(fhir("2024-02-01T04:30:00Z"), fhir("2024-02-01T04:30:00"));
    assert.notEqual(fhir("2024-02-01"), fhir("2024-02-01T00:00:00Z"));
    const hl7v2 = (text: string): string => momentKey(hl7v2Moment(text) ?? assert.fail(text));
    assert.equal(hl7v2("20240131233000-0500"), hl7v2("20240201043000+0000"));
  });

  it("takes nothing for a moment that is none", () => {
    for (const none of ["2024-13", "2024-02-32", "2024-1-1", "1234", "2024-01-01T25:00:00Z", "final", "2024-01-01T10Z"]) {
      assert.equal(fhirMoment(none), undefined, none);
    }
    for (const none of ["1234567", "99999999", "202401", "12345678901234567890"]) {
      assert.equal(hl7v2Moment(none), undefined, none);
    }
  });

  it("compares dates of different precision as far as both go", () => {
    const agree = (a: string, b: string): boolean => {
      const [one, other] = [fhirMoment(a) ?? assert.fail(a), fhirMoment(b) ?? assert.fail(b)];
      assert.equal(sameAsFarAsBothGo(one, other), sameAsFarAsBothGo(other, one));
      return sameAsFarAsBothGo(one, other);
    };
    assert.ok(agree("2024", "2024-03"));
    assert.ok(agree("2024-03", "2024-03-05"));
    assert.ok(agree("2024-03-05", "2024-03-05T23:30:00-05:00"));
    assert.ok(agree("2024-03-05T10:00:00Z", "2024-03-05T10:00:00.250Z"));
    assert.ok(!agree("2024-03", "2024-04-05"));
    assert.ok(!agree("2024-03-05", "2024-03-06T04:30:00Z"));
    assert.ok(!agree("2024-03-05T10:00:00Z", "2024-03-05T10:00:00+01:00"));
    assert.ok(!agree("2024-03-05T10:00:00.1Z", "2024-03-05T10:00:00.2Z"));
  });
});
