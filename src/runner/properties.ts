import fc from "fast-check";
import { KataFailure } from "./kataFailure";
import { PropertyFailure } from "./propertyFailure";

/** fast-check with a seed for all properties, and failures that can be put into words. */
export function seededFastCheck(seed: number): typeof fc {
  fc.configureGlobal({
    seed: seed | 0,
    reporter: (details) => {
      if (!details.failed) {
        return;
      }
      if (details.counterexample !== null) {
        throw new PropertyFailure(details.counterexample as readonly unknown[], details.errorInstance);
      }
      const { numRuns: runs, numSkips: skips } = details;
      throw new KataFailure(
        details.interrupted
          ? { code: "kata.property", message: `A property was interrupted after ${String(runs)} runs. This is a mistake in the kata, not in your answer.`, args: { runs } }
          : { code: "kata.property", message: `A property refused ${String(skips)} of its inputs, which is too many. This is a mistake in the kata, not in your answer.`, args: { skips } },
        "errored",
      );
    },
  });
  return fc;
}
