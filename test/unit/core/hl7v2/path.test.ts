import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPath, type Hl7v2Path, parsePath } from "../../../../src/core/hl7v2/path";

const read = (text: string): Hl7v2Path => {
  const parsed = parsePath(text);
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.problem.message);
  return parsed.path;
};
const problem = (text: string): { message: string; at: number } => {
  const parsed = parsePath(text);
  assert.ok(!parsed.ok, `${text} was read`);
  assert.equal(parsed.problem.code, "hl7v2Path.syntax");
  assert.equal(parsed.problem.args["path"], text);
  return parsed.problem;
};
const bare = { occurrence: undefined, repetition: undefined, component: undefined, subcomponent: undefined };

describe("HL7 v2 paths", () => {
  it("name a field, a component, a subcomponent", () => {
    assert.deepEqual(read("MSH-10"), { ...bare, segment: "MSH", field: 10 });
    assert.deepEqual(read("MSH-9.2"), { ...bare, segment: "MSH", field: 9, component: 2 });
    assert.deepEqual(read("PID-3.4.2"), { ...bare, segment: "PID", field: 3, component: 4, subcomponent: 2 });
    assert.deepEqual(read("ZA1-1"), { ...bare, segment: "ZA1", field: 1 });
  });

  it("count occurrences of the segment and repetitions of the field", () => {
    assert.deepEqual(read("OBX[12]-5[3].1"), { ...bare, segment: "OBX", occurrence: 12, field: 5, repetition: 3, component: 1 });
  });

  it("choose a repetition by what it says", () => {
    assert.deepEqual(read("PID-3[.5=MR].1"), { ...bare, segment: "PID", field: 3, repetition: { component: 5, subcomponent: undefined, equals: "MR" }, component: 1 });
    assert.deepEqual(read("PID-3[.4.2=1.2.3]").repetition, { component: 4, subcomponent: 2, equals: "1.2.3" });
    assert.deepEqual(read("PID-3[.5=]").repetition, { component: 5, subcomponent: undefined, equals: "" });
    assert.deepEqual(read("PID-3[.5=a [x]=b].1").repetition, { component: 5, subcomponent: undefined, equals: "a [x]=b" });
  });

  it("are written as they were read", () => {
    for (const text of ["MSH-10", "PID-3[1].1.1", "OBX[2]-5", "PID-3[.5=MR].1", "PID-3[.4.2=]x].4.1"]) {
      assert.equal(formatPath(read(text)), text);
    }
  });

  it("are read as they were written, whatever they name", () => {
    const number = fc.integer({ min: 1, max: 999_999 });
    const maybe = fc.option(number, { nil: undefined });
    const parts = fc.tuple(maybe, maybe).map(([component, subcomponent]) => ({ component, subcomponent: component === undefined ? undefined : subcomponent }));
    const where = fc.record({ component: number, subcomponent: maybe, equals: fc.string({ unit: fc.oneof(fc.constantFrom("]", "[", "=", ".", "1"), fc.string({ minLength: 1, maxLength: 1 })) }) }, { noNullPrototype: true });
    const path = fc.tuple(fc.constantFrom("PID", "PV1", "ZA9"), maybe, number, fc.oneof(maybe, where), parts)
      .map(([segment, occurrence, field, repetition, rest]): Hl7v2Path => ({ segment, occurrence, field, repetition, ...rest }));
    fc.assert(fc.property(path, (any) => {
      assert.deepEqual(read(formatPath(any)), any);
    }));
  });

  it("are read or refused with a sentence, never by throwing", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."PIDMSH-123[].=^&0 ap"), maxLength: 14 }), (text) => {
      const parsed = parsePath(text);
      if (parsed.ok) {
        assert.equal(formatPath(parsed.path), text);
      } else {
        assert.match(parsed.problem.message, /\.$/);
        assert.ok(parsed.problem.at >= 0 && parsed.problem.at <= text.length);
      }
    }), { numRuns: 500 });
  });

  it("are refused with what is wrong and where", () => {
    const cases: readonly [string, RegExp, number][] = [
      ["", /empty/, 0],
      [" PID-3", /starts with a blank/, 0],
      ["123456", /does not start with the name of a segment/, 0],
      ["PI-3", /does not start with the name of a segment/, 0],
      ["PIDX-3", /does not start with the name of a segment/, 0],
      ["1AB-3", /does not start with the name of a segment/, 0],
      ["pid-3", /upper-case, PID/, 0],
      ["PID", /names a segment only/, 3],
      ["PID.3", /"\." after PID/, 3],
      ["PID(1)-3", /square brackets/, 3],
      ["PID-", /nothing where the number of the field/, 4],
      ["PID-x", /"x" where the number of the field/, 4],
      ["PID-0", /counts from 1/, 4],
      ["PID-03", /leading zeros/, 4],
      ["PID-1234567", /six digits/, 4],
      ["PID-3[0]", /0 as the number of the repetition/, 6],
      ["OBX[x]-3", /number of the occurrence/, 4],
      ["PID-3[1", /not closed/, 7],
      ["PID-3[.5=MR", /not closed/, 9],
      ["PID-3[.5]", /"=" and the value/, 8],
      ["PID-3[5=MR]", /not closed/, 7],
      ["PID-3.", /nothing where the number of the component/, 6],
      ["PID-3.1.1.1", /goes on after the subcomponent/, 9],
      ["PID-3^1", /where a dot belongs/, 5],
      ["PID-3-1", /where a dot belongs/, 5],
      ["PID-3(1)", /square brackets/, 5],
      ["PID-3.1[2]", /too late/, 7],
      ["PID-3.1 ", /blank in it/, 7],
      ["PID-3;", /cannot be read from ";" on/, 5],
    ];
    for (const [text, sentence, at] of cases) {
      const found = problem(text);
      assert.match(found.message, sentence, text);
      assert.equal(found.at, at, text);
    }
  });
});
