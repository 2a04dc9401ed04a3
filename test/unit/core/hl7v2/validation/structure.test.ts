import assert from "node:assert/strict";
import fc from "fast-check";
import type { StructurePart } from "../../../../../src/core/hl7v2/dictionary/definitions";
import { align, type PlacedGroup } from "../../../../../src/core/hl7v2/validation/structureAlignment";
import { checkStructure } from "../../../../../src/core/hl7v2/validation/structureCheck";
import { StructureMap } from "../../../../../src/core/hl7v2/validation/structureMap";
import { group, smallDictionary, structure } from "../../../../support/smallDictionary";

function check(parts: readonly StructurePart[], names: string): readonly string[] {
  return checkStructure(names.split(" "), { name: "S", map: new StructureMap(parts), closed: true }).findings.map(({ code, index, args }) => `${code.slice("hl7v2.".length)} ${String(args["group"] ?? args["segment"])} @${String(index)}`);
}

function known(id: string): readonly StructurePart[] {
  return smallDictionary().message("", "", id)?.parts ?? assert.fail(id);
}

/** How segments were grouped: `MSH (PID (OBR OBX))`. */
function read(group: PlacedGroup, names: readonly string[]): string {
  return group.parts.map((part) => (part.kind === "segment" ? names[part.index] : `(${read(part, names)})`)).join(" ");
}

function grouped(parts: readonly StructurePart[], names: string): string {
  const list = names.split(" ");
  return read(align(list, new StructureMap(parts)).root, list);
}

describe("the segments of a message", () => {
  const adt = structure("MSH", "EVN", "PID", "NK1*", "PV1", "OBX*");

  it("are right in their order, with and without the optional ones", () => {
    for (const names of ["MSH EVN PID PV1", "MSH EVN PID NK1 NK1 PV1 OBX OBX", "MSH ZAA EVN PID ZBB PV1 ZCC"]) {
      assert.deepEqual(check(adt, names), [], names);
    }
  });

  it("that are missing are told once each, at the segment before", () => {
    assert.deepEqual(check(adt, "MSH PID PV1"), ["segmentMissing.after EVN @0"]);
    assert.deepEqual(check(adt, "MSH EVN PID NK1"), ["segmentMissing.after PV1 @3"]);
    assert.deepEqual(check(adt, "MSH"), ["segmentMissing.after EVN @0", "segmentMissing.after PID @0", "segmentMissing.after PV1 @0"]);
    assert.deepEqual(check(adt, "EVN PID PV1"), ["segmentMissing.before MSH @0"]);
  });

  it("that are out of order are told once, and not as missing too", () => {
    assert.deepEqual(check(adt, "MSH EVN PV1 PID"), ["segmentOrder.after PV1 @2"]);
    assert.deepEqual(check(adt, "MSH EVN PID PV1 NK1"), ["segmentOrder.between NK1 @4"]);
  });

  it("that come too often or do not belong are told where they stand", () => {
    assert.deepEqual(check(adt, "MSH EVN PID PID PV1"), ["segmentTooMany PID @3"]);
    assert.deepEqual(check(adt, "MSH EVN PID PV1 EVN"), ["segmentAgain EVN @4"]);
    assert.deepEqual(check(adt, "MSH EVN PID OBR PV1 QQQ"), ["segmentUnexpected OBR @3", "segmentUnexpected QQQ @5"]);
  });

  it("are counted where a number is given", () => {
    const two: readonly StructurePart[] = [...structure("MSH"), { kind: "segment", segment: "OBX", min: 2, max: 3 }];
    assert.deepEqual(check(two, "MSH OBX OBX"), []);
    assert.deepEqual(check(two, "MSH OBX"), ["segmentFew OBX @1"]);
    assert.deepEqual(check(two, "MSH OBX OBX OBX OBX"), ["segmentTooMany OBX @4"]);
  });
});

describe("groups of segments", () => {
  const oru = known("ORU_R01");

  it("repeat, and what belongs to whom follows from the order", () => {
    assert.equal(grouped(oru, "MSH PID PV1 ORC OBR OBX NTE OBX OBR OBX SPM OBX PID OBR"),
      "MSH ((PID (PV1)) (ORC OBR (OBX NTE) (OBX)) (OBR (OBX) (SPM OBX))) ((PID) (OBR))");
    assert.deepEqual(check(oru, "MSH PID PV1 ORC OBR OBX NTE OBX OBR OBX SPM OBX PID OBR"), []);
  });

  it("miss their first segment", () => {
    assert.deepEqual(check(oru, "MSH PID OBX OBX"), ["segmentMissing.before OBR @2"]);
    assert.deepEqual(check(oru, "MSH PID ORC OBX"), ["segmentMissing.after OBR @2"]);
  });

  it("are missing as a whole", () => {
    assert.deepEqual(check(oru, "MSH PID PV1"), ["groupMissing.after ORDER_OBSERVATION @2"]);
    assert.deepEqual(check(oru, "MSH"), ["groupMissing.after PATIENT_RESULT @0"]);
  });

  it("are read as the next order rather than as a prior result, unless that is all that fits", () => {
    const oml = known("OML_O21");
    assert.deepEqual(check(oml, "MSH PID ORC OBR OBX ORC OBR ORC OBR OBX"), []);
    assert.equal(grouped(oml, "MSH PID ORC OBR OBX ORC OBR OBX"), "MSH PID (ORC (OBR (OBX))) (ORC (OBR (OBX)))");
    assert.equal(grouped(oml, "MSH PID ORC OBR PID ORC OBR OBX"), "MSH PID (ORC (OBR ((PID) (ORC OBR (OBX)))))");
  });

  it("of a choice hold one of their parts", () => {
    const choice = structure("MSH", group("CHOICE|", "OBR", "RXO", group("DIET", "ODS+")), "NTE*");
    assert.deepEqual(check(choice, "MSH RXO NTE"), []);
    assert.deepEqual(check(choice, "MSH ODS ODS"), []);
    assert.deepEqual(check(choice, "MSH NTE"), ["groupMissing.after CHOICE @0"]);
    assert.equal(check(choice, "MSH OBR RXO").length, 1);
  });
});

/** Structures whose segments all have different names, so that there is one way to read a message only. */
const anyStructure: fc.Arbitrary<readonly StructurePart[]> = fc.array(fc.record({ min: fc.integer({ min: 0, max: 1 }), many: fc.boolean(), inner: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 6 }).map((drawn) => {
  let number = 0;
  const segment = (min: number, many: boolean): StructurePart => ({ kind: "segment", segment: `A${String(number++).padStart(2, "0")}`, min, max: many ? Number.POSITIVE_INFINITY : 1 });
  return drawn.map(({ min, many, inner }, index): StructurePart => (inner === 0 ? segment(min, many) : {
    kind: "group", name: `G${String(index)}`, min, max: many ? Number.POSITIVE_INFINITY : 1, parts: [segment(1, false), ...Array.from({ length: inner }, (_, place) => segment(place % 2, place % 3 === 0))],
  }));
});

/** A message of a structure: `pick` says how many of each part there are. */
function written(parts: readonly StructurePart[], pick: () => number): readonly string[] {
  return parts.flatMap((part) => {
    const count = part.min + (part.max > part.min ? pick() % (part.max === 1 ? 2 - part.min : 3) : 0);
    return Array.from({ length: count }, () => (part.kind === "segment" ? [part.segment] : written(part.parts, pick))).flat();
  });
}

const structureAndMessage = fc.tuple(anyStructure, fc.infiniteStream(fc.nat(100))).map(([parts, stream]) => {
  const iterator = stream[Symbol.iterator]();
  return { parts, names: written(parts, () => Number(iterator.next().value)) };
});

describe("any structure", () => {
  it("admits every message that was made from it", () => {
    fc.assert(fc.property(structureAndMessage, ({ parts, names }) => {
      assert.deepEqual(checkStructure(names, { name: "S", map: new StructureMap(parts), closed: true }).findings, []);
    }), { numRuns: 500 });
  });

  it("tells when a required segment is taken out, whichever it is", () => {
    fc.assert(fc.property(structureAndMessage, fc.nat(), ({ parts, names }, drawn) => {
      const required = [...names.keys()].filter((index) => isRequired(parts, names[index] ?? ""));
      const at = required[drawn % Math.max(1, required.length)];
      fc.pre(at !== undefined && names.length > 1);
      const { findings } = checkStructure(names.filter((_, index) => index !== at), { name: "S", map: new StructureMap(parts), closed: true });
      assert.ok(findings.length > 0);
    }), { numRuns: 500 });
  });

  it("tells of a segment that is put into the wrong place, and never throws", () => {
    fc.assert(fc.property(structureAndMessage, fc.array(fc.constantFrom("A00", "A01", "A05", "QQQ", "ZAB"), { maxLength: 8 }), ({ parts, names }, more) => {
      const { findings, alignment } = checkStructure([...more, ...names], { name: "S", map: new StructureMap(parts), closed: true });
      assert.ok(findings.every(({ index }) => index >= 0 && index < Math.max(1, more.length + names.length)));
      assert.equal(alignment.strangers.length, [...more, ...names].filter((name) => name === "QQQ" || (name.startsWith("A") && !has(parts, name))).length);
    }), { numRuns: 500 });
  });
});

/** Whether a segment comes exactly once in its group, so that without it something is missing. */
function isRequired(parts: readonly StructurePart[], name: string): boolean {
  return parts.some((part) => (part.kind === "segment" ? part.segment === name && part.min > 0 && part.max === 1 : part.parts.length > 0 && isRequired(part.parts, name) && part.parts.some((each) => each.kind === "segment" && each.segment === name && keepsGroup(part.parts, name))));
}

/** Whether something of the group is left for sure when the segment is taken out: otherwise an optional group is simply not there. */
function keepsGroup(parts: readonly StructurePart[], name: string): boolean {
  return parts.some((part) => part.kind === "segment" && part.segment !== name && part.min > 0);
}

function has(parts: readonly StructurePart[], name: string): boolean {
  return parts.some((part) => (part.kind === "segment" ? part.segment === name : has(part.parts, name)));
}
