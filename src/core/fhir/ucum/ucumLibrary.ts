// @ts-expect-error -- the library brings no types; what is used of it is described below
import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { meantUnit } from "./commonUnits";
import type { UcumEngine, UnitVerdict } from "./ucumEngine";

/** What is used of the library. */
interface Utilities {
  validateUnitString(text: string, suggest: boolean): {
    readonly status: "valid" | "invalid" | "error";
    readonly ucumCode: string | null;
    readonly suggestions?: readonly { readonly units: readonly (readonly [code: string, name: string, guidance: string | null])[] }[];
  };
  convertUnitTo(from: string, value: number, to: string): { readonly status: "succeeded" | "failed" | "error"; readonly toVal: number | null };
}

/** Units kept with their verdict: files use the same few again and again. */
const keptUnits = 1000;

/** Longer codes are of nobody's making; the library's time grows with them. */
const longestUnit = 200;

/** UCUM by NLM's ucum-lhc. The only file that knows that library. */
export class UcumLibrary implements UcumEngine {
  private readonly units = (UcumLhcUtils as { getInstance(): Utilities }).getInstance();
  private readonly known = new Map<string, UnitVerdict>();

  check(code: string): UnitVerdict {
    let verdict = this.known.get(code);
    if (verdict === undefined) {
      verdict = this.verdictOn(code);
      if (this.known.size >= keptUnits) {
        this.known.clear();
      }
      this.known.set(code, verdict);
    }
    return verdict;
  }

  convert(value: number, from: string, to: string): number | undefined {
    if (!this.check(from).valid || !this.check(to).valid) {
      return undefined;
    }
    try {
      const { status, toVal } = this.units.convertUnitTo(from, value, to);
      return status === "succeeded" && toVal !== null ? toVal : undefined;
    } catch {
      return undefined;
    }
  }

  comparable(one: string, other: string): boolean {
    return this.convert(1, one, other) !== undefined;
  }

  /** The library takes other writings for units as well and says which code they stand for: those are not codes themselves. */
  private verdictOn(code: string): UnitVerdict {
    // The library writes to the console when it meets a blank.
    if (code === "" || code.length > longestUnit || /[^\u0021-\u007e]/.test(code)) {
      return { valid: false, suggestion: meantUnit(code) };
    }
    try {
      const { status, ucumCode, suggestions } = this.units.validateUnitString(code, true);
      if (status === "valid" && ucumCode === code) {
        return { valid: true };
      }
      const guess = suggestions?.[0]?.units[0]?.[0];
      return { valid: false, suggestion: meantUnit(code) ?? (ucumCode !== null && ucumCode !== code ? ucumCode : guess) };
    } catch {
      return { valid: false, suggestion: meantUnit(code) };
    }
  }
}
