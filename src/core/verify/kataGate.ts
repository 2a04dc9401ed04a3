import type { Attempt } from "../checks/attempt";
import type { Solution } from "../checks/attemptRunner";
import type { Outcome } from "../checks/outcome";
import type { FileSystem } from "../fileSystem";
import { readBelow } from "../packs/folderFiles";
import type { Kata } from "../packs/kata";
import { referenceName, solutionNames, solutionOf, starterSolution, wrongAnswerOf } from "../packs/kataContent";
import { isTestCheck, type WrongAnswerDeclaration } from "../packs/kataManifest";
import { fileProblem, type PackProblem } from "../packs/packProblem";
import { joinPath } from "../path";
import type { AttemptPool } from "./attemptPool";
import { contentProblems } from "./contentRules";
import { isOpen, type KataReport, type SolutionReport, type WrongReport } from "./report";

/** Seeds on which every wrong answer must fail: 1 up to this. */
export const seedCount = 20;

/** Seeds on which the test checks that accepted a wrong answer are asked again; one that accepts it on all of these is taken not to depend on the seed. */
const fullSeeds = 5;

interface SolutionVerdict {
  readonly report: SolutionReport;
  readonly attempt: Attempt;
  readonly problems: readonly PackProblem[];
}

interface WrongVerdict {
  readonly report: WrongReport;
  readonly problems: readonly PackProblem[];
}

/** The author's gate for one kata: what its checks accept and refuse is tried out, what people read is looked over. */
export class KataGate {
  /** @param strictTime a reference slower than `budgetMs` closes the gate; otherwise it warns */
  constructor(
    private readonly files: FileSystem,
    private readonly pool: AttemptPool,
    private readonly strictTime: boolean,
  ) {}

  /** Rejects only with the abort reason of `signal`, or an error of the file system. */
  async verify(kata: Kata, signal: AbortSignal): Promise<KataReport> {
    const content = contentProblems({ kata, files: await readBelow(this.files, kata.folder) });
    const names = await solutionNames(this.files, kata);
    const [starter, solutions] = await Promise.all([
      this.attempt(kata, starterSolution(this.files, kata), 1, signal),
      Promise.all(names.map(async (name) => await this.solution(kata, name, signal))),
    ]);
    // Wrong answers lie over the reference: while that is refused, nothing is learnt from them.
    const referencePasses = solutions.some(({ report }) => report.name === referenceName && report.outcome === "passed");
    const wrong = referencePasses ? await Promise.all(kata.manifest.wrong.map(async (declared) => await this.wrongAnswer(kata, declared, signal))) : [];
    const problems = [
      ...content,
      ...brokenChecks(kata, [starter, ...solutions.map(({ attempt }) => attempt)]),
      ...starterProblems(kata, starter),
      ...solutions.flatMap((solution) => solution.problems),
      ...wrong.flatMap((answer) => answer.problems),
      ...sharedSignatures(kata, wrong.map(({ report }) => report), starter),
    ];
    return {
      pack: kata.pack.name, id: kata.id, ok: isOpen(problems), problems, starter: starter.outcome,
      solutions: solutions.map(({ report }) => report), wrong: wrong.map(({ report }) => report),
    };
  }

  private async solution(kata: Kata, name: string, signal: AbortSignal): Promise<SolutionVerdict> {
    const solution = await solutionOf(this.files, kata, name);
    const folder = joinPath(kata.folder, "solutions", name);
    const first = await this.attempt(kata, solution, 1, signal);
    if (first.outcome !== "passed" || name !== referenceName) {
      const message = `The solution \`${name}\` ${saidOf(first)}; mend the solution or the check.`;
      const refused = first.outcome !== "passed" && first.outcome !== "errored";
      const report = { name, outcome: first.outcome, durationMs: Math.round(timeOf(first)) };
      return { report, attempt: first, problems: refused ? [fileProblem(folder, "verify.solutionFails", message, { name })] : [] };
    }
    const second = await this.attempt(kata, solution, 1, signal);
    const problems: PackProblem[] = [];
    if (resultsOf(first) !== resultsOf(second)) {
      problems.push(fileProblem(folder, "verify.notRepeatable", `The reference does not give the same result twice on the same seed: first it passed, then it ${saidOf(second)}; let chance come from \`seed\` only.`));
    }
    const { budgetMs } = kata.manifest;
    const durationMs = Math.round(Math.min(timeOf(first), timeOf(second)));
    if (budgetMs !== undefined && durationMs > budgetMs) {
      const message = `The checks of the reference took ${durationMs} ms, more than the budget of ${budgetMs} ms; make them quicker or raise \`budgetMs\`.`;
      const slow = fileProblem(joinPath(kata.folder, "kata.json"), "verify.overBudget", message, { durationMs, budgetMs });
      problems.push({ ...slow, severity: this.strictTime ? "error" : "warning" });
    }
    return { report: { name, outcome: second.outcome, durationMs }, attempt: second, problems };
  }

  private async wrongAnswer(kata: Kata, declared: WrongAnswerDeclaration, signal: AbortSignal): Promise<WrongVerdict> {
    const answer = await wrongAnswerOf(this.files, kata, declared.id);
    const first = await this.attempt(kata, answer, 1, signal);
    const tests = testsToRepeat(kata, declared, first);
    const seeds = tests.all.length > 0 ? seedCount : 1;
    const verdict = (fault: string | undefined, code = "verify.wrongAnswerNotRefused"): WrongVerdict => ({
      report: { id: declared.id, ok: fault === undefined, seeds, signature: first.signature },
      problems: fault === undefined ? [] : [fileProblem(joinPath(kata.folder, "wrong", declared.id), code, fault, { id: declared.id, check: declared.fails })],
    });
    const fault = refusalFault(declared, first);
    if (fault !== undefined || seeds === 1) {
      return verdict(fault);
    }
    const others = await Promise.all(Array.from({ length: seeds - 1 }, async (_, index) => {
      const seed = index + 2;
      return await this.attempt(kata, answer, seed, signal, seed <= fullSeeds ? tests.all : tests.refusing);
    }));
    for (const attempt of others) {
      const later = tests.refusing.includes(declared.fails) ? refusalFault(declared, attempt) : undefined;
      if (later !== undefined) {
        return verdict(later);
      }
      const run = new Set(attempt.results.map(({ check }) => check));
      const expected = first.signature.filter((entry) => run.has(entry.slice(0, entry.indexOf("|"))));
      if (JSON.stringify(attempt.signature) !== JSON.stringify(expected)) {
        const difference = differenceOf(expected, attempt.signature);
        const said = `The wrong answer \`${declared.id}\` fails differently on seed ${attempt.seed} than on seed 1 (${difference}), so learners who give it would not be told; let the tests generate the case that shows it on every seed.`;
        return verdict(said, "verify.signatureVaries");
      }
    }
    return verdict(undefined);
  }

  private async attempt(kata: Kata, solution: Promise<Solution> | Solution, seed: number, signal: AbortSignal, only?: readonly string[]): Promise<Attempt> {
    return await this.pool.run({ kata, solution: await solution, seed, ...(only === undefined ? {} : { only }), hintsUsed: 0, solutionShown: false, aiOff: false, editor: "verify" }, signal);
  }
}

/** Test checks that are run on further seeds. */
interface RepeatedTests {
  /** Those that ran at all. */
  readonly all: readonly string[];
  /** Those that have a say in how the answer is refused. */
  readonly refusing: readonly string[];
}

/** None where no test has a say in how the answer is refused: schema checks, and what they block, come out the same on every seed. */
function testsToRepeat(kata: Kata, declared: WrongAnswerDeclaration, first: Attempt): RepeatedTests {
  const tests = new Set(kata.manifest.checks.filter(isTestCheck).map(({ id }) => id));
  const ran = first.results.filter(({ check, outcome }) => tests.has(check) && outcome !== "blocked");
  const refusing = ran.filter(({ check, outcome }) => check === declared.fails || outcome !== "passed").map(({ check }) => check);
  return { all: refusing.length === 0 ? [] : ran.map(({ check }) => check), refusing };
}

/** Checks that could not check starter or solutions, each told once for each thing that it said. */
function brokenChecks(kata: Kata, attempts: readonly Attempt[]): readonly PackProblem[] {
  const said = new Map<string, PackProblem>();
  for (const { check, findings } of attempts.flatMap(({ results }) => results.filter(({ outcome }) => outcome === "errored"))) {
    const declared = kata.manifest.checks.find(({ id }) => id === check);
    const path = declared === undefined ? "kata.json" : isTestCheck(declared) ? declared.tests : declared.schema;
    const sentences = sentencesOf(findings);
    said.set(`${check} ${sentences}`, fileProblem(joinPath(kata.folder, path), "verify.brokenCheck", `The check \`${check}\` could not check anything: ${sentences}`, { check }));
  }
  return [...said.values()];
}

function starterProblems(kata: Kata, starter: Attempt): readonly PackProblem[] {
  return starter.outcome === "passed" ? [fileProblem(joinPath(kata.folder, "starter"), "verify.starterPasses", "The untouched starter passes; leave something to do, or check for it.")] : [];
}

/** Why an attempt does not refuse the wrong answer as its author says it must. */
function refusalFault({ id, fails, message }: WrongAnswerDeclaration, attempt: Attempt): string | undefined {
  const result = attempt.results.find(({ check }) => check === fails);
  const name = `The wrong answer \`${id}\``;
  const on = `on seed ${attempt.seed}`;
  if (result === undefined || result.outcome === "passed") {
    return `${name} passes the check \`${fails}\` ${on}; sharpen the check, so that it refuses the answer.`;
  }
  if (result.outcome === "blocked") {
    const first = attempt.results.find(({ outcome }) => outcome !== "passed" && outcome !== "blocked");
    return `${name} never comes to its check \`${fails}\` ${on}, because \`${first?.check ?? "another"}\` fails first; correct \`fails\`, or the answer.`;
  }
  if (result.outcome === "errored") {
    return `${name} cannot be checked by \`${fails}\` ${on}: ${sentencesOf(result.findings)}; mend the check.`;
  }
  const said = result.findings.map((finding) => finding.message);
  return said.some((sentence) => sentence.includes(message))
    ? undefined
    : `${name} is refused by \`${fails}\` ${on}, but no message says ${JSON.stringify(message)}; it says: ${said.join(" | ") || "nothing."} Correct \`message\`, or let the check say it.`;
}

function sharedSignatures(kata: Kata, wrong: readonly WrongReport[], starter: Attempt): readonly PackProblem[] {
  const seen = new Map<string, string>();
  const problems: PackProblem[] = [];
  const untouched = JSON.stringify(starter.signature);
  for (const { id, signature } of wrong.filter((report) => report.ok)) {
    const key = JSON.stringify(signature);
    const first = seen.get(key);
    const at = joinPath(kata.folder, "wrong", id);
    if (first !== undefined) {
      problems.push(fileProblem(at, "verify.sharedSignature", `The wrong answers \`${first}\` and \`${id}\` fail in the same way (${signature.join(", ")}), so a learner cannot be told which it is; add a check or a test that tells them apart.`, { first, id }));
    } else if (key === untouched) {
      const problem = fileProblem(at, "verify.starterLooksWrong", `The untouched starter fails as the wrong answer \`${id}\` does, so a learner who has done nothing is told of that misconception.`, { id });
      problems.push({ ...problem, severity: "warning" });
    }
    seen.set(key, first ?? id);
  }
  return problems;
}

function saidOf(attempt: Attempt): string {
  const words: Readonly<Record<Outcome, string>> = { passed: "passes", failed: "fails", errored: "cannot be checked", blocked: "is blocked", timedOut: "runs out of time" };
  const worst = attempt.results.filter(({ outcome }) => outcome === attempt.outcome);
  const checks = worst.map(({ check, findings }) => `\`${check}\`: ${sentencesOf(findings)}`);
  return `${words[attempt.outcome]}${checks.length === 0 ? "" : ` (${checks.join(" ")})`}`;
}

function sentencesOf(findings: readonly { readonly message: string }[]): string {
  return findings.map(({ message }) => message).join(" ") || "no message";
}

/** What the checks themselves took: without waiting for a turn, which is long while other katas are verified. */
function timeOf(attempt: Attempt): number {
  return attempt.results.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Everything of the results but the times. */
function resultsOf(attempt: Attempt): string {
  return JSON.stringify(attempt.results.map(({ check, outcome, findings, tests }) => ({ check, outcome, findings, tests: tests?.map(({ title, outcome: of }) => [title, of]) })));
}

function differenceOf(first: readonly string[], other: readonly string[]): string {
  const lost = first.filter((entry) => !other.includes(entry)).map((entry) => `without ${entry}`);
  return [...lost, ...other.filter((entry) => !first.includes(entry)).map((entry) => `with ${entry}`)].join(", ");
}
