import type { Outcome } from "../core/checks/outcome";

/** How human text is set off. Colours never stand alone: words and marks say the same. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

const plain = (text: string): string => text;

/** No colours: what goes into files and pipes. */
export const plainStyle: Style = { bold: plain, dim: plain, good: plain, bad: plain, warn: plain };

/** ANSI colours (ECMA-48 SGR), for terminals. */
const colourStyle: Style = { bold: sgr(1, 22), dim: sgr(2, 22), good: sgr(32, 39), bad: sgr(31, 39), warn: sgr(33, 39) };

/** Colours on a terminal, unless `NO_COLOR` (no-color.org) or a terminal that cannot show them forbids it. */
export function styleFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Style {
  const { NO_COLOR: noColour, TERM: terminal } = environment;
  return isTerminal && (noColour === undefined || noColour === "") && terminal !== "dumb" ? colourStyle : plainStyle;
}

/** A mark and a word for each outcome, coloured where colours are. */
export function outcomeText(outcome: Outcome, style: Style): string {
  switch (outcome) {
    case "passed":
      return style.good("✔ passed");
    case "failed":
      return style.bad("✘ failed");
    case "errored":
      return style.bad("! could not be checked");
    case "timedOut":
      return style.bad("⧖ ran out of time");
    case "blocked":
      return style.warn("◌ blocked");
  }
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
