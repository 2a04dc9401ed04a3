import { joinPath, nameOf } from "../path";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import { isProse, textOf, type KataSourceFiles } from "./sourceFiles";
import { linkedPath } from "./linkRules";
import { linksIn } from "./markdownLinks";

/** Every file has a place in a kata, or is linked from what people read. */
export function strayFileProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  const { files: handedIn, exhibits = [] } = kata.manifest;
  const linked = new Set([...files.keys()].filter(isProse).flatMap((path) => linksIn(textOf(files, path) ?? "").map(({ target }) => linkedPath(path, target))));
  const reasonOf = (path: string): string | undefined => {
    const [top, second, ...rest] = path.split("/");
    if (/^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|~$|\.(?:orig|rej|bak|swp|tmp)$/.test(nameOf(path))) {
      return "is litter of another program; remove it";
    }
    if (path === "kata.json" || isProse(path) || linked.has(path) || (top === "checks" && second !== undefined)) {
      return undefined;
    }
    if (top === "starter" && second !== undefined) {
      const name = [second, ...rest].join("/");
      return handedIn.includes(name) || exhibits.includes(name) ? undefined : "is neither handed in nor an exhibit; name it under `files` or `exhibits`, or remove it";
    }
    if ((top === "solutions" || top === "wrong") && rest.length > 0) {
      return handedIn.includes(rest.join("/")) ? undefined : "is not one of the `files` that are handed in, so no check sees it; remove it";
    }
    return "has no place in a kata; move it under checks/, link to it from the brief, or remove it";
  };
  return [...files.keys()].flatMap((path) => {
    const reason = reasonOf(path);
    return reason === undefined ? [] : [fileProblem(joinPath(kata.folder, path), "verify.strayFile", `\`${path}\` ${reason}.`, { path })];
  });
}
