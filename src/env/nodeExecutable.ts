import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { HumanError } from "../core/humanError";

/** A program that runs JavaScript as Node does, and what it can do for safety. */
export interface NodeExecutable {
  readonly path: string;
  /** For example `v20.20.2`. */
  readonly version: string;
  /** An editor's own Electron, which runs as Node when told so by its environment. */
  readonly electron: boolean;
  /** The flag that switches the permission model on; `undefined` where there is none. */
  readonly permissionFlag: string | undefined;
  /** Whether `--no-experimental-sqlite` is understood. */
  readonly hasSqliteFlag: boolean;
}

/** What of a Node is asked for. `about` is evaluated in the Node in question. */
interface About {
  readonly version: string;
  readonly electron: boolean;
  readonly permissionFlag: string | null;
  readonly hasSqliteFlag: boolean;
}

/** `--permission` from 22.13, the other before. */
const permissionFlags: readonly string[] = ["--permission", "--experimental-permission"];
const sqliteFlag = "--experimental-sqlite";

const about =
  '((has) => JSON.stringify({ version: process.version, electron: "electron" in process.versions, ' +
  `permissionFlag: ${JSON.stringify(permissionFlags)}.find(has) ?? null, hasSqliteFlag: has("${sqliteFlag}") }))` +
  "((flag) => process.allowedNodeEnvironmentFlags.has(flag))";

/** The oldest Node that runs the runner; the sentences below name it too. */
const oldestMajor = 20;
const patienceMs = 10_000;

/** Where this program runs, as far as finding a Node goes. */
export interface NodeHost {
  readonly execPath: string;
  readonly isElectron: boolean;
  /** What `execPath` would answer, where that is known without asking. */
  readonly own?: () => NodeExecutable;
  readonly searchPath: string | undefined;
  readonly platform: NodeJS.Platform;
}

export function thisHost(): NodeHost {
  const isElectron = "electron" in process.versions;
  return { execPath: process.execPath, isElectron, ...(!isElectron && { own: ownNode }), searchPath: process.env["PATH"], platform: process.platform };
}

function ownNode(): NodeExecutable {
  const has = (flag: string): boolean => process.allowedNodeEnvironmentFlags.has(flag);
  return {
    path: process.execPath,
    version: process.version,
    electron: false,
    permissionFlag: permissionFlags.find(has),
    hasSqliteFlag: has(sqliteFlag),
  };
}

/**
 * Finds the Node that runs tests: the one that was configured; else the one this program runs in, unless that is an editor's Electron; else
 * `node` from the PATH, if it is recent enough; else Electron itself, which may not know the permission model.
 */
export class NodeFinder {
  private readonly known = new Map<string, Promise<NodeExecutable>>();

  /** @param configured gives the path that the person chose, at every search; empty or `undefined` for none */
  constructor(
    private readonly configured: () => string | undefined,
    private readonly host: NodeHost = thisHost(),
  ) {}

  /** @throws HumanError when the configured program is no Node that can be used, or none is found */
  async find(): Promise<NodeExecutable> {
    const chosen = this.configured();
    if (chosen !== undefined && chosen !== "") {
      const node = await this.ask(chosen);
      const { version } = node;
      if (!isRecent(version)) {
        throw new HumanError("node.old", `${chosen} is Node ${version}; tests need Node 20 or later. Choose another in the settings.`, { chosen, version });
      }
      return node;
    }
    if (!this.host.isElectron) {
      return this.host.own?.() ?? (await this.ask(this.host.execPath));
    }
    for (const path of this.onSearchPath()) {
      const node = await this.ask(path).catch(() => undefined);
      if (node !== undefined && isRecent(node.version)) {
        return node;
      }
    }
    return await this.ask(this.host.execPath);
  }

  /** Forgets what was found, for instance after another Node was installed. */
  forget(): void {
    this.known.clear();
  }

  private onSearchPath(): readonly string[] {
    const name = this.host.platform === "win32" ? "node.exe" : "node";
    return (this.host.searchPath ?? "")
      .split(delimiter)
      .filter((folder) => folder !== "")
      .map((folder) => join(folder, name))
      .filter((path) => existsSync(path));
  }

  private ask(path: string): Promise<NodeExecutable> {
    const known = this.known.get(path);
    if (known !== undefined) {
      return known;
    }
    const asked = askNode(path);
    this.known.set(path, asked);
    asked.catch(() => this.known.delete(path));
    return asked;
  }
}

/** What a Node may be given of the environment: nothing that is a secret, and nothing that changes what it does. */
export function minimalEnvironment(electron: boolean, platform: NodeJS.Platform = process.platform): Readonly<Record<string, string>> {
  const systemRoot = process.env["SystemRoot"];
  return {
    TZ: "UTC",
    ...(platform === "win32" && systemRoot !== undefined && { SystemRoot: systemRoot }),
    ...(electron && { ELECTRON_RUN_AS_NODE: "1" }),
  };
}

async function askNode(path: string): Promise<NodeExecutable> {
  const answer = await new Promise<string>((resolve, reject) => {
    execFile(path, ["-p", about], { env: minimalEnvironment(true), timeout: patienceMs, windowsHide: true }, (error, stdout) => {
      if (error === null) {
        resolve(stdout);
      } else {
        reject(new HumanError("node.unusable", `${path} could not be run as Node.js. Choose a Node 20 or later in the settings.`, { path }, { cause: error }));
      }
    });
  });
  const found = readAbout(answer);
  if (found === undefined) {
    throw new HumanError("node.unusable", `${path} does not answer as Node.js does. Choose a Node 20 or later in the settings.`, { path });
  }
  return { path, version: found.version, electron: found.electron, permissionFlag: found.permissionFlag ?? undefined, hasSqliteFlag: found.hasSqliteFlag };
}

function readAbout(answer: string): About | undefined {
  try {
    const found = JSON.parse(answer) as Partial<About> | null;
    return typeof found?.version === "string" &&
      typeof found.electron === "boolean" &&
      typeof found.hasSqliteFlag === "boolean" &&
      (typeof found.permissionFlag === "string" || found.permissionFlag === null)
      ? { version: found.version, electron: found.electron, permissionFlag: found.permissionFlag, hasSqliteFlag: found.hasSqliteFlag }
      : undefined;
  } catch {
    return undefined;
  }
}

function isRecent(version: string): boolean {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0) >= oldestMajor;
}
