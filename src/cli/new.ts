import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { HumanError } from "../core/humanError";
import { kataKinds, kataTracks } from "../core/packs/kataManifest";
import type { KataScaffoldRequest } from "../core/packs/scaffold/kataScaffold";
import { createKata, createPack } from "../core/packs/scaffold/packScaffold";
import { readBelow } from "../core/packs/folderFiles";
import { soundKatas } from "../core/packs/install/packOffer";
import type { PackProblem } from "../core/packs/packProblem";
import { nameOf } from "../core/path";
import { fillInProblems } from "../core/verify/fillInRules";
import { nearestWord } from "../core/text/nearestWord";
import { writeJson, type Arguments, type CliContext, type Command } from "./context";
import { absolutePath } from "./paths";
import { problemLine, shownPath } from "./problems";

/** Scaffolds for authors: everything that `verify` asks for, with marks where only the author knows what to write. */
export const newCommand: Command = {
  name: "new",
  usage: "pack <folder> [--name <npm name>] [--title <text>] [--license <SPDX>] [--kata <id>] | kata <id> [--pack <folder>]   both: [--kind <kind>] [--track <track>]",
  does: "starts a pack, or a kata in one, with everything in place that verify asks for",
  options: { name: { type: "string" }, title: { type: "string" }, license: { type: "string" }, kata: { type: "string" }, pack: { type: "string" }, kind: { type: "string" }, track: { type: "string" } },
  takes: [2, 2],
  async run(context, given) {
    const [what, subject = ""] = given.positionals;
    const { files, packs } = context.services;
    let pack: string;
    let written: readonly string[];
    if (what === "pack") {
      pack = absolutePath(context, subject);
      const name = given.text("name") ?? nameOf(pack);
      const request = { folder: pack, name, title: given.text("title") ?? `Katas of ${nameOf(name)}`, license: given.text("license") ?? "CC-BY-4.0", kata: given.text("kata") ?? "first-kata" };
      written = await createPack(files, request, kataFrom(given, undefined));
    } else if (what === "kata") {
      pack = absolutePath(context, given.text("pack") ?? ".");
      written = await createKata(files, packs, pack, subject, kataFrom(given, given.text("title")));
    } else {
      throw new HumanError("cli.usage", `new takes pack or kata, not ${JSON.stringify(what)}.`, { what: what ?? "" });
    }
    const todo = what === "pack" ? await whatGateFinds(context, pack) : await whatIsAsked(context, pack, subject);
    if (context.json) {
      writeJson(context, { pack, written, todo });
      return 0;
    }
    const { style } = context;
    context.write(`${style.good("✔ written")}  ${style.bold(shownPath(pack, context))}\n${written.map((path) => `  ${shownPath(path, context)}\n`).join("")}`);
    context.write(`\nWhat is left to you:\n${todo.map((problem) => `  ${problemLine(problem, context)}\n`).join("")}\nThen: health-it-katas verify --write ${shownPath(pack, context)}\n`);
    return 0;
  },
};

/** Runs the gate over a new pack, which writes what is generated, and gives what it finds. */
async function whatGateFinds(context: CliContext, pack: string): Promise<readonly PackProblem[]> {
  const gate = context.services.gate({ parallel: availableParallelism(), write: true, strictTime: false });
  try {
    const report = await gate.verify([pack], () => undefined, context.signal);
    return [...report.katas, ...report.packs].flatMap(({ problems }) => problems);
  } finally {
    await gate.dispose();
  }
}

/** What a new kata asks to be written; the gate over a whole pack would take long. */
async function whatIsAsked(context: CliContext, pack: string, id: string): Promise<readonly PackProblem[]> {
  const { files, packs, katas } = context.services;
  const kata = (await soundKatas(await packs.read(pack, false), katas)).find((each) => each.id === id);
  return kata === undefined ? [] : fillInProblems({ kata, files: await readBelow(files, kata.folder) });
}

function kataFrom(given: Arguments, title: string | undefined): KataScaffoldRequest {
  return { uuid: randomUUID(), kind: oneOf(kataKinds, given.text("kind") ?? "author", "kind"), track: oneOf(kataTracks, given.text("track") ?? "hl7v2", "track"), ...(title === undefined ? {} : { title }) };
}

function oneOf<Word extends string>(words: readonly Word[], typed: string, option: string): Word {
  const found = words.find((word) => word === typed);
  if (found === undefined) {
    const meant = nearestWord(typed, words);
    throw new HumanError("cli.badWord", `--${option} takes one of ${words.join(", ")}, not ${JSON.stringify(typed)}${meant === undefined ? "" : `; did you mean ${meant}?`}${meant === undefined ? "." : ""}`, { option, typed });
  }
  return found;
}
