import assert from "node:assert/strict";
import * as fc from "fast-check";
import { canonicalJson, signedBytes } from "../../../../../src/core/packs/catalog/canonicalJson";

describe("canonicalJson", () => {
  it("writes the example of RFC 8785, 3.2.2 as the RFC does", () => {
    const value: unknown = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}');
    assert.equal(canonicalJson(value), '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it("orders keys by UTF-16 units, as RFC 8785, 3.2.3 does", () => {
    const value = { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" };
    assert.deepEqual(Object.values(JSON.parse(canonicalJson(value).replace('"1"', '"one"')) as object), ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"]);
  });

  it("writes the numbers of RFC 8785, appendix B", () => {
    const samples: readonly [string, string][] = [
      ["0000000000000000", "0"], ["8000000000000000", "0"], ["0000000000000001", "5e-324"], ["7fefffffffffffff", "1.7976931348623157e+308"], ["4340000000000000", "9007199254740992"],
      ["4430000000000000", "295147905179352830000"], ["44b52d02c7e14af5", "9.999999999999997e+22"], ["444b1ae4d6e2ef4f", "999999999999999900000"], ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"], ["41b3de4355555557", "333333333.33333343"],
    ];
    for (const [hex, text] of samples) {
      assert.equal(canonicalJson(Buffer.from(hex, "hex").readDoubleBE()), text);
    }
  });

  it("does not depend on the order of keys, and reads back as the same value", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const turned = (each: unknown): unknown => Array.isArray(each) ? each.map(turned) : typeof each === "object" && each !== null ? Object.fromEntries(Object.entries(each).reverse().map(([key, member]) => [key, turned(member)])) : each;
      const canonical = canonicalJson(value);
      assert.equal(canonicalJson(turned(value)), canonical);
      assert.deepEqual(canonicalJson(JSON.parse(canonical)), canonical);
    }));
  });

  it("orders keys that are numbers as texts, and takes every name of a member", () => {
    assert.equal(canonicalJson({ "10": 1, "9": 2, a: [{ "2": 0, "11": 0 }] }), '{"10":1,"9":2,"a":[{"11":0,"2":0}]}');
    assert.equal(canonicalJson(JSON.parse('{"toString":1,"__proto__":2,"constructor":3}')), '{"__proto__":2,"constructor":3,"toString":1}');
  });

  it("is signed as UTF-8, without members that are not there", () => {
    assert.equal(Buffer.from(signedBytes({ b: "é", a: undefined })).toString("hex"), Buffer.from('{"b":"é"}').toString("hex"));
  });
});
