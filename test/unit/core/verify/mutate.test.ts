import assert from "node:assert/strict";
import fc from "fast-check";
import { codeTokens } from "../../../../src/core/verify/codeTokens";
import { mutantsOf, sampleOf, type MutableFormat } from "../../../../src/core/verify/mutate";

const message = "MSH|^~\\&|LAB|ED\rPID|1||X^^^H^MR~Y||LINDQVIST&VON^MARIA\rOBX|1|NM|GLU||5.1|mmol/L\r";

function ids(text: string, format: MutableFormat): readonly string[] {
  return mutantsOf(text, format).map(({ id }) => id);
}

function textOf(text: string, format: MutableFormat, id: string): string {
  const mutant = mutantsOf(text, format).find((each) => each.id === id);
  assert.ok(mutant, `${id} is none of\n${ids(text, format).join("\n")}`);
  return mutant.text;
}

const samples: readonly (readonly [MutableFormat, string])[] = [
  ["json", '{ "a": [1, "x", true, null, { "b/c": "2" }], "d": {} }'],
  ["hl7v2", message],
  ["code", 'const a = [1];\nif (a[0] < 2 && a.length === 1) {\n  a.push(2);\n}\nexport const b = (c) => (c ? "x" : /y+/u.test(c));\n'],
];

describe("mutantsOf", () => {
  for (const [format, text] of samples) {
    it(`gives ${format} mutants that differ from the text and from each other, by unique ids, the same every time`, () => {
      const mutants = mutantsOf(text, format);
      assert.ok(mutants.length > 10);
      assert.equal(new Set(mutants.map((mutant) => mutant.text)).size, mutants.length);
      assert.equal(new Set(mutants.map(({ id }) => id)).size, mutants.length);
      assert.ok(mutants.every((mutant) => mutant.text !== text));
      assert.deepEqual(mutantsOf(text, format), mutants);
    });
  }

  it("deletes, changes, swaps, doubles, wraps and retypes parts of JSON", () => {
    const text = '{ "a": ["7", "b"], "c": true }';
    const become = (id: string): unknown => JSON.parse(textOf(text, "json", id));
    assert.deepEqual(become("delete /a/0"), { a: ["b"], c: true });
    assert.deepEqual(become("changed /a/0"), { a: ["8", "b"], c: true });
    assert.deepEqual(become("unquote /a/0"), { a: [7, "b"], c: true });
    assert.deepEqual(become("swap 0 and 1 of /a"), { a: ["b", "7"], c: true });
    assert.deepEqual(become("double 1 of /a"), { a: ["7", "b", "b"], c: true });
    assert.deepEqual(become("negate /c"), { a: ["7", "b"], c: false });
    assert.deepEqual(become("swap a and c of the whole"), { a: true, c: ["7", "b"] });
    assert.deepEqual(become("wrap the whole"), [{ a: ["7", "b"], c: true }]);
  });

  it("keeps to JSON whatever it is given", () => {
    fc.assert(fc.property(fc.json(), (text) => {
      for (const mutant of mutantsOf(text, "json")) {
        assert.doesNotThrow(() => { JSON.parse(mutant.text); }, mutant.id);
      }
    }));
  });

  it("deletes, changes and swaps segments, fields and components of a message, by its own delimiters", () => {
    assert.equal(textOf(message, "hl7v2", "delete OBX[1]"), message.slice(0, message.indexOf("OBX")));
    assert.equal(textOf(message, "hl7v2", "swap PID[1] and the next"), "MSH|^~\\&|LAB|ED\rOBX|1|NM|GLU||5.1|mmol/L\rPID|1||X^^^H^MR~Y||LINDQVIST&VON^MARIA\r");
    assert.match(textOf(message, "hl7v2", "swap OBX[1]-5 and the next"), /\|mmol\/L\|5\.1\r$/);
    assert.match(textOf(message, "hl7v2", "changed OBX[1]-5"), /\|5\.2\|/);
    assert.match(textOf(message, "hl7v2", "emptied PID[1]-3[1].5"), /\|X\^\^\^H\^~Y\|/);
    assert.match(textOf(message, "hl7v2", "delete PID[1]-3[2]"), /\|X\^\^\^H\^MR\|/);
    assert.match(textOf(message, "hl7v2", "changed PID[1]-5.1.2"), /\|LINDQVIST&VOO\^MARIA\r/);
    assert.match(textOf(message, "hl7v2", "changed MSH[1]-3"), /^MSH\|\^~\\&\|LAC\|ED\r/);
    const other = message.replaceAll("|", "#").replaceAll("^", "*");
    assert.match(textOf(other, "hl7v2", "emptied PID[1]-3[1].5"), /#X\*\*\*H\*~Y#/);
    assert.equal(mutantsOf(message, "hl7v2").length, mutantsOf(other, "hl7v2").length);
    assert.deepEqual(mutantsOf("no message", "hl7v2"), []);
  });

  it("changes operators, constants, conditions, branches and statements of code", () => {
    const code = "if (a < 1 && !b) {\n  c.push(a);\n  d = a ? e(1, 2) : 'x';\n}\n";
    for (const [id, part] of [
      ["1:7 < -> <=", "a <= 1"], ["1:11 && -> ||", "1 || !b"], ["1:9 1 -> 2", "a < 2"], ["1:14 ! -> nothing", "&& b"], ["2:5 push -> unshift", "c.unshift(a)"],
      ["1:4 negated (a < 1 && !b)", "if (!(a < 1 && !b)) {"], ["3:9 branches swapped ? e(1, 2) : 'x'", "d = a ? 'x' : e(1, 2);"], ["2:3 left out c.push(a);", "{\n  \n  d"],
    ] as const) {
      assert.ok(textOf(code, "code", id).includes(part), id);
    }
  });

  it("leaves names of modules, comments and templates alone", () => {
    assert.deepEqual(mutantsOf('import { x } from "a-module"; // 1 < 2\n/* true */ `${y}+1`', "code"), []);
  });

  it("changes regular expressions, and takes no division for one", () => {
    assert.deepEqual(ids("x = /^a{2}[+]+$/g;", "code").filter((id) => id.includes("expression")), [
      "1:5 expression, at 0: ^ -> nothing", "1:5 expression, at 2: {2} -> {3}", "1:5 expression, at 8: + -> nothing", "1:5 expression, at 9: $ -> nothing", "1:5 expression, without flag g",
    ]);
    assert.deepEqual(ids("x = a / b / c", "code"), ["1:7 / -> *", "1:11 / -> *"]);
  });
});

describe("codeTokens", () => {
  it("loses nothing of any text", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.array(fc.constantFrom("a", " ", "/", "*", "\"", "'", "`", "\\", "\n", "(", ")", "=", ">", "1", "${", "}")).map((parts) => parts.join(""))), (code) => {
      assert.equal(codeTokens(code).map(({ text }) => text).join(""), code);
    }));
  });
});

describe("sampleOf", () => {
  it("picks so many, in their order, the same for the same seed and others for another", () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const picked = sampleOf(items, 10, 1);
    assert.equal(picked.length, 10);
    assert.deepEqual([...picked].sort((a, b) => a - b), picked);
    assert.deepEqual(sampleOf(items, 10, 1), picked);
    assert.notDeepEqual(sampleOf(items, 10, 2), picked);
    assert.deepEqual(sampleOf(items, 1000, 1), items);
  });
});
