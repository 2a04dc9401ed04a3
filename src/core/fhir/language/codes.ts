import type { FhirModel, ValueSetCode } from "../model/definitions";
import { textOf } from "./fhirText";
import type { Place } from "./place";

/** Types whose value is the code itself. */
const codedTypes: ReadonlySet<string> = new Set(["code", "uri", "string"]);

/** A code with its meaning. */
export interface CodeMeaning {
  readonly code: string;
  readonly display: string | undefined;
  readonly system: string | undefined;
}

/** The binding that holds for a value: a code's own, or the one of the CodeableConcept or Coding that it is part of. */
export function bindingAt(place: Place): { readonly valueSet: string; readonly strength: string; readonly ofCoding: boolean } | undefined {
  if (place.property === "code" && place.owner === "Coding") {
    const coding = place.parent;
    const own = coding?.element?.binding;
    if (own !== undefined) {
      return { ...own, ofCoding: true };
    }
    // A Coding that is one of a CodeableConcept's has the binding of that.
    const list = coding?.isItem === true ? coding.parent : coding;
    const concept = list?.property === "coding" ? list.parent : undefined;
    const binding = concept?.element?.binding;
    return binding === undefined ? undefined : { ...binding, ofCoding: true };
  }
  const binding = place.element?.binding;
  return binding === undefined || place.type === undefined || !codedTypes.has(place.type) ? undefined : { ...binding, ofCoding: false };
}

/** The codes that may stand at a place, as far as they are known here; those of the system that stands beside it, where one does. */
export function codesAt(model: FhirModel, place: Place): readonly ValueSetCode[] {
  const binding = bindingAt(place);
  const known = binding === undefined ? undefined : model.valueSet(binding.valueSet);
  const system = place.owner === "Coding" ? textOf(place.parent?.node, "system") : undefined;
  const codes = known?.codes ?? [];
  const ofSystem = system === undefined ? codes : codes.filter((each) => each.system === system);
  if (ofSystem.length > 0 || system === undefined) {
    return ofSystem;
  }
  return [...(model.codeSystem(system)?.codes ?? [])].map(([code, display]) => ({ system, code, display }));
}

/** What the code at a place means; `undefined` where it is not known, or is no code. */
export function codeAt(model: FhirModel, place: Place): CodeMeaning | undefined {
  const value = place.node?.value;
  if (typeof value !== "string" || place.type === undefined || !codedTypes.has(place.type)) {
    return undefined;
  }
  const isCoding = place.owner === "Coding" && place.property === "code";
  const system = isCoding ? textOf(place.parent?.node, "system") : undefined;
  if (system !== undefined) {
    const codes = model.codeSystem(system)?.codes;
    return codes?.has(value) === true ? { code: value, display: codes.get(value), system } : undefined;
  }
  const binding = bindingAt(place);
  const code = binding === undefined ? undefined : model.valueSet(binding.valueSet)?.codes.find((each) => each.code === value);
  return code === undefined ? undefined : { code: value, display: code.display, system: code.system };
}
