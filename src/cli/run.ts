import { parseArgs } from "node:util";
import { HumanError, toError } from "../core/humanError";
import { nearestWord } from "../core/text/nearestWord";
import { defaultDataFolder } from "../env/dataFolder";
import type { Services } from "../env/services";
import { commands } from "./commands";
import type { Arguments, CliContext, Command, ExitCode } from "./context";
import { absolutePath } from "./paths";
import type { Style } from "./style";

/** What a run of the command line is given by the process, or by a test. */
export interface Surroundings {
  readonly cwd: string;
  readonly version: string;
  readonly outStyle: Style;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  write(text: string | Uint8Array): void;
  /** Resolves when what was written is on its way, if stdout had no room for it. */
  drained(): Promise<void>;
  stdin(): AsyncIterable<Uint8Array>;
  say(line: string): void;
  readonly environment: NodeJS.ProcessEnv;
  readonly ask: CliContext["ask"];
  /**
   * @param packs folders of packs beside the bundled ones, absolute
   * @param dataFolder where packs are installed
   */
  services(packs: readonly string[], dataFolder: string): Promise<Services>;
}

/** Options of every command. */
const common = { json: { type: "boolean" }, packs: { type: "string", multiple: true }, data: { type: "string" }, help: { type: "boolean", short: "h" }, version: { type: "boolean" } } as const;

/** Runs one command. Never rejects: what went wrong is on stderr, and in the exit code. */
export async function run(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    around.write(help());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    around.write(`${around.version}\n`);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const meant = nearestWord(name, commands.map((each) => each.name));
    around.say(`There is no command ${JSON.stringify(name)}; ${meant === undefined ? "see `health-it-katas help`." : `did you mean ${meant}?`}`);
    return 2;
  }
  try {
    return await runCommand(command, rest, around);
  } catch (thrown) {
    if (!around.signal.aborted) {
      around.say(thrown instanceof HumanError ? thrown.message : `A bug in Health IT Katas, please report it: ${toError(thrown).stack ?? String(thrown)}`);
    }
    return 2;
  }
}

async function runCommand(command: Command, argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parsed(command, argv);
  if (values["help"] === true) {
    around.write(`health-it-katas ${command.name} ${command.usage}\n  ${command.does}\n`);
    return 0;
  }
  const [from, to] = command.takes;
  if (positionals.length < from || positionals.length > to) {
    throw new HumanError("cli.usage", `Usage: health-it-katas ${command.name} ${command.usage}`, { command: command.name });
  }
  const packs = Array.isArray(values["packs"]) ? values["packs"].map(String) : [];
  const dataFolder = absolutePath(around, typeof values["data"] === "string" ? values["data"] : defaultDataFolder(around.environment));
  const services = await around.services(packs.map((folder) => absolutePath(around, folder)), dataFolder);
  const context: CliContext = {
    services, cwd: around.cwd, json: values["json"] === true, style: around.outStyle, signal: around.signal, now: around.now,
    write: (text) => around.write(text), drained: () => around.drained(), stdin: () => around.stdin(), say: (line) => around.say(line),
    dataFolder, environment: around.environment, ask: around.ask,
  };
  try {
    return await command.run(context, argumentsFrom(values, positionals));
  } finally {
    await services.dispose();
  }
}

function parsed(command: Command, argv: readonly string[]): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...argv], options: { ...command.options, ...common }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new HumanError("cli.usage", `${toError(error).message.split(/[.\n]/)[0] ?? ""}. Usage: health-it-katas ${command.name} ${command.usage}`, { command: command.name }, { cause: error });
  }
}

function argumentsFrom(values: Readonly<Record<string, unknown>>, positionals: readonly string[]): Arguments {
  return {
    positionals,
    flag: (name) => values[name] === true,
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, usage, does }) => `  ${name.padEnd(width)}  ${does}\n  ${" ".repeat(width)}  health-it-katas ${name}${usage === "" ? "" : ` ${usage}`}`);
  return `Health IT Katas: practise HL7, FHIR and security where you work.\n\n${lines.join("\n")}\n\nEvery command takes --json (one JSON value on stdout), --packs <folder> (more packs, may be given several times),\n--data <folder> (where packs are installed) and --help.\nExit code: 0 yes, 1 no, 2 could not.\n`;
}
