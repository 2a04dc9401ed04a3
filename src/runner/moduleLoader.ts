import * as vm from "node:vm";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { isBuiltin, refusalOf } from "./builtins";
import { KataFailure, SourceProblem } from "./kataFailure";
import type { KataFiles } from "./kataFiles";
import { withNamedExports } from "./namedExports";
import { toScript } from "./script";
import type { Sentence } from "./thrownSentence";

const { compileFunction } = vm;
const endings = ["", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.js"];

interface LoadedModule {
  exports: unknown;
  readonly id: string;
  readonly filename: string;
  loaded: boolean;
}

/** Names that a module sees beside its own, such as `describe`. */
export type ModuleScope = Readonly<Record<string, unknown>>;

/**
 * Loads the modules of one check, each once. Solution and check files know each other by relative paths whatever folders they lie in;
 * nothing outside of the kata is loaded but what Node itself offers, and of that only what `builtins.ts` lists.
 */
export class ModuleLoader {
  private readonly modules = new Map<string, LoadedModule>();

  /**
   * @param scripts compiled texts by name, shared by the checks of an attempt
   * @param scope what check files see beside their own names; the learner's files do not
   * @param testing makes the exports of `health-it-katas/testing`
   * @param nodeModule gives a module of Node
   * @param starting is told of each file before it is run
   */
  constructor(
    private readonly files: KataFiles,
    private readonly scripts: Map<string, string>,
    private readonly scope: ModuleScope,
    private readonly testing: () => unknown,
    private readonly nodeModule: (specifier: string) => unknown,
    private readonly starting: (file: string) => void,
    private readonly debug: boolean,
  ) {}

  /**
   * The exports of a file of the attempt.
   *
   * @throws KataFailure when the file or something it asks for is not to be had
   * @throws SourceProblem when it cannot be read
   */
  load(name: string): unknown {
    const known = this.modules.get(name);
    if (known !== undefined) {
      return known.exports;
    }
    if (!this.files.has(name)) {
      throw missing(name, this.files.isSolution(name));
    }
    const filename = this.files.realPath(name);
    const loaded: LoadedModule = { exports: {}, id: name, filename, loaded: false };
    this.modules.set(name, loaded);
    try {
      if (name.endsWith(".json")) {
        loaded.exports = parseJson(name, this.files.read(name));
      } else {
        this.starting(name);
        this.evaluate(name, loaded);
      }
      loaded.loaded = true;
    } catch (error) {
      this.modules.delete(name);
      throw error;
    }
    return loaded.exports;
  }

  private evaluate(name: string, loaded: LoadedModule): void {
    const scope = this.files.isSolution(name) ? {} : this.scope;
    const folder = path.dirname(loaded.filename);
    const names = ["exports", "require", "module", "__filename", "__dirname", "__importMeta", ...Object.keys(scope)];
    let run: (...values: readonly unknown[]) => unknown;
    try {
      run = compileFunction(this.script(name), names, { filename: loaded.filename }) as typeof run;
    } catch (error) {
      throw error instanceof SyntaxError ? new SourceProblem(name, this.files.places(error.stack ?? "")[0]?.line, error.message) : error;
    }
    const importMeta = { url: pathToFileURL(loaded.filename).href, filename: loaded.filename, dirname: folder };
    run.call(loaded.exports, loaded.exports, (specifier: unknown) => this.require(name, specifier), loaded, loaded.filename, folder, importMeta, ...Object.values(scope));
  }

  private script(name: string): string {
    // Read in any case: places in stack traces are those of files that were.
    const text = this.files.read(name);
    const known = this.scripts.get(name);
    if (known !== undefined) {
      return known;
    }
    const script = toScript(text, name, this.files.realPath(name), this.debug);
    this.scripts.set(name, script);
    return script;
  }

  private require(from: string, specifier: unknown): unknown {
    if (typeof specifier !== "string") {
      throw new TypeError("A module is asked for by its name, which is a text.");
    }
    if (specifier === "health-it-katas/testing") {
      if (this.files.isSolution(from)) {
        throw refused(from, { code: "module.testingOnly", message: "“health-it-katas/testing” is there for a kata's tests only.", args: {} });
      }
      return this.testing();
    }
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      return this.loadFor(from, this.resolve(from, specifier));
    }
    if (isBuiltin(specifier)) {
      const refusal = refusalOf(specifier);
      if (refusal !== undefined) {
        throw refused(from, refusal);
      }
      return this.nodeModule(specifier);
    }
    throw refused(
      from,
      /^(?:[./\\#]|[A-Za-z]:|file:)/.test(specifier)
        ? { code: "module.refused", message: `“${specifier}” cannot be used here: only relative paths within the kata can be loaded.`, args: { specifier } }
        : { code: "module.refused", message: `“${specifier}” cannot be used here: a kata's code has no npm packages, only what Node itself offers.`, args: { specifier } },
    );
  }

  /** What one file of the attempt sees of another: a missing export is told of where `import` would tell of it, that is, not to `require` in JavaScript. */
  private loadFor(from: string, name: string): unknown {
    const exports = this.load(name);
    return this.files.isSolution(name) && this.scripts.get(from) !== this.files.read(from) ? withNamedExports(exports, name) : exports;
  }

  private resolve(from: string, specifier: string): string {
    const base = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
    if (base === ".." || base.startsWith("../")) {
      throw refused(from, { code: "module.outside", message: `“${specifier}” lies outside of the kata and cannot be loaded.`, args: { specifier } });
    }
    const asTypeScript = base.replace(/\.([cm]?)js$/, ".$1ts");
    const found = [...endings.map((ending) => base + ending), asTypeScript].find((name) => this.files.has(name));
    if (found === undefined) {
      throw missing(base, !from.startsWith("checks/") || this.files.isSolution(base), from);
    }
    return found;
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SourceProblem(name, undefined, error instanceof Error ? error.message : String(error));
  }
}

function missing(name: string, learners: boolean, from?: string): KataFailure {
  const said: Sentence =
    from === undefined
      ? { code: "module.missing", message: `There is no ${name}.`, args: { name } }
      : { code: "module.missing", message: `There is no ${name}. ${from} asks for it.`, args: { name, from } };
  return new KataFailure({ ...said, ...(learners && { file: from ?? name }) }, learners ? "failed" : "errored");
}

/** A refusal is the fault of whoever asked: the learner's or the author's. The stack says where. */
function refused(from: string, said: Sentence): KataFailure {
  return new KataFailure(said, from.startsWith("checks/") ? "errored" : "failed");
}
