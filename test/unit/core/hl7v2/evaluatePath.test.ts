import assert from "node:assert/strict";
import fc from "fast-check";
import { hl7v2Reader } from "../../../../src/core/documents/hl7v2Reader";
import { evaluateInEveryMessage, evaluatePath, type PathFound, type PathMissing, type PathResult } from "../../../../src/core/hl7v2/evaluatePath";
import type { MessageChoice } from "../../../../src/core/hl7v2/findPart";
import { type Hl7v2Path, parsePath } from "../../../../src/core/hl7v2/path";
import { pathToPointer } from "../../../../src/core/hl7v2/pathPointer";
import { hostileDelimiters } from "../../../support/hl7v2Arbitraries";

const text = [
  "FHS|^~\\&|FILE",
  "MSH|^~\\&|LAB^1.2^ISO|||||||ADT^A01|C1",
  "PID|1||111^^^H1&1.2.3&ISO^SS~222^^^H2^MR~333^^^H3^MR|x|SMITH\\T\\CO^JO^^||\"\"||^",
  "OBX|1|ST|A^a||first",
  "OBX|2|FT|B^b||a\\.br\\b~second",
  "MSH#*%?$#LAB",
  "PID#1##444***H4$1.2.3$ISO*MR##a^b*?S?",
  "FTS|1",
].join("\r");
const document = hl7v2Reader.read(text);
const path = (written: string): Hl7v2Path => {
  const parsed = parsePath(written);
  assert.ok(parsed.ok, written);
  return parsed.path;
};
const evaluate = (written: string, message?: MessageChoice): PathResult => evaluatePath(document, path(written), message);
const found = (written: string, message?: MessageChoice): PathFound => {
  const result = evaluate(written, message);
  assert.ok(result.found, written);
  return result;
};
const missing = (written: string, message?: MessageChoice): PathMissing => {
  const result = evaluate(written, message);
  assert.ok(!result.found, written);
  return result;
};

describe("evaluating a path", () => {
  it("gives raw and decoded text, pointer and range", () => {
    assert.deepEqual(found("PID-5.1"), {
      found: true, raw: "SMITH\\T\\CO", text: "SMITH&CO", comparable: "SMITH\\T\\CO", pointer: "/segments/2/fields/4/0/0",
      range: { start: { line: 2, character: 55 }, end: { line: 2, character: 65 } },
    });
  });

  it("takes the first occurrence and the first repetition unless told", () => {
    assert.equal(found("PID-3.1").text, "111");
    assert.equal(found("PID-3[2].1").text, "222");
    assert.equal(found("OBX-3.1").text, "A");
    assert.equal(found("OBX[2]-3.1").text, "B");
    assert.equal(found("OBX[2]-5[2]").text, "second");
  });

  it("counts MSH from its separator, and gives its delimiters as they are", () => {
    assert.equal(found("MSH-1").text, "|");
    assert.equal(found("MSH-2").text, "^~\\&");
    assert.equal(found("MSH-2.1").text, "^~\\&");
    assert.equal(found("MSH-11").text, "C1");
    assert.equal(found("MSH-1", 1).text, "#");
    assert.equal(found("MSH-2", 1).text, "*%?$");
    assert.equal(missing("MSH-2.2").missing, "component");
  });

  it("chooses the first repetition that says so", () => {
    assert.equal(found("PID-3[.5=MR].1").text, "222");
    assert.equal(found("PID-3[.5=SS].1").text, "111");
    assert.equal(found("PID-3[.4.2=1.2.3].1").text, "111");
    assert.equal(found("PID-3[.4=H3].1").text, "333");
    assert.equal(found("PID-3[.4=H1&1.2.3&ISO].1").text, "111");
    assert.equal(found("PID-3[.9=].1").text, "111");
    assert.equal(found("PID-3[.5=MR].1", 1).text, "444");
    assert.equal(found("PID-5[.1=SMITH&CO].2").text, "JO");
    assert.equal(missing("PID-3[.5=XX].1").missing, "repetition");
  });

  it("gives a structure with the standard delimiters, without its trailing empty parts", () => {
    assert.equal(found("PID-3").raw, "111^^^H1&1.2.3&ISO^SS");
    assert.equal(found("PID-3.4").text, "H1&1.2.3&ISO");
    assert.equal(found("PID-5").raw, "SMITH\\T\\CO^JO^^");
    assert.equal(found("PID-5").text, "SMITH\\T\\CO^JO");
    assert.equal(found("PID-3", 1).text, "444^^^H4&1.2.3&ISO^MR");
    assert.equal(found("PID-5", 1).text, "a\\S\\b^*");
  });

  it("takes a repetition with a single component for that component", () => {
    assert.equal(found("PID-4").text, "x");
    assert.equal(found("PID-4").comparable, found("PID-4.1").comparable);
    assert.equal(found("PID-4.1").comparable, found("PID-4.1.1").comparable);
    assert.equal(found("PID-9").text, "");
    assert.equal(found("PID-9").raw, "^");
  });

  it("tells empty from delete from not there", () => {
    assert.equal(found("PID-6").text, "");
    assert.equal(found("PID-7").text, "\"\"");
    assert.equal(missing("PID-10").missing, "field");
  });

  it("keeps formatting commands as written", () => {
    assert.equal(found("OBX[2]-5").text, "a\\.br\\b");
  });

  it("does not confuse data that holds a delimiter with structure", () => {
    const one = hl7v2Reader.read("MSH|^~\\&\rZAA|A\\S\\B|A^B");
    const escaped = evaluatePath(one, path("ZAA-1"));
    const structured = evaluatePath(one, path("ZAA-2"));
    assert.ok(escaped.found && structured.found);
    assert.equal(escaped.text, structured.text);
    assert.notEqual(escaped.comparable, structured.comparable);
  });

  it("says what is missing, and where to point", () => {
    const where = ({ missing: kind, pointer }: PathMissing): string => `${kind} ${pointer}`;
    assert.equal(where(missing("PID-3", 2)), "message ");
    assert.equal(where(missing("PV1-3")), "segment /segments/1");
    assert.equal(where(missing("OBX[3]-3")), "segment /segments/1");
    assert.equal(where(missing("PV1-3", 1)), "segment /segments/5");
    assert.equal(where(missing("PID-30.1")), "field /segments/2");
    assert.equal(where(missing("PID-3[4].1")), "repetition /segments/2/fields/2");
    assert.equal(where(missing("PID-3.6")), "component /segments/2/fields/2/0");
    assert.equal(where(missing("PID-3.6.1")), "component /segments/2/fields/2/0");
    assert.equal(where(missing("PID-3.4.4")), "subcomponent /segments/2/fields/2/0/3");
    assert.deepEqual(missing("PID-3.4.4").range, document.rangeOf("/segments/2/fields/2/0/3"));
  });

  it("looks into the envelope only when told", () => {
    assert.equal(found("FHS-3", "envelope").text, "FILE");
    assert.equal(found("FTS-1", "envelope").text, "1");
    assert.equal(missing("FHS-3").missing, "segment");
    assert.equal(missing("PID-3", "envelope").missing, "segment");
    assert.equal(pathToPointer(document, path("FTS-1"), "envelope"), "/segments/7/fields/0/0");
  });

  it("goes over every message, with its control id", () => {
    const results = evaluateInEveryMessage(hl7v2Reader.read("MSH|^~\\&||||||||X1\rPID|1||7\rMSH|^~\\&\rPID|1"), path("PID-3.1"));
    assert.deepEqual(results.map(({ message, controlId, result }) => [message, controlId, result.found ? result.text : result.missing]), [[0, "X1", "7"], [1, "", "field"]]);
  });

  it("compares parts by what they say, whatever delimiters and trailing empty parts they are written with", () => {
    const leaf = fc.string({ unit: fc.constantFrom(..."ab|^~\\&#."), maxLength: 4 });
    const structure = fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const standard = "|^~\\&";
    fc.assert(fc.property(structure, structure, hostileDelimiters, fc.nat(2), (one, other, { field, component, repetition, escape, subcomponent }, more) => {
      const hostile = [field, component, repetition, escape, subcomponent].join("");
      const write = (parts: readonly (readonly string[])[], with5: string): string => {
        const [f = "", c = "", r = "", e = "", s = ""] = with5;
        const letters = new Map([[e, "E"], [f, "F"], [c, "S"], [r, "R"], [s, "T"]]);
        return parts.map((subs) => subs.map((value) => [...value].map((character) => {
          const letter = letters.get(character);
          return letter === undefined ? character : e + letter + e;
        }).join("")).join(s)).join(c);
      };
      const comparable = (parts: readonly (readonly string[])[], with5: string, trailing: string): string => {
        const [f = ""] = with5;
        const result = evaluatePath(hl7v2Reader.read(`MSH${with5}${f}\rZAA${f}${write(parts, with5)}${trailing}`), path("ZAA-1"));
        assert.ok(result.found);
        return result.comparable;
      };
      assert.equal(comparable(one, hostile, (component ?? "").repeat(more)), comparable(one, standard, "&".repeat(more)));
      const trimmed = (parts: readonly (readonly string[])[]): string =>
        JSON.stringify(parts.map((subs) => JSON.stringify(subs).replace(/(,"")+\]$/, "]").replace(/^\[""\]$/, "[]"))).replace(/(,?"\[\]")+\]$/, "]");
      assert.equal(comparable(one, hostile, "") === comparable(other, standard, ""), trimmed(one) === trimmed(other));
    }), { numRuns: 300 });
  });
});
