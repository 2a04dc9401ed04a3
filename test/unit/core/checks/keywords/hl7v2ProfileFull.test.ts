import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020";
import fc from "fast-check";
import profileSchema from "../../../../../src/core/checks/hl7v2-profile.schema.json";
import { isPattern } from "../../../../../src/core/checks/schema/fits";
import vocabulary from "../../../../../src/core/checks/vocabulary.schema.json";
import { hl7v2Reader } from "../../../../../src/core/documents/hl7v2Reader";
import { checkDocument } from "../../../../../src/core/hl7v2/validation/checkDocument";
import { issueCases } from "../../../../support/hl7v2IssueCases";
import { checkWith } from "../../../../support/schemaChecks";
import { smallDictionaryFor } from "../../../../support/smallDictionary";

const header = "MSH|^~\\&|LAB|GEN|EHR|GEN|20240131||ORU^R01^ORU_R01|C1|P|2.5.1";
const pid = "PID|1||123^^^HOSP^MR~9^^^STATE^NI||Okoro^Ada||19800229|F";

function keywords(hl7v2: object, ...segments: readonly string[]): readonly (string | undefined)[] {
  const verdict = checkWith({ schema: { hl7v2 }, text: [header, ...(segments.length > 0 ? segments : [pid])].join("\r"), format: "hl7v2" });
  assert.notEqual(verdict.outcome, "errored", verdict.findings[0]?.message);
  return verdict.findings.map(({ keyword }) => keyword?.replace(/^hl7v2\((.*)\)$/, "$1"));
}

const field = (number: number, rules: object): object => ({ segments: [{ name: "PID", fields: { [number]: rules } }] });
const component = (number: number, inner: number, rules: object): object => field(number, { components: { [inner]: rules } });

describe("usage", () => {
  it("R asks for something, RE and O for nothing", () => {
    assert.deepEqual(keywords(field(10, { usage: "R" })), ["PID-10:required"]);
    assert.deepEqual(keywords(field(8, { usage: "R" })), []);
    assert.deepEqual(keywords(field(10, { usage: "RE" })), []);
    assert.deepEqual(keywords(field(10, { usage: "O" })), []);
    assert.deepEqual(keywords(component(5, 3, { usage: "R" })), ["PID-5.3:required"]);
  });

  it("X asks for nothing to be there", () => {
    assert.deepEqual(keywords(field(8, { usage: "X" })), ["PID-8:usage"]);
    assert.deepEqual(keywords(field(10, { usage: "X" })), []);
    assert.deepEqual(keywords(component(5, 2, { usage: "X" })), ["PID-5.2:usage"]);
    assert.deepEqual(keywords({ segments: [{ name: "PV1", usage: "X" }] }, pid, "PV1||I"), ["PV1:max"]);
  });

  it("of older parts is no fault of an answer", () => {
    assert.deepEqual(keywords(field(8, { usage: "B" })), []);
    assert.deepEqual(keywords(field(8, { usage: "W" })), []);
  });

  it("C(a/b) goes by its condition, both ways", () => {
    const rules = { usage: "C(R/X)", when: { path: "PID-8", equals: "F" } };
    assert.deepEqual(keywords(field(10, rules)), ["PID-10:required"]);
    assert.deepEqual(keywords(field(10, rules), `${pid}||White`), []);
    assert.deepEqual(keywords(field(10, rules), `${pid.replace("|F", "|M")}||White`), ["PID-10:usage"]);
    assert.deepEqual(keywords(field(10, rules), pid.replace("|F", "|M")), []);
  });

  it("of a segment goes by its condition too", () => {
    const rules = { segments: [{ name: "PV1", usage: "C(R/X)", when: { path: "PID-8", equals: "F" } }] };
    assert.deepEqual(keywords(rules, pid), ["PV1:min"]);
    assert.deepEqual(keywords(rules, pid, "PV1||I"), []);
    assert.deepEqual(keywords(rules, pid.replace("|F", "|M"), "PV1||I"), ["PV1:max"]);
  });

  it("of a component looks at its own repetition with .n", () => {
    const rules = component(3, 4, { usage: "C(R/O)", when: { path: ".5", equals: "NI" } });
    assert.deepEqual(keywords(rules), []);
    assert.deepEqual(keywords(rules, pid.replace("STATE", "")), ["PID-3.4:required"]);
    assert.deepEqual(keywords(rules, pid.replace("HOSP", "")), []);
  });
});

describe("conditions", () => {
  const holds = (condition: object, ...segments: readonly string[]): boolean =>
    keywords({ statements: [{ id: "S", must: condition, says: "no" }] }, ...segments).length === 0;

  it("look at texts", () => {
    assert.ok(holds({ path: "PID-8", equals: "F" }) && !holds({ path: "PID-8", equals: "M" }));
    assert.ok(holds({ path: "PID-8", in: ["M", "F"] }) && !holds({ path: "PID-8", in: ["M", "O"] }));
    assert.ok(holds({ path: "PID-7", pattern: "^1980" }) && !holds({ path: "PID-7", pattern: "^1990" }));
    assert.ok(holds({ path: "PID-3[.5=NI].1", equals: "9" }) && holds({ path: "PID-3[2].4.1", equals: "STATE" }));
    assert.ok(!holds({ path: "PID-8", equals: "F" }, pid.replace("|F", "|F&x")), "a text that a raw separator cuts is another one");
  });

  it("ask whether anything is there, and how often", () => {
    assert.ok(holds({ path: "PID-8" }) && !holds({ path: "PID-10" }) && holds({ path: "PID-10", valued: false }) && !holds({ path: "PID-8", valued: false }));
    assert.ok(holds({ path: "PID-3", min: 2, max: 2 }) && !holds({ path: "PID-3", min: 3 }) && !holds({ path: "PID-3", max: 1 }));
    assert.ok(holds({ path: "OBX-3", min: 2 }, pid, "OBX|1||a", "OBX|2||b"));
  });

  it("are true of one of several, or of every one", () => {
    assert.ok(holds({ path: "PID-3.5", equals: "MR" }) && !holds({ path: "PID-3.5", equals: "MR", every: true }) && holds({ path: "PID-3.5", in: ["MR", "NI"], every: true }));
    assert.ok(!holds({ path: "PID-10", equals: "x", every: true }), "of nothing, nothing is true");
  });

  it("compare parts", () => {
    const obr = "OBR|1|A^E|B^L|x|||202401310800|202401310700";
    assert.ok(holds({ path: "OBR-1", sameAs: "PID-1" }, pid, obr) && !holds({ path: "OBR-2", sameAs: "OBR-3" }, pid, obr));
    assert.ok(!holds({ path: "OBR-7", notAfter: "OBR-8" }, pid, obr) && holds({ path: "OBR-8", notAfter: "OBR-7" }, pid, obr));
    assert.ok(holds({ path: "OBR-7", notAfter: "MSH-7" }, pid, obr), "the day is all that both say");
  });

  it("combine", () => {
    const [yes, no] = [{ path: "PID-8", equals: "F" }, { path: "PID-8", equals: "M" }];
    assert.ok(holds({ all: [yes, yes] }) && !holds({ all: [yes, no] }) && holds({ any: [no, yes] }) && !holds({ any: [no, no] }) && holds({ not: no }) && !holds({ not: yes }));
  });
});

describe("statements", () => {
  it("are kept where their condition holds, by the segment they belong to", () => {
    const rules = { segments: [{ name: "OBX", statements: [{ id: "LAB-7", when: { path: "OBX-2", equals: "NM" }, must: { path: "OBX-6" }, says: "{name} has a number without a unit.", why: "5 of what?" }] }] };
    const verdict = checkWith({ schema: { hl7v2: rules }, format: "hl7v2", text: [header, pid, "OBX|1|NM|a||5|g", "OBX|2|ST|a||x", "OBX|3|NM|a||5"].join("\r") });
    assert.deepEqual(verdict.findings.map(({ message, why, keyword, pointer }) => [message, why, keyword, pointer]), [["OBX[3] has a number without a unit.", "5 of what?", "hl7v2(LAB-7)", "/segments/4"]]);
  });

  it("of a field are asked of each repetition", () => {
    const rules = field(3, { statements: [{ id: "ID-1", must: { path: ".4", equals: "HOSP" }, says: "{name} is not from HOSP." }] });
    const verdict = checkWith({ schema: { hl7v2: rules }, format: "hl7v2", text: [header, pid].join("\r") });
    assert.deepEqual(verdict.findings.map(({ message, pointer }) => [message, pointer]), [["PID-3[2] (patient identifiers) is not from HOSP.", "/segments/1/fields/2/1"]]);
  });
});

describe("texts", () => {
  it("are compared as they are parted: a raw & is no escaped one", () => {
    const rules = { segments: [{ name: "OBX", fields: { 5: { equals: "a & b" } } }] };
    const twice = { segments: [{ name: "OBX", fields: { 5: { components: { 1: { equals: ["a ", " b"] } } } } }] };
    assert.deepEqual(keywords(rules, pid, "OBX|1|ST|x||a \\T\\ b"), []);
    assert.deepEqual(keywords(rules, pid, "OBX|1|ST|x||a & b"), ["OBX-5:equals"]);
    assert.deepEqual(keywords(twice, pid, "OBX|1|ST|x||a & b&"), []);
    assert.deepEqual(keywords(twice, pid, "OBX|1|ST|x||a \\T\\ b"), ["OBX-5.1:equals"]);
    assert.deepEqual(keywords({ segments: [{ name: "OBX", fields: { 5: { pattern: "^a & b$" } } }] }, pid, "OBX|1|ST|x||a & b"), ["OBX-5:pattern"]);
    assert.deepEqual(keywords({ segments: [{ name: "OBX", min: 1, where: { 5: "a & b" } }] }, pid, "OBX|1|ST|x||a & b"), ["OBX[OBX-5.1 a & b]:min"]);
  });

  it("have lengths, in characters", () => {
    assert.deepEqual(keywords(field(8, { minLength: 2 })), ["PID-8:minLength"]);
    assert.deepEqual(keywords(field(8, { maxLength: 1 }), pid.replace("|F", "|😀")), []);
    assert.deepEqual(keywords(field(5, { maxLength: 8 })), ["PID-5:maxLength"]);
    assert.deepEqual(keywords(component(5, 1, { maxLength: 4 })), ["PID-5.1:maxLength"]);
  });

  it("keep to data types, down to subcomponents", () => {
    assert.deepEqual(keywords(field(7, { type: "DT" }), pid.replace("0229", "0230")), ["PID-7:type"]);
    assert.deepEqual(keywords(field(5, { type: "NM" })), ["PID-5:type"]);
    assert.deepEqual(keywords(field(3, { type: "CX" }), pid.replace("123^", "^")), ["PID-3.1:required"]);
    assert.deepEqual(keywords(component(3, 4, { subcomponents: { 2: { usage: "R", type: "ST" } } })), ["PID-3.4.2:required", "PID-3.4.2:required"]);
    assert.deepEqual(keywords(component(3, 4, { subcomponents: { 1: { equals: "HOSP" } } })), ["PID-3.4.1:equals"]);
  });

  it("are codes of a value set, or of any table that is named", () => {
    assert.deepEqual(keywords(field(8, { valueSet: ["M"] })), ["PID-8:table"]);
    assert.deepEqual(keywords({ valueSets: { sex: { codes: [{ code: "F" }] } }, ...field(8, { valueSet: "sex" }) }), []);
    assert.deepEqual(keywords(field(8, { table: "0001" }), pid.replace("|F", "|W")), ["PID-8:table"]);
    assert.deepEqual(keywords(component(3, 5, { valueSet: ["MR"] })), ["PID-3.5:table"]);
  });

  it("have the type that another field gives", () => {
    const rules = { segments: [{ name: "OBX", fields: { 5: { type: "varies" } } }] };
    assert.deepEqual(keywords(rules, pid, "OBX|1|NM|x||1e3"), ["OBX-5:type"]);
    assert.deepEqual(keywords(rules, pid, "OBX|1|ST|x||1e3"), []);
    assert.deepEqual(keywords(rules, pid, "OBX|1||x||5"), ["OBX-2:type"]);
  });
});

describe("a structure", () => {
  const obx = { segment: "OBX", usage: "R", fields: { 11: { usage: "R" } } };
  const result = { group: "RESULT", usage: "R", max: "*", parts: [{ segment: "OBR", usage: "R" }, { group: "VALUE", max: "*", parts: [obx, { segment: "NTE", max: "*" }] }] };
  const rules = { title: "LAB", structure: [{ segment: "MSH", usage: "R" }, { segment: "PID", usage: "R", fields: { 8: { usage: "R" } } }, result] };

  it("has segments and groups in their order, with the rules of each place", () => {
    assert.deepEqual(keywords(rules, pid, "OBR|1", "OBX|1||||||||||F", "NTE|1", "OBR|2"), []);
    assert.deepEqual(keywords(rules, pid.slice(0, -1), "OBR|1", "OBX|1"), ["PID-8:required", "OBX-11:required"]);
    assert.deepEqual(keywords(rules, pid), ["RESULT:min"]);
    assert.deepEqual(keywords(rules, pid, "OBX|1||||||||||F"), ["OBR:min"]);
  });

  it("admits no other segments unless it is open", () => {
    assert.deepEqual(keywords(rules, pid, "OBR|1", "SPM|1", "ZAB|1"), ["SPM:structure"]);
    assert.deepEqual(keywords({ ...rules, open: true }, pid, "OBR|1", "SPM|1", "ZAB|1"), []);
  });

  it("tells places of one segment apart by what they hold", () => {
    const places = { structure: [{ segment: "MSH" }, { segment: "PID" }, { segment: "OBX", usage: "R", where: { 3: "A" } }, { segment: "OBX", usage: "R", where: { 3: "B" } }] };
    assert.deepEqual(keywords(places, pid, "OBX|1||A", "OBX|2||B"), []);
    assert.deepEqual(keywords(places, pid, "OBX|1||A"), ["OBX[OBX-3.1 B]:min"]);
  });

  it("looks for conditions in the nearest group first", () => {
    const near = { structure: [{ segment: "MSH" }, { segment: "PID" }, { group: "G", max: "*", parts: [{ segment: "OBR", usage: "R" }, { segment: "OBX", max: "*", fields: { 6: { usage: "C(R/O)", when: { path: "OBR-4", equals: "U" } } } }] }] };
    assert.deepEqual(keywords(near, pid, "OBR|1|||V", "OBX|1", "OBR|2|||U", "OBX|1|||||g"), []);
    assert.deepEqual(keywords(near, pid, "OBR|1|||U", "OBX|1", "OBR|2|||V", "OBX|1"), ["OBX-6:required"]);
  });

  it("has parts that depend on a condition", () => {
    const depends = { structure: [{ segment: "MSH" }, { segment: "PID" }, { segment: "PV1", usage: "C(R/X)", when: { path: "PID-8", equals: "F" } }] };
    assert.deepEqual(keywords(depends, pid), ["PV1:min"]);
    assert.deepEqual(keywords(depends, pid.replace("|F", "|M"), "PV1||I"), ["PV1:max"]);
  });
});

describe("a profile with the standard's own rules", () => {
  it("refuses exactly what the editor marks as an error", () => {
    for (const { title, text } of issueCases) {
      const document = hl7v2Reader.read(text);
      const marked = checkDocument(document, smallDictionaryFor).filter(({ severity, code }) => severity === "error" || /notChecked\.(?:version|message)/.test(code));
      const verdict = checkWith({ schema: { hl7v2: { standard: true } }, text, format: "hl7v2" });
      assert.deepEqual(verdict.findings.map(({ code, pointer, message }) => [code, pointer, message === ""]).sort(), marked.map(({ code, pointer }) => [code, pointer, false]).sort(), title);
    }
  });

  it("says first what the profile says of the same", () => {
    const rules = { standard: true, ...field(5, { usage: "R", says: "A name, please." }) };
    const verdict = checkWith({ schema: { hl7v2: rules }, format: "hl7v2", text: [header, "PID|1||123", "OBR|1|||x"].join("\r") });
    assert.deepEqual(verdict.findings.map(({ message }) => message), ["A name, please."]);
  });
});

describe("a profile in a file of its own", () => {
  const lab = JSON.stringify({ $schema: "x", title: "LAB", segments: [{ name: "PID", fields: { 10: { usage: "R" } } }] });
  const check = (hl7v2: object, profile: string | undefined): ReturnType<typeof checkWith> =>
    checkWith({ schema: { hl7v2 }, format: "hl7v2", text: [header, pid].join("\r"), resources: profile === undefined ? {} : { "profiles/lab.profile.json": profile } });

  it("holds together with what stands beside its name", () => {
    const verdict = check({ profile: "profiles/lab.profile.json", ...field(8, { equals: "M" }) }, lab);
    assert.deepEqual(verdict.findings.map(({ keyword }) => keyword).sort(), ["hl7v2(PID-10:required)", "hl7v2(PID-8:equals)"]);
  });

  const faults: Readonly<Record<string, readonly [profile: string | undefined, code: string, message: RegExp]>> = {
    "is not there": [undefined, "schema.fileMissing", /checks\/profiles\/lab\.profile\.json/],
    "is no JSON": ["{", "schema.notJson", /lab\.profile\.json is not JSON/],
    "is no profile": [JSON.stringify({ segmentz: [] }), "hl7v2Profile.unfit", /lab\.profile\.json.*"segmentz".*"segments"/],
    "names another profile": [JSON.stringify({ profile: "x" }), "hl7v2Profile.nested", /further profile/],
  };
  for (const [title, [profile, code, message]] of Object.entries(faults)) {
    it(`says so when it ${title}`, () => {
      const verdict = check({ profile: "profiles/lab.profile.json" }, profile);
      assert.deepEqual([verdict.outcome, verdict.findings[0]?.code], ["errored", code]);
      assert.match(verdict.findings[0]?.message ?? "", message);
    });
  }
});

describe("what an author got wrong in a profile", () => {
  const faults: Readonly<Record<string, readonly [hl7v2: object, code: string]>> = {
    "a condition that is missing": [field(8, { usage: "C(R/O)" }), "hl7v2Profile.whenMissing"],
    "a path that is none": [field(8, { usage: "R", when: { path: "PID8" } }), "hl7v2Profile.path"],
    "a value set that is not there": [field(8, { valueSet: "sex" }), "hl7v2Profile.valueSet"],
    "a table without codes": [field(8, { table: "9999" }), "hl7v2Profile.table"],
    "a data type that is none": [field(8, { type: "NUMBER" }), "hl7v2Profile.type"],
    "a version that is not known": [{ standard: true, version: "2.1" }, "hl7v2Profile.version"],
  };
  for (const [title, [hl7v2, code]] of Object.entries(faults)) {
    it(`is told as his: ${title}`, () => {
      const verdict = checkWith({ schema: { hl7v2 }, format: "hl7v2", text: [header, pid].join("\r") });
      assert.deepEqual([verdict.outcome, verdict.findings[0]?.code], ["errored", code]);
      assert.match(verdict.findings[0]?.message ?? "", /checks\/x\.schema\.json#\/hl7v2/);
    });
  }
});

describe("hl7v2-profile.schema.json", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addFormat("regex", isPattern);
  ajv.addSchema(vocabulary);
  const validate = ajv.compile({ ...profileSchema, $id: "https://health-it-katas.dev/schemas/hl7v2-profile.schema.json" });

  it("admits profiles", () => {
    for (const profile of [{ standard: true }, { $schema: "x", title: "t", message: "ORU^R01", structure: [{ segment: "MSH", usage: "R" }, { group: "G", parts: [{ segment: "OBX", max: "*" }] }] }, { valueSets: { a: { codes: ["x", { code: "y", display: "Y" }] } }, segments: [] }]) {
      assert.ok(validate(profile), JSON.stringify(validate.errors));
    }
  });

  it("refuses what is none", () => {
    const unsound: readonly unknown[] = [
      {}, [], { structure: [] }, { structure: [{}] }, { structure: [{ group: "G" }] }, { structure: [{ segment: "MSH", max: "many" }] }, { segments: [{ name: "PID", usage: "M" }] },
      { segments: [{ name: "PID", usage: "C(R)" }] }, { statements: [{ id: "a", must: { path: "PID-3" } }] }, { statements: [{ id: "a b", must: { path: "PID-3" }, says: "s" }] }, { valueSets: { a: { codes: [] } } },
      { segments: [{ name: "PID", fields: { 3: { when: {} } } }] }, { segments: [{ name: "PID", fields: { 3: { when: { patth: "PID-1" } } } }] },
    ];
    for (const profile of unsound) {
      assert.ok(!validate(profile), JSON.stringify(profile));
    }
  });

  it("describes every member, so that completion and hover help", () => {
    for (const [name, definition] of Object.entries(vocabulary.$defs).filter(([each]) => each.startsWith("hl7v2"))) {
      for (const [member, schema] of Object.entries("properties" in definition ? definition.properties : {}) as readonly (readonly [string, object])[]) {
        const target = "$ref" in schema ? Object.entries(vocabulary.$defs).find(([each]) => schema.$ref === `#/$defs/${each}`)?.[1] : undefined;
        assert.ok("description" in schema || (target !== undefined && "description" in target), `${name}.${member}`);
      }
    }
  });

  it("is contributed for files of that name", () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, "../../../../../package.json"), "utf8")) as { contributes: { jsonValidation: { fileMatch: string[]; url: string }[] } };
    assert.deepEqual(manifest.contributes.jsonValidation.find(({ url }) => url.endsWith("hl7v2-profile.schema.json"))?.fileMatch, ["*.profile.json"]);
  });
});

describe("the hl7v2 keyword", () => {
  it("never throws on a message, whatever the profile asks", () => {
    const rules = fc.record({
      usage: fc.constantFrom("R", "RE", "O", "X", "B", "W", "C", "C(R/X)"), when: fc.constantFrom({ path: "PID-8" }, { path: ".1", equals: "x" }, { not: { path: "OBX-5", every: true, in: ["a"] } }), type: fc.constantFrom("NM", "CX", "DT", "varies", "XPN"),
      min: fc.nat(2), max: fc.nat(2), minLength: fc.nat(3), maxLength: fc.nat(3), pattern: fc.constant("^a"), equals: fc.constantFrom("a", ["a", "b"]), valueSet: fc.constant(["a"]),
    }, { requiredKeys: ["when"] });
    fc.assert(fc.property(rules, fc.constantFrom(...issueCases.map(({ text }) => text)), (drawn, text) => {
      const verdict = checkWith({ schema: { hl7v2: { segments: ["PID", "OBX", "ZZZ"].map((name) => ({ name, fields: { 3: drawn, 5: drawn } })) } }, text, format: "hl7v2" });
      assert.notEqual(verdict.outcome, "errored", verdict.findings[0]?.message);
    }), { numRuns: 60 });
  });
});
