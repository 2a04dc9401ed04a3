import { nearestWord } from "../../text/nearestWord";

/** A code and what it is called. */
export interface NamedCode {
  readonly code: string;
  readonly display: string | undefined;
}

/** Letters and digits alone, in lower case. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * The code that was most likely meant: written differently, given by its display, with a slip in it, or by the beginning that only one code has (`M` for `male`).
 */
export function nearestCode(given: string, codes: readonly NamedCode[]): string | undefined {
  const wanted = plain(given);
  if (wanted === "") {
    return undefined;
  }
  const same = codes.find(({ code }) => plain(code) === wanted) ?? codes.find(({ display }) => display !== undefined && plain(display) === wanted);
  if (same !== undefined) {
    return same.code;
  }
  const near = given.length < 3 ? undefined : nearestWord(given, codes.map(({ code }) => code));
  if (near !== undefined) {
    return near;
  }
  const beginning = codes.filter(({ code }) => plain(code).startsWith(wanted));
  return beginning.length === 1 ? beginning[0]?.code : undefined;
}
