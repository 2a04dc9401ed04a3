import type { TextProblem } from "./textProblem";

const most = 1000;

/** Problems in the order in which they were found, up to a thousand: more say nothing to anybody and would fill the memory for a file that is something else altogether. */
export class ProblemList {
  private readonly kept: TextProblem[] = [];
  private passedOver = 0;
  private passedFrom = 0;
  private passedTo = 0;

  add(problem: TextProblem): void {
    if (this.kept.length < most) {
      this.kept.push(problem);
      return;
    }
    if (this.passedOver === 0) {
      this.passedFrom = problem.from;
    }
    this.passedOver++;
    this.passedTo = Math.max(this.passedTo, problem.to);
  }

  /** Room for more problems. */
  get full(): boolean {
    return this.kept.length >= most;
  }

  get all(): readonly TextProblem[] {
    if (this.passedOver === 0) {
      return this.kept;
    }
    const count = this.passedOver;
    return [...this.kept, {
      code: "document.moreProblems", severity: "error", from: this.passedFrom, to: Math.max(this.passedFrom, this.passedTo), args: { count },
      message: `There are ${String(count)} more problems like these from here on.`,
    }];
  }
}
