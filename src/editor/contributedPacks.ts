import { isRecord } from "../core/record";

/** The section of another extension's `contributes` that names packs. */
const contributionPoint = "healthItKatas";

/** The packs that an extension's manifest names. */
export function contributedPacks(manifest: unknown): readonly string[] {
  const contributes = isRecord(manifest) ? manifest["contributes"] : undefined;
  const listed = isRecord(contributes) ? contributes[contributionPoint] : undefined;
  return Array.isArray(listed) ? listed.flatMap((each: unknown) => (isRecord(each) && typeof each["pack"] === "string" ? [each["pack"]] : [])) : [];
}
