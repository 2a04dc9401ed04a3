import { PackInstallation } from "./installing";
import { missingPacks } from "./locked";
import { openDistribution } from "./openDistribution";
import type { PackManagement, PackSurroundings } from "./packManagement";
import { RegistryTokens } from "./registryTokens";
import { PackUpdates } from "./updating";
import { rollBack, uninstall } from "./versionsInUse";

/** Puts together what commands do with packs. This file is the entry of a bundle of its own, loaded at the first of them. */
export function createPackManagement(around: PackSurroundings): PackManagement {
  const tokens = new RegistryTokens(around.secrets, around.dialogs);
  const distribution = async (): ReturnType<typeof openDistribution> => await openDistribution(around, tokens);
  const installation = new PackInstallation(around, distribution);
  const updates = new PackUpdates(around, distribution);
  return {
    install: (source) => installation.install(source),
    missing: () => missingPacks(around),
    update: () => updates.update(),
    rollBack: () => rollBack(around),
    uninstall: () => uninstall(around),
    setToken: () => tokens.set(),
    forgetToken: () => tokens.forget(),
  };
}
