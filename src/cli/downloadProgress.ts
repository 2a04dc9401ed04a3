import type { Progress } from "../core/packs/install/resolvedPack";
import type { CliContext } from "./context";

/** Bytes from which on it is worth saying how far a download is. */
const worthSaying = 500_000;

/** Says on stderr how far a download is, every quarter of it. */
export function progressOf(context: CliContext, { name, version }: { readonly name: string; readonly version: string }): Progress {
  let said = -1;
  return (received, total) => {
    const quarter = total === undefined ? Math.floor(received / (4 * worthSaying)) : Math.floor((4 * received) / total);
    if ((total ?? received) >= worthSaying && quarter > said) {
      said = quarter;
      context.say(`Fetching ${name} ${version}: ${String(Math.round(received / 1000))} kB${total === undefined ? "" : ` of ${String(Math.round(total / 1000))} kB`}`);
    }
  };
}
