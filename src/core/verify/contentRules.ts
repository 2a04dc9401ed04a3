import type { PackProblem } from "../packs/packProblem";
import { solutionProblems, wrongAnswerProblems } from "./answerRules";
import { hintProblems } from "./hintRules";
import type { KataSourceFiles } from "./sourceFiles";
import { linkProblems } from "./linkRules";
import { strayFileProblems } from "./strayFiles";

/** What a person reads or an author keeps: hints, links, known wrong answers, solutions, stray files. */
export function contentProblems(folder: KataSourceFiles): readonly PackProblem[] {
  return [...hintProblems(folder), ...linkProblems(folder), ...solutionProblems(folder), ...wrongAnswerProblems(folder), ...strayFileProblems(folder)];
}
