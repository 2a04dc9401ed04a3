import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { dictionaryVersions } from "../../../../../src/core/hl7v2/dictionary/versions";
import { allowsCode, tableOf } from "../../../../../src/core/hl7v2/dictionary/tables";

const table = (id: string): NonNullable<ReturnType<typeof tableOf>> => {
  const found = tableOf(id);
  assert.ok(found !== undefined, `table ${id}`);
  return found;
};
const codes = (id: string): readonly string[] => table(id).codes.map(({ code }) => code);

describe("the tables of the dictionary", () => {
  it("are what the generator makes of the published code systems today", () => {
    execFileSync(process.execPath, [join("scripts", "hl7Tables.mjs"), "--check"], { stdio: "pipe" });
  });

  it("have a name, an address, and each code once", () => {
    const ids = new Set(dictionaryVersions.flatMap((version) => dictionaryFor(version).segments().flatMap(({ fields }) => fields.flatMap((field) => field.table ?? []))));
    const known = [...ids].flatMap((id) => tableOf(id) ?? []);
    assert.ok(known.length > 150);
    for (const { id, name, url, codes: each } of known) {
      assert.ok(name !== "" && /^http:\/\/terminology\.hl7\.org\/(CodeSystem|ValueSet)\/v2-\d{4}$/.test(url), id);
      assert.equal(new Set(each.map(({ code }) => code)).size, each.length, id);
      assert.ok(each.every(({ code }) => code !== "" && !code.includes("...")), id);
    }
  });

  it("hold the codes everybody knows", () => {
    assert.deepEqual(codes("8"), ["AA", "AE", "AR", "CA", "CE", "CR"]);
    assert.deepEqual(codes("136"), ["N", "Y"]);
    assert.deepEqual(codes("155"), ["AL", "ER", "NE", "SU"]);
    assert.equal(table("1").url, "http://terminology.hl7.org/CodeSystem/v2-0001");
    assert.ok(["F", "P", "C", "X"].every((code) => codes("85").includes(code)));
    assert.ok(["2.3", "2.5.1", "2.8"].every((code) => codes("104").includes(code)));
    assert.ok(["ST", "NM", "CWE", "ED", "SN"].every((code) => codes("125").includes(code)));
  });

  it("are closed only where HL7 gives the codes", () => {
    assert.deepEqual(["8", "85", "103", "119", "125", "136"].map((id) => table(id).kind), Array(6).fill("hl7"));
    assert.deepEqual(["1", "4", "69", "203", "396", "363", "292"].map((id) => table(id).kind), Array(7).fill("user"));
  });

  it("flag codes that are not to be used any more", () => {
    assert.equal(table("104").codes.find(({ code }) => code === "2.3.2")?.deprecated, true);
    assert.equal(table("104").codes.find(({ code }) => code === "2.5.1")?.deprecated, undefined);
  });

  it("leave out what is not free: the codes of the National Uniform Billing Committee", () => {
    assert.deepEqual(["43", "153", "350", "351", "456"].map(tableOf), Array(5).fill(undefined));
  });

  it("are not there where nothing is known, whatever is asked", () => {
    assert.deepEqual(["", "0001", "9999", "toString", "__proto__"].map(tableOf), Array(5).fill(undefined));
  });

  it("are the same object at every call and in every version", () => {
    assert.equal(dictionaryFor("2.3").table("8"), dictionaryFor("2.8").table("8"));
  });
});

describe("a code", () => {
  it("belongs into a closed table only if the table has it", () => {
    assert.equal(allowsCode(table("8"), "AA"), true);
    assert.equal(allowsCode(table("8"), "aa"), false);
    assert.equal(allowsCode(table("8"), "ZZ"), false);
  });

  it("of a site's own events and messages begins with Z (v2.5.1, 2.11)", () => {
    assert.equal(allowsCode(table("3"), "Z01"), true);
    assert.equal(allowsCode(table("3"), "A99"), false);
    assert.equal(allowsCode(table("76"), "ZPI"), true);
  });

  it("may be any where users define the table", () => {
    assert.equal(allowsCode(table("4"), "DAYCARE"), true);
  });
});
