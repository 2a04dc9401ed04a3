import type { Finding } from "../core/checks/finding";
import { seededRandom } from "../core/checks/seed";
import type { Document, DocumentFormat } from "../core/documents/document";
import { formatOfFileName, readDocument } from "../core/documents/readers";
import type { Annotations } from "./annotations";
import { comparedDocuments, sameFailure } from "./comparing";
import { KataFailure } from "./kataFailure";
import type { KataFiles } from "./kataFiles";
import { withNamedExports } from "./namedExports";
import { inline, render, renderPair } from "./render";
import type * as testing from "./testing";
import type { FindingDetails, LearnerDocument } from "./testing";

type Testing = typeof testing;

/**
 * Makes the exports of `health-it-katas/testing` for one check.
 *
 * @param load gives the exports of a solution file
 * @param fastCheck gives fast-check, configured; asked for on first use, because it takes a while to load
 */
export function testingModule(
  files: KataFiles,
  seed: number,
  annotations: Annotations,
  load: (file: string) => unknown,
  fastCheck: () => Testing["fc"],
): Testing {
  const documents = new WeakMap<object, Document>();

  return {
    solution: <T>(file?: string): T => {
      const name = file ?? files.solutionNames.find((candidate) => /\.[cm]?[jt]s$/.test(candidate));
      if (name === undefined) {
        throw new KataFailure({ code: "kata.noModule", message: "The kata has no JavaScript or TypeScript file that solution() could load. This is a mistake in the kata, not in your answer.", args: {} }, "errored");
      }
      return withNamedExports(requireSolution(files, name, load), name) as T;
    },
    document: <T>(file?: string, format?: DocumentFormat): LearnerDocument<T> => {
      const name = file ?? files.solutionNames.find((candidate) => formatOfFileName(candidate) !== undefined);
      const readAs = format ?? (name === undefined ? undefined : formatOfFileName(name));
      if (name === undefined || readAs === undefined) {
        throw new KataFailure({ code: "kata.noDocument", message: "The kata has no document that document() could read. This is a mistake in the kata, not in your answer.", args: {} }, "errored");
      }
      const text = requireSolution(files, name, (found) => files.read(found));
      const read = readDocument(readAs, text);
      const problem = read.problems.find(({ severity }) => severity === "error");
      if (problem !== undefined || read.value === undefined) {
        throw new KataFailure({
          ...(problem === undefined
            ? { code: "document.nothing", message: `There is nothing in ${name} that could be read.`, args: { name } }
            : { code: problem.code, message: problem.message, args: problem.args, range: problem.range }),
          file: name,
        });
      }
      const learners: LearnerDocument<T> = {
        file: name,
        format: readAs,
        text,
        value: read.value as T,
        rangeOf: (pointer) => read.rangeOf(pointer),
        nameOf: (pointer) => read.nameOf(pointer),
      };
      documents.set(learners, read);
      return learners;
    },
    finding: (document: LearnerDocument<unknown>, pointer: string, details: FindingDetails) => {
      const read = documents.get(document);
      return new KataFailure({
        code: "test.finding",
        message: details.message,
        args: { message: details.message, part: read?.nameOf(pointer) ?? pointer },
        file: document.file,
        pointer,
        ...(read && { range: read.nearestRangeOf(pointer) }),
        ...sides(details),
        ...(details.why !== undefined && { why: details.why }),
        ...(details.doc !== undefined && { doc: details.doc }),
      });
    },
    difference: (actual, expected, tolerance) => comparedDocuments(actual, expected, tolerance, (value) => documents.get(value)).found,
    assertSame: (actual, expected, options = {}) => {
      const compared = comparedDocuments(actual, expected, options.tolerance, (value) => documents.get(value));
      const failure = sameFailure(compared, options);
      if (failure !== undefined) {
        throw failure;
      }
    },
    explain: (explanation, check) => explained(annotations, explanation, check),
    seed,
    random: (label?: string) => seededRandom(seed, label),
    get fc() {
      return fastCheck();
    },
  };
}

function requireSolution<T>(files: KataFiles, name: string, read: (name: string) => T): T {
  if (!files.isSolution(name)) {
    throw new KataFailure({ code: "kata.notASolutionFile", message: `${name} is not among the files of kata.json. This is a mistake in the kata, not in your answer.`, args: { name } }, "errored");
  }
  if (!files.has(name)) {
    throw new KataFailure({ code: "module.missing", message: `There is no ${name}. Write it, or reset the kata to get it back.`, args: { name }, file: name });
  }
  return read(name);
}

function sides(details: FindingDetails): Pick<Finding, "expected" | "actual"> {
  if ("expected" in details && "actual" in details) {
    return renderPair(details.expected, details.actual);
  }
  return { ...("expected" in details && { expected: render(details.expected) }), ...("actual" in details && { actual: render(details.actual) }) };
}

function explained<T>(annotations: Annotations, explanation: { readonly why?: string; readonly doc?: string }, check: () => T): T {
  const note = (error: unknown): never => {
    if (typeof error !== "object" || error === null) {
      return note(new Error(`${inline(error)} was thrown`));
    }
    annotations.annotate(error, explanation);
    throw error as unknown;
  };
  let result: T;
  try {
    result = check();
  } catch (error) {
    return note(error);
  }
  return result instanceof Promise ? (result.catch(note) as T) : result;
}
