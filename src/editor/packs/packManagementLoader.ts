import type { PackSurroundings, PackManagement } from "./packManagement";

/** Gives the management of packs, the same each time; loads it at the first call. */
export function packManagementLoader(around: PackSurroundings): () => Promise<PackManagement> {
  let loading: Promise<PackManagement> | undefined;
  return () => (loading ??= import("./main").then(({ createPackManagement }) => createPackManagement(around)));
}
