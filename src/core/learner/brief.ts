import type { FileSystem } from "../fileSystem";
import { HumanError, toError } from "../humanError";
import type { Kata } from "../packs/kata";
import { joinPath } from "../path";

/** One hint, as Markdown of the pack: never trusted. */
export interface Hint {
  readonly title: string;
  readonly markdown: string;
}

/** The text of a kata, as Markdown of the pack: never trusted. */
export interface Brief {
  readonly markdown: string;
  /** Absolute path of the file it came from; its relative links start there. */
  readonly path: string;
}

/**
 * The kata's brief in a language, if it is there, else in English: `README.pt-br.md`, `README.pt.md`, `README.md`.
 * @param locale as the editor gives it, such as `de` or `pt-br`
 * @throws HumanError when there is none
 */
export async function readBrief(fs: FileSystem, kata: Kata, locale: string): Promise<Brief> {
  for (const name of localised("README", locale)) {
    const path = joinPath(kata.folder, name);
    if ((await fs.stat(path))?.kind === "file") {
      return { markdown: await readText(fs, path), path };
    }
  }
  throw new HumanError(
    "learner.noBrief",
    `The kata ${kata.pack.name}/${kata.id} has no README.md in ${kata.folder}. Install the pack again; if that does not help, tell its author.`,
    { kata: `${kata.pack.name}/${kata.id}`, folder: kata.folder },
  );
}

/** The kata's hints, from a nudge to nearly there; none when it has no `hints.md`. Translations as for the brief. */
export async function readHints(fs: FileSystem, kata: Kata, locale = "en"): Promise<readonly Hint[]> {
  for (const name of localised("hints", locale)) {
    const path = joinPath(kata.folder, name);
    if ((await fs.stat(path))?.kind === "file") {
      return parseHints(await readText(fs, path));
    }
  }
  return [];
}

/** Cuts a `hints.md` at its `## ` headings, those in code blocks apart. What stands before the first is no hint. */
export function parseHints(markdown: string): readonly Hint[] {
  const hints: { title: string; lines: string[] }[] = [];
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const run = mark?.[1] ?? "";
    if (fence === undefined) {
      const heading = /^ {0,3}## +(.*?)(?: +#+)? *$/.exec(line);
      if (heading !== null) {
        hints.push({ title: heading[1] ?? "", lines: [] });
        continue;
      }
      // A backtick fence whose info string has a backtick is inline code (CommonMark 4.5).
      if (run !== "" && !(run.startsWith("`") && (mark?.[2] ?? "").includes("`"))) {
        fence = run;
      }
    } else if (run.startsWith(fence) && (mark?.[2] ?? "").trim() === "") {
      fence = undefined;
    }
    hints.at(-1)?.lines.push(line);
  }
  return hints.map(({ title, lines }) => ({ title, markdown: lines.join("\n").trim() }));
}

function localised(name: string, locale: string): readonly string[] {
  const parts = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(locale) ? locale.toLowerCase().split(/[-_]/) : [];
  const names: string[] = [];
  for (let count = parts.length; count > 0; count--) {
    names.push(`${name}.${parts.slice(0, count).join("-")}.md`);
  }
  return [...names, `${name}.md`];
}

async function readText(fs: FileSystem, path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await fs.readFile(path));
  } catch (error) {
    throw new HumanError(
      "learner.unreadableText",
      `${path} cannot be read (${toError(error).message}). Install the pack again; if that does not help, tell its author.`,
      { path },
      { cause: error },
    );
  }
}
