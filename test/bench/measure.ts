/** Something whose time is of interest. */
export interface Subject {
  readonly name: string;
  /** Does it once and gives the ms it took; what it measures is for the subject to decide. */
  readonly sample: () => Promise<number>;
}

/** The times of one subject, in ms. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/**
 * Samples all subjects in turn, round after round, each round beginning with another one, so that whatever slows the machine down for a while slows down all of them alike.
 * @param warmUps rounds that do not count
 */
export async function interleaved(subjects: readonly Subject[], rounds: number, warmUps = 1): Promise<readonly Timing[]> {
  const samples = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round++) {
    for (let index = 0; index < subjects.length; index++) {
      const subject = subjects[(index + round + warmUps) % subjects.length];
      if (subject !== undefined) {
        const ms = await subject.sample();
        if (round >= 0) {
          samples.get(subject.name)?.push(ms);
        }
      }
    }
  }
  return subjects.map(({ name }) => timingOf(name, samples.get(name) ?? []));
}

/** Median and 95th percentile (nearest rank). */
export function timingOf(name: string, samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { name, median: at(0.5), p95: at(0.95), runs: sorted.length };
}

/** The ms that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
