import { KataFailure } from "./kataFailure";

/** Names that other code asks any object for; a module without them is no mistake. */
const askedOfAnything = new Set(["then", "toJSON", "toString", "valueOf", "constructor", "inspect", "nodeType", "default", "__esModule"]);

/**
 * Lets an export that is not there fail with a sentence, instead of `undefined is not a function` somewhere later. `in` and `Object.keys` see the
 * module as it is; exports that are no object are given back unchanged.
 *
 * @param file the module's name as the learner knows it
 */
export function withNamedExports(exports: unknown, file: string): unknown {
  if (typeof exports !== "object" || exports === null) {
    return exports;
  }
  return new Proxy(exports, {
    get(target, name): unknown {
      if (typeof name === "string" && !(name in target) && !askedOfAnything.has(name)) {
        const there = Object.keys(target).filter((key) => key !== "__esModule").join(", ");
        throw new KataFailure(
          there === ""
            ? { code: "module.noExport", message: `${file} does not export “${name}”; it exports nothing.`, args: { file, name }, file }
            : { code: "module.noExport", message: `${file} does not export “${name}”. It exports ${there}.`, args: { file, name, there }, file },
        );
      }
      return Reflect.get(target, name);
    },
  });
}
