import { HumanError } from "../../humanError";
import { addressFault } from "./downloads";
import { isRange } from "../versions";

/** Where packs are installed from. */
export type PackSource =
  /** A pack's own folder, absolute. */
  | { readonly kind: "folder"; readonly path: string }
  /** A .tgz, absolute. */
  | { readonly kind: "archive"; readonly path: string }
  /** A .tgz on the network. */
  | { readonly kind: "url"; readonly url: string }
  /** A signed catalogue; one pack of it, or all. */
  | { readonly kind: "catalog"; readonly url: string; readonly pack?: string; readonly range: string }
  /** A package in a registry. */
  | { readonly kind: "npm"; readonly name: string; readonly range: string };

const packName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/**
 * What a person writes to say where a pack comes from: a folder, a `.tgz`, `https://…/catalog.json` with `#<pack>@<range>` behind it for one pack of several,
 * `https://….tgz`, or `npm:<name>@<range or tag>`.
 * @param absolute makes a path that was written absolute
 * @throws HumanError `source.…` when it is none of these
 */
export function parseSource(text: string, absolute: (path: string) => string): PackSource {
  if (text.startsWith("npm:")) {
    const { name, range } = nameAndRange(text.slice(4), text);
    return { kind: "npm", name, range };
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(text)) {
    const [url = "", fragment] = text.split("#");
    const fault = addressFault(url);
    if (fault !== undefined) {
      throw new HumanError("source.address", `The address ${url} ${fault}.`, { url });
    }
    if (/\.tgz(?:\?|$)/i.test(url)) {
      return { kind: "url", url };
    }
    if (fragment === undefined || fragment === "") {
      return { kind: "catalog", url, range: "*" };
    }
    const { name, range } = nameAndRange(fragment, text);
    return { kind: "catalog", url, pack: name, range };
  }
  const path = text.startsWith("file:") ? text.slice(5) : text;
  if (path === "") {
    throw new HumanError("source.empty", "No source was named; name a folder, a .tgz, the address of a catalogue, or npm:<name>.");
  }
  return /\.tgz$/i.test(path) ? { kind: "archive", path: absolute(path) } : { kind: "folder", path: absolute(path) };
}

/**
 * A source as lock files and records keep it.
 * @param relative makes an absolute path relative, where that is possible
 */
export function formatSource(source: PackSource, relative: (path: string) => string = (path) => path): string {
  switch (source.kind) {
    case "folder":
    case "archive":
      return `file:${relative(source.path)}`;
    case "url":
      return source.url;
    case "catalog":
      return `${source.url}${source.pack === undefined ? "" : `#${withRange(source.pack, source.range)}`}`;
    case "npm":
      return `npm:${withRange(source.name, source.range)}`;
  }
}

/** Whether two sources are one place: the same folder, file, catalogue or registry package, whatever the range. */
export function samePlace(a: PackSource, b: PackSource): boolean {
  switch (a.kind) {
    case "folder":
    case "archive":
      // An author gives the folder today and the archive made of it tomorrow: both are files of this person.
      return b.kind === "folder" || b.kind === "archive";
    case "url":
      return b.kind === "url" && hostOf(a.url) === hostOf(b.url);
    case "catalog":
      return b.kind === "catalog" && a.url === b.url;
    case "npm":
      return b.kind === "npm" && a.name === b.name;
  }
}

function nameAndRange(text: string, whole: string): { readonly name: string; readonly range: string } {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  const range = at < 0 ? "*" : text.slice(at + 1) || "*";
  if (!packName.test(name)) {
    throw new HumanError("source.name", `${JSON.stringify(whole)} names no pack; write it as @org/name or name, with @ and a range of versions behind it if you like.`, { source: whole });
  }
  // A tag, such as `next`, is what is no range; it must be free of what would change the meaning of an address.
  if (!isRange(range) && !/^[A-Za-z][A-Za-z0-9._-]*$/.test(range)) {
    throw new HumanError("source.range", `${JSON.stringify(range)} in ${JSON.stringify(whole)} is neither a range of versions, such as ^1.2, nor a tag.`, { source: whole, range });
  }
  return { name, range };
}

function withRange(name: string, range: string): string {
  return range === "*" || range === "" ? name : `${name}@${range}`;
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
