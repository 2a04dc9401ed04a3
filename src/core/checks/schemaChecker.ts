import type { DocumentFormat } from "../documents/document";
import type { Finding } from "./finding";
import type { Outcome } from "./outcome";

/** A check's schema with everything it reads beside itself. */
export interface SchemaBundle {
  /** SHA-256 over `schema` and `resources`: compiled once per key. */
  readonly key: string;
  /** Text of the schema file. */
  readonly schema: string;
  /** Path relative to the kata's folder, such as `checks/oru.schema.json`. */
  readonly path: string;
  /** The other files it names (`$ref`, `hl7v2Path.over`, `fhir.profiles`), by the path relative to the schema's folder as written there, and their text. */
  readonly resources: Readonly<Record<string, string>>;
}

export interface SchemaCheckRequest {
  /** Solution file, as findings name it. */
  readonly file: string;
  readonly format: DocumentFormat;
  /** The solution's text. */
  readonly text: string;
  readonly bundle: SchemaBundle;
}

export interface SchemaCheckVerdict {
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly findings: readonly Finding[];
}

/**
 * Validates solution files. The host runs it off the main thread with a deadline, because the schemas come from strangers:
 * a pattern that never ends gives `timedOut`, a schema that does not compile `errored`; it never throws but for cancellation.
 */
export interface SchemaChecker {
  check(request: SchemaCheckRequest, signal: AbortSignal): Promise<SchemaCheckVerdict>;
}
