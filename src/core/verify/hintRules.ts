import { joinPath } from "../path";
import { parseHints } from "../learner/brief";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import { textOf, type KataSourceFiles } from "./sourceFiles";

const hintCount = 3;

/** Characters other than white space from which on a line of a solution counts as telling. */
const tellingLength = 12;

/** There are three hints, and none of them holds a telling line of a solution that neither the starter nor the brief shows. */
export function hintProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  const path = "hints.md";
  const at = joinPath(kata.folder, path);
  const text = textOf(files, path);
  if (text === undefined) {
    return [fileProblem(at, "verify.noHints", "There is no hints.md; write three hints, each under a heading `## `, from nudge to nearly there.")];
  }
  const hints = parseHints(text);
  const problems: PackProblem[] = [];
  if (hints.length !== hintCount) {
    problems.push(fileProblem(at, "verify.hintCount", `hints.md has ${hints.length} headings \`## \`; a kata has three hints, from nudge to nearly there.`, { count: hints.length }));
  }
  for (const { title } of hints.filter((hint) => hint.markdown === "" || hint.title === "")) {
    problems.push(fileProblem(at, "verify.emptyHint", `The hint "${title}" has no ${title === "" ? "title" : "text"}; write it.`, { title }));
  }
  const open = new Set([...linesBelow(files, "starter/"), ...significantLines(textOf(files, "README.md") ?? "")].map(packed));
  const secrets = [...linesBelow(files, "solutions/")].map((line) => ({ line, key: packed(line) })).filter(({ key }) => key.length >= tellingLength && !open.has(key));
  for (const [number, line] of text.split(/\r\n|\r|\n/).entries()) {
    const told = secrets.find(({ key }) => packed(line).includes(key));
    if (told !== undefined) {
      const range = { start: { line: number, character: 0 }, end: { line: number, character: line.length } };
      problems.push({ ...fileProblem(at, "verify.hintTells", `This hint gives a line of a solution away (\`${told.line.trim()}\`); say what to look at instead.`, { line: told.line.trim() }), range });
    }
  }
  return problems;
}

function linesBelow(files: ReadonlyMap<string, Uint8Array>, prefix: string): ReadonlySet<string> {
  return new Set([...files.keys()].filter((path) => path.startsWith(prefix)).flatMap((path) => significantLines(textOf(files, path) ?? "")));
}

function significantLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
}

/** A line without white space and closing punctuation, so that another layout hides nothing. */
function packed(line: string): string {
  return line.replace(/\s+/g, "").replace(/[,;]+$/, "");
}
