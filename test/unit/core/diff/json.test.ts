import assert from "node:assert/strict";
import fc from "fast-check";
import type { JsonValue } from "../../../../src/core/documents/document";
import { formatPointer } from "../../../../src/core/documents/jsonPointer";
import { toleranceNames, toleranceOf, parseTolerance, type Tolerance } from "../../../../src/core/diff/tolerance";
import { brief, differences } from "../../../support/differences";

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
const diff = (expected: unknown, actual: unknown, tolerance?: Tolerance): readonly string[] => brief(differences("json", textOf(expected), textOf(actual), tolerance));

/** A bundle of a patient and two observations about it, under other names and in another order each time. */
function bundle(ids: readonly [string, string, string], order: readonly number[] = [0, 1, 2]): unknown {
  const [patient, rate, pressure] = ids;
  const observation = (id: string, code: string, more: object = {}): unknown => ({
    fullUrl: `urn:uuid:${id}`,
    resource: { resourceType: "Observation", id, status: "final", code: { coding: [{ system: "http://loinc.org", code }] }, subject: { reference: `urn:uuid:${patient}` }, ...more },
  });
  const entries = [
    { fullUrl: `urn:uuid:${patient}`, resource: { resourceType: "Patient", id: patient, name: [{ family: "Doe" }] } },
    observation(rate, "8867-4"),
    observation(pressure, "85354-9", { derivedFrom: [{ reference: `urn:uuid:${rate}` }] }),
  ];
  return { resourceType: "Bundle", type: "collection", entry: order.map((index) => entries[index]) };
}

describe("difference of JSON documents", () => {
  it("names the element, with pointers into both documents", () => {
    const expected = { resourceType: "Patient", name: [{ family: "Doe", given: ["Ann"] }], gender: "female" };
    const actual = { gender: "male", name: [{ given: ["Ann", "B"], family: "Doe" }], resourceType: "Patient", active: true };
    assert.deepEqual(diff(expected, actual), ["changed gender: \"female\" -> \"male\"", "added name[0].given[1]: \"B\"", "added active: true"]);
    const [found] = differences("json", textOf(expected), textOf(actual));
    assert.deepEqual(found?.pointers, { expected: "/gender", actual: "/gender" });
    assert.deepEqual(found?.ranges.actual.start, { line: 1, character: 12 });
    assert.equal(found?.message, "gender is \"male\"; \"female\" is expected.");
  });

  it("counts neither layout, nor the order of properties, nor how a string is escaped", () => {
    assert.deepEqual(diff("{\"a\":\"\\u00fc\",\"b\":[1,2]}", "{ \"b\" : [ 1,\n2 ], \"a\": \"ü\" }"), []);
  });

  it("counts how a number is written, unless precision is tolerated", () => {
    assert.deepEqual(diff("{\"value\":7.0}", "{\"value\":7.00}"), ["changed value: 7.0 -> 7.00"]);
    assert.deepEqual(diff("{\"value\":7.0}", "{\"value\":7.00}", { precision: true }), []);
    assert.deepEqual(diff("{\"value\":70}", "{\"value\":7.0e1}", { precision: true }), []);
    assert.deepEqual(diff("{\"value\":0.1234567890123456789}", "{\"value\":0.1234567890123456788}", { precision: true }), ["changed value: 0.1234567890123456789 -> 0.1234567890123456788"]);
    assert.deepEqual(diff({ value: 7 }, { value: "7" }, { precision: true }), ["changed value: 7 -> \"7\""]);
    assert.deepEqual(diff({ at: "2024-03-01T12:00:00+01:00", on: "2024" }, { at: "2024-03-01T11:00:00Z", on: "2024-03" }, { precision: true }), []);
  });

  it("reports an item that was put in once", () => {
    const items = Array.from({ length: 50 }, (_, index) => ({ system: "s", value: `v${String(index)}`, use: "usual" }));
    const more = [...items.slice(0, 7), { system: "s", value: "new", use: "usual" }, ...items.slice(7)];
    const [found, ...others] = differences("json", textOf({ identifier: items }), textOf({ identifier: more }));
    assert.deepEqual(others, []);
    assert.deepEqual([found?.kind, found?.path, found?.pointers], ["added", "identifier[7]", { expected: "/identifier", actual: "/identifier/7" }]);
  });

  it("pairs items by what they are known by", () => {
    const extensions = (first: string, second: string): unknown => ({ extension: [{ url: "http://a", valueString: first }, { url: "http://b", valueString: second }] });
    assert.deepEqual(diff(extensions("1", "2"), { extension: [{ url: "http://c", valueString: "1" }, { url: "http://a", valueString: "9" }, { url: "http://b", valueString: "2" }] }), ["added extension[0]: {\n      \"url\": \"http://c\",\n      \"valueString\": \"1\"\n    }", "changed extension[1].valueString: \"1\" -> \"9\""]);
    assert.deepEqual(diff(bundle(["a", "b", "c"]), bundle(["a", "b", "c"], [2, 0])), ["moved entry[1]", "removed entry[1]"]);
  });

  it("calls a resource in the place of another one removed and added, not changed throughout", () => {
    const of = (id: string, name: string): unknown => ({ entry: [{ fullUrl: `http://x/Patient/${id}`, resource: { resourceType: "Patient", id, name: [{ family: name }], gender: name, birthDate: id, active: true } }] });
    const two = (id: string, name: string): unknown => ({ entry: [...(of("0", "zero") as { entry: unknown[] }).entry, ...(of(id, name) as { entry: unknown[] }).entry] });
    assert.deepEqual(diff(two("1", "one"), two("2", "two")), ["removed entry[1]", "added entry[1]"]);
    assert.deepEqual(diff(two("1", "one"), textOf(two("1", "one")).replace("Patient/1", "Patient/9")), ["changed entry[1].fullUrl: \"http://x/Patient/1\" -> \"http://x/Patient/9\""]);
  });

  it("tolerates another order, of all lists or of some", () => {
    const [a, b] = [{ x: [1, 2, { y: ["a", "b"] }], z: ["a", "b"] }, { x: [{ y: ["b", "a"] }, 2, 1], z: ["b", "a"] }];
    assert.deepEqual(diff(a, b, { order: true }), []);
    assert.deepEqual(diff(a, b, { order: ["x", "x.y"] }), ["moved z[1]"]);
    assert.deepEqual(diff({ x: [1, 1, 2] }, { x: [1, 2, 2] }, { order: true }).length, 1, "how often something is there counts");
  });

  it("tolerates other ids as long as each stands for one thing throughout", () => {
    const ids = { ids: true };
    assert.deepEqual(diff(bundle(["a", "b", "c"]), bundle(["1", "2", "3"]), ids), []);
    assert.deepEqual(diff(bundle(["a", "b", "c"]), bundle(["1", "2", "3"], [2, 0, 1]), { ...ids, order: true }), []);
    const wrong = textOf(bundle(["1", "2", "3"])).replace("\"reference\": \"urn:uuid:2\"", "\"reference\": \"urn:uuid:1\"");
    assert.deepEqual(diff(bundle(["a", "b", "c"]), wrong, ids), ["changed entry[2].resource.derivedFrom[0].reference: \"urn:uuid:b\" -> \"urn:uuid:1\""]);
    assert.ok(diff(bundle(["a", "b", "c"]), bundle(["1", "2", "3"])).length > 5);
    const contained = (id: string, reference = `#${id}`): unknown => ({ resourceType: "Observation", contained: [{ resourceType: "Patient", id }], subject: { reference } });
    assert.deepEqual(diff(contained("p"), contained("q"), ids), []);
    assert.deepEqual(diff(contained("p"), contained("q", "#none"), ids), ["changed subject.reference: \"#p\" -> \"#none\""]);
    const byType = (id: string): unknown => ({ resourceType: "Bundle", entry: [{ resource: { resourceType: "Patient", id } }, { resource: { resourceType: "Observation", subject: { reference: `Patient/${id}` } } }] });
    assert.deepEqual(diff(byType("1"), byType("2"), ids), []);
    assert.deepEqual(diff({ resourceType: "Patient", id: "1", link: [{ other: { reference: "Patient/5" } }] }, { resourceType: "Patient", link: [{ other: { reference: "Patient/6" } }] }, ids), ["changed link[0].other.reference: \"Patient/5\" -> \"Patient/6\""]);
  });

  it("tolerates what servers write and what is made of the rest", () => {
    const of = (version: string, text: string): unknown => ({ resourceType: "Bundle", meta: { lastUpdated: version }, entry: [{ resource: { resourceType: "Patient", meta: { versionId: version, profile: ["p"] }, text: { div: text }, maritalStatus: { text: "x" } } }] });
    assert.deepEqual(diff(of("1", "a"), of("2", "b"), { meta: true, narrative: true }), []);
    assert.deepEqual(diff(of("1", "a"), of("2", "b"), { meta: true }), ["changed entry[0].resource.text.div: \"a\" -> \"b\""]);
    assert.deepEqual(diff({ text: "a" }, { text: "b" }, { narrative: true }), ["changed text: \"a\" -> \"b\""], "a text of something that is no resource");
  });

  it("passes over what is to be ignored", () => {
    const of = (value: number): unknown => ({ resourceType: "Bundle", a: { b: value }, entry: [{ resource: { resourceType: "Patient", birthDate: value, photo: [{ size: value }] } }, { resource: { resourceType: "Group", quantity: value } }] });
    const everything = ["a.b", "entry[0].resource.birthDate", "Patient.photo", "entry.resource.quantity"];
    assert.deepEqual(diff(of(1), of(2), { ignore: everything }), []);
    everything.forEach((path) => assert.equal(diff(of(1), of(2), { ignore: everything.filter((other) => other !== path) }).length, 1, path));
    assert.deepEqual(diff(of(1), of(2), { ignore: ["/a", "**.size", "birthDate", "quantity"] }), []);
    assert.deepEqual(diff({ a: [1, 2] }, { a: [5, 6] }, { ignore: ["a[1]"] }), ["changed a[0]: 1 -> 5"]);
    assert.throws(() => diff({}, {}, { ignore: ["a[x]"] }), /names no place/);
  });

  it("compares what cannot be read whole as far as it goes, and says when there is nothing", () => {
    assert.deepEqual(diff("{\"a\": 1, \"b\"", "{\"a\": 2}"), ["changed a: 1 -> 2"]);
    assert.deepEqual(diff("", "  "), []);
    assert.deepEqual(diff("", "1").length, 1);
    assert.deepEqual(diff("{\"a\":1,\"a\":2}", "{\"a\":2}"), [], "of a property that is given twice the last one counts");
  });

  it("refuses documents of two formats", () => {
    assert.throws(() => differences("hl7v2", "MSH|", "MSH|", parseTolerance("nonsense")), /There is no tolerance "nonsense"/);
  });

  const json = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<JsonValue>("a", "b", "2024", "2024-03-01", "Patient/1", "#x", 0, 1, 7.5, true, null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom("id", "system", "value", "name", "entry", "resource", "contained", "resourceType", "url", "text", "meta", "__proto__"), tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  it("finds nothing between a document and itself, whatever it is and whatever is tolerated", () => {
    fc.assert(fc.property(json, fc.subarray([...toleranceNames]), (value, names) => {
      assert.deepEqual(diff(JSON.stringify(value), JSON.stringify(value, null, 2), toleranceOf(names)), []);
    }), { numRuns: 300 });
  });

  it("finds something exactly when the other way round finds something, and only where something differs", () => {
    fc.assert(fc.property(json, json, fc.subarray([...toleranceNames]), (a, b, names) => {
      const [one, other] = [differences("json", JSON.stringify(a), JSON.stringify(b), toleranceOf(names)), differences("json", JSON.stringify(b), JSON.stringify(a), toleranceOf(names))];
      assert.equal(one.length > 0, other.length > 0);
      assert.ok(one.length === 0 || differences("json", JSON.stringify(a), JSON.stringify(b)).length > 0);
    }), { numRuns: 500 });
  });

  it("finds every single change of a value exactly where it was made; tolerance takes away at most that", () => {
    fc.assert(fc.property(json, fc.nat(), fc.subarray([...toleranceNames]), (value, chance, names) => {
      const places: (readonly (string | number)[])[] = [];
      const walk = (part: JsonValue, at: readonly (string | number)[]): void => {
        if (typeof part !== "object" || part === null) {
          places.push(at);
        } else {
          Object.entries(part).forEach(([key, child]) => walk(child, [...at, Array.isArray(part) ? Number(key) : key]));
        }
      };
      walk(value, []);
      const place = places[chance % Math.max(1, places.length)];
      if (place === undefined || place.includes("__proto__")) {
        return;
      }
      const changed = place.length === 0 ? "CHANGED" : structuredClone<JsonValue>(value);
      if (place.length > 0) {
        const holder = place.slice(0, -1).reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], changed) as Record<string | number, unknown>;
        holder[place.at(-1) ?? ""] = "CHANGED";
      }
      const found = differences("json", JSON.stringify(value), JSON.stringify(changed));
      assert.deepEqual(found.map(({ kind, pointers }) => [kind, pointers.actual]), [["changed", formatPointer(place)]]);
      // A resource of another type, or an object that becomes a resource, is another thing: its id is one then.
      assert.ok(place.at(-1) === "resourceType" || differences("json", JSON.stringify(value), JSON.stringify(changed), toleranceOf(names)).length <= 1);
    }), { numRuns: 500 });
  });
});
