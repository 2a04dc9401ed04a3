import type { Services } from "../env/services";
import type { Style } from "./style";

/** What a command works with. */
export interface CliContext {
  readonly services: Services;
  /** Absolute, with `/`. */
  readonly cwd: string;
  /** Whether stdout carries one JSON value and nothing else. */
  readonly json: boolean;
  readonly style: Style;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Writes to stdout, as it is. */
  readonly write: (text: string | Uint8Array) => void;
  /** Resolves when stdout has room again: whoever writes much waits for it now and then, so that a slow reader fills no memory. */
  readonly drained: () => Promise<void>;
  /** What comes in on standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Writes a line for the person to stderr. */
  readonly say: (line: string) => void;
  /** Absolute, with `/`: where packs are installed. */
  readonly dataFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Asks the person and gives her answer, trimmed; undefined where nobody sits at a terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
}

/** 0: yes. 1: no (failed, timed out, blocked, gate closed). 2: could not (errored, bad usage). */
export type ExitCode = 0 | 1 | 2;

/** Options as `node:util` parseArgs takes them. */
export type OptionKinds = Readonly<Record<string, { readonly type: "boolean" | "string"; readonly short?: string; readonly multiple?: boolean }>>;

/** Parsed options of one command. */
export interface Arguments {
  readonly positionals: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  /** What an option was given that may be there several times. */
  texts(name: string): readonly string[];
}

export interface Command {
  readonly name: string;
  /** Behind the name: `<kata> [dir] [--force]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly does: string;
  readonly options: OptionKinds;
  /** Fewest and most positional arguments. */
  readonly takes: readonly [from: number, to: number];
  /** @throws HumanError with a sentence for stderr; the exit code is 2 then */
  run(context: CliContext, given: Arguments): Promise<ExitCode>;
}

/** One JSON value on stdout. */
export function writeJson(context: CliContext, value: unknown): void {
  context.write(`${JSON.stringify(value, null, 2)}\n`);
}
