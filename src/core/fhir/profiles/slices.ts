import type { SentenceArgs } from "../../checks/translate";
import type { FhirIssue, FhirIssueType } from "../validation/fhirIssue";
import { error, note } from "../validation/rules/found";
import { belongsTo, type SliceContext } from "./discriminate";
import type { Occurrence } from "./occurrences";
import type { Discriminator, ProfileNode } from "./profile";

export interface SliceTools {
  readonly context: SliceContext;
  checkValue(slice: ProfileNode, occurrence: Occurrence): void;
  say(found: typeof error, code: string, type: FhirIssueType, pointer: string, args: SentenceArgs, mark?: FhirIssue["mark"]): void;
}

/** Holds the values of an element against its slices: https://hl7.org/fhir/R4/profiling.html#slicing */
export function checkSlices(node: ProfileNode, found: readonly Occurrence[], pointer: string, tools: SliceTools): void {
  const discriminators = discriminatorsOf(node);
  const slices = found.map((occurrence) => sliceOf(node, occurrence, discriminators, tools.context));
  const property = node.name.endsWith("[x]") ? node.name.slice(0, -3) : node.name;
  if (discriminators.length === 0 || slices.includes("unknown") || node.slices.some((slice) => slice.slice?.includes("/") === true)) {
    tools.say(note, "fhir.notChecked.slices", "not-supported", pointer, { property, discriminator: discriminators.map(({ type, path }) => `${type}:${path}`).join(", ") || "–" }, "opening");
    return;
  }
  for (const slice of node.slices) {
    const members = found.filter((_, index) => slices[index] === slice);
    const args = { property, slice: slice.slice ?? "", count: members.length, min: slice.min ?? 0, max: slice.max ?? 0 };
    if (members.length < (slice.min ?? 0)) {
      tools.say(error, "fhir.profile.sliceMissing", "required", pointer, args, "opening");
    } else if (members.length === 0 && slice.mustSupport) {
      tools.say(note, "fhir.profile.sliceMustSupport", "informational", pointer, args, "opening");
    }
    const extra = slice.max === undefined ? undefined : members[slice.max];
    if (extra !== undefined) {
      tools.say(error, slice.max === 0 ? "fhir.profile.sliceForbidden" : "fhir.profile.sliceTooMany", "structure", extra.pointer, args, "opening");
    }
    for (const occurrence of members) {
      tools.checkValue(slice, occurrence);
    }
  }
  checkOrder(node, found, slices, property, tools);
}

function checkOrder(node: ProfileNode, found: readonly Occurrence[], slices: readonly (ProfileNode | "none" | "unknown")[], property: string, tools: SliceTools): void {
  const rules = node.slicing?.rules ?? "open";
  let last = -1;
  let strayed: Occurrence | undefined;
  found.forEach((occurrence, index) => {
    const slice = slices[index];
    if (slice === "none" || slice === "unknown" || slice === undefined) {
      if (rules === "closed") {
        tools.say(error, "fhir.profile.sliceClosed", "structure", occurrence.pointer, { property, slices: node.slices.map((each) => each.slice ?? "").join(", ") }, "opening");
      }
      strayed ??= occurrence;
      return;
    }
    if (strayed !== undefined && rules === "openAtEnd") {
      tools.say(error, "fhir.profile.sliceAtEnd", "structure", strayed.pointer, { property }, "opening");
      strayed = undefined;
    }
    const position = node.slices.indexOf(slice);
    if (node.slicing?.ordered === true && position < last) {
      tools.say(error, "fhir.profile.sliceOrder", "structure", occurrence.pointer, { property, slice: slice.slice ?? "", slices: node.slices.map((each) => each.slice ?? "").join(", ") }, "opening");
    }
    last = Math.max(last, position);
  });
}

function sliceOf(node: ProfileNode, occurrence: Occurrence, discriminators: readonly Discriminator[], context: SliceContext): ProfileNode | "none" | "unknown" {
  let unknown = false;
  for (const slice of node.slices) {
    const answer = belongsTo(slice, occurrence, discriminators, context);
    if (answer === true) {
      return slice;
    }
    unknown ||= answer === undefined;
  }
  return unknown ? "unknown" : "none";
}

/** Extensions are sliced by their url and choices by their type, whether a profile says so or not. */
function discriminatorsOf(node: ProfileNode): readonly Discriminator[] {
  if (node.slicing !== undefined && node.slicing.discriminators.length > 0) {
    return node.slicing.discriminators;
  }
  if (node.name === "extension" || node.name === "modifierExtension") {
    return [{ type: "value", path: "url" }];
  }
  return node.name.endsWith("[x]") ? [{ type: "type", path: "$this" }] : [];
}
