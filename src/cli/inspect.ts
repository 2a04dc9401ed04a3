import { encodeText, encodingProblem } from "../core/documents/decodeBytes";
import type { DocumentFormat, DocumentProblem, JsonValue } from "../core/documents/document";
import { readDocument } from "../core/documents/readers";
import { HumanError } from "../core/humanError";
import { nameOf } from "../core/path";
import { startOfFile } from "../core/packs/packProblem";
import { shiftedRange } from "../core/text/range";
import { writeJson, type CliContext, type Command, type ExitCode } from "./context";
import { inputFormatOf } from "./inputFormat";
import { type InputPath, inputPaths } from "./inputPaths";
import { type Input, type InputText, readInput } from "./inputs";
import { JsonStream } from "./jsonStream";
import { problemLine } from "./problems";

/**
 * What a reader makes of files. One file gives its value; several, and the lines of an NDJSON file, give one line of JSON each, so that neither their number
 * nor their size matters.
 */
export const inspect: Command = {
  name: "inspect",
  usage: "<file|folder|pattern|->… [--as json|hl7v2|ndjson] [--each] [--roundtrip]",
  does: "shows what a reader makes of files; --each: one line for each message; --roundtrip: writes a file's bytes back out instead",
  options: { as: { type: "string" }, each: { type: "boolean" }, roundtrip: { type: "boolean" } },
  takes: [1, Infinity],
  async run(context, given) {
    const as = given.text("as");
    if (as !== undefined) {
      inputFormatOf("", as);
    }
    const options = { ...(as !== undefined && { as }) };
    const paths = await inputPaths(context, given.positionals);
    const one = onlyOne(paths);
    if (given.flag("roundtrip")) {
      return await roundtrip(context, one, options);
    }
    if (one !== undefined && !given.flag("each")) {
      const inputs = readInput(context, one, options);
      const { value: first } = await inputs.next();
      // A line of an NDJSON file is one of many, even if there is but one.
      return first === undefined || first.firstLine !== undefined ? await inspectEach(context, startedWith(first, inputs)) : inspectOne(context, first);
    }
    return await inspectEach(context, inputsOf(context, paths, { ...options, messages: "apart" }));
  },
};

/** What was made of one text; the ranges of problems are those in the file. */
interface Inspection {
  readonly format: DocumentFormat;
  readonly value: JsonValue;
  readonly problems: readonly DocumentProblem[];
}

/** The one path, where one thing was named that is no folder and no pattern. */
function onlyOne(paths: readonly InputPath[]): InputPath | undefined {
  const [only] = paths;
  return paths.length === 1 && only !== undefined && (only.kind !== "file" || only.named) ? only : undefined;
}

function inspectOne(context: CliContext, input: Input): ExitCode {
  if (input.kind === "failure") {
    throw input.error;
  }
  const inspection = inspected(input);
  if (context.json) {
    writeJson(context, inspection);
  } else {
    context.write(`${JSON.stringify(inspection.value, null, 2)}\n`);
    sayProblems(context, input.name, inspection.problems);
  }
  return hasErrors(inspection) ? 1 : 0;
}

async function inspectEach(context: CliContext, inputs: AsyncIterable<Input>): Promise<ExitCode> {
  const stream = new JsonStream(context, context.json);
  let code: ExitCode = 0;
  for await (const input of inputs) {
    if (input.kind === "failure") {
      context.say(input.error.message);
      code = 2;
      continue;
    }
    const inspection = inspected(input);
    await stream.add({ file: input.name, ...(input.firstLine !== undefined && { line: input.firstLine }), ...inspection });
    if (!context.json) {
      sayProblems(context, input.name, inspection.problems);
    }
    if (code === 0 && hasErrors(inspection)) {
      code = 1;
    }
  }
  stream.end();
  return code;
}

async function roundtrip(context: CliContext, one: InputPath | undefined, options: { readonly as?: string }): Promise<ExitCode> {
  for await (const input of one === undefined ? [] : readInput(context, one, options)) {
    if (input.kind === "failure") {
      throw input.error;
    }
    if (input.firstLine === undefined) {
      context.write(encodeText({ ...input.decoded, text: readDocument(input.format, input.text).toText() }));
      return 0;
    }
    break;
  }
  throw new HumanError("cli.usage", "--roundtrip writes one .json or .hl7 file back out; name one.");
}

function inspected({ name, format, text, decoded, firstLine = 1 }: InputText): Inspection {
  const document = readDocument(format, text);
  const encoding = encodingProblem(nameOf(name), decoded);
  const problems: readonly DocumentProblem[] = [...(encoding === undefined ? [] : [{ ...encoding, range: startOfFile }]), ...document.problems];
  return { format, value: document.value ?? null, problems: problems.map((problem) => ({ ...problem, range: shiftedRange(problem.range, firstLine - 1) })) };
}

function sayProblems(context: CliContext, file: string, problems: readonly DocumentProblem[]): void {
  for (const problem of problems) {
    context.say(problemLine({ ...problem, file }, context));
  }
}

function hasErrors({ problems }: Inspection): boolean {
  return problems.some(({ severity }) => severity === "error");
}

async function* inputsOf(context: CliContext, paths: readonly InputPath[], options: { readonly as?: string; readonly messages: "apart" }): AsyncGenerator<Input, void, undefined> {
  for (const path of paths) {
    yield* readInput(context, path, options);
  }
}

async function* startedWith(first: Input | void, rest: AsyncIterable<Input>): AsyncGenerator<Input, void, undefined> {
  if (first !== undefined) {
    yield first;
  }
  yield* rest;
}
