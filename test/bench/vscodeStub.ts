/** Something that can be called, made, read and iterated without end, and does nothing. */
function anything(name: string): unknown {
  const known = new Map<string | symbol, unknown>();
  // A class: it may be called through the proxy as well as made, which what a minifier makes of an empty function may not.
  return new Proxy(class {}, {
    get(target, key): unknown {
      if (key === "then" || key === Symbol.toStringTag) {
        return undefined;
      }
      if (key === "prototype") {
        return Reflect.get(target, key);
      }
      if (key === Symbol.iterator) {
        return [][Symbol.iterator];
      }
      if (key === Symbol.toPrimitive) {
        return () => name;
      }
      if (!known.has(key)) {
        known.set(key, anything(`${name}.${String(key)}`));
      }
      return known.get(key);
    },
    set(_target, key, value): boolean {
      known.set(key, value);
      return true;
    },
    has: () => true,
    apply: () => anything(`${name}()`),
    construct: () => anything(`new ${name}`) as object,
  });
}

class EventEmitter<T> {
  private readonly listeners = new Set<(event: T) => unknown>();
  readonly event = (listener: (event: T) => unknown): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(event: T): void {
    this.listeners.forEach((listener) => listener(event));
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class Disposable {
  constructor(readonly dispose: () => unknown) {}
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((each) => each.dispose()));
  }
}

interface UriLike {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  toString(): string;
  with(): UriLike;
}

function uri(path: string): UriLike {
  const made: UriLike = { scheme: "file", path, fsPath: path, toString: () => `file://${path}`, with: () => made };
  return made;
}

const configuration = { get: (_key: string, fallback?: unknown) => fallback, has: () => false, inspect: () => undefined, update: async () => undefined };
const memento = { get: (_key: string, fallback?: unknown) => fallback, update: async () => undefined, keys: () => [], setKeysForSync: () => undefined };

function layered(name: string, own: object): unknown {
  const rest = anything(name) as object;
  return new Proxy(own, { get: (target, key): unknown => (key in target ? Reflect.get(target, key) : Reflect.get(rest, key)), has: () => true });
}

/** Enough of the `vscode` module for an extension to activate in it: what is not here can be called and does nothing. No folder is open. */
export function vscodeStub(): unknown {
  const everything = layered("vscode", {
    version: "1.100.0",
    EventEmitter,
    Disposable,
    Uri: layered("Uri", { file: uri, parse: uri, joinPath: (base: UriLike, ...parts: readonly string[]) => uri([base.path, ...parts].join("/")) }),
    l10n: { t: (message: unknown) => String(message), bundle: undefined, uri: undefined },
    env: layered("env", { language: "en", appName: "bench", appHost: "desktop", uiKind: 1, machineId: "bench", sessionId: "bench", isNewAppInstall: false, isTelemetryEnabled: false }),
    workspace: layered("workspace", {
      workspaceFolders: undefined, isTrusted: true, name: undefined, textDocuments: [], notebookDocuments: [],
      getConfiguration: () => configuration, getWorkspaceFolder: () => undefined, asRelativePath: String,
    }),
    window: layered("window", { activeTextEditor: undefined, visibleTextEditors: [], terminals: [], tabGroups: layered("tabGroups", { all: [] }) }),
    extensions: layered("extensions", { all: [], getExtension: () => undefined }),
  });
  // Bundlers copy the names of a required module, of which a proxy has none, onto an object with the same prototype: there it is found.
  return Object.create(everything as object) as unknown;
}

/** The context an extension gets at activation. */
export function contextStub(root: string, packageJson: unknown): unknown {
  const subscriptions: unknown[] = [];
  return layered("context", {
    subscriptions,
    extensionPath: root,
    extensionUri: uri(root),
    extension: { id: "health-it-katas.health-it-katas", extensionPath: root, extensionUri: uri(root), packageJSON: packageJson, isActive: true, exports: undefined },
    extensionMode: 1,
    workspaceState: memento,
    globalState: memento,
    storageUri: undefined,
    globalStorageUri: uri(`${root}/global`),
    logUri: uri(`${root}/log`),
    asAbsolutePath: (path: string) => `${root}/${path}`,
  });
}
