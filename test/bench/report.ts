import type { Timing } from "./measure";

/** One line of the table. */
export interface Row {
  readonly what: string;
  /** What was measured: a time, or a number with its unit. */
  readonly value: Timing | { readonly amount: number; readonly unit: string };
  /** Compared with what, and the ratio (this ÷ that). */
  readonly ratio?: { readonly to: string; readonly times: number };
  /** From design.md §11, in words, and whether it is kept; without a budget the row is there to compare. */
  readonly budget?: { readonly text: string; readonly kept: boolean };
}

/** A group of rows, or why there are none. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** The sections as aligned text. */
export function tableOf(sections: readonly Section[]): string {
  const header = ["", "median", "p95", "ratio", "budget"];
  const lines = sections.map(({ rows }) => rows.map(cellsOf));
  const widths = header.map((_, column) => Math.max(...[header, ...lines.flat()].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ").trimEnd();
  return sections
    .map(({ title, notes }, index) => [title, ...(index === 0 ? [line(header)] : []), ...(lines[index] ?? []).map(line), ...notes.map((note) => `  ${note}`)].join("\n"))
    .join("\n\n");
}

function cellsOf({ what, value, ratio, budget }: Row): readonly string[] {
  const [middle, high] = "unit" in value ? [`${rounded(value.amount)} ${value.unit}`.trim(), ""] : [`${rounded(value.median)} ms`, `${rounded(value.p95)} ms`];
  return [
    `  ${what}`,
    middle,
    high,
    ratio === undefined ? "" : `${rounded(ratio.times)} × ${ratio.to}`,
    budget === undefined ? "" : `${budget.kept ? "kept  " : "MISSED"} ${budget.text}`,
  ];
}

function rounded(value: number): string {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
