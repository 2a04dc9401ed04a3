/** An index on the left and one on the right. */
export type IndexPair = readonly [left: number, right: number];

/** Tables with more cells than this are not made; what is equal is found by its place among its equals then. */
const mostCells = 1_000_000;

/**
 * Pairs of equal items in the order of both lists: a longest common subsequence where the lists are short or much of them is unique, and close to one otherwise.
 * Time and space stay near the length of the lists, times its logarithm.
 *
 * @param left numbers that stand for items; equal items have equal numbers
 */
export function commonSubsequence(left: readonly number[], right: readonly number[]): readonly IndexPair[] {
  const pairs: IndexPair[] = [];
  const waiting: (readonly [number, number, number, number])[] = [[0, left.length, 0, right.length]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    let [leftFrom, leftTo, rightFrom, rightTo] = next;
    while (leftFrom < leftTo && rightFrom < rightTo && left[leftFrom] === right[rightFrom]) {
      pairs.push([leftFrom++, rightFrom++]);
    }
    while (leftFrom < leftTo && rightFrom < rightTo && left[leftTo - 1] === right[rightTo - 1]) {
      pairs.push([--leftTo, --rightTo]);
    }
    const cells = (leftTo - leftFrom) * (rightTo - rightFrom);
    if (cells === 0) {
      continue;
    }
    if (cells <= mostCells) {
      pairs.push(...byTable(left, leftFrom, leftTo, right, rightFrom, rightTo));
      continue;
    }
    const anchors = increasing(uniquePairs(left, leftFrom, leftTo, right, rightFrom, rightTo));
    if (anchors.length === 0) {
      const few = byFewEdits(left.slice(leftFrom, leftTo), right.slice(rightFrom, rightTo));
      pairs.push(...(few === undefined
        ? increasing(pairsByOccurrence(left, leftFrom, leftTo, right, rightFrom, rightTo))
        : few.map(([one, other]): IndexPair => [leftFrom + one, rightFrom + other])));
      continue;
    }
    let [fromLeft, fromRight] = [leftFrom, rightFrom];
    for (const [atLeft, atRight] of anchors) {
      waiting.push([fromLeft, atLeft, fromRight, atRight]);
      pairs.push([atLeft, atRight]);
      [fromLeft, fromRight] = [atLeft + 1, atRight + 1];
    }
    waiting.push([fromLeft, leftTo, fromRight, rightTo]);
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** The most pairs that can be taken so that both indexes rise. @param pairs with left indexes rising, none twice */
export function increasing(pairs: readonly IndexPair[]): readonly IndexPair[] {
  /** For each length, the place of the pair with the smallest right index that ends a row of that length. */
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, right], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < right) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = at;
  });
  const chosen: IndexPair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) {
      chosen.push(pair);
    }
  }
  return chosen.reverse();
}

function byTable(left: readonly number[], leftFrom: number, leftTo: number, right: readonly number[], rightFrom: number, rightTo: number): readonly IndexPair[] {
  const rows = leftTo - leftFrom;
  const columns = rightTo - rightFrom;
  const width = columns + 1;
  /** Length of the longest common subsequence of what is left from (row, column) on. */
  const lengths = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = left[leftFrom + row] === right[rightFrom + column]
        ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
        : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  }
  const pairs: IndexPair[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    if (left[leftFrom + row] === right[rightFrom + column]) {
      pairs.push([leftFrom + row++, rightFrom + column++]);
    } else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) {
      row++;
    } else {
      column++;
    }
  }
  return pairs;
}

/** More items than these taken out and put in, and another way is quicker. */
const mostEdits = 400;

/**
 * A longest common subsequence where few items were taken out and put in (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, greedy form);
 * `undefined` where there are many.
 */
function byFewEdits(left: readonly number[], right: readonly number[]): readonly IndexPair[] | undefined {
  const offset = mostEdits + 1;
  /** How far each diagonal (left index less right index) reaches on the left. */
  const reach = new Int32Array(2 * mostEdits + 3);
  const before: Int32Array[] = [];
  for (let edits = 0; edits <= mostEdits; edits++) {
    before.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && (reach[offset + diagonal - 1] ?? 0) < (reach[offset + diagonal + 1] ?? 0));
      let one = down ? (reach[offset + diagonal + 1] ?? 0) : (reach[offset + diagonal - 1] ?? 0) + 1;
      let other = one - diagonal;
      while (one < left.length && other < right.length && left[one] === right[other]) {
        one++;
        other++;
      }
      reach[offset + diagonal] = one;
      if (one >= left.length && other >= right.length) {
        return walkedBack(before, left.length, right.length, edits, offset);
      }
    }
  }
  return undefined;
}

function walkedBack(before: readonly Int32Array[], leftLength: number, rightLength: number, edits: number, offset: number): readonly IndexPair[] {
  const pairs: IndexPair[] = [];
  let [one, other] = [leftLength, rightLength];
  for (let left = edits; left >= 0; left--) {
    const reach = before[left];
    const diagonal = one - other;
    const down = diagonal === -left || (diagonal !== left && (reach?.[offset + diagonal - 1] ?? 0) < (reach?.[offset + diagonal + 1] ?? 0));
    const from = left === 0 ? 0 : down ? (reach?.[offset + diagonal + 1] ?? 0) : (reach?.[offset + diagonal - 1] ?? 0) + 1;
    while (one > from && one > 0 && other > 0) {
      pairs.push([--one, --other]);
    }
    if (left > 0) {
      [one, other] = down ? [one, other - 1] : [one - 1, other];
    }
  }
  return pairs.reverse();
}

/** Items that occur once on either side, by rising left index. */
function uniquePairs(left: readonly number[], leftFrom: number, leftTo: number, right: readonly number[], rightFrom: number, rightTo: number): readonly IndexPair[] {
  const seen = new Map<number, { leftCount: number; rightCount: number; right: number }>();
  for (let at = leftFrom; at < leftTo; at++) {
    const item = left[at] ?? -1;
    const known = seen.get(item);
    if (known === undefined) {
      seen.set(item, { leftCount: 1, rightCount: 0, right: -1 });
    } else {
      known.leftCount++;
    }
  }
  for (let at = rightFrom; at < rightTo; at++) {
    const known = seen.get(right[at] ?? -1);
    if (known !== undefined) {
      known.rightCount++;
      known.right = at;
    }
  }
  const pairs: IndexPair[] = [];
  for (let at = leftFrom; at < leftTo; at++) {
    const known = seen.get(left[at] ?? -1);
    if (known?.leftCount === 1 && known.rightCount === 1) {
      pairs.push([at, known.right]);
    }
  }
  return pairs;
}

/** The first with the first of its equals, the second with the second, by rising left index. */
function pairsByOccurrence(left: readonly number[], leftFrom: number, leftTo: number, right: readonly number[], rightFrom: number, rightTo: number): readonly IndexPair[] {
  const places = new Map<number, number[]>();
  for (let at = rightTo - 1; at >= rightFrom; at--) {
    const item = right[at] ?? -1;
    const known = places.get(item);
    if (known === undefined) {
      places.set(item, [at]);
    } else {
      known.push(at);
    }
  }
  const pairs: IndexPair[] = [];
  for (let at = leftFrom; at < leftTo; at++) {
    const other = places.get(left[at] ?? -1)?.pop();
    if (other !== undefined) {
      pairs.push([at, other]);
    }
  }
  return pairs;
}
