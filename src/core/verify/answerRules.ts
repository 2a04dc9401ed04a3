import { joinPath } from "../path";
import { referenceName } from "../packs/kataContent";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import { sameBytes } from "../bytes";
import { namesBelow, textOf, type KataSourceFiles } from "./sourceFiles";

/** There is a reference, and a different right answer beside it. */
export function solutionProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  const names = namesBelow(files, "solutions/");
  const at = joinPath(kata.folder, "solutions");
  if (!names.includes(referenceName)) {
    return [fileProblem(joinPath(at, referenceName), "verify.noReference", "There is no solutions/reference/; write a right answer there.")];
  }
  const others = names.filter((name) => name !== referenceName);
  if (others.length === 0) {
    return [fileProblem(at, "verify.oneSolution", "There is only the reference; put a different right answer beside it, so that the checks are seen to accept more than one.")];
  }
  return others
    .filter((name) => kata.manifest.files.every((path) => sameBytes(files.get(`solutions/${name}/${path}`), files.get(`solutions/${referenceName}/${path}`))))
    .map((name) => fileProblem(joinPath(at, name), "verify.sameSolution", `The solution \`${name}\` is the reference again; write one that differs, or remove it.`, { name }));
}

/** Every wrong answer that is declared has its files and its explanation, and nothing lies there undeclared. */
export function wrongAnswerProblems({ kata, files }: KataSourceFiles): readonly PackProblem[] {
  const declared = kata.manifest.wrong.map(({ id }) => id);
  const folders = namesBelow(files, "wrong/");
  const texts = [...files.keys()].flatMap((path) => /^wrong\/([^/]+)\.md$/.exec(path)?.[1] ?? []);
  const at = (name: string): string => joinPath(kata.folder, "wrong", name);
  const problems: PackProblem[] = [];
  if (declared.length === 0) {
    problems.push(fileProblem(joinPath(kata.folder, "kata.json"), "verify.noWrong", "The kata names no wrong answer, so nobody knows what its checks refuse; add those that learners give."));
  }
  for (const id of declared) {
    if (!folders.includes(id)) {
      problems.push(fileProblem(at(id), "verify.noWrongFiles", `There is no wrong/${id}/; put the files there that differ from the reference.`, { id }));
    }
    if ((textOf(files, `wrong/${id}.md`) ?? "").trim() === "") {
      problems.push(fileProblem(at(`${id}.md`), "verify.noExplanation", `There is no wrong/${id}.md; explain the misconception to the learner there.`, { id }));
    }
  }
  for (const id of [...new Set([...folders, ...texts])].filter((name) => !declared.includes(name))) {
    problems.push(fileProblem(at(folders.includes(id) ? id : `${id}.md`), "verify.orphanWrong", `kata.json names no wrong answer \`${id}\`; declare it under \`wrong\`, or remove it.`, { id }));
  }
  for (const path of files.keys()) {
    const [, id, file] = /^wrong\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (id !== undefined && file !== undefined && sameBytes(files.get(path), files.get(`solutions/${referenceName}/${file}`))) {
      problems.push(fileProblem(joinPath(kata.folder, path), "verify.sameAsReference", `wrong/${id}/${file} is the reference's; a wrong answer holds only the files that differ: remove it.`, { path }));
    }
  }
  return problems;
}
