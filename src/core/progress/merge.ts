import type { KataProgress, ProgressData, ProgressEvent, StoredAttempt } from "./progressData";
import { kataProgressOf, progressFormat } from "./progressData";

/**
 * Unites two records of the same learner. Commutative, associative and idempotent, so that it does not matter who unites what with whom, how often and in
 * which order: attempts and events are sets by id, repeat counters take the larger value per writer, and a removal takes with it whatever is not later than it.
 */
export function merge(a: ProgressData, b: ProgressData): ProgressData {
  const uuids = [...new Set([...Object.keys(a.katas), ...Object.keys(b.katas)])].sort();
  const katas: Record<string, KataProgress> = {};
  for (const uuid of uuids) {
    katas[uuid] = mergeKata(kataProgressOf(a, uuid), kataProgressOf(b, uuid));
  }
  return { format: progressFormat, katas };
}

/** The same for one kata. */
export function mergeKata(a: KataProgress, b: KataProgress): KataProgress {
  const removedAt = a.removedAt === undefined || (b.removedAt !== undefined && b.removedAt > a.removedAt) ? b.removedAt : a.removedAt;
  const kept = <T extends { readonly at: string }>(all: readonly T[]): T[] => (removedAt === undefined ? [...all] : all.filter(({ at }) => at > removedAt));
  return {
    ...(removedAt === undefined ? {} : { removedAt }),
    attempts: inOrder(kept(uniteById(a.attempts, b.attempts, joinAttempts))),
    events: inOrder(kept(uniteById(a.events, b.events, joinEvents))),
  };
}

function uniteById<T extends { readonly id: string }>(a: readonly T[], b: readonly T[], join: (one: T, other: T) => T): readonly T[] {
  const byId = new Map<string, T>();
  for (const each of [...a, ...b]) {
    const other = byId.get(each.id);
    byId.set(each.id, other === undefined ? each : join(other, each));
  }
  return [...byId.values()];
}

/**
 * Two copies of one attempt. Only the later `at` counts, because a removal between the two times would have taken the earlier copy away.
 * At the same time the one with results counts (the other is a summary); where even these differ, the text decides, so that all sides decide alike.
 */
function joinAttempts(a: StoredAttempt, b: StoredAttempt): StoredAttempt {
  if (a.at !== b.at) {
    return a.at > b.at ? a : b;
  }
  const repeats: Record<string, number> = {};
  for (const writer of [...new Set([...Object.keys(a.repeats), ...Object.keys(b.repeats)])].sort()) {
    repeats[writer] = Math.max(a.repeats[writer] ?? 0, b.repeats[writer] ?? 0);
  }
  const content = rankOf(a) >= rankOf(b) ? a : b;
  return { ...content, repeats, lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt };
}

function joinEvents(a: ProgressEvent, b: ProgressEvent): ProgressEvent {
  return a.at === b.at ? (a.kind >= b.kind ? a : b) : a.at > b.at ? a : b;
}

function rankOf({ repeats: _repeats, lastAt: _lastAt, ...content }: StoredAttempt): string {
  return (content.results === undefined ? "0" : "1") + canonicalText(content);
}

/** JSON with the keys of every object in order, so that equal values give equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

function inOrder<T extends { readonly at: string; readonly id: string }>(all: T[]): readonly T[] {
  return all.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.at < b.at ? -1 : 1));
}

/** Whether two records in order (as `merge` leaves them) say the same. Contents of attempts are told apart by their ids and by whether there are results. */
export function sameProgress(a: ProgressData, b: ProgressData): boolean {
  const uuids = Object.keys(a.katas);
  return (
    uuids.length === Object.keys(b.katas).length &&
    uuids.every((uuid) => Object.hasOwn(b.katas, uuid) && sameKata(kataProgressOf(a, uuid), kataProgressOf(b, uuid)))
  );
}

function sameKata(a: KataProgress, b: KataProgress): boolean {
  return (
    a === b ||
    (a.removedAt === b.removedAt &&
      sameList(a.events, b.events, (one, other) => one.id === other.id && one.at === other.at) &&
      sameList(a.attempts, b.attempts, sameAttempt))
  );
}

function sameAttempt(a: StoredAttempt, b: StoredAttempt): boolean {
  const writers = Object.keys(a.repeats);
  return (
    a === b ||
    (a.id === b.id &&
      a.at === b.at &&
      a.lastAt === b.lastAt &&
      (a.results === undefined) === (b.results === undefined) &&
      writers.length === Object.keys(b.repeats).length &&
      writers.every((writer) => a.repeats[writer] === b.repeats[writer]))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => same(one, b[index] as T));
}
