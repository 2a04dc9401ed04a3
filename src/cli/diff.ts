import type { Document } from "../core/documents/document";
import { readDocument } from "../core/documents/readers";
import { diffDocuments } from "../core/diff/diffDocuments";
import type { Difference } from "../core/diff/difference";
import { differenceSentence } from "../core/diff/differenceSentences";
import { parseTolerance, type Tolerance, toleranceNames } from "../core/diff/tolerance";
import { HumanError } from "../core/humanError";
import { startOfFile } from "../core/packs/packProblem";
import { shiftedRange } from "../core/text/range";
import type { CliContext, Command, ExitCode } from "./context";
import { type TextPair, textPairs } from "./diffPairs";
import { inputFormatOf } from "./inputFormat";
import type { InputText } from "./inputs";
import { JsonStream } from "./jsonStream";

/** In what two files, folders or NDJSON files differ, by structure. */
export const diff: Command = {
  name: "diff",
  usage: "<expected> <actual> [--tolerance order,precision,…] [--ignore <path>]… [--as json|hl7v2|ndjson]",
  does: `compares HL7 v2 or JSON by structure; tolerates ${toleranceNames.join(", ")}, or all; exit code 0: the same, 1: they differ`,
  options: { tolerance: { type: "string", multiple: true }, ignore: { type: "string", multiple: true }, as: { type: "string" } },
  takes: [2, 2],
  async run(context, given) {
    const [expected = "", actual = ""] = given.positionals;
    const tolerance = parseTolerance(given.texts("tolerance").join(","), given.texts("ignore"));
    const as = given.text("as");
    if (as !== undefined) {
      inputFormatOf("", as);
    }
    const report = new DiffReport(context);
    for await (const pair of textPairs(context, expected, actual, { ...(as !== undefined && { as }), ignoreIds: tolerance.ids === true })) {
      if (pair.kind === "failure") {
        report.fail(pair.error);
        continue;
      }
      const compared = compare(pair, tolerance);
      if (compared instanceof HumanError) {
        report.fail(compared);
      } else {
        await report.add(pair, compared);
      }
    }
    return report.end();
  },
};

/** The differences of a pair, or why it could not be compared. */
function compare({ expected, actual, name }: TextPair, tolerance: Tolerance): readonly Difference[] | HumanError {
  if (expected === undefined || actual === undefined) {
    return [onlyOn(expected === undefined ? "added" : "removed", name, expected ?? actual)];
  }
  const [left, right] = [readDocument(expected.format, expected.text), readDocument(actual.format, actual.text)];
  const fault = unreadable(left, expected) ?? unreadable(right, actual);
  if (fault !== undefined) {
    return fault;
  }
  try {
    return diffDocuments(left, right, tolerance).map((difference) => ({
      ...difference,
      ranges: { expected: shiftedRange(difference.ranges.expected, (expected.firstLine ?? 1) - 1), actual: shiftedRange(difference.ranges.actual, (actual.firstLine ?? 1) - 1) },
    }));
  } catch (error) {
    if (error instanceof HumanError) {
      return error;
    }
    throw error;
  }
}

/** Half a JSON text cannot be compared; of HL7 v2, whatever has a segment can. */
function unreadable(document: Document, { name, firstLine = 1 }: InputText): HumanError | undefined {
  const problem = document.problems.find(({ severity }) => severity === "error");
  if (problem === undefined || (document.format === "hl7v2" && document.value !== undefined)) {
    return undefined;
  }
  const { line, character } = problem.range.start;
  return new HumanError("cli.unreadableDocument", `${name}:${String(line + firstLine)}:${String(character + 1)}: error: ${problem.message}`, { path: name });
}

function onlyOn(kind: "added" | "removed", name: string, text: InputText | undefined): Difference {
  const code = kind === "added" ? "diff.addedPart" : "diff.removedPart";
  const range = shiftedRange(startOfFile, (text?.firstLine ?? 1) - 1);
  return { kind, path: "", pointers: { expected: "", actual: "" }, ranges: { expected: range, actual: range }, code, args: { path: name }, message: differenceSentence(code, { path: name }) };
}

class DiffReport {
  private readonly stream: JsonStream;
  private count = 0;
  private failed = false;

  constructor(private readonly context: CliContext) {
    this.stream = new JsonStream(context, true);
  }

  fail(error: HumanError): void {
    this.failed = true;
    this.context.say(error.message);
  }

  async add({ expected, actual }: TextPair, found: readonly Difference[]): Promise<void> {
    const { context } = this;
    this.count += found.length;
    for (const difference of found) {
      if (context.json) {
        await this.stream.add({ files: { expected: expected?.name ?? null, actual: actual?.name ?? null }, ...difference });
      } else {
        const file = actual?.name ?? expected?.name ?? "";
        const { line, character } = (actual === undefined ? difference.ranges.expected : difference.ranges.actual).start;
        context.write(`${file}:${String(line + 1)}:${String(character + 1)}: ${context.style.bad(difference.kind)}: ${difference.message}\n`);
      }
    }
    await context.drained();
  }

  end(): ExitCode {
    if (this.context.json) {
      this.stream.end();
    } else if (!this.failed || this.count > 0) {
      this.context.write(`${this.count === 0 ? "They are the same." : this.count === 1 ? "One difference." : `${String(this.count)} differences.`}\n`);
    }
    return this.failed ? 2 : this.count > 0 ? 1 : 0;
  }
}
