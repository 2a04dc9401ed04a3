import { HumanError } from "../core/humanError";
import type { PreparedPack } from "../core/packs/install/installer";
import { offerPage } from "../core/packs/install/packOffer";
import type { CliContext } from "./context";

/**
 * Shows what each pack is that the person has not met, and asks. Pages go to stderr with `--json`, so that a program's person can read them.
 * @param yes the person agreed beforehand
 * @returns false when she does not want one of them: then none is installed
 * @throws HumanError where nobody can be asked
 */
export async function agreed(context: CliContext, yes: boolean, packs: readonly PreparedPack[]): Promise<boolean> {
  for (const { offer, asks } of packs) {
    if (!asks) {
      continue;
    }
    const page = `\n${offerPage(offer)}\n`;
    if (context.json) {
      context.say(page);
    } else {
      context.write(`${page}\n`);
    }
    if (yes) {
      continue;
    }
    if (context.ask === undefined || context.json) {
      throw new HumanError("cli.consent", `Nothing was installed, since nobody can be asked here: read the page above, and if you agree, run it again with --yes.`, { pack: offer.name });
    }
    const answer = await context.ask(`Install ${offer.name} ${offer.version}? [y/N] `);
    if (!/^y(?:es)?$/i.test(answer)) {
      context.say("Nothing was installed.");
      return false;
    }
  }
  return true;
}
