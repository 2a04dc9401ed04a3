import type { KataSummary } from "../../core/packs/kata";
import type { KataState } from "../../core/progress/kataState";

/** What the Katas view can be narrowed to; `started` takes in katas whose last check failed. */
export const filterStates = ["notStarted", "started", "passed"] as const;
export type FilterState = (typeof filterStates)[number];

export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

/** What the Katas view shows; an empty list asks for nothing in particular. */
export interface KataFilter {
  readonly states: readonly FilterState[];
  readonly levels: readonly Level[];
}

export const noFilter: KataFilter = { states: [], levels: [] };

export function isNarrowing(filter: KataFilter): boolean {
  return filter.states.length > 0 || filter.levels.length > 0;
}

export function admits(filter: KataFilter, summary: KataSummary, state: KataState): boolean {
  return (
    (filter.states.length === 0 || filter.states.some((wanted) => wanted === (state === "failed" ? "started" : state))) &&
    (filter.levels.length === 0 || filter.levels.some((wanted) => wanted === summary.level))
  );
}

/** Reads back a filter that was stored; `undefined` when it is not one. */
export function parseFilter(stored: unknown): KataFilter | undefined {
  if (typeof stored !== "object" || stored === null || !("states" in stored) || !("levels" in stored)) {
    return undefined;
  }
  return { states: known(filterStates, stored.states), levels: known(levels, stored.levels) };
}

function known<T>(all: readonly T[], stored: unknown): readonly T[] {
  return Array.isArray(stored) ? all.filter((each) => stored.includes(each)) : [];
}
