// Paths of core: `/` between the parts, whatever the system; absolute ones start with `/` or, on Windows, with a drive (`C:/`).

/** The folder a path lies in; a root is its own parent. */
export function parentOf(path: string): string {
  const at = path.lastIndexOf("/");
  if (at < 0) {
    return ".";
  }
  const parent = path.slice(0, at);
  return parent === "" || /^[A-Za-z]:$/.test(parent) ? path.slice(0, at + 1) : parent;
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path and a relative one, joined; the relative one must be free of `.` and `..`. */
export function joinPath(folder: string, ...parts: readonly string[]): string {
  return [folder.endsWith("/") ? folder.slice(0, -1) : folder, ...parts].join("/");
}

/** `path` as seen from `folder`, or undefined when it does not lie in it. */
export function relativeTo(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/**
 * What keeps a path written in a pack from being used: it must be relative, with `/`, and stay inside of its folder on every
 * system. `undefined` when it is sound. The sentence starts with the reason and ends without a full stop.
 */
export function relativePathFault(path: string): string | undefined {
  if (path === "") {
    return "is empty";
  }
  if (path.includes("\\")) {
    return "has a backslash; write `/` between the parts";
  }
  if (path.startsWith("/")) {
    return "is absolute; write it relative to the kata's folder";
  }
  if (/^[A-Za-z]:/.test(path)) {
    return "starts with a drive; write it relative to the kata's folder";
  }
  const parts = path.split("/");
  if (parts.includes("..")) {
    return "leaves its folder through `..`; a kata reads only its own files";
  }
  if (parts.includes(".") || parts.includes("")) {
    return "has an empty part or a `.`; write it in its shortest form";
  }
  // Names that Windows keeps for devices, or cannot hold.
  const foreign = parts.find((part) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part) || /[<>:"|?*\p{Cc}]/u.test(part) || /[. ]$/.test(part));
  return foreign === undefined ? undefined : `has a part that Windows cannot hold (${JSON.stringify(foreign)}); choose another name`;
}
