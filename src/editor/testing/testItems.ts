import * as vscode from "vscode";
import type { CheckDeclaration } from "../../core/packs/kataManifest";
import { isTestCheck } from "../../core/packs/kataManifest";
import { uriOf } from "../paths";
import type { StartedKata } from "../startedKata";

/** What an item of the Test Explorer stands for: a kata, one of its checks, or one `it` of a check. */
export interface ItemMeaning {
  readonly started: StartedKata;
  readonly check?: string;
  readonly title?: string;
}

/** Items of checks that run code; only they can be debugged. */
export const codeTag = new vscode.TestTag("code");

/** The items of the Test Explorer: kata, check, `it`. Ids are the kata's folder, the check's id, the test's full title; items are changed in place. */
export class TestItems {
  private readonly meanings = new WeakMap<vscode.TestItem, ItemMeaning>();

  constructor(private readonly controller: vscode.TestController) {}

  meaningOf(item: vscode.TestItem): ItemMeaning | undefined {
    return this.meanings.get(item);
  }

  /** The item of a kata, made or brought up to date. */
  ofKata(started: StartedKata): vscode.TestItem {
    const { folder, kata } = started;
    const known = this.controller.items.get(folder);
    const before = known === undefined ? undefined : this.meanings.get(known)?.started;
    const item = known ?? this.controller.createTestItem(folder, kata.manifest.title, this.fileOf(started, undefined));
    if (before?.kata.digest !== kata.digest) {
      item.label = kata.manifest.title;
      item.tags = kata.manifest.checks.some(isTestCheck) ? [codeTag] : [];
      item.children.replace(kata.manifest.checks.map((check, index) => this.madeFor(started, check, index)));
    }
    this.meanings.set(item, { started });
    this.controller.items.add(item);
    return item;
  }

  ofCheck(started: StartedKata, check: string): vscode.TestItem | undefined {
    return this.ofKata(started).children.get(check);
  }

  /** The item of one `it`, made when it is first heard of. */
  ofTest(started: StartedKata, check: string, title: string): vscode.TestItem | undefined {
    const parent = this.ofCheck(started, check);
    if (parent === undefined) {
      return undefined;
    }
    const known = parent.children.get(title);
    if (known !== undefined) {
      return known;
    }
    const item = this.controller.createTestItem(title, title, this.fileOf(started, undefined));
    item.sortText = String(parent.children.size).padStart(5, "0");
    item.tags = [codeTag];
    this.meanings.set(item, { started, check, title });
    parent.children.add(item);
    return item;
  }

  /** Makes the `it`s of a check exactly these. */
  found(started: StartedKata, check: string, titles: readonly string[]): void {
    const children = this.ofCheck(started, check)?.children;
    for (const [id] of children ?? []) {
      if (!titles.includes(id)) {
        children?.delete(id);
      }
    }
    titles.forEach((title, index) => {
      const item = this.ofTest(started, check, title);
      if (item !== undefined) {
        item.sortText = String(index).padStart(5, "0");
      }
    });
  }

  /** Makes the katas exactly these. */
  keepOnly(all: readonly StartedKata[]): void {
    for (const [id] of this.controller.items) {
      if (!all.some(({ folder }) => folder === id)) {
        this.controller.items.delete(id);
      }
    }
    for (const started of all) {
      this.ofKata(started);
    }
  }

  private madeFor(started: StartedKata, check: CheckDeclaration, index: number): vscode.TestItem {
    const item = this.controller.createTestItem(check.id, check.title, this.fileOf(started, isTestCheck(check) ? undefined : check.file));
    item.sortText = String(index).padStart(5, "0");
    item.tags = isTestCheck(check) ? [codeTag] : [];
    this.meanings.set(item, { started, check: check.id });
    return item;
  }

  private fileOf({ folder, kata }: StartedKata, file: string | undefined): vscode.Uri {
    return uriOf(`${folder}/${file ?? kata.manifest.files[0] ?? ""}`);
  }
}
