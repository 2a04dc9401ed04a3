import { HumanError } from "../../humanError";
import type { Installer } from "../install/installer";
import { parseSource } from "../install/packSource";
import type { InstalledPack } from "../install/packStore";
import type { ResolvedPack } from "../install/resolvedPack";
import { newestFirst } from "../versionOrder";

/**
 * The newest version that a pack's source has now, if it is another than the one in use and no older one.
 * @throws HumanError `update.gone` when its source no longer has the pack, and whatever keeps the source from being asked
 */
export async function newerVersion(installer: Pick<Installer, "resolve">, pack: InstalledPack, signal: AbortSignal): Promise<ResolvedPack | undefined> {
  const found = (await installer.resolve(parseSource(pack.source, (path) => path), {}, signal)).find(({ name }) => name === pack.name);
  if (found === undefined) {
    throw new HumanError("update.gone", `${pack.source} no longer has ${pack.name}; the version you have stays.`, { pack: pack.name, source: pack.source });
  }
  const isOlder = found.version !== pack.version && newestFirst([{ version: found.version }, { version: pack.version }])[0]?.version === pack.version;
  return isOlder || (found.version === pack.version && found.integrity === pack.integrity) ? undefined : found;
}
