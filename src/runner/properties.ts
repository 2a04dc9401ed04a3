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
      const message = details.interrupted
        ? `A property was interrupted after ${String(details.numRuns)} runs.`
        : `A property refused too many of its inputs: ${String(details.numSkips)} of ${String(details.numSkips + details.numRuns)}.`;
      throw new KataFailure({ code: "kata.property", message: `${message} This is a mistake in the kata, not in your answer.`, args: {} }, "errored");
    },
  });
  return fc;
}
