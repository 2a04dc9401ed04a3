/** What a test's author wants said beside a failure. */
export interface Explanation {
  /** Why it matters to a patient or an organisation. */
  readonly why?: string;
  /** https address where one may read on. */
  readonly doc?: string;
}

/** Explanations of errors that were thrown, kept beside them so that any error can have one. */
export class Annotations {
  private readonly known = new WeakMap<object, Explanation>();

  /** Keeps an explanation for an error; what an inner call said stays. */
  annotate(error: object, explanation: Explanation): void {
    this.known.set(error, { ...explanation, ...this.known.get(error) });
  }

  of(error: unknown): Explanation {
    return typeof error === "object" && error !== null ? (this.known.get(error) ?? {}) : {};
  }
}
