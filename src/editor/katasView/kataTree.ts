import type { KataSummary } from "../../core/packs/kata";
import { kataTracks } from "../../core/packs/kataManifest";
import type { KataState } from "../../core/progress/kataState";
import { admits } from "./kataFilter";
import type { KataFilter } from "./kataFilter";

/** A kata in the list. */
export interface KataNode {
  readonly kind: "kata";
  readonly summary: KataSummary;
}

/** A track with those of its katas that the filter admits. */
export interface TrackNode {
  readonly kind: "track";
  readonly track: string;
  readonly katas: readonly KataNode[];
  /** Of all katas of the track, whatever the filter. */
  readonly total: number;
  readonly passed: number;
}

/** A pack that this version cannot read. */
export interface NewerPackNode {
  readonly kind: "newer";
  readonly name: string;
  readonly title: string;
}

export type TreeNode = TrackNode | KataNode | NewerPackNode;

/**
 * The tracks in the order of the curriculum, tracks of other packs after them; in each the katas by level, then as their pack lists them.
 * Tracks that hold nothing the filter admits are left out.
 */
export function buildTree(summaries: readonly KataSummary[], stateOf: (uuid: string) => KataState, filter: KataFilter): readonly TrackNode[] {
  const byTrack = new Map<string, KataSummary[]>();
  for (const summary of summaries) {
    const listed = byTrack.get(summary.track);
    if (listed === undefined) {
      byTrack.set(summary.track, [summary]);
    } else {
      listed.push(summary);
    }
  }
  const order = (track: string): number => {
    const place = kataTracks.findIndex((known) => known === track);
    return place === -1 ? kataTracks.length : place;
  };
  return [...byTrack]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([track, listed]): TrackNode => ({
      kind: "track",
      track,
      katas: listed
        .filter((summary) => admits(filter, summary, stateOf(summary.uuid)))
        .sort((a, b) => a.level - b.level)
        .map((summary) => ({ kind: "kata", summary })),
      total: listed.length,
      passed: listed.filter(({ uuid }) => stateOf(uuid) === "passed").length,
    }))
    .filter(({ katas }) => katas.length > 0);
}

/** The kata to go on with after one: the next in the list that is not passed, from the start again at its end; `undefined` when all are passed. */
export function nextKata(summaries: readonly KataSummary[], stateOf: (uuid: string) => KataState, after: string | undefined): KataSummary | undefined {
  const inOrder = buildTree(summaries, stateOf, { states: [], levels: [] }).flatMap(({ katas }) => katas.map(({ summary }) => summary));
  const at = inOrder.findIndex(({ uuid }) => uuid === after);
  return [...inOrder.slice(at + 1), ...inOrder.slice(0, Math.max(at, 0))].find(({ uuid }) => stateOf(uuid) !== "passed");
}
