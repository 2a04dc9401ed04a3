import type { PackProblem } from "../packs/packProblem";
import { solutionProblems, wrongAnswerProblems } from "./answerRules";
import { fillInProblems } from "./fillInRules";
import { hintProblems } from "./hintRules";
import type { KataSourceFiles } from "./sourceFiles";
import { linkProblems } from "./linkRules";
import { strayFileProblems } from "./strayFiles";

/** What a person reads or an author keeps: hints, links, known wrong answers, solutions, stray files, what a scaffold asks for. */
export function contentProblems(folder: KataSourceFiles): readonly PackProblem[] {
  return [...hintProblems(folder), ...linkProblems(folder), ...solutionProblems(folder), ...wrongAnswerProblems(folder), ...strayFileProblems(folder), ...fillInProblems(folder)];
}
