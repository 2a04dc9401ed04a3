import type { Attempt } from "../core/checks/attempt";
import type { Editor } from "./buildEditor";
import type { Look } from "./checking/looks";
import type { AskOptions, Choice, Dialogs, Offer } from "./dialogs";
import type { StartedKata } from "./startedKata";

/** What integration tests are given beside the API, and nobody else. */
export interface TestHooks {
  readonly dialogs: ScriptedDialogs;
  openKata(): StartedKata | undefined;
  lookOf(folder: string): Look;
  lastAttempt(folder: string): Attempt | undefined;
  /** Resolves when every progress file is written. */
  settled(): Promise<void>;
}

export function testHooks({ handling, looks }: Editor, dialogs: ScriptedDialogs): TestHooks {
  return {
    dialogs,
    openKata: () => handling.open.get(),
    lookOf: (folder) => looks.of(folder),
    lastAttempt: (folder) => looks.of(folder).attempt,
    settled: () => handling.progress.settled(),
  };
}

/** Dialogs where no person is: answers come from a list, in order, and what was said is kept. */
export class ScriptedDialogs implements Dialogs {
  /** Labels to choose, the first for the first question; a question without an answer is cancelled. */
  readonly answers: (string | readonly string[])[] = [];
  readonly said: { readonly kind: "info" | "warning" | "error"; readonly message: string; readonly offers: readonly Offer[] }[] = [];
  readonly asked: { readonly title: string; readonly labels: readonly string[] }[] = [];

  inform(kind: "info" | "warning" | "error", message: string, ...offers: readonly Offer[]): void {
    this.said.push({ kind, message, offers });
  }

  confirm(message: string, _detail: string, yes: string): Promise<boolean> {
    this.asked.push({ title: message, labels: [yes] });
    return Promise.resolve(this.answers.shift() === yes);
  }

  choose<T>(title: string, _placeholder: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    this.asked.push({ title, labels: choices.map(({ label }) => label) });
    const answer = this.answers.shift();
    return Promise.resolve(choices.find(({ label }) => label === answer)?.value);
  }

  chooseSome<T>(title: string, _placeholder: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    this.asked.push({ title, labels: choices.map(({ label }) => label) });
    const answer = this.answers.shift();
    return Promise.resolve(answer === undefined ? undefined : choices.filter(({ label }) => answer.includes(label)).map(({ value }) => value));
  }

  chooseFolder(title: string): Promise<string | undefined> {
    this.asked.push({ title, labels: [] });
    const answer = this.answers.shift();
    return Promise.resolve(typeof answer === "string" ? answer : undefined);
  }

  async chooseFile(title: string): Promise<string | undefined> {
    return await this.chooseFolder(title);
  }

  ask(title: string, _prompt: string, options: AskOptions = {}): Promise<string | undefined> {
    this.asked.push({ title, labels: [] });
    const answer = this.answers.shift();
    return Promise.resolve(typeof answer === "string" && options.fault?.(answer) === undefined ? answer : undefined);
  }
}
