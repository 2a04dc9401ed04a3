import { homedir } from "node:os";
import { joinPath } from "../core/path";
import { fromNativePath } from "./nodeFileSystem";

const folderName = "health-it-katas";

/**
 * Where this program keeps a person's packs and keys: the folder that the environment variable HEALTH_IT_KATAS_DATA names, or the one that the system has for such
 * data (XDG Base Directory; Apple's File System Programming Guide; Windows' known folder LocalAppData). Absolute, with `/`.
 */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home: string = homedir()): string {
  const named = environment["HEALTH_IT_KATAS_DATA"];
  if (named !== undefined && named !== "") {
    return fromNativePath(named);
  }
  const at = fromNativePath(home);
  switch (platform) {
    case "darwin":
      return joinPath(at, "Library", "Application Support", folderName);
    case "win32":
      return joinPath((environment["LOCALAPPDATA"] ?? `${at}/AppData/Local`).replaceAll("\\", "/"), folderName);
    default: {
      const data = environment["XDG_DATA_HOME"] ?? "";
      // The specification asks to pass over a path that is not absolute.
      return joinPath(data.startsWith("/") ? data : joinPath(at, ".local", "share"), folderName);
    }
  }
}
