/** The longest time, in ms, for which nothing else could run while `work` was done. */
export async function blockedFor(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let going = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) {
      setImmediate(tick);
    }
  };
  setImmediate(tick);
  await work();
  going = false;
  tick();
  return longest;
}
