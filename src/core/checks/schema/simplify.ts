import type { Fault } from "./fault";
import { childPointer, isWithin } from "./pointer";

/** Keywords that say something about one and the same plain value, the one that helps most first. */
const aboutOneValue = [
  "const", "enum", "minLength", "format", "pattern", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "not", "anyOf", "oneOf",
];

const unevaluated = new Set(["unevaluatedProperties", "unevaluatedItems"]);

/**
 * Leaves out what follows from another fault, so that one mistake is one finding. An author's sentence is never left out in favour of a generated one.
 *
 * @param unsettled pointers at which `anyOf`, `oneOf` or `if` failed: what they would have looked at counts as not looked at
 */
export function simplify(faults: readonly Fault[], unsettled: ReadonlySet<string>): readonly Fault[] {
  const steps = [withoutConsequencesOfType, (all: readonly Fault[]) => withoutUnevaluated(all, unsettled), oneForEachValue, withoutMisnamed, withoutRepetitions];
  return steps.reduce((left, step) => step(left), faults);
}

function authored(fault: Fault): boolean {
  return fault.says !== undefined;
}

/** A value of the wrong type cannot be right in any other way; but when only the other complaint has an author's sentence, that one is kept. */
function withoutConsequencesOfType(faults: readonly Fault[]): readonly Fault[] {
  const dropped = new Set<Fault>();
  for (const type of faults.filter((fault) => fault.keyword === "type")) {
    const others = faults.filter((other) => other !== type && other.keyword !== "type" && isWithin(other.at, type.at));
    const better = authored(type) ? undefined : others.find((other) => authored(other) && other.at === type.at);
    for (const other of others) {
      if (better === undefined || !authored(other)) {
        dropped.add(other);
      }
    }
    if (better !== undefined) {
      dropped.add(type);
    }
  }
  return faults.filter((fault) => !dropped.has(fault));
}

function withoutUnevaluated(faults: readonly Fault[], unsettled: ReadonlySet<string>): readonly Fault[] {
  const settled = faults.filter((fault) => !unevaluated.has(fault.keyword));
  return faults.filter((fault) => !unevaluated.has(fault.keyword) || !(unsettled.has(fault.at) || settled.some((other) => isWithin(other.at, fault.pointer))));
}

function oneForEachValue(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault) => {
    const rank = aboutOneValue.indexOf(fault.keyword);
    if (rank < 0 || authored(fault)) {
      return true;
    }
    const rivals = faults.filter((other) => other !== fault && other.at === fault.at && aboutOneValue.includes(other.keyword));
    return !rivals.some((other) => authored(other) || aboutOneValue.indexOf(other.keyword) < rank);
  }).filter((fault, _, left) =>
    fault.keyword !== "contains" || authored(fault) || !left.some((other) => other.at === fault.at && other.code === "schema.minItems.empty"));
}

/** A property with a slip in its name is not also missing under its right name. */
function withoutMisnamed(faults: readonly Fault[]): readonly Fault[] {
  const meant = new Set(faults.filter((fault) => fault.code === "schema.additionalProperties.near").map((fault) => childPointer(fault.at, fault.args["near"] ?? "")));
  return faults.filter((fault) => fault.keyword !== "required" || authored(fault) || !meant.has(childPointer(fault.at, fault.args["property"] ?? "")));
}

function withoutRepetitions(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const identity = JSON.stringify([fault.pointer, fault.says ?? [fault.signature, fault.code, fault.args]]);
    const first = !seen.has(identity);
    seen.add(identity);
    return first;
  });
}
