import type { CodeSystemDefinition, ValueSetCode, ValueSetDefinition } from "./definitions";
import type { ValueSetPart, ValueSetsData } from "./modelData";

/** Code systems and value sets from the build's file, each put together when somebody first asks for it. */
export class CompactValueSets {
  private readonly systems = new Map<string, CodeSystemDefinition>();
  private readonly valueSets = new Map<string, ValueSetDefinition>();

  constructor(private readonly data: ValueSetsData) {}

  /** @param url its version, behind `|`, does not count: one version is known here */
  valueSet(url: string): ValueSetDefinition | undefined {
    const plain = withoutVersion(url);
    const known = this.valueSets.get(plain);
    if (known !== undefined || !Object.hasOwn(this.data.valueSets, plain)) {
      return known;
    }
    const [name = "", parts = []] = this.data.valueSets[plain] ?? [];
    const made = { url: plain, name, codes: parts.flatMap((part) => this.codesOf(part)) };
    this.valueSets.set(plain, made);
    return made;
  }

  codeSystem(url: string): CodeSystemDefinition | undefined {
    const plain = withoutVersion(url);
    const known = this.systems.get(plain);
    if (known !== undefined || !Object.hasOwn(this.data.systems, plain)) {
      return known;
    }
    const [caseSensitive, list = []] = this.data.systems[plain] ?? [];
    const codes = new Map<string, string | undefined>();
    for (let index = 0; index < list.length; index += 2) {
      const code = list[index] ?? "";
      codes.set(code, list[index + 1] === "" ? undefined : list[index + 1]);
    }
    const made = { url: plain, caseSensitive: caseSensitive === 1, codes };
    this.systems.set(plain, made);
    return made;
  }

  private codesOf([system, listed]: ValueSetPart): readonly ValueSetCode[] {
    const codes = this.codeSystem(system)?.codes;
    if (listed === undefined) {
      return [...(codes ?? [])].map(([code, display]) => ({ system, code, display }));
    }
    return listed.map((each) => {
      if (typeof each === "string") {
        return { system, code: each, display: codes?.get(each) };
      }
      return { system, code: each[0], display: each[1] === "" ? undefined : each[1] };
    });
  }
}

function withoutVersion(url: string): string {
  const bar = url.indexOf("|");
  return bar < 0 ? url : url.slice(0, bar);
}
