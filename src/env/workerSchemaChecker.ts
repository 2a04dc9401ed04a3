import type { Finding } from "../core/checks/finding";
import type { SchemaChecker, SchemaCheckRequest, SchemaCheckVerdict } from "../core/checks/schemaChecker";
import type { Logger } from "../core/logger";
import { isOutOfMemory, WorkerQueue, type WorkerLimits } from "./workerQueue";

export const usualLimits: WorkerLimits = { deadlineMs: 2000, loadingMs: 10_000, idleMs: 30_000, memoryMb: 512 };

/** UTF-16 units beyond which it is likely the file, not the schema, that makes a check slow. */
const largeText = 250_000;

/** Runs schema checks in one worker thread, in the order in which they are asked for. A check that takes too long is ended together with the worker. */
export class WorkerSchemaChecker implements SchemaChecker {
  private readonly queue: WorkerQueue<SchemaCheckRequest, SchemaCheckVerdict>;

  /**
   * @param workerPath absolute path of the worker's bundle, `schemaWorker.js`; `fhirpath.js` lies beside it
   */
  constructor(workerPath: string, logger: Logger, limits: WorkerLimits = usualLimits) {
    this.queue = new WorkerQueue("schema", workerPath, logger, limits, {
      closed: disposedVerdict,
      tooLong: (request, durationMs, seconds) => {
        logger.warn(`Checking ${request.file} with ${request.bundle.path} took longer than ${String(seconds)} s and was ended.`);
        return { outcome: "timedOut", durationMs, findings: [deadlineFinding(request, seconds)] };
      },
      lost: (request, durationMs, error, megabytes) => ({ outcome: "errored", durationMs, findings: [lossFinding(error, request, megabytes)] }),
    });
  }

  /** Rejects with the signal's reason when it is aborted, and never otherwise. */
  check(request: SchemaCheckRequest, signal: AbortSignal): Promise<SchemaCheckVerdict> {
    return this.queue.ask(request, signal);
  }

  /** Starts the worker, so that the first check need not. */
  warm(): void {
    this.queue.warm();
  }

  /** Ends the worker; checks that wait or run are errored, and so is every later one. */
  async dispose(): Promise<void> {
    await this.queue.dispose();
  }
}

function disposedVerdict(): SchemaCheckVerdict {
  const message = "The check was not done because Health IT Katas is being closed. Check again.";
  return { outcome: "errored", durationMs: 0, findings: [{ code: "check.closed", message, args: {} }] };
}

function deadlineFinding({ file, bundle: { path: schema }, text }: SchemaCheckRequest, seconds: number): Finding {
  return text.length > largeText
    ? {
        code: "check.deadlineLarge", args: { file, schema, seconds },
        message: `Checking ${file} with ${schema} did not end within ${seconds} s. The file is very large; a right answer is far smaller, and Reset brings the starter file back.`,
      }
    : {
        code: "check.deadline", args: { file, schema, seconds },
        message: `Checking ${file} with ${schema} did not end within ${seconds} s. Check again; if it happens every time, the author of that schema has to mend it.`,
      };
}

function lossFinding(error: Error, { file, bundle: { path: schema }, text }: SchemaCheckRequest, megabytes: number): Finding {
  if (isOutOfMemory(error)) {
    return text.length > largeText
      ? {
          code: "check.memoryLarge", args: { file, schema, megabytes },
          message: `Checking ${file} with ${schema} took more than ${megabytes} MB of memory and was ended. The file is very large; a right answer is far smaller, and Reset brings the starter file back.`,
        }
      : {
          code: "check.memory", args: { file, schema, megabytes },
          message: `Checking ${file} with ${schema} took more than ${megabytes} MB of memory and was ended. Check again; if it happens every time, the author of that schema has to mend it.`,
        };
  }
  return {
    code: "check.workerLost", args: { file, reason: error.message },
    message: `${file} could not be checked because the checker's own thread ended (${error.message}). Check again; if it happens every time, run the command "Doctor".`,
  };
}
