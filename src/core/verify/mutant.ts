/** A right answer with one thing made wrong. */
export interface Mutant {
  /** What was done where: the same for the same text, so that survivors can be listed. */
  readonly id: string;
  readonly text: string;
}
