import { resolve } from "node:path";
import { fromNativePath } from "../env/nodeFileSystem";
import type { CliContext } from "./context";

/** What was typed as a path, absolute and with `/`. */
export function absolutePath({ cwd }: Pick<CliContext, "cwd">, typed: string): string {
  const path = fromNativePath(resolve(cwd, typed));
  return path.length > 1 && path.endsWith("/") && !/^[A-Za-z]:\/$/.test(path) ? path.slice(0, -1) : path;
}
