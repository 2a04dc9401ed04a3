import { decodeBytes, encodeText, encodingProblem } from "../core/documents/decodeBytes";
import { documentFormats, type DocumentFormat, type DocumentProblem } from "../core/documents/document";
import { formatOfFileName, readDocument } from "../core/documents/readers";
import { HumanError, toError } from "../core/humanError";
import { nameOf } from "../core/path";
import { startOfFile } from "../core/packs/packProblem";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { absolutePath } from "./paths";
import { problemLine, shownPath } from "./problems";

/** What a reader makes of a file. */
export const inspect: Command = {
  name: "inspect",
  usage: "<file> [--as json|hl7v2] [--roundtrip]",
  does: "shows what a reader makes of a file; --roundtrip writes its bytes back out instead",
  options: { as: { type: "string" }, roundtrip: { type: "boolean" } },
  takes: [1, 1],
  async run(context, given) {
    const path = absolutePath(context, given.positionals[0] ?? "");
    const decoded = decodeBytes(await bytesOf(context, path));
    const document = readDocument(formatOf(path, given), decoded.text);
    if (given.flag("roundtrip")) {
      context.write(encodeText({ ...decoded, text: document.toText() }));
      return 0;
    }
    const encoding = encodingProblem(nameOf(path), decoded);
    const problems: readonly DocumentProblem[] = [...(encoding === undefined ? [] : [{ ...encoding, range: startOfFile }]), ...document.problems];
    if (context.json) {
      writeJson(context, { format: document.format, value: document.value ?? null, problems });
    } else {
      context.write(`${JSON.stringify(document.value ?? null, null, 2)}\n`);
      for (const problem of problems) {
        context.say(problemLine({ ...problem, file: path }, context));
      }
    }
    return problems.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

async function bytesOf(context: CliContext, path: string): Promise<Uint8Array> {
  try {
    return await context.services.files.readFile(path);
  } catch (cause) {
    const { message } = toError(cause);
    throw new HumanError("cli.unreadable", `${shownPath(path, context)} cannot be read (${message}); name a file that is there.`, { path }, { cause });
  }
}

function formatOf(path: string, given: Arguments): DocumentFormat {
  const named = given.text("as");
  const format = named === undefined ? formatOfFileName(path) : documentFormats.find((known) => known === named);
  if (format === undefined) {
    const what = named === undefined ? `The name ${nameOf(path)} does not say which format it has` : `There is no reader for ${JSON.stringify(named)}`;
    throw new HumanError("cli.unknownFormat", `${what}; say it with --as ${documentFormats.join(" or --as ")}.`, { path });
  }
  return format;
}
