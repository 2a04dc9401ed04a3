import { HumanError } from "../core/humanError";
import { openPackStore } from "../env/openPackStore";
import { writeJson, type Command } from "./context";

/** Removes an installed pack; what the learner wrote stays. */
export const uninstall: Command = {
  name: "uninstall",
  usage: "<pack>[@version]",
  does: "removes an installed pack, or one version of it; what you wrote stays",
  options: {},
  takes: [1, 1],
  async run(context, given) {
    const { name, version } = nameAndVersion(given.positionals[0] ?? "");
    const removed = await openPackStore(context.dataFolder).remove(name, version);
    if (context.json) {
      writeJson(context, { name, removed });
    } else {
      context.write(`${context.style.good("✔ removed")}  ${name} ${removed.join(", ")}. What you wrote, and your progress, stay.\n`);
    }
    return 0;
  },
};

/** Goes back to the version of a pack that was in use before. */
export const rollback: Command = {
  name: "rollback",
  usage: "<pack>[@version]",
  does: "goes back to the version of a pack that was in use before, or to the one named",
  options: {},
  takes: [1, 1],
  async run(context, given) {
    const { name, version } = nameAndVersion(given.positionals[0] ?? "");
    const store = openPackStore(context.dataFolder);
    const from = (await store.inUse(name))?.version;
    const to = version === undefined ? (await store.back(name)).to : await store.use(name, version);
    if (context.json) {
      writeJson(context, { name, from: from ?? null, to: to.version });
    } else {
      context.write(`${context.style.good("✔ back")}  ${name} is at ${to.version} again${from === undefined ? "" : ` (was ${from})`}. What you wrote is as it was.\n`);
    }
    return 0;
  },
};

function nameAndVersion(typed: string): { readonly name: string; readonly version: string | undefined } {
  const [, name = "", version] = /^(@?[^@]+)(?:@(.+))?$/.exec(typed) ?? [];
  if (name === "") {
    throw new HumanError("cli.usage", `${JSON.stringify(typed)} names no pack; write @org/name or @org/name@1.0.0.`, { typed });
  }
  return { name, version };
}
