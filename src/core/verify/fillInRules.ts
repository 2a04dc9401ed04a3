import { fileProblem, type PackProblem } from "../packs/packProblem";
import { joinPath } from "../path";
import { fillIn } from "../packs/scaffold/fillIn";
import { textOf, type KataSourceFiles } from "./sourceFiles";

/** Nothing that a scaffold asks to be written is left unwritten. */
export function fillInProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  const read = [...files.keys()].filter((path) => path === "kata.json" || path.endsWith(".md"));
  return read.flatMap((path) =>
    (textOf(files, path) ?? "").split(/\r\n|\r|\n/).flatMap((line, number) => {
      const at = line.indexOf(fillIn);
      if (at < 0) {
        return [];
      }
      const asked = line.slice(at + fillIn.length).replace(/",?\s*$/, "").trim();
      const range = { start: { line: number, character: at }, end: { line: number, character: line.length } };
      return [{ ...fileProblem(joinPath(kata.folder, path), "verify.fillIn", `This is still to be written: ${asked}`, { asked }), range }];
    }),
  );
}
