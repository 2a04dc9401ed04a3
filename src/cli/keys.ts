import { HumanError } from "../core/humanError";
import type { SigningKey } from "../core/packs/catalog/keys";
import type { Distribution } from "../env/distribution/main";
import { writeJson, type Arguments, type CliContext, type Command, type ExitCode } from "./context";
import { distributionOf } from "./distribution";
import { absolutePath } from "./paths";

/** Keys of publishers: one's own, and those that are trusted. */
export const keys: Command = {
  name: "keys",
  usage: "new [--out <file>] | rotate <key> [--out <file>] | revoke <old key id> --key <key> | list | forget <catalogue's address>",
  does: "makes, follows up and takes back the keys that sign catalogues; lists and forgets publishers' keys",
  options: { out: { type: "string" }, key: { type: "string" } },
  takes: [1, 2],
  async run(context, given) {
    const distribution = await distributionOf(context);
    const [action = "", subject] = given.positionals;
    switch (action) {
      case "new":
        return await keep(context, given, distribution, distribution.keys.newKey());
      case "rotate": {
        const { key } = await distribution.keyFiles.read(namedKey(context, needed(subject, "rotate <key>")));
        return await keep(context, given, distribution, distribution.keys.rotate(key));
      }
      case "revoke":
        return await revoke(context, given, distribution, needed(subject, "revoke <old key id> --key <key>"));
      case "list":
        return await list(context, distribution);
      case "forget":
        return await forget(context, distribution, needed(subject, "forget <catalogue's address>"));
      default:
        throw new HumanError("cli.usage", `keys takes new, rotate, revoke, list or forget, not ${JSON.stringify(action)}.`, { action });
    }
  },
};

/** What was typed for a key: an id, or the path of its file, absolute. */
export function namedKey(context: CliContext, typed: string): string {
  return /^[0-9a-z]{4}(?:-[0-9a-z]{4}){4}$/.test(typed) ? typed : absolutePath(context, typed);
}

async function keep(context: CliContext, given: Arguments, { keyFiles }: Distribution, key: SigningKey): Promise<ExitCode> {
  const out = given.text("out");
  const path = out === undefined ? keyFiles.pathOf(key.id) : absolutePath(context, out);
  await keyFiles.write(path, key);
  if (context.json) {
    writeJson(context, { id: key.id, public: key.public, file: path });
  } else {
    context.write(`${context.style.bold(key.id)}\n  Its secret is in ${path}, for you alone: keep a copy where nobody else comes.\n  Tell learners the id above by another way than the catalogue, so that they can compare it.\n`);
  }
  return 0;
}

async function revoke(context: CliContext, given: Arguments, { keyFiles, keys: maker }: Distribution, revoked: string): Promise<ExitCode> {
  const { key, path } = await keyFiles.read(namedKey(context, needed(given.text("key"), "revoke <old key id> --key <key>")));
  const old = key.history.find(({ signed }) => signed.type === "health-it-katas/rotation" && signed.by.id === revoked)?.signed.by;
  if (old === undefined) {
    const before = key.history.filter(({ signed }) => signed.type === "health-it-katas/rotation").map(({ signed }) => signed.by.id);
    throw new HumanError("keys.notBefore", `The key ${key.id} does not follow ${revoked}, so learners would not believe it; ${before.length === 0 ? "it follows no key" : `it follows ${before.join(", ")}`}.`, { key: key.id, revoked });
  }
  await keyFiles.write(path, maker.revoke(key, old), true);
  if (context.json) {
    writeJson(context, { id: key.id, revoked });
  } else {
    context.write(`Catalogues that ${key.id} signs from now on say that ${revoked} is no longer to be trusted. Sign and publish one now.\n`);
  }
  return 0;
}

async function list(context: CliContext, { keyFiles, publishers }: Distribution): Promise<ExitCode> {
  const own = await keyFiles.list();
  const trusted = Object.entries(await publishers.all()).map(([url, { title, keys: known, revoked, version, expires }]) => ({ url, title, keys: known.map(({ id }) => id), revoked, version, expires }));
  if (context.json) {
    writeJson(context, { own, trusted });
  } else {
    context.write(own.length === 0 ? "You have no key here; make one with `health-it-katas keys new`.\n" : `Your keys:\n${own.map((id) => `  ${id}\n`).join("")}`);
    context.write(trusted.length === 0 ? "No publisher is trusted yet.\n" : `Publishers you trust:\n${trusted.map(({ url, title, keys: known, version, expires }) => `  ${title}\n    ${url}\n    key ${known.join(", ")}; version ${String(version)}, good until ${expires.slice(0, 10)}\n`).join("")}`);
  }
  return 0;
}

async function forget(context: CliContext, { publishers }: Distribution, url: string): Promise<ExitCode> {
  const forgotten = await publishers.forget(url);
  if (context.json) {
    writeJson(context, { url, forgotten });
  } else {
    context.write(forgotten ? `The key of ${url} is forgotten; the next one is shown to you before it is trusted.\n` : `No key of ${url} was known.\n`);
  }
  return forgotten ? 0 : 1;
}

function needed(value: string | undefined, usage: string): string {
  if (value === undefined) {
    throw new HumanError("cli.usage", `Usage: health-it-katas keys ${usage}`, { usage });
  }
  return value;
}
