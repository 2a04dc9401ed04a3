import { sameBytes } from "../../bytes";
import { readSchemaBundle } from "../../checks/schemaBundle";
import type { FileSystem } from "../../fileSystem";
import type { Hasher } from "../../hashing";
import { joinPath } from "../../path";
import { canonicalJson } from "../catalog/canonicalJson";
import { digestOf } from "../digest";
import { filesBelow } from "../folderFiles";
import type { Kata } from "../kata";
import { starterOf } from "../kataContent";
import { isTestCheck, type CheckDeclaration } from "../kataManifest";

/** A check as a learner knows it. */
export interface CheckName {
  readonly id: string;
  readonly title: string;
}

/** What another version of a pack makes of one kata. */
export interface KataChange {
  readonly uuid: string;
  /** In the new version; in the old one when it is removed. */
  readonly id: string;
  readonly title: string;
  readonly state: "added" | "removed" | "changed" | "same";
  /** Set when the new version names a successor: its uuid. */
  readonly deprecatedBy?: string;
  readonly addedChecks: readonly CheckName[];
  readonly removedChecks: readonly CheckName[];
  /** Same id, and what is checked may be something else. */
  readonly changedChecks: readonly CheckName[];
  /** Paths of starter files that are new, gone or different. */
  readonly starter: readonly string[];
}

/** Katas of one version of a pack and the files they lie in. */
export interface PackVersionKatas {
  readonly files: FileSystem;
  readonly katas: readonly Kata[];
}

/** What is different between two versions of a pack, kata by kata, by their uuids: the new version's order, then what is gone. */
export async function packChanges(before: PackVersionKatas, after: PackVersionKatas, hasher: Hasher): Promise<readonly KataChange[]> {
  const old = new Map(before.katas.map((kata) => [kata.manifest.uuid, kata]));
  const present = new Set(after.katas.map(({ manifest }) => manifest.uuid));
  const changes = await Promise.all(after.katas.map(async (kata) => {
    const earlier = old.get(kata.manifest.uuid);
    return earlier === undefined ? only(kata, "added") : await change({ files: before.files, kata: earlier }, { files: after.files, kata }, hasher);
  }));
  return [...changes, ...before.katas.filter(({ manifest }) => !present.has(manifest.uuid)).map((kata) => only(kata, "removed"))];
}

interface Place {
  readonly files: FileSystem;
  readonly kata: Kata;
}

async function change(before: Place, after: Place, hasher: Hasher): Promise<KataChange> {
  const [old, now] = await Promise.all([checkDigests(before, hasher), checkDigests(after, hasher)]);
  const { manifest } = after.kata;
  const addedChecks = manifest.checks.filter(({ id }) => !old.has(id)).map(nameOfCheck);
  const removedChecks = before.kata.manifest.checks.filter(({ id }) => !now.has(id)).map(nameOfCheck);
  const changedChecks = manifest.checks.filter(({ id }) => old.has(id) && old.get(id) !== now.get(id)).map(nameOfCheck);
  const starter = await starterChanges(before, after);
  const newlyDeprecated = manifest.deprecated !== undefined && before.kata.manifest.deprecated?.by !== manifest.deprecated.by;
  const changed = [addedChecks, removedChecks, changedChecks, starter].some(({ length }) => length > 0) || newlyDeprecated;
  return {
    uuid: manifest.uuid, id: after.kata.id, title: manifest.title, state: changed ? "changed" : "same",
    ...(manifest.deprecated === undefined ? {} : { deprecatedBy: manifest.deprecated.by }),
    addedChecks, removedChecks, changedChecks, starter,
  };
}

function only(kata: Kata, state: "added" | "removed"): KataChange {
  const { uuid, title, deprecated } = kata.manifest;
  return { uuid, id: kata.id, title, state, ...(deprecated === undefined ? {} : { deprecatedBy: deprecated.by }), addedChecks: [], removedChecks: [], changedChecks: [], starter: [] };
}

/**
 * By check id, a digest of all that can change what it says. For a schema check that is its schema with everything it names; for a test check, which may import
 * what it likes, its file and every file under `checks/` that is no other check's own.
 */
async function checkDigests({ files, kata }: Place, hasher: Hasher): Promise<ReadonlyMap<string, string>> {
  const { checks } = kata.manifest;
  const own = new Set(checks.map(fileOf));
  const { files: below } = await filesBelow(files, joinPath(kata.folder, "checks"));
  const shared = below.map((path) => `checks/${path}`).filter((path) => !own.has(path));
  const digests = await Promise.all(checks.map(async (check): Promise<[string, string]> => {
    // Another title says the same in other words.
    const declared = { ...check, title: "" };
    const content = isTestCheck(check)
      ? digestOf(new Map(await Promise.all([check.tests, ...shared].map(async (path) => [path, await files.readFile(joinPath(kata.folder, path))] as const))), hasher)
      : (await readSchemaBundle(files, hasher, kata.folder, check.schema)).key;
    return [check.id, `${canonicalJson(declared)} ${content}`];
  }));
  return new Map(digests);
}

async function starterChanges(before: Place, after: Place): Promise<readonly string[]> {
  const [old, now] = await Promise.all([starterOf(before.files, before.kata), starterOf(after.files, after.kata)]);
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !sameBytes(old.get(path), now.get(path))).sort();
}

function fileOf(check: CheckDeclaration): string {
  return isTestCheck(check) ? check.tests : check.schema;
}

function nameOfCheck({ id, title }: CheckDeclaration): CheckName {
  return { id, title };
}

/** What changed for the checks of a kata, as a learner reads it: `adds 2 checks, changes 1`; empty when nothing did. */
export function changeText({ addedChecks, removedChecks, changedChecks, starter, state, deprecatedBy }: KataChange): string {
  if (state === "added") {
    return "is new";
  }
  if (state === "removed") {
    return "is no longer in the pack; what you have stays readable";
  }
  const parts = [
    ...(addedChecks.length > 0 ? [`adds ${counted(addedChecks.length, "check")}`] : []),
    ...(changedChecks.length > 0 ? [`changes ${counted(changedChecks.length, "check")}`] : []),
    ...(removedChecks.length > 0 ? [`takes ${counted(removedChecks.length, "check")} away`] : []),
    ...(starter.length > 0 ? [`changes ${counted(starter.length, "starter file")}`] : []),
    ...(deprecatedBy === undefined ? [] : ["has a successor"]),
  ];
  return parts.join(", ");
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? "" : "s"}`;
}
