import { HumanError } from "../core/humanError";
import { archiveLimits } from "../core/packs/archive/archive";
import { buildCatalog, type CatalogItem } from "../core/packs/catalog/buildCatalog";
import { formatCatalogDocument, parseCatalog, type CatalogDocument } from "../core/packs/catalog/catalogDocument";
import type { SigningKey } from "../core/packs/catalog/keys";
import { nameOf, parentOf, relativeTo } from "../core/path";
import type { Distribution } from "../env/distribution/main";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { distributionOf } from "./distribution";
import { namedKey } from "./keys";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";

/** Days that a catalogue is good for unless told: long enough for a term, short enough to be renewed. */
const usualDays = 90;

/** A signed list of packs, to be served as a static file beside them. */
export const catalog: Command = {
  name: "catalog",
  usage: "<folder or .tgz…> --key <key> [--also <old key>] [--title <text>] [--days n] [--out <file>]",
  does: "makes a signed catalog.json of .tgz packs, to be served as a static file beside them",
  options: { key: { type: "string" }, also: { type: "string" }, title: { type: "string" }, days: { type: "string" }, out: { type: "string" } },
  takes: [1, Infinity],
  async run(context, given) {
    const { files } = context.services;
    const distribution = await distributionOf(context);
    const signers = await signersFrom(context, given, distribution);
    const archives = (await Promise.all(given.positionals.map(async (typed) => await archivesAt(context, absolutePath(context, typed))))).flat();
    const out = absolutePath(context, given.text("out") ?? `${archives[0] === undefined ? "." : parentOf(archives[0])}/catalog.json`);
    const before = await catalogAt(context, out);
    const title = given.text("title") ?? before?.signed.title;
    if (title === undefined) {
      throw new HumanError("cli.noTitle", "Say with --title who publishes, as learners will see it, such as --title \"Interfaces, autumn term\".");
    }
    const items = [];
    for (const path of archives) {
      items.push(await itemOf(context, distribution, path, parentOf(out)));
    }
    const issued = context.now();
    const signed = buildCatalog({ title, items, before, issued, expires: new Date(issued.getTime() + daysFrom(given) * 86_400_000) });
    await files.writeFile(out, new TextEncoder().encode(formatCatalogDocument(distribution.keys.signCatalog(signed, signers))));
    if (context.json) {
      writeJson(context, { file: out, version: signed.version, expires: signed.expires, key: signers[0].id, packs: signed.packs.map(({ name, versions, katas }) => ({ name, versions: versions.map(({ version }) => version), katas: katas.length })) });
    } else {
      const { style } = context;
      context.write(`${style.good("✔ signed")}  ${style.bold(shownPath(out, context))}, version ${String(signed.version)}, good until ${signed.expires.slice(0, 10)}, with the key ${signers.map(({ id }) => id).join(" and ")}\n`);
      for (const { name, versions, katas } of signed.packs) {
        context.write(`  ${name} ${versions.map(({ version }) => version).join(", ")} (${String(katas.length)} ${katas.length === 1 ? "kata" : "katas"})\n`);
      }
    }
    return 0;
  },
};

async function signersFrom(context: CliContext, given: Arguments, { keyFiles }: Distribution): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const named = given.text("key");
  if (named === undefined) {
    throw new HumanError("cli.noKey", "Say with --key which key signs; make one with `health-it-katas keys new`.");
  }
  const also = given.text("also");
  const { key } = await keyFiles.read(namedKey(context, named));
  return also === undefined ? [key] : [key, (await keyFiles.read(namedKey(context, also))).key];
}

async function archivesAt(context: CliContext, path: string): Promise<readonly string[]> {
  const { files } = context.services;
  const found = await files.stat(path);
  if (found?.kind === "file" && path.endsWith(".tgz")) {
    return [path];
  }
  const inside = found?.kind === "directory" ? (await files.list(path)).filter(({ name, kind }) => kind === "file" && name.endsWith(".tgz")).map(({ name }) => `${path}/${name}`) : [];
  if (inside.length === 0) {
    throw new HumanError("cli.noArchives", `${shownPath(path, context)} is no .tgz and holds none; make them with \`health-it-katas pack\`.`, { path });
  }
  return inside;
}

async function catalogAt(context: CliContext, path: string): Promise<CatalogDocument | undefined> {
  const { files } = context.services;
  return (await files.stat(path)) === undefined ? undefined : parseCatalog(new TextDecoder().decode(await files.readFile(path)), path);
}

async function itemOf(context: CliContext, { archives, inspector, integrity }: Distribution, path: string, folder: string): Promise<CatalogItem> {
  const file = relativeTo(folder, path);
  if (file === undefined) {
    throw new HumanError("cli.outsideCatalog", `${shownPath(path, context)} does not lie beside or below the catalogue, from where learners fetch it; move it to ${shownPath(folder, context)}, or write the catalogue elsewhere with --out.`, { path });
  }
  const bytes = await context.services.files.readFile(path);
  const { name, version, title, description, license, katas, broken, codeKatas } = await inspector.inspect(await archives.unpack(bytes, nameOf(path), archiveLimits, context.signal), nameOf(path));
  const [first] = broken;
  if (first !== undefined) {
    throw new HumanError("cli.brokenKata", `${name} ${version} has a kata that cannot be used, ${first.id}: ${first.reason}`, { pack: name, id: first.id });
  }
  return {
    pack: { name, title }, version, license, file: file.split("/").map(encodeURIComponent).join("/"), integrity: integrity.of(bytes), size: bytes.length, runsCode: codeKatas.length > 0,
    ...(description === undefined ? {} : { description }),
    katas: katas.map(({ id, uuid, title: kataTitle, track, level, minutes, kind, competencies }) => ({ id, uuid, title: kataTitle, track, level, minutes, kind, competencies })),
  };
}

function daysFrom(given: Arguments): number {
  const text = given.text("days");
  const days = text === undefined ? usualDays : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new HumanError("cli.badDays", `--days takes a whole number from 1 to 3650, not ${JSON.stringify(text)}.`, { days: text ?? "" });
  }
  return days;
}
