// The parts of mocha 12 that run tests without its command line, reporters and file loading. @types/mocha describes the package's main module only.

declare module "mocha/lib/suite.js" {
  export class Suite {
    constructor(title: string, parentContext: object, isRoot: boolean);
    timeout(ms: number): void;
    eachTest(visit: (test: import("mocha/lib/runner.js").MochaTest) => void): void;
    emit(event: "pre-require", scope: object, file: string, mocha: object): boolean;
  }
}

declare module "mocha/lib/context.js" {
  export class Context {}
}

declare module "mocha/lib/interfaces/bdd.js" {
  export function bddInterface(suite: import("mocha/lib/suite.js").Suite): void;
}

declare module "mocha/lib/runner.js" {
  export interface MochaRunnable {
    readonly type: "test" | "hook" | undefined;
    readonly title: string;
    readonly originalTitle?: string;
    readonly duration?: number;
    titlePath(): string[];
  }
  export interface MochaTest extends MochaRunnable {
    readonly type: "test";
  }
  export class Runner {
    constructor(suite: import("mocha/lib/suite.js").Suite, options?: object);
    fullStackTrace: boolean;
    fail(runnable: MochaRunnable, error: unknown, force?: boolean): void;
    on(event: "test" | "pass" | "pending" | "test end", listener: (test: MochaTest) => void): this;
    on(event: "hook" | "hook end", listener: (hook: MochaRunnable) => void): this;
    on(event: "fail", listener: (runnable: MochaRunnable, error: unknown) => void): this;
    run(done: () => void): this;
    dispose(): void;
  }
}
