import type { Mutant } from "./mutant";
import { changedTexts } from "./mutateText";

/** One level of a message: what parts it, and how its parts are named. */
interface Level {
  readonly separator: string;
  readonly name: (parent: string, index: number) => string;
}

/**
 * Every segment, field, repetition, component and subcomponent of a message deleted, emptied, changed or swapped with its neighbour; segments doubled, too.
 * The delimiters are those of MSH-1 and MSH-2 (HL7 v2.5.1, 2.5.4); the header's own first two fields stay as they are, since without them there is no message.
 */
export function mutateHl7v2(text: string): readonly Mutant[] {
  const header = /^\uFEFF?MSH([^\r\n])([^\r\n])([^\r\n]?)([^\r\n]?)([^\r\n]?)/m.exec(text);
  if (header === null) {
    return [];
  }
  const [, field = "|", component = "^", repetition = "~", , subcomponent = "&"] = header;
  const levels: readonly Level[] = [
    { separator: repetition, name: (parent, index) => `${parent}[${String(index + 1)}]` },
    { separator: component, name: (parent, index) => `${parent}.${String(index + 1)}` },
    { separator: subcomponent, name: (parent, index) => `${parent}.${String(index + 1)}` },
  ];
  const lines = text.split(/(\r\n|\r|\n)/);
  const rows = lines.flatMap((line, index) => (index % 2 === 0 && line !== "" ? [index] : []));
  const counts = new Map<string, number>();
  return rows.flatMap((row, nth) => {
    const line = lines[row] ?? "";
    const segment = line.slice(0, 3);
    counts.set(segment, (counts.get(segment) ?? 0) + 1);
    const name = `${segment}[${String(counts.get(segment))}]`;
    const withLines = (changes: Readonly<Record<number, string>>): string => lines.map((each, index) => changes[index] ?? each).join("");
    const next = rows[nth + 1];
    const end = lines[row + 1] ?? "\r";
    const whole: Mutant[] = [
      { id: `delete ${name}`, text: lines.filter((_, index) => index !== row && index !== row + 1).join("") },
      { id: `double ${name}`, text: withLines({ [row]: line + (end === "" ? "\r" : end) + line }) },
      ...(next === undefined ? [] : [{ id: `swap ${name} and the next`, text: withLines({ [row]: lines[next] ?? "", [next]: line }) }]),
    ];
    const fields = line.split(field);
    // MSH-1 is the separator itself, so that MSH-3 is the part at index 2.
    const shift = /^(?:MSH|BHS|FHS)$/.test(segment) ? 1 : 0;
    const parts = fieldMutants(fields, field, shift, name, levels);
    return [...whole, ...parts.map(({ id, text: changed }) => ({ id, text: withLines({ [row]: changed }) }))];
  });
}

function fieldMutants(fields: readonly string[], separator: string, shift: number, name: string, levels: readonly Level[]): readonly Mutant[] {
  const first = shift === 1 ? 2 : 1;
  return fields.flatMap((value, index) => {
    if (index < first) {
      return [];
    }
    const title = `${name}-${String(index + shift)}`;
    const put = (changed: string): string => fields.map((each, at) => (at === index ? changed : each)).join(separator);
    const after = fields[index + 1];
    const swap = after === undefined || after === value ? [] : [{ id: `swap ${title} and the next`, text: fields.map((each, at) => (at === index ? after : at === index + 1 ? value : each)).join(separator) }];
    const shifted = index === fields.length - 1 ? [] : [{ id: `delete ${title}`, text: fields.filter((_, at) => at !== index).join(separator) }];
    return [...shifted, ...swap, ...valueMutants(value, title, levels).map(({ id, text }) => ({ id, text: put(text) }))];
  });
}

/** Mutants of a field, repetition or component: of itself when it has one part, else of its parts. */
function valueMutants(value: string, title: string, levels: readonly Level[]): readonly Mutant[] {
  const [level, ...below] = levels;
  const parts = level === undefined || level.separator === "" ? [value] : value.split(level.separator);
  if (level === undefined) {
    return changedTexts(value).map(({ how, text }) => ({ id: `${how} ${title}`, text }));
  }
  if (parts.length === 1) {
    return valueMutants(value, title, below);
  }
  return [
    { id: `emptied ${title}`, text: "" },
    ...parts.flatMap((part, index) => {
      const name = level.name(title, index);
      const put = (changed: string): string => parts.map((each, at) => (at === index ? changed : each)).join(level.separator);
      const after = parts[index + 1];
      const swap = after === undefined ? [] : [{ id: `swap ${name} and the next`, text: parts.map((each, at) => (at === index ? after : at === index + 1 ? part : each)).join(level.separator) }];
      return [
        { id: `delete ${name}`, text: parts.filter((_, at) => at !== index).join(level.separator) },
        ...swap,
        ...valueMutants(part, name, below).map(({ id, text }) => ({ id, text: put(text) })),
      ];
    }),
  ];
}
