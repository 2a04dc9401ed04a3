import { stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import { HumanError, toError } from "../core/humanError";
import { relativeTo } from "../core/path";
import { fromNativePath } from "../env/nodeFileSystem";
import type { CliContext } from "./context";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";

/** A file, or standard input, that somebody asked for; or why there is none. */
export type InputPath =
  | {
    readonly kind: "file";
    /** Absolute, with `/`. */
    readonly path: string;
    /** As people see it. */
    readonly name: string;
    /** Below the folder, or the fixed part of the pattern, through which it was found; its own name where it was named itself. */
    readonly relative: string;
    /** Whether it was named itself, rather than found in a folder or by a pattern. */
    readonly named: boolean;
  }
  | { readonly kind: "stdin"; readonly name: string; readonly relative: string }
  | { readonly kind: "failure"; readonly name: string; readonly error: HumanError };

/** How standard input is named in what people read. */
export const stdinName = "<stdin>";

/** Endings of files that are read where a folder is given. */
const readable = "**/*.{json,ndjson,jsonl,hl7}";

/**
 * What positional arguments stand for, in the order given; what a folder or pattern stands for in the order of names. Nothing comes twice.
 * A file whose name looks like a pattern is that file. Below folders, hidden files and `node_modules` are passed over.
 *
 * @param typed files, folders, patterns, `-` for standard input
 */
export async function inputPaths({ cwd }: Pick<CliContext, "cwd">, typed: readonly string[]): Promise<readonly InputPath[]> {
  const found = new Map<string, InputPath>();
  const add = (key: string, input: InputPath): void => {
    if (!found.has(key)) {
      found.set(key, input);
    }
  };
  for (const argument of typed) {
    if (argument === "-") {
      add("-", { kind: "stdin", name: stdinName, relative: stdinName });
      continue;
    }
    const path = absolutePath({ cwd }, argument);
    const kind = await kindOf(path);
    if (kind === "file") {
      add(path, { kind: "file", path, name: shownPath(path, { cwd }), relative: path.slice(path.lastIndexOf("/") + 1), named: true });
    } else if (kind === "folder" || (kind === undefined && isDynamicPattern(fromNativePath(argument)))) {
      const matches = kind === "folder" ? await filesBelow(path, readable) : await filesBelow(cwd, fromNativePath(argument));
      const base = kind === "folder" ? path : absolutePath({ cwd }, fixedPart(fromNativePath(argument)));
      for (const match of matches) {
        add(match, { kind: "file", path: match, name: shownPath(match, { cwd }), relative: relativeTo(base, match) ?? match, named: false });
      }
      if (matches.length === 0) {
        add(path, { kind: "failure", name: argument, error: nothingIn(argument, kind === "folder") });
      }
    } else {
      const name = shownPath(path, { cwd });
      const message = kind === undefined ? "there is no such file" : kind.message;
      add(path, { kind: "failure", name, error: new HumanError("cli.unreadable", `${name} cannot be read (${message}); name a file that is there.`, { path }) });
    }
  }
  return [...found.values()];
}

async function filesBelow(cwd: string, pattern: string): Promise<readonly string[]> {
  const matches = await glob(pattern, { cwd, absolute: true, caseSensitiveMatch: false, expandDirectories: false, ignore: ["**/node_modules/**"], onlyFiles: true });
  return matches.map(fromNativePath).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The folders of a pattern before its first part that is one. */
function fixedPart(pattern: string): string {
  const parts = pattern.split("/");
  const dynamic = parts.findIndex((part) => isDynamicPattern(part));
  const fixed = parts.slice(0, dynamic < 0 ? -1 : dynamic).join("/");
  return fixed === "" ? (pattern.startsWith("/") ? "/" : ".") : fixed;
}

function nothingIn(argument: string, isFolder: boolean): HumanError {
  const what = isFolder ? `There is no .json, .ndjson or .hl7 file in ${argument}` : `No file fits ${argument}`;
  return new HumanError("cli.noFiles", `${what}; name a file, a folder or a pattern that has some.`, { path: argument });
}

/** `undefined`: nothing is there. */
async function kindOf(path: string): Promise<"file" | "folder" | Error | undefined> {
  try {
    // Links are followed; a pipe or a device can be read as a file can.
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const reason = toError(error);
    return "code" in reason && (reason.code === "ENOENT" || reason.code === "ENOTDIR" || reason.code === "ENAMETOOLONG") ? undefined : reason;
  }
}
