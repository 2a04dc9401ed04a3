import * as fs from "node:fs";
import * as path from "node:path";
import type { Protections } from "../core/checks/testRunner";

/**
 * What protects this process, as it finds by trying: nothing is taken from the flags it was started with.
 *
 * @param cpuLimitSeconds what the shell that started it says the kernel grants, if it set a limit
 * @param nodeModule asks Node for one of its modules; throws when it has none of the name
 */
export function seenProtections(cpuLimitSeconds: number | undefined, nodeModule: (specifier: string) => unknown): Protections {
  const has = process.permission === undefined ? undefined : (scope: string): boolean => process.permission.has(scope);
  const permissionModel = has !== undefined && !["fs.write", "child", "worker"].some(has) && isReadingDenied();
  return {
    node: process.version,
    permissionModel,
    // Before Node 25 the permission model knows no network, and says of what it does not know that it is not granted.
    network: permissionModel && Number(process.versions.node.split(".")[0]) >= 25 && has?.("net") === false,
    sqliteOff: isAbsent(() => nodeModule("node:sqlite")),
    ...(cpuLimitSeconds !== undefined && { cpuLimitSeconds }),
  };
}

function isReadingDenied(): boolean {
  try {
    fs.readdirSync(path.dirname(process.execPath));
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED";
  }
}

function isAbsent(ask: () => unknown): boolean {
  try {
    ask();
    return false;
  } catch {
    return true;
  }
}
