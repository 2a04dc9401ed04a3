import * as vscode from "vscode";
import type { Attempt } from "../core/checks/attempt";
import type { Outcome } from "../core/checks/outcome";
import type { KataState } from "../core/progress/kataState";

/** What an outcome is called. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case "passed":
      return vscode.l10n.t("passed");
    case "failed":
      return vscode.l10n.t("failed");
    case "errored":
      return vscode.l10n.t("could not be checked");
    case "blocked":
      return vscode.l10n.t("not run");
    case "timedOut":
      return vscode.l10n.t("stopped, took too long");
  }
}

/** The verdict of a whole attempt, as the brief and the status bar say it. */
export function verdictWords(attempt: Attempt): string {
  const passed = attempt.results.filter(({ outcome }) => outcome === "passed").length;
  const total = attempt.results.length;
  if (attempt.partial) {
    return vscode.l10n.t("{0} of {1} checks that ran passed", passed, total);
  }
  switch (attempt.outcome) {
    case "passed":
      return total === 1 ? vscode.l10n.t("Passed") : vscode.l10n.t("Passed: {0} of {1} checks", passed, total);
    case "failed":
      return total === 1 ? vscode.l10n.t("Not yet right") : vscode.l10n.t("Not yet: {0} of {1} checks passed", passed, total);
    case "errored":
      return vscode.l10n.t("Could not be checked");
    case "blocked":
      return vscode.l10n.t("{0} of {1} checks could run and passed", passed, total);
    case "timedOut":
      return vscode.l10n.t("Stopped: took too long");
  }
}

/** The same in one or two words, for the status bar. */
export function verdictWord(attempt: Attempt): string {
  switch (attempt.outcome) {
    case "passed":
      return vscode.l10n.t("Passed");
    case "failed":
      return vscode.l10n.t("Not yet");
    case "errored":
      return vscode.l10n.t("Not checked");
    case "blocked":
      return attempt.partial ? vscode.l10n.t("Partly checked") : vscode.l10n.t("Waiting");
    case "timedOut":
      return vscode.l10n.t("Too long");
  }
}

/** Where one stands with a kata. */
export function stateWord(state: KataState): string {
  switch (state) {
    case "notStarted":
      return vscode.l10n.t("not started");
    case "started":
      return vscode.l10n.t("started");
    case "failed":
      return vscode.l10n.t("started, not yet right");
    case "passed":
      return vscode.l10n.t("passed");
  }
}

/** What a level is called, from 1 to 5. */
export function levelWord(level: number): string {
  switch (level) {
    case 1:
      return vscode.l10n.t("First steps");
    case 2:
      return vscode.l10n.t("Basic");
    case 3:
      return vscode.l10n.t("Working");
    case 4:
      return vscode.l10n.t("Advanced");
    case 5:
      return vscode.l10n.t("Expert");
    default:
      return vscode.l10n.t("Level {0}", level);
  }
}

/** A level in as few signs as there can be, for lists. */
export function shortLevelWord(level: number): string {
  return vscode.l10n.t("L{0}", level);
}

/** What a track is called; one of another pack's making by its own name. */
export function trackWord(track: string): string {
  switch (track) {
    case "hl7v2":
      return vscode.l10n.t("HL7 v2");
    case "fhir":
      return vscode.l10n.t("FHIR resources");
    case "fhir-api":
      return vscode.l10n.t("FHIR API");
    case "mapping":
      return vscode.l10n.t("Mapping");
    case "security":
      return vscode.l10n.t("Security");
    case "privacy":
      return vscode.l10n.t("Privacy and compliance");
    case "crisis":
      return vscode.l10n.t("Crisis and downtime");
    case "decision-support":
      return vscode.l10n.t("Decision support");
    case "analytics":
      return vscode.l10n.t("Analytics");
    case "devices":
      return vscode.l10n.t("Devices and care at home");
    case "integrity":
      return vscode.l10n.t("Data integrity");
    case "design":
      return vscode.l10n.t("Design for people");
    case "leadership":
      return vscode.l10n.t("Leadership");
    case "apprenticeship":
      return vscode.l10n.t("Apprenticeship");
    default:
      return track;
  }
}

export function minutesWord(minutes: number): string {
  return vscode.l10n.t("{0} min", minutes);
}

/** A duration as people read it: milliseconds below a second, seconds with one decimal above. */
export function durationWord(ms: number): string {
  if (ms < 1) {
    return vscode.l10n.t("< 1 ms");
  }
  if (ms < 1000) {
    return vscode.l10n.t("{0} ms", Math.round(ms));
  }
  return vscode.l10n.t("{0} s", new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(ms / 1000));
}
