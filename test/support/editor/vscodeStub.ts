import Module from "node:module";

/**
 * Stands in for the module `vscode` where a unit under test needs no more of it than texts, places and plain values. Import this file
 * before the unit. What needs a real editor is tested in one (test/integration).
 */
class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}

  static file(path: string): Uri {
    return new Uri("file", path);
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

class Location {
  constructor(
    readonly uri: Uri,
    readonly range: Range | Position,
  ) {}
}

class TestMessage {
  location: Location | undefined;
  contextValue: string | undefined;
  expectedOutput: string | undefined;
  actualOutput: string | undefined;

  constructor(readonly message: string) {}

  static diff(message: string, expected: string, actual: string): TestMessage {
    const made = new TestMessage(message);
    made.expectedOutput = expected;
    made.actualOutput = actual;
    return made;
  }
}

class TestTag {
  constructor(readonly id: string) {}
}

class CancellationError extends Error {}

type Values = readonly (string | number | boolean)[] | Readonly<Record<string, string | number>>;

/** What a test may change: the open folders, and the text that a translation gives. */
export const stub = {
  folders: undefined as readonly { readonly name: string; readonly uri: Uri }[] | undefined,
  translate: (text: string): string => text,
  bundle: undefined as Readonly<Record<string, string>> | undefined,
  executed: [] as (readonly unknown[])[],
};

export const vscodeStub = {
  Position, Range, Uri, Location, TestMessage, TestTag, CancellationError,
  l10n: {
    get bundle() {
      return stub.bundle;
    },
    t: (text: string, ...args: readonly unknown[]): string => {
      const values = (typeof args[0] === "object" && args[0] !== null ? args[0] : args) as Values;
      return stub.translate(text).replace(/\{(\w+)\}/g, (whole, name: string) => String((values as Record<string, string | number>)[name] ?? whole));
    },
  },
  env: { language: "en" },
  workspace: {
    get workspaceFolders() {
      return stub.folders;
    },
  },
  commands: {
    executeCommand: (...args: readonly unknown[]): Promise<void> => {
      stub.executed.push(args);
      return Promise.resolve();
    },
  },
};

interface Loader {
  _load(request: string, ...rest: readonly unknown[]): unknown;
}

const loader = Module as unknown as Loader;
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => (request === "vscode" ? vscodeStub : load(request, ...rest));
