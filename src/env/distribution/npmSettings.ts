import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "ini";
import { HumanError } from "../../core/humanError";
import type { NpmRegistries } from "../../core/packs/install/npmResolver";

const publicRegistry = "https://registry.npmjs.org/";

export interface NpmSettingsOptions {
  /** Folder from which upwards a project's `.npmrc` is looked for; none when undefined, such as in a workspace that is not trusted. */
  readonly projectFolder: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly home?: string;
  /** A token that the person gave to this program for a registry, which goes before those of npm's settings. */
  readonly tokenFor?: (registry: string) => string | undefined;
}

/**
 * npm's own settings (docs.npmjs.com: config, npmrc): the environment's `npm_config_…`, the project's `.npmrc`, the person's, in this order. Of what they say, only
 * registries, scopes and logins are used.
 */
export async function readNpmSettings(options: NpmSettingsOptions): Promise<NpmRegistries> {
  const { environment } = options;
  const own = fromEnvironment(environment);
  const userFile = own.get("userconfig") ?? join(options.home ?? homedir(), ".npmrc");
  const [project, user] = await Promise.all([projectSettings(options.projectFolder, userFile, environment), settingsAt(userFile, environment)]);
  return new Settings([own, project, user], options.tokenFor);
}

class Settings implements NpmRegistries {
  constructor(
    private readonly layers: readonly ReadonlyMap<string, string>[],
    private readonly tokenFor: NpmSettingsOptions["tokenFor"],
  ) {}

  registryOf(name: string): string {
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    const registry = (scope === undefined ? undefined : this.get(`${scope}:registry`)) ?? this.get("registry") ?? publicRegistry;
    return registry.endsWith("/") ? registry : `${registry}/`;
  }

  /** npm looks for a login from the whole path of an address up to its host, and sends it nowhere else. */
  authorizationFor(url: string): string | undefined {
    const { host, pathname } = new URL(url);
    const parts = pathname.split("/").slice(0, -1);
    for (let count = parts.length; count > 0; count--) {
      const path = parts.slice(0, count).join("/");
      const token = this.tokenFor?.(`//${host}${path}/`) ?? this.get(`//${host}${path}/:_authToken`) ?? this.get(`//${host}${path}:_authToken`);
      if (token !== undefined && token !== "") {
        return `Bearer ${token}`;
      }
      const key = `//${host}${path}/`;
      const login = this.get(`${key}:_auth`);
      if (login !== undefined) {
        return `Basic ${login}`;
      }
      const name = this.get(`${key}:username`);
      const password = this.get(`${key}:_password`);
      if (name !== undefined && password !== undefined) {
        return `Basic ${Buffer.from(`${name}:${Buffer.from(password, "base64").toString()}`).toString("base64")}`;
      }
    }
    return undefined;
  }

  private get(key: string): string | undefined {
    return this.layers.map((layer) => layer.get(key)).find((value) => value !== undefined);
  }
}

/** `npm_config_registry`, in either case; names of scopes and hosts keep theirs. */
function fromEnvironment(environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value !== "" && /^npm_config_/i.test(name)) {
      const key = name.slice("npm_config_".length);
      found.set(/^[@/]/.test(key) ? key : key.toLowerCase(), value);
    }
  }
  return found;
}

/** Of the nearest folder upwards that npm takes for a project's: one with a `package.json`, `node_modules`, or an `.npmrc` itself. */
async function projectSettings(from: string | undefined, userFile: string, environment: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  for (let folder = from; folder !== undefined; folder = dirname(folder) === folder ? undefined : dirname(folder)) {
    const path = join(folder, ".npmrc");
    if (path === userFile) {
      return new Map();
    }
    const found = await settingsAt(path, environment);
    if (found.size > 0 || (await isThere(join(folder, "package.json")))) {
      return found;
    }
  }
  return new Map();
}

async function settingsAt(path: string, environment: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, string>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) {
      return new Map();
    }
    throw new HumanError("npm.settings", `npm's settings in ${path} cannot be read; see that you may read the file.`, { path }, { cause });
  }
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(parse(text))) {
    if (typeof value === "string" || typeof value === "boolean") {
      found.set(withVariables(key, environment), withVariables(String(value), environment));
    }
  }
  return found;
}

/** `${NAME}` stands for a variable of the environment, `${NAME?}` for nothing where there is none; what is not set otherwise stays as it is, as npm does it. */
function withVariables(text: string, environment: NodeJS.ProcessEnv): string {
  return text.replace(/\$\{([^}?]+)(\?)?\}/g, (whole, name: string, optional: string | undefined) => environment[name] ?? (optional === undefined ? whole : ""));
}

async function isThere(path: string): Promise<boolean> {
  return await readFile(path).then(() => true, () => false);
}
