import { HumanError } from "../humanError";
import { nearestWord } from "../text/nearestWord";

/**
 * What two documents may differ in and still be the same. Nothing is tolerated unless it is stated; what is no difference at all is the layout: line ends,
 * white space between JSON tokens, the order of properties, how a JSON string escapes its characters.
 */
export interface Tolerance {
  /**
   * Lists say the same in any order: all (`true`), or those at these places (notation as in `ignore`). In HL7 v2 those are the repetitions of a field, the
   * messages of a file, and segments of one name that follow each other, each with its notes; their set ids count along.
   */
  readonly order?: boolean | readonly string[];
  /** 7.0 is 7.00; a moment is the same with another offset from UTC; a date says the same as a more precise one that begins with it. */
  readonly precision?: boolean;
  /** HL7 v2: what a part says counts, not how its escape sequences and the message's delimiters write it. */
  readonly escapes?: boolean;
  /**
   * What a copy is given anew. FHIR: ids of resources, `fullUrl`, and the references to them, as long as each stands for one thing throughout. HL7 v2: control ids (MSH-10, MSA-2,
   * BHS-11, FHS-9 and the like) and the time of the message itself (MSH-7, BHS-7, FHS-7).
   */
  readonly ids?: boolean;
  /** HL7 v2: empty parts at the end of a segment, field, repetition or component say nothing. */
  readonly empty?: boolean;
  /** FHIR: `meta.versionId`, `meta.lastUpdated` and `meta.source`, which servers write. */
  readonly meta?: boolean;
  /** FHIR: the narrative (`text` of a resource), which is made of the rest. */
  readonly narrative?: boolean;
  /** Places that do not count, with all that is in them: `MSH-7`, `OBX[2]-14`, `*-1`, `ZPI`; `meta`, `entry[0].fullUrl`, `Patient.birthDate`, `**.display`, `/entry/0`. */
  readonly ignore?: readonly string[];
}

/** The kinds of tolerance that are on or off. */
export const toleranceNames = ["order", "precision", "escapes", "ids", "empty", "meta", "narrative"] as const;
export type ToleranceName = (typeof toleranceNames)[number];

/** Nothing is tolerated. */
export const strict: Tolerance = {};

/**
 * The tolerance that a list of names stands for, such as `order,precision`; `all` stands for all of them.
 * @throws HumanError when there is no tolerance of that name
 */
export function parseTolerance(list: string, ignore: readonly string[] = []): Tolerance {
  const names = list.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const chosen = new Set<ToleranceName>();
  for (const name of names) {
    const known = toleranceNames.find((each) => each === name);
    if (name === "all") {
      toleranceNames.forEach((each) => chosen.add(each));
    } else if (known === undefined) {
      const meant = nearestWord(name, toleranceNames);
      const hint = meant === undefined ? `there are ${toleranceNames.join(", ")} and all` : `did you mean ${meant}?`;
      throw new HumanError("diff.tolerance", `There is no tolerance ${JSON.stringify(name)}; ${hint}${hint.endsWith("?") ? "" : "."}`, { name });
    } else {
      chosen.add(known);
    }
  }
  return { ...toleranceOf(chosen), ...(ignore.length > 0 && { ignore }) };
}

/** The tolerance with these kinds on. */
export function toleranceOf(names: Iterable<ToleranceName>): Tolerance {
  return Object.fromEntries([...names].map((name) => [name, true]));
}
