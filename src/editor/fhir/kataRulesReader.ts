import * as vscode from "vscode";
import { joinedRules, kataRulesOf } from "../../core/fhir/language/kataRules";
import type { JsonObject } from "../../core/fhir/validation/rule";
import type { Logger } from "../../core/logger";
import { isTestCheck } from "../../core/packs/kataManifest";
import { joinPath, parentOf, relativeTo } from "../../core/path";
import { isRecord } from "../../core/record";
import type { KataFolders } from "../kataFolders";
import { pathOf, uriOf } from "../paths";
import type { StartedKata } from "../startedKata";

/** What a file of a kata is held against, so that what is marked and what the check says never disagree. */
export interface RulesOfFile {
  readonly type: string | undefined;
  readonly profiles: readonly JsonObject[];
  readonly ignore: readonly string[];
}

/** Reads what the checks of a kata ask of a resource. A kata that cannot be read asks nothing: its check says what is wrong with it. */
export class KataRulesReader {
  private readonly known = new Map<string, Promise<RulesOfFile | undefined>>();

  constructor(
    private readonly folders: Pick<KataFolders, "at" | "knownAt">,
    private readonly log: Logger,
  ) {}

  async of(uri: vscode.Uri): Promise<RulesOfFile | undefined> {
    const path = pathOf(uri);
    const started = this.folders.knownAt(uri) ?? (await this.startedAt(uri));
    const file = path === undefined || started === undefined ? undefined : relativeTo(started.folder, path);
    if (started === undefined || file === undefined) {
      return undefined;
    }
    const key = `${started.kata.digest}\n${started.kata.folder}\n${file}`;
    let rules = this.known.get(key);
    if (rules === undefined) {
      rules = this.read(started, file);
      this.known.set(key, rules);
    }
    return await rules;
  }

  private async startedAt(uri: vscode.Uri): Promise<StartedKata | undefined> {
    try {
      return await this.folders.at(uri);
    } catch {
      return undefined;
    }
  }

  private async read({ kata }: StartedKata, file: string): Promise<RulesOfFile | undefined> {
    try {
      const schemas = kata.manifest.checks.flatMap((check) => (!isTestCheck(check) && check.file === file && check.as === "json" ? [joinPath(kata.folder, check.schema)] : []));
      const asked = await Promise.all(schemas.map(async (schema) => {
        const rules = kataRulesOf(await this.json(schema));
        return rules === undefined ? [] : [{ ...rules, profiles: rules.profiles.map((profile) => joinPath(parentOf(schema), ...profile.split("/"))) }];
      }));
      const rules = joinedRules(asked.flat());
      if (rules === undefined) {
        return undefined;
      }
      // What is outside of the kata's folder is none of its files.
      const paths = rules.profiles.filter((profile) => !profile.split("/").includes("..") && relativeTo(kata.folder, profile) !== undefined);
      const profiles = await Promise.all(paths.map((profile) => this.json(profile)));
      return { type: rules.type, ignore: rules.ignore, profiles: profiles.filter((profile): profile is JsonObject => isRecord(profile)) };
    } catch (error) {
      this.log.debug(`What ${kata.id} asks of ${file} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  private async json(path: string): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path))));
  }
}
