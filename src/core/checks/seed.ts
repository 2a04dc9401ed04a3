/** Random numbers that a seed decides: the same seed and label give the same numbers on every machine. */
export interface SeededRandom {
  /** A number from 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number;
  /** One of the items. Throws a RangeError when there are none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The items in another order; the list given stays as it is. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/**
 * @param seed any number; its lower 32 bits count
 * @param label keeps the numbers of one purpose apart from those of another, so that taking more of one changes nothing in the other
 */
export function seededRandom(seed: number, label = ""): SeededRandom {
  // FNV-1a over the label joins it to the seed; mulberry32 (public domain) makes the numbers.
  let state = (seed ^ 0x811c9dc5) | 0;
  for (let index = 0; index < label.length; index++) {
    state = Math.imul(state ^ label.charCodeAt(index), 0x01000193);
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (items) => {
      if (items.length === 0) {
        throw new RangeError("There is nothing to pick from: the list is empty.");
      }
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as (typeof items)[number], shuffled[last] as (typeof items)[number]];
      }
      return shuffled;
    },
  };
}
