import type { ReportIssue } from "../validation/fhirIssue";
import type { ResourceVisit } from "../validation/rule";
import type { Profile } from "./profile";

/** Where the values of a profile stand. */
export interface Place {
  readonly profile: Profile;
  /** The resource around, for names and for %resource. */
  readonly resource: ResourceVisit;
  readonly report: ReportIssue;
}
