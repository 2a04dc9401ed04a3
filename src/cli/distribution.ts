import type { Distribution } from "../env/distribution/main";
import type { CliContext } from "./context";

/** What packs travel with; loaded when a command needs it. */
export async function distributionOf(context: CliContext): Promise<Distribution> {
  const { createDistribution } = await import("../env/distribution/main");
  return createDistribution({ services: context.services, dataFolder: context.dataFolder, projectFolder: context.cwd, environment: context.environment, now: context.now });
}
