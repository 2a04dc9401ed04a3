import type { fc } from "./testing";

/** fast-check with the seed set, loaded on first use: a check that generates nothing need not wait for it. */
export function fastCheckOf(seed: number): typeof fc {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() could not be waited for where a test reads the export `fc`
  const { seededFastCheck } = require("./properties") as typeof import("./properties");
  return seededFastCheck(seed);
}
