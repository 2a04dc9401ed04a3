/**
 * An error whose message a person may read: it says what failed, on what, and what to do next.
 * Anything else that is thrown is a bug.
 */
export class HumanError extends Error {
  override readonly name = "HumanError";

  /** One made by another bundle is one too: each bundle has a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): value is HumanError {
    return value instanceof Error && value.name === "HumanError" && "code" in value && "args" in value;
  }

  /**
   * @param code stable identifier, by which the editor translates
   * @param message one or two English sentences
   * @param args values that appear in the message, for translation
   */
  constructor(
    readonly code: string,
    message: string,
    readonly args: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Turns whatever was thrown into an Error, keeping the original as its cause. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
