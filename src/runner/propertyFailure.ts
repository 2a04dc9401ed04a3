/** A property that does not hold: what broke it, and the smallest input that did. */
export class PropertyFailure extends Error {
  override readonly name = "PropertyFailure";

  /** @param counterexample the arguments of the property's function */
  constructor(
    readonly counterexample: readonly unknown[],
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
