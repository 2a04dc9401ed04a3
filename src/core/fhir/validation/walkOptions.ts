import type { FhirModel } from "../model/definitions";
import type { ReportIssue } from "./fhirIssue";
import type { FhirRule } from "./rule";

/** What a walk needs. */
export interface WalkOptions {
  readonly model: FhirModel;
  readonly rules: readonly FhirRule[];
  readonly report: ReportIssue;
  /** A number as it stands in the text; `undefined` where there is no text. */
  readonly written?: (pointer: string) => string | undefined;
  /** Asked often; `true` ends the walk with a `WalkStopped`. */
  readonly stopped?: () => boolean;
}
