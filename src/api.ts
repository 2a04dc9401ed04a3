/**
 * What other extensions may use of this one: `vscode.extensions.getExtension("health-it-katas.health-it-katas")?.activate()` resolves with a
 * `HealthItKatasApi`. Members are added in later versions, never taken away or changed.
 *
 * An extension that only ships packs needs no code: `"contributes": { "healthItKatas": [{ "pack": "./katas" }] }` in its manifest is
 * read without activating it.
 */
export interface HealthItKatasApi {
  readonly version: 1;
  /**
   * Adds a place where packs come from, until the answer is disposed of. Of packs with the same name, the one that was there first counts.
   * @throws TypeError when `source` is not one, or its id is taken
   */
  registerKataSource(source: KataSourceProvider): { dispose(): void };
}

/** A place where packs come from. */
export interface KataSourceProvider {
  /** Unique, for instance the id of the extension; appears in the log. */
  readonly id: string;
  /**
   * Absolute paths of folders on this machine: each a pack, or a folder whose direct subfolders are packs. Asked for each time the katas
   * are listed anew.
   */
  folders(): PromiseLike<readonly string[]> | readonly string[];
}
