import type { Attempt } from "../checks/attempt";
import type { Solution } from "../checks/attemptRunner";
import type { CheckResult } from "../checks/checkResult";
import type { Finding } from "../checks/finding";
import type { Hasher } from "../hashing";
import { mergeKata } from "./merge";
import type { KataProgress, ProgressData, ProgressEvent, ProgressEventKind, StoredAttempt, StoredFinding, StoredResult } from "./progressData";
import { emptyKataProgress, kataProgressOf } from "./progressData";

/** UTF-16 units after which a text of a finding is cut in the record; the learner saw it in full when it was found. */
const longestText = 2000;
/** Findings of one check that are kept; the outcome and the signature tell of the others. */
const mostFindings = 200;

/** SHA-256 (hex) over names and bytes of the files handed in, whatever their order. */
export function solutionDigest(solution: Solution, hasher: Hasher): string {
  const lines = [...solution].map(([name, bytes]) => `${JSON.stringify(name)} ${hasher.sha256(bytes)}\n`).sort();
  return hasher.sha256(new TextEncoder().encode(lines.join("")));
}

/**
 * Adds an attempt, or counts it when the same solution gave the same outcome and signature against the same version of the kata before.
 *
 * @param solution its digest, from `solutionDigest`
 * @param writer who counts: unique for each program that writes, `[A-Za-z0-9-]`, up to 64
 * @returns the record, and the id under which the attempt is in it: its own, or that of the attempt it repeats
 */
export function withAttempt(data: ProgressData, attempt: Attempt, solution: string, writer: string): { readonly data: ProgressData; readonly id: string } {
  const kata = kataProgressOf(data, attempt.kata.uuid);
  const at = afterRemoval(kata, attempt.startedAt);
  const same = kata.attempts.find((stored) => stored.id === attempt.id || isRepeat(stored, attempt, solution));
  if (same === undefined) {
    return { data: united(data, attempt.kata.uuid, { ...emptyKataProgress, attempts: [storedAttempt(attempt, solution, at)] }), id: attempt.id };
  }
  if (same.id === attempt.id) {
    return { data, id: attempt.id };
  }
  const repeats = { ...same.repeats, [writer]: (same.repeats[writer] ?? 0) + 1 };
  const lastAt = at > same.lastAt ? at : same.lastAt;
  return { data: united(data, attempt.kata.uuid, { ...emptyKataProgress, attempts: [{ ...same, repeats, lastAt }] }), id: same.id };
}

/** Adds something the learner did. With an id that is known already, only its time moves. */
export function withEvent(data: ProgressData, uuid: string, event: { readonly id: string; readonly kind: ProgressEventKind }, now: string): ProgressData {
  const stored: ProgressEvent = { ...event, at: afterRemoval(kataProgressOf(data, uuid), now) };
  return united(data, uuid, { ...emptyKataProgress, events: [stored] });
}

/** Removes all that is known of a kata, here and, by the mark it leaves, from every record this one is united with. */
export function withoutKata(data: ProgressData, uuid: string, now: string): ProgressData {
  const kata = kataProgressOf(data, uuid);
  const removedAt = [...kata.attempts, ...kata.events].reduce((latest, { at }) => (at > latest ? at : latest), afterRemoval(kata, now));
  return united(data, uuid, { ...emptyKataProgress, removedAt });
}

function united(data: ProgressData, uuid: string, addition: KataProgress): ProgressData {
  return { ...data, katas: { ...data.katas, [uuid]: mergeKata(kataProgressOf(data, uuid), addition) } };
}

function isRepeat(stored: StoredAttempt, attempt: Attempt, solution: string): boolean {
  return (
    stored.solution === solution &&
    stored.outcome === attempt.outcome &&
    stored.partial === attempt.partial &&
    stored.kata.digest === attempt.kata.digest &&
    stored.signature.length === attempt.signature.length &&
    stored.signature.every((entry, index) => entry === attempt.signature[index])
  );
}

function afterRemoval(kata: KataProgress, time: string): string {
  return kata.removedAt === undefined || time > kata.removedAt ? time : new Date(Date.parse(kata.removedAt) + 1).toISOString();
}

function storedAttempt(attempt: Attempt, solution: string, at: string): StoredAttempt {
  const { results, known, ...rest } = attempt;
  return { ...rest, at, solution, ...(known === undefined ? {} : { known: known.id }), results: results.map(storedResult), repeats: {}, lastAt: at };
}

function storedResult(result: CheckResult): StoredResult {
  return {
    check: result.check,
    outcome: result.outcome,
    durationMs: result.durationMs,
    findings: result.findings.slice(0, mostFindings).map(storedFinding),
    ...(result.tests === undefined ? {} : { tests: result.tests.map(({ title, outcome, durationMs }) => ({ title, outcome, durationMs })) }),
  };
}

function storedFinding(finding: Finding): StoredFinding {
  const { code, message, args, expected, actual, file, range, pointer, test, keyword } = finding;
  const shortArgs = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === "string" ? cut(value) : value]));
  return {
    code,
    message: cut(message),
    ...(Object.keys(args).length === 0 ? {} : { args: shortArgs }),
    ...(expected === undefined ? {} : { expected: cut(expected) }),
    ...(actual === undefined ? {} : { actual: cut(actual) }),
    ...(file === undefined ? {} : { file }),
    ...(range === undefined ? {} : { range: [range.start.line, range.start.character, range.end.line, range.end.character] as const }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(test === undefined ? {} : { test }),
    ...(keyword === undefined ? {} : { keyword }),
  };
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
