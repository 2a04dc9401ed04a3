import { encodingProblem } from "../core/documents/decodeBytes";
import type { JsonValue } from "../core/documents/document";
import { isFailedCheck } from "../core/fhir/validation/failedCheck";
import type { PlacedIssue } from "../core/fhir/validation/fhirChecker";
import { operationOutcome } from "../core/fhir/validation/operationOutcome";
import type { JsonObject } from "../core/fhir/validation/rule";
import { HumanError, toError } from "../core/humanError";
import { startOfFile } from "../core/packs/packProblem";
import { nameOf } from "../core/path";
import { isRecord } from "../core/record";
import { shiftedRange } from "../core/text/range";
import type { CliContext, Command, ExitCode } from "./context";
import { readInputs, type InputText } from "./inputs";
import { JsonStream } from "./jsonStream";
import { absolutePath } from "./paths";
import { severityLine, shownPath } from "./problems";

/** FHIR R4 resources against the specification, and against profiles that are given. */
export const validate: Command = {
  name: "validate",
  usage: "<resource.json|folder|pattern|->… [--profile <file>]… [--type <ResourceType>] [--as json|ndjson]",
  does: "holds FHIR R4 resources against the specification; with --json: an OperationOutcome for each",
  options: { profile: { type: "string", multiple: true }, type: { type: "string" }, as: { type: "string" } },
  takes: [1, Infinity],
  async run(context, given) {
    const profiles = await Promise.all(given.texts("profile").map((path) => profileAt(context, path)));
    const as = given.text("as");
    const type = given.text("type");
    const stream = context.json ? new JsonStream(context, true) : undefined;
    let code: ExitCode = 0;
    for await (const input of readInputs(context, given.positionals, as === undefined ? {} : { as })) {
      if (input.kind === "failure") {
        context.say(input.error.message);
        code = 2;
        continue;
      }
      if (input.format !== "json") {
        context.say(`${input.name} is no JSON, so it was not checked; validate reads FHIR resources in JSON.`);
        code = 2;
        continue;
      }
      const issues = await issuesOf(context, input, { profiles, ...(type === undefined ? {} : { type }) });
      await stream?.add({ file: input.name, ...(input.firstLine === undefined ? {} : { line: input.firstLine }), outcome: operationOutcome(issues, input.firstLine) });
      if (stream === undefined) {
        tell(context, input, issues);
        await context.drained();
      }
      code = worse(code, issues.some(isFailedCheck) ? 2 : issues.some(({ severity }) => severity === "error") ? 1 : 0);
    }
    stream?.end();
    return code;
  },
};

async function issuesOf(context: CliContext, { name, text, decoded }: InputText, options: { readonly profiles: readonly JsonObject[]; readonly type?: string }): Promise<readonly PlacedIssue[]> {
  const { issues } = await context.services.fhirChecker.validate({ text, file: nameOf(name), ...options }, context.signal);
  const encoding = encodingProblem(nameOf(name), decoded);
  if (encoding === undefined) {
    return issues;
  }
  const { code, severity, message, args } = encoding;
  return [{ code: `document.${code}`, severity, type: "structure", pointer: "", mark: "opening", args, message, range: startOfFile, expression: "" }, ...issues];
}

/** For people: a line for each issue, and one for a resource without errors. */
function tell(context: CliContext, { name, firstLine = 1 }: InputText, issues: readonly PlacedIssue[]): void {
  for (const { severity, message, range } of issues) {
    context.write(`${severityLine(severity, name, shiftedRange(range, firstLine - 1).start, message, context)}\n`);
  }
  if (!issues.some(({ severity }) => severity === "error")) {
    const place = firstLine === 1 ? name : `${name}:${String(firstLine)}`;
    context.write(`${place}: ${context.style.good("valid")}\n`);
  }
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

/** @throws HumanError when the file is no StructureDefinition */
async function profileAt(context: CliContext, typed: string): Promise<JsonObject> {
  const path = absolutePath(context, typed);
  const name = shownPath(path, context);
  let value: JsonValue;
  try {
    value = JSON.parse(new TextDecoder().decode(await context.services.files.readFile(path))) as JsonValue;
  } catch (cause) {
    throw new HumanError("cli.profileUnreadable", `The profile ${name} cannot be read (${toError(cause).message}); name a file with a StructureDefinition in JSON.`, { path }, { cause });
  }
  if (!isRecord(value) || value["resourceType"] !== "StructureDefinition") {
    throw new HumanError("cli.noProfile", `${name} is no StructureDefinition, so nothing can be held against it; name a file with one, in JSON.`, { path });
  }
  return value;
}
