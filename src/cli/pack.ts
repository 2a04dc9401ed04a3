import { availableParallelism } from "node:os";
import { joinPath } from "../core/path";
import { writeJson, type CliContext, type Command } from "./context";
import { distributionOf } from "./distribution";
import { packFolders } from "./packFolders";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";
import { kataLines, packLines, summaryLine } from "./verifyReport";

/** A pack as one file that npm and `install` can install. */
export const pack: Command = {
  name: "pack",
  usage: "<pack…> [--out <folder>] [--no-verify]",
  does: "makes an npm-installable .tgz of a pack, the same bytes for the same files, if the gate is open",
  options: { out: { type: "string" }, "no-verify": { type: "boolean" } },
  takes: [1, Infinity],
  async run(context, given) {
    const { files } = context.services;
    const folders = (await Promise.all(given.positionals.map(async (typed) => await packFolders(context, typed)))).flat();
    if (!given.flag("no-verify") && !(await gateIsOpen(context, folders))) {
      return 1;
    }
    const { packer } = await distributionOf(context);
    const out = absolutePath(context, given.text("out") ?? ".");
    const written = [];
    for (const folder of folders) {
      const { pack: { name, version }, fileName, bytes, integrity, files: packed, leftOut } = await packer.pack(folder);
      const file = joinPath(out, fileName);
      await files.writeFile(file, bytes);
      written.push({ name, version, file, integrity, size: bytes.length, files: packed.length, leftOut });
      if (!context.json) {
        const { style } = context;
        context.write(`${style.good("✔ packed")}  ${style.bold(`${name} ${version}`)} in ${shownPath(file, context)} ${style.dim(`(${String(packed.length)} files, ${String(Math.ceil(bytes.length / 1024))} kB)`)}\n  ${integrity}\n`);
        for (const path of leftOut) {
          context.write(`  left out: ${path}\n`);
        }
      }
    }
    if (context.json) {
      writeJson(context, { packs: written });
    }
    return 0;
  },
};

/** What the gate says goes to stderr, since a pack that it refuses is not what was asked for. */
async function gateIsOpen(context: CliContext, folders: readonly string[]): Promise<boolean> {
  const gate = context.services.gate({ parallel: availableParallelism(), write: false, strictTime: false });
  try {
    const report = await gate.verify(folders, () => undefined, context.signal);
    if (!report.ok) {
      const lines = [...report.katas.filter(({ ok }) => !ok).flatMap((kata) => kataLines(kata, context)), ...report.packs.filter(({ ok }) => !ok).flatMap((each) => packLines(each, context))];
      context.say([...lines, summaryLine(report, context.style), "Nothing was packed; mend what is named, or pack it all the same with --no-verify."].join("\n"));
    }
    return report.ok;
  } finally {
    await gate.dispose();
  }
}
