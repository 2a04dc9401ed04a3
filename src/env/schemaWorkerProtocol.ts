import type { SchemaCheckRequest, SchemaCheckVerdict } from "../core/checks/schemaChecker";

/** To the worker. One request at a time: the next is sent when the answer to the last has come. */
export interface ToWorker {
  readonly id: number;
  readonly request: SchemaCheckRequest;
}

/** From the worker. */
export type FromWorker =
  /** The bundle is loaded; requests are answered from here on. */
  | { readonly type: "ready" }
  /** FHIRPath is about to be loaded for the request, which takes a while the first time. */
  | { readonly type: "loading"; readonly id: number }
  | { readonly type: "verdict"; readonly id: number; readonly verdict: SchemaCheckVerdict };
