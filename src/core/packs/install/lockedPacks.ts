import { HumanError } from "../../humanError";
import type { Installer } from "./installer";
import type { LockedPack } from "./lockFile";
import { lockFileName } from "./lockFileName";
import { parseSource, type PackSource } from "./packSource";
import type { ResolvedPack } from "./resolvedPack";

/** A pack that a lock file pins, found where it says. */
export interface LockedResolution {
  readonly resolved: ResolvedPack;
  /** What the lock file pins; `Installer.prepare` holds the pack to it. */
  readonly integrity: string;
}

/**
 * What a lock file pins; a pack that is there already is taken without asking its source, so that a course works without a line.
 * @param absolute makes a path of the lock file absolute
 * @throws HumanError when its source has not what is pinned
 */
export async function resolveLocked(
  installer: Pick<Installer, "installed" | "resolve">, name: string, { version, integrity, source, key }: LockedPack, absolute: (path: string) => string, signal: AbortSignal,
): Promise<LockedResolution> {
  const parsed = parseSource(source, absolute);
  const installed = await installer.installed({ name, version, integrity });
  if (installed !== undefined) {
    return { integrity, resolved: { name, version, integrity, source: parsed, signer: { kind: "nobody", from: source }, archive: () => Promise.reject(new Error("is installed already")) } };
  }
  const found = await installer.resolve(only(parsed, name), { version, ...(key === undefined ? {} : { key }) }, signal);
  const resolved = found.find((each) => each.name === name);
  if (resolved === undefined) {
    throw new HumanError("lock.otherPack", `${lockFileName} names ${name} at ${source}, where ${found.map((each) => each.name).join(", ")} is.`, { pack: name, source });
  }
  return { integrity, resolved };
}

function only(source: PackSource, pack: string): PackSource {
  return source.kind === "catalog" ? { ...source, pack } : source;
}
