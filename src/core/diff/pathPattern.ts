import { parsePointer } from "../documents/jsonPointer";
import { HumanError } from "../humanError";

/** One step of a pattern over a JSON document. */
type Step = { readonly kind: "name"; readonly name: string } | { readonly kind: "index"; readonly index: number | undefined } | { readonly kind: "anyName" } | { readonly kind: "anyDepth" };

interface JsonPattern {
  readonly steps: readonly Step[];
  /** Whether it starts at the root alone, and not at every resource. */
  readonly anchored: boolean;
}

/** How far patterns have got at some place of a document: which pattern, and how many of its steps. */
export type PatternStates = readonly { readonly pattern: JsonPattern; readonly done: number }[];

/**
 * Patterns for places in a JSON document: `name[0].family`, `entry.resource.meta` (an index that is left out means every one), `Patient.birthDate` and `meta.source` (from
 * every resource on), `**.display` (at any depth), `*` for any property, or a JSON pointer such as `/entry/0/fullUrl`.
 */
export class JsonPatterns {
  private readonly patterns: readonly JsonPattern[];
  private readonly ofResources: readonly JsonPattern[];

  /**
   * @param texts patterns from the root and from every resource on
   * @param ofResources patterns that mean something in resources only
   * @throws HumanError when one of them cannot be read
   */
  constructor(texts: readonly string[], ofResources: readonly string[] = []) {
    this.patterns = texts.map(parseJsonPattern);
    this.ofResources = ofResources.map(parseJsonPattern);
  }

  /** The states at the root of a document, which may be a resource. */
  atRoot(resourceType: string | undefined): PatternStates {
    return this.atResource(this.patterns.map((pattern) => ({ pattern, done: 0 })), resourceType, true);
  }

  /** The states at an object within the document: at a resource, patterns start anew. */
  atResource(states: PatternStates, resourceType: string | undefined, isRoot = false): PatternStates {
    if (resourceType === undefined || (this.patterns.length === 0 && this.ofResources.length === 0)) {
      return states;
    }
    const always = this.ofResources.map((pattern) => ({ pattern, done: 0 }));
    const more = this.patterns.filter(({ anchored }) => !anchored).flatMap((pattern) => {
      const [first] = pattern.steps;
      const byType = first?.kind === "name" && first.name === resourceType ? [{ pattern, done: 1 }] : [];
      return isRoot ? byType : [{ pattern, done: 0 }, ...byType];
    });
    return [...states, ...always, ...more];
  }
}

/** The states one property further in. */
export function intoProperty(states: PatternStates, name: string): PatternStates {
  return states.length === 0 ? states : states.flatMap((state) => steppedInto(state, name));
}

function steppedInto(state: PatternStates[number], name: string): PatternStates {
  const { pattern, done } = state;
  const step = pattern.steps[done];
  if (step?.kind === "anyDepth") {
    return [state, ...steppedInto({ pattern, done: done + 1 }, name)];
  }
  const fits = step?.kind === "anyName" || (step?.kind === "name" && step.name === name);
  return fits ? [{ pattern, done: done + 1 }] : [];
}

/** The states at one of the items of a list. */
export function intoItem(states: PatternStates, index: number): PatternStates {
  return states.length === 0 ? states : states.flatMap((state) => {
    const step = state.pattern.steps[state.done];
    if (step?.kind !== "index") {
      return step === undefined ? [] : [state];
    }
    return step.index === undefined || step.index === index ? [{ ...state, done: state.done + 1 }] : [];
  });
}

/** Whether a pattern ends here. */
export function isMatched(states: PatternStates): boolean {
  return states.some(({ pattern, done }) => done === pattern.steps.length);
}

function parseJsonPattern(text: string): JsonPattern {
  if (text.startsWith("/")) {
    const tokens = parsePointer(text);
    if (tokens !== undefined) {
      return { steps: tokens.map((token) => (/^\d+$/.test(token) ? { kind: "index", index: Number(token) } : token === "*" ? { kind: "anyName" } : { kind: "name", name: token })), anchored: true };
    }
  }
  const steps: Step[] = [];
  const part = /\.?(?:(\*\*)|(\*)|\[(\d+|\*)\]|\["([^"]*)"\]|([^.[\]*]+))/y;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) {
      throw unreadable(text);
    }
    const [, anyDepth, anyName, index, quoted, name] = found;
    if (anyDepth !== undefined) {
      steps.push({ kind: "anyDepth" });
    } else if (anyName !== undefined) {
      steps.push({ kind: "anyName" });
    } else if (index !== undefined) {
      steps.push({ kind: "index", index: index === "*" ? undefined : Number(index) });
    } else {
      steps.push({ kind: "name", name: quoted ?? name ?? "" });
    }
  }
  if (steps.length === 0) {
    throw unreadable(text);
  }
  return { steps, anchored: false };
}

/** A place in an HL7 v2 message, all numbers from 1; `undefined` means every one, or all that is smaller. */
export interface Hl7v2Pattern {
  readonly segment: string | undefined;
  readonly occurrence: number | undefined;
  readonly field: number | undefined;
  readonly repetition: number | undefined;
  readonly component: number | undefined;
  readonly subcomponent: number | undefined;
}

/**
 * Reads a pattern for places in HL7 v2 messages: `PID`, `ZPI`, `MSH-7`, `*-1`, `OBX[2]-5[1].1.2`.
 * @throws HumanError when it cannot be read
 */
export function parseHl7v2Pattern(text: string): Hl7v2Pattern {
  const found = /^(\*|[A-Z][A-Z0-9]{2})(?:\[(\d+|\*)\])?(?:-(\d+|\*)(?:\[(\d+|\*)\])?(?:\.(\d+|\*))?(?:\.(\d+|\*))?)?$/.exec(text);
  if (found === null) {
    throw unreadable(text);
  }
  const [, segment, occurrence, field, repetition, component, subcomponent] = found;
  const number = (digits: string | undefined): number | undefined => (digits === undefined || digits === "*" ? undefined : Number(digits));
  return {
    segment: segment === "*" ? undefined : segment, occurrence: number(occurrence), field: number(field), repetition: number(repetition),
    component: number(component), subcomponent: number(subcomponent),
  };
}

/** Whether a pattern means the whole of a segment, field or smaller part: it fits what is written of the place and says nothing smaller. */
export function fitsPlace(pattern: Hl7v2Pattern, segment: string, occurrence: number, indexes: readonly number[]): boolean {
  if ((pattern.segment ?? segment) !== segment || (pattern.occurrence ?? occurrence) !== occurrence) {
    return false;
  }
  const wanted = [pattern.field, pattern.repetition, pattern.component, pattern.subcomponent];
  return wanted.every((number, level) => (level < indexes.length ? number === undefined || number === (indexes[level] ?? 0) + 1 : number === undefined));
}

function unreadable(text: string): HumanError {
  return new HumanError("diff.pattern", `${JSON.stringify(text)} names no place: write MSH-7, OBX[2]-5 or ZPI in HL7 v2, name[0].family, meta.lastUpdated or **.display in JSON.`, { pattern: text });
}
