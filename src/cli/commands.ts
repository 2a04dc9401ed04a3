import { catalog } from "./catalog";
import { check } from "./check";
import type { Command } from "./context";
import { diff } from "./diff";
import { doctor } from "./doctor";
import { inspect } from "./inspect";
import { install } from "./install";
import { keys } from "./keys";
import { list } from "./list";
import { newCommand } from "./new";
import { pack } from "./pack";
import { start } from "./start";
import { rollback, uninstall } from "./uninstall";
import { update } from "./update";
import { validate } from "./validate";
import { verify } from "./verify";
import { watch } from "./watch";

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [list, start, check, watch, newCommand, verify, pack, catalog, keys, install, update, uninstall, rollback, inspect, validate, diff, doctor];
