import { HumanError } from "../../humanError";
import { isRecord } from "../../record";
import { parsePath } from "../path";
import type { Condition, ConditionPath, ValueTest } from "./conditions";

/**
 * A condition as a profile writes it: `{ "path": "PID-8", "equals": "F" }`, several tests in one hold together; `all`, `any` and `not` combine.
 *
 * @param place where it stands, for the profile's author
 * @throws HumanError naming a path that is none
 */
export function readCondition(written: unknown, place: string): Condition {
  const source = isRecord(written) ? written : {};
  for (const kind of ["all", "any"] as const) {
    const list: unknown = source[kind];
    if (Array.isArray(list)) {
      return { kind, conditions: list.map((each, index) => readCondition(each, `${place}/${kind}/${String(index)}`)) };
    }
  }
  if (source["not"] !== undefined) {
    return { kind: "not", condition: readCondition(source["not"], `${place}/not`) };
  }
  const tests = testsOf(source, place);
  return { kind: "value", path: readConditionPath(source["path"], `${place}/path`), every: source["every"] === true, tests: tests.length > 0 ? tests : [{ kind: "valued", wanted: true }] };
}

function testsOf(source: Readonly<Record<string, unknown>>, place: string): readonly ValueTest[] {
  const tests: ValueTest[] = [];
  const { valued, equals, in: texts, pattern, sameAs, notAfter, min, max } = source;
  if (typeof valued === "boolean") {
    tests.push({ kind: "valued", wanted: valued });
  }
  if (typeof equals === "string") {
    tests.push({ kind: "in", texts: [equals] });
  }
  if (Array.isArray(texts)) {
    tests.push({ kind: "in", texts: texts.map(String) });
  }
  if (typeof pattern === "string") {
    tests.push({ kind: "pattern", pattern: new RegExp(pattern, "u") });
  }
  if (sameAs !== undefined) {
    tests.push({ kind: "sameAs", path: readConditionPath(sameAs, `${place}/sameAs`) });
  }
  if (notAfter !== undefined) {
    tests.push({ kind: "notAfter", path: readConditionPath(notAfter, `${place}/notAfter`) });
  }
  if (typeof min === "number" || typeof max === "number") {
    tests.push({ kind: "count", min: typeof min === "number" ? min : 0, max: typeof max === "number" ? max : Number.POSITIVE_INFINITY });
  }
  return tests;
}

function readConditionPath(written: unknown, place: string): ConditionPath {
  const text = String(written);
  const own = /^\.([1-9]\d*)(?:\.([1-9]\d*))?$/.exec(text);
  if (own !== null) {
    return { kind: "repetition", component: Number(own[1]), subcomponent: own[2] === undefined ? undefined : Number(own[2]) };
  }
  const parsed = parsePath(text);
  if (!parsed.ok) {
    throw new HumanError("hl7v2Profile.path", `${place} is no path, such as PID-3.5 or, within a field, .5. ${parsed.problem.message} The profile's author has to mend it.`, { place });
  }
  return { kind: "message", path: parsed.path };
}
