import { AssertionError } from "node:assert";
import type { Finding } from "../core/checks/finding";
import type { FindingOutcome } from "../core/checks/testProtocol";
import type { Annotations } from "./annotations";
import { assertionSentence } from "./assertionSentence";
import { asError, KataFailure, SourceProblem, ThrownValue } from "./kataFailure";
import type { KataFiles, SourcePlace } from "./kataFiles";
import { PropertyFailure } from "./propertyFailure";
import { inline, render, renderPair } from "./render";
import { brokenTestsSentence, deniedSentence, syntaxSentence, thrownSentence } from "./thrownSentence";
import type { Sentence } from "./thrownSentence";

/** A failure put into words. */
export interface Explained {
  readonly finding: Finding;
  readonly outcome: FindingOutcome;
}

/** How mocha words what was thrown and is no error. */
const notAnError = /^the \w+ ([^]*) was thrown, throw an Error :\)$/;

/** What Node and mocha put on errors of theirs. */
interface NodeError extends Error {
  readonly code?: unknown;
  readonly permission?: unknown;
  readonly resource?: unknown;
  readonly timeout?: unknown;
}

/** Longer counterexamples stand beside the sentence, not in it. */
const longestInput = 200;

/** Makes findings of whatever was thrown: a sentence first, a place in the learner's file where there is one, never a stack trace. */
export class Failures {
  constructor(
    private readonly files: KataFiles,
    private readonly annotations: Annotations,
  ) {}

  /**
   * @param thrown what was thrown
   * @param during a test's failure is the learner's unless something else shows; that of a file that is loaded, or of a hook, is the author's
   */
  explain(thrown: unknown, during: "test" | "load"): Explained {
    const error = asError(thrown);
    const { why, doc } = this.annotations.of(error instanceof ThrownValue ? error.value : error);
    const { finding, outcome } = this.explainSafely(error, during);
    return { finding: { ...finding, ...(why !== undefined && { why }), ...(doc !== undefined && { doc }) }, outcome };
  }

  /** An error of the learner's may throw when it is looked at. */
  private explainSafely(thrown: Error, during: "test" | "load"): Explained {
    try {
      return this.explainBare(thrown, during);
    } catch {
      return { finding: { code: "test.threw", message: "The code threw something that cannot be put into words.", args: {} }, outcome: "failed" };
    }
  }

  private explainBare(thrown: Error, during: "test" | "load"): Explained {
    if (thrown instanceof KataFailure) {
      const place = thrown.finding.range === undefined && thrown.finding.pointer === undefined ? this.learnersPlace(thrown) : undefined;
      return { finding: { ...thrown.finding, ...this.at(place) }, outcome: thrown.outcome };
    }
    if (thrown instanceof SourceProblem) {
      return this.sourceProblem(thrown);
    }
    if (thrown instanceof PropertyFailure) {
      return this.propertyFailure(thrown, during);
    }
    if (thrown instanceof AssertionError) {
      return { finding: this.assertion(thrown), outcome: "failed" };
    }
    return this.threw(thrown, during);
  }

  private sourceProblem(problem: SourceProblem): Explained {
    const learners = this.files.isSolution(problem.file);
    const { line } = problem;
    return {
      finding: {
        ...syntaxSentence(problem.file, line, problem.problem, learners),
        ...(learners && { file: problem.file }),
        ...(learners && line !== undefined && { range: this.files.lineRange(problem.file, line) }),
      },
      outcome: learners ? "failed" : "errored",
    };
  }

  private assertion(error: AssertionError): Finding {
    const compares = "expected" in error && "actual" in error && comparesValues(error);
    return {
      ...assertionSentence(error),
      ...(compares && renderPair(error.expected, error.actual)),
      ...this.at(this.learnersPlace(error)),
    };
  }

  private propertyFailure(failure: PropertyFailure, during: "test" | "load"): Explained {
    const { finding, outcome } = isFalse(failure.cause) ? propertyIsFalse : this.explain(failure.cause, during);
    const input = failure.counterexample.map(inline).join(", ");
    const short = input.length <= longestInput;
    const full = failure.counterexample.length === 1 ? render(failure.counterexample[0]) : render(failure.counterexample);
    const what = finding.message.replace(/[.:]?\s*$/, "");
    const said: Sentence = short
      ? { code: "test.property", message: `${what}. Found with this input: ${input}`, args: { what, input } }
      : { code: "test.property", message: `${what}. The input with which it was found is among the details.`, args: { what } };
    const seen =
      finding.actual === undefined
        ? { actual: full }
        : short
          ? {}
          : { expected: `input:\n${full}\n\nresult:\n${finding.expected ?? ""}`, actual: `input:\n${full}\n\nresult:\n${finding.actual}` };
    return { finding: { ...finding, ...said, ...seen }, outcome };
  }

  private threw(thrown: Error, during: "test" | "load"): Explained {
    const error: NodeError = thrown;
    if (error.code === "ERR_MOCHA_TIMEOUT") {
      const limit = `${Number(error.timeout).toFixed(0)} ms`;
      return { finding: { code: "test.slow", message: `This took longer than the ${limit} that it may take.`, args: { limit } }, outcome: "failed" };
    }
    const places = this.files.places(String(error.stack ?? ""));
    const place = places.find(({ file }) => this.files.isSolution(file));
    const learners = during === "test" || (places[0] !== undefined && this.files.isSolution(places[0].file));
    const value = thrown instanceof ThrownValue ? inline(thrown.value) : notAnError.exec(String(error.message))?.[1]?.replace(/\s+/g, " ");
    const what = value ?? `${String(error.name)}: ${readable(String(error.message))}`;
    const where = place ?? places[0];
    const counted = where && { file: where.file, line: where.line + 1 };
    const said =
      error.code === "ERR_ACCESS_DENIED"
        ? deniedSentence(error.permission, typeof error.resource === "string" ? error.resource : "")
        : learners
          ? thrownSentence(what, value === undefined, counted)
          : brokenTestsSentence(what, counted);
    return { finding: { ...said, ...this.at(place) }, outcome: learners ? "failed" : "errored" };
  }

  private learnersPlace(error: Error): SourcePlace | undefined {
    return this.files.places(error.stack ?? "").find(({ file }) => this.files.isSolution(file));
  }

  private at(place: SourcePlace | undefined): Pick<Finding, "file" | "range"> {
    return place === undefined ? {} : { file: place.file, range: this.files.lineRange(place.file, place.line) };
  }
}

/** Assertions whose two values are no comparison, such as `assert.ok` and `assert.throws`, have nothing to show side by side. */
function comparesValues(error: AssertionError): boolean {
  return ["strictEqual", "deepStrictEqual", "equal", "deepEqual", "partialDeepStrictEqual", "=="].includes(error.operator) && !(error.operator === "==" && error.expected === true);
}

/** What is said of a property whose function gives false. */
const propertyIsFalse: Explained = { finding: { code: "test.property", message: "The property does not hold", args: {} }, outcome: "failed" };

function isFalse(cause: unknown): boolean {
  return cause instanceof Error && cause.message === "Property failed by returning false";
}

/** Without the traces that the translation of imports leaves in V8's messages: `(0 , _escapes.decode) is not a function`. */
function readable(message: string): string {
  return message.replace(/\(0 ?, ?_?[\w$]+\.([\w$]+)\)/g, "$1");
}
