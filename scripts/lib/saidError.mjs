// @ts-check

/**
 * A failure whose message is meant for the person at the shell: it says what failed, on what, and what to do next.
 * Scripts print its message alone; any other error is printed with its stack.
 */
export class SaidError extends Error {
  /** @override */
  name = "SaidError";
}

/**
 * @param {unknown} error
 * @returns {string} what to print for an error that ends a script
 */
export function describeError(error) {
  if (error instanceof SaidError) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
