import type { FileSystem, WritableFileSystem } from "../../fileSystem";
import { HumanError } from "../../humanError";
import { joinPath } from "../../path";
import { isRecord } from "../manifestFile";
import type { PackReader } from "../readPack";
import { scaffoldKata, type KataScaffoldRequest } from "./kataScaffold";

export interface PackScaffoldRequest {
  /** Absolute. */
  readonly folder: string;
  /** The npm name. */
  readonly name: string;
  readonly title: string;
  readonly license: string;
  /** Of its first kata. */
  readonly kata: string;
}

const packName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const kataId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Writes a new pack with one kata.
 * @returns the paths that were written, absolute
 * @throws HumanError when the folder holds something, or a name is none
 */
export async function createPack(files: WritableFileSystem, { folder, name, title, license, kata }: PackScaffoldRequest, first: KataScaffoldRequest): Promise<readonly string[]> {
  if (!packName.test(name)) {
    throw new HumanError("new.packName", `${JSON.stringify(name)} is no npm name: lower-case letters, digits, \`-\`, \`_\` and \`.\`, perhaps behind a scope, such as @org/name.`, { name });
  }
  checkId(kata);
  await checkEmpty(files, folder);
  const manifest = { name, version: "0.1.0", description: title, license, keywords: ["health-it-katas"], kataPack: { format: 1, title, katas: [kata] } };
  const texts = new Map([
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["README.md", `# ${title}\n\nA pack of [Health IT Katas](https://www.npmjs.com/search?q=keywords:health-it-katas).\n\nThe author's gate: \`health-it-katas verify .\`\n`],
    ...[...scaffoldKata(first)].map(([path, text]) => [`${kata}/${path}`, text] as const),
  ]);
  return await writeAll(files, folder, texts);
}

/**
 * Writes a new kata into a pack and names it there.
 * @param pack absolute folder of the pack
 * @throws HumanError when there is no sound pack, or a kata of this id
 */
export async function createKata(files: WritableFileSystem, packs: PackReader, pack: string, id: string, request: KataScaffoldRequest): Promise<readonly string[]> {
  checkId(id);
  const reading = await packs.read(pack, false);
  if (reading.state !== "ready") {
    throw new HumanError("new.noPack", `${pack} is no pack that a kata can be added to: ${reading.state === "broken" ? reading.problems.map(({ message }) => message).join(" ") : "it needs a newer version of Health IT Katas."}`, { pack });
  }
  await checkEmpty(files, joinPath(pack, id));
  const path = joinPath(pack, "package.json");
  const written = await writeAll(files, joinPath(pack, id), scaffoldKata(request));
  await files.writeFile(path, new TextEncoder().encode(withKata(new TextDecoder().decode(await files.readFile(path)), id)));
  return [...written, path];
}

/** The text of a `package.json` with one kata more, laid out as before as far as JSON.stringify can tell. */
function withKata(text: string, id: string): string {
  const manifest: unknown = JSON.parse(text);
  const kataPack = isRecord(manifest) ? manifest["kataPack"] : undefined;
  if (!isRecord(manifest) || !isRecord(kataPack) || !Array.isArray(kataPack["katas"])) {
    throw new Error("a sound pack names its katas");
  }
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
  return `${JSON.stringify({ ...manifest, kataPack: { ...kataPack, katas: [...kataPack["katas"].map(String), id] } }, null, indent)}\n`;
}

function checkId(id: string): void {
  if (!kataId.test(id)) {
    throw new HumanError("new.kataId", `${JSON.stringify(id)} is no kata's id: lower-case letters, digits and single hyphens, such as read-a-lab-report.`, { id });
  }
}

async function checkEmpty(files: FileSystem, folder: string): Promise<void> {
  const found = await files.stat(folder);
  if (found !== undefined && (found.kind !== "directory" || (await files.list(folder)).length > 0)) {
    throw new HumanError("new.notEmpty", `${folder} is there already and not empty; name a folder that is new.`, { folder });
  }
}

async function writeAll(files: WritableFileSystem, folder: string, texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [path, text] of texts) {
    await files.writeFile(joinPath(folder, path), new TextEncoder().encode(text));
    written.push(joinPath(folder, path));
  }
  return written;
}
