import type { TableDefinition } from "./definitions";
import published from "./publishedTables.json";

interface WrittenTable {
  readonly name: string;
  readonly kind: string;
  readonly url: string;
  readonly local?: string;
  /** One code per line: code, tab, display, and a further tab with `deprecated` where it is. */
  readonly codes: string;
}

const tables: Readonly<Record<string, WrittenTable>> = published.tables;
const read = new Map<string, TableDefinition>();

/** A table by its number without leading zeros; undefined where it has no codes that may be shipped. The same for every version: codes of all versions together. */
export function tableOf(id: string): TableDefinition | undefined {
  const known = read.get(id);
  const table = Object.hasOwn(tables, id) ? tables[id] : undefined;
  if (known !== undefined || table === undefined) {
    return known;
  }
  const definition: TableDefinition = {
    id,
    name: table.name,
    kind: table.kind === "hl7" ? "hl7" : "user",
    url: table.url,
    ...(table.local === undefined ? {} : { local: table.local }),
    codes: table.codes.split("\n").map((line) => {
      const [code = "", display = "", deprecated] = line.split("\t");
      return { code, display, ...(deprecated === undefined ? {} : { deprecated: true }) };
    }),
  };
  read.set(id, definition);
  return definition;
}

/** Whether a code may stand where the table is asked for: it is in the table, the table is the users' own, or it begins as local codes do. */
export function allowsCode(table: TableDefinition, code: string): boolean {
  return table.kind === "user" || (table.local !== undefined && code.startsWith(table.local)) || table.codes.some((each) => each.code === code);
}
