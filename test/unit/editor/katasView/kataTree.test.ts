import assert from "node:assert/strict";
import type { KataSummary } from "../../../../src/core/packs/kata";
import type { KataState } from "../../../../src/core/progress/kataState";
import { noFilter, parseFilter } from "../../../../src/editor/katasView/kataFilter";
import { buildTree, nextKata } from "../../../../src/editor/katasView/kataTree";

const kata = (id: string, track: string, level: number): KataSummary => ({
  pack: "@health-it-katas/any", id, uuid: `uuid-${id}`, title: id, track, level, minutes: 20, kind: "author", competencies: [],
});
const summaries = [kata("fix", "hl7v2", 2), kata("read", "hl7v2", 1), kata("first", "fhir", 1), kata("own", "a-track-of-their-own", 1), kata("parse", "hl7v2", 2)];
const states: Readonly<Record<string, KataState>> = { "uuid-read": "passed", "uuid-fix": "failed" };
const stateOf = (uuid: string): KataState => states[uuid] ?? "notStarted";
const outline = (filter = noFilter): unknown =>
  buildTree(summaries, stateOf, filter).map(({ track, katas, passed, total }) => [track, katas.map(({ summary }) => summary.id).join(" "), `${String(passed)}/${String(total)}`]);

describe("the list of katas", () => {
  it("has the tracks in the order of the curriculum and foreign ones last, the katas by level and then as listed", () => {
    assert.deepEqual(outline(), [
      ["hl7v2", "read fix parse", "1/3"],
      ["fhir", "first", "0/1"],
      ["a-track-of-their-own", "own", "0/1"],
    ]);
  });

  it("is narrowed by state, a failed kata counting as one in progress, and still counts the whole track", () => {
    assert.deepEqual(outline({ states: ["started"], levels: [] }), [["hl7v2", "fix", "1/3"]]);
    assert.deepEqual(outline({ states: ["notStarted", "started"], levels: [2] }), [["hl7v2", "fix parse", "1/3"]]);
    assert.deepEqual(outline({ states: [], levels: [5] }), []);
  });

  it("leads to the next kata that is not passed, round the end of the list", () => {
    const next = (after: string | undefined): string | undefined => nextKata(summaries, stateOf, after)?.id;
    assert.equal(next("uuid-read"), "fix");
    assert.equal(next("uuid-own"), "fix");
    assert.equal(next(undefined), "fix");
    assert.equal(next("uuid-of-a-kata-that-is-gone"), "fix");
    assert.equal(nextKata(summaries, () => "passed", "uuid-read"), undefined);
  });
});

describe("a stored filter", () => {
  it("keeps what is known of it", () => {
    assert.deepEqual(parseFilter({ states: ["passed", "gone"], levels: [3, 9, "1"] }), { states: ["passed"], levels: [3] });
    assert.deepEqual(parseFilter({ states: 1, levels: null }), noFilter);
  });

  it("is refused when it is something else", () => {
    for (const stored of [undefined, null, "all", [], { states: [] }]) {
      assert.equal(parseFilter(stored), undefined);
    }
  });
});
