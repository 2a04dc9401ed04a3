import type fastCheck from "fast-check";
import type * as properties from "./properties";

/** fast-check with the seed set, loaded on first use: a check that generates nothing need not wait for it. */
export function fastCheckOf(seed: number): typeof fastCheck {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() could not be waited for where a test reads the export `fc`
  const { seededFastCheck } = require("./properties") as typeof properties;
  return seededFastCheck(seed);
}
