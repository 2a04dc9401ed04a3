import { HumanError } from "../core/humanError";
import type { CliContext } from "./context";
import { absolutePath } from "./paths";
import { shownPath } from "./problems";

/**
 * The pack that was named by its folder or its name, or the packs in the folder that was named.
 * @throws HumanError when there is none
 */
export async function packFolders(context: CliContext, typed: string): Promise<readonly string[]> {
  const { files, packs, catalogue } = context.services;
  const folder = absolutePath(context, typed);
  const found = await files.stat(folder);
  if (found?.kind === "directory") {
    if ((await files.stat(`${folder}/package.json`)) !== undefined) {
      return [folder];
    }
    const inside = (await files.list(folder)).filter(({ kind }) => kind === "directory").map(({ name }) => `${folder}/${name}`);
    const held = (await Promise.all(inside.map(async (each) => ((await packs.isPack(each)) ? [each] : [])))).flat();
    if (held.length > 0) {
      return held;
    }
  } else if (found === undefined) {
    const listed = (await catalogue.list()).packs.find(({ pack }) => pack.name === typed);
    if (listed !== undefined) {
      return [listed.pack.folder];
    }
  }
  throw new HumanError("cli.noPack", `${shownPath(folder, context)} is no pack and holds none; name the folder of a pack, the one with its package.json.`, { folder });
}
