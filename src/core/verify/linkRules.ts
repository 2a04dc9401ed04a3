import { LineIndex } from "../text/lineIndex";
import { joinPath, parentOf, relativePathFault } from "../path";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import { isProse, textOf, type KataSourceFiles } from "./sourceFiles";
import { isFileLink, linksIn } from "./markdownLinks";

/** Every link to a file leads to one of the kata's folder. */
export function linkProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  return [...files.keys()].filter(isProse).flatMap((path) => {
    const text = textOf(files, path) ?? "";
    const index = new LineIndex(text);
    return linksIn(text).filter(({ target }) => isFileLink(target)).flatMap(({ target, offset }) => {
      const meant = linkedPath(path, target);
      const fault = meant === "" ? undefined : relativePathFault(meant);
      const there = meant === "" || files.has(meant) || [...files.keys()].some((file) => file.startsWith(`${meant}/`));
      if (fault === undefined && there) {
        return [];
      }
      const message = fault === undefined ? `The link leads to ${target}, which is not there; add the file or correct the link.` : `The link ${JSON.stringify(target)} ${fault}.`;
      return [{ ...fileProblem(joinPath(kata.folder, path), "verify.deadLink", message, { target }), range: index.rangeOf(offset, offset + target.length) }];
    });
  });
}

/** The file a link of `from` leads to, relative to the kata's folder; `..` that leads out of it is kept, so that it is refused. */
export function linkedPath(from: string, target: string): string {
  const clean = (target.split(/[?#]/)[0] ?? "").replace(/\/$/, "");
  let decoded = clean;
  try {
    decoded = decodeURIComponent(clean);
  } catch {
    // A stray percent sign stands for itself.
  }
  const parts = parentOf(from) === "." ? [] : parentOf(from).split("/");
  for (const part of decoded.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") {
      parts.pop();
    } else if (part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/");
}
