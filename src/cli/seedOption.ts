import { HumanError } from "../core/humanError";
import type { Arguments } from "./context";

/** The `--seed` given. @throws HumanError when it is no whole number */
export function seedFrom(given: Arguments): number | undefined {
  const text = given.text("seed");
  if (text === undefined) {
    return undefined;
  }
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) {
    throw new HumanError("cli.badSeed", `--seed takes a whole number, such as 7, not ${JSON.stringify(text)}.`, { seed: text });
  }
  return seed;
}

/** A seed for an attempt that was given none: small enough to be typed again. */
export function newSeed(): number {
  return 1 + Math.floor(Math.random() * 999_999);
}
