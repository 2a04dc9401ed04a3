import { createRequire } from "node:module";
import { join } from "node:path";
import { Hl7Message } from "@medplum/core";
import { readDocument } from "../../src/core/documents/readers";
import { interleaved, timed } from "./measure";
import type { Row, Section } from "./report";

/** A parser that is to read every field of a message and give the message back. */
interface Hl7v2Parser {
  readonly name: string;
  /** Reads every part of the message and gives how many texts there are at the bottom. */
  read(text: string): number;
  again(text: string): string;
}

/** Parsers of HL7 v2 on the messages of a corpus: who reads every field and gives back the same text, and how fast. */
export async function parserSection(texts: readonly string[], root: string, rounds: number): Promise<Section> {
  const messages = texts.flatMap(messagesOf);
  const notes: string[] = [];
  const qualified: Hl7v2Parser[] = [];
  for (const parser of parsers(root)) {
    const kept = messages.filter((text) => isKept(parser, text)).length;
    notes.push(`${parser.name}: ${String(kept)} of ${String(messages.length)} messages come back as they were${kept === messages.length ? "" : "; it does not qualify"}`);
    if (kept === messages.length) {
      qualified.push(parser);
    }
  }
  const ours = qualified.find(({ name }) => name === "ours");
  if (ours === undefined || messages.length === 0) {
    return { title: "HL7 v2 parsers", rows: [], notes: [...notes, "There is nothing to compare."] };
  }
  const timings = await interleaved(
    qualified.map((parser) => ({ name: parser.name, sample: async () => await timed(() => messages.reduce((sum, text) => sum + parser.read(text), 0)) })),
    rounds, 2,
  );
  const own = timings.find(({ name }) => name === "ours");
  const others = timings.filter(({ name }) => name !== "ours");
  const fastest = others.reduce<(typeof others)[number] | undefined>((best, next) => (best === undefined || next.median < best.median ? next : best), undefined);
  const rows = timings.map((timing): Row => ({
    what: `${timing.name} (${(messages.length / (timing.median / 1000)).toFixed(0)} messages/s, at p95 ${(messages.length / (timing.p95 / 1000)).toFixed(0)})`,
    value: timing,
    ...(timing.name === "ours" && fastest !== undefined ? { ratio: { to: fastest.name, times: timing.median / fastest.median }, budget: { text: "faster than the fastest other", kept: timing.median < fastest.median } } : {}),
    ...(timing.name !== "ours" && own !== undefined ? { ratio: { to: "ours", times: timing.median / own.median } } : {}),
  }));
  return { title: `HL7 v2 parsers that read every field and give the message back, on ${String(messages.length)} messages`, rows, notes };
}

function isKept(parser: Hl7v2Parser, text: string): boolean {
  try {
    return parser.read(text) > 0 && parser.again(text) === text;
  } catch {
    return false;
  }
}

/** Messages as they travel: with CR between segments, without what stands around them. */
function messagesOf(text: string): readonly string[] {
  const document = readDocument("hl7v2", text);
  return document.messages.map(([from, to]) => document.segments.slice(from, to).map((segment) => text.slice(segment.from, segment.to)).join("\r")).filter((message) => message.startsWith("MSH"));
}

function parsers(root: string): readonly Hl7v2Parser[] {
  const load = createRequire(join(root, "package.json"));
  const hl7parser = load("hl7parser") as { create(text: string): Hl7parserNode };
  return [
    {
      name: "ours",
      read: (text) => {
        const { value } = readDocument("hl7v2", text);
        const { segments = [] } = value as { readonly segments?: readonly { readonly fields: readonly (readonly (readonly (readonly string[])[])[])[] }[] };
        let count = 0;
        for (const { fields } of segments) {
          for (const field of fields) {
            for (const repetition of field) {
              for (const component of repetition) {
                count += component.length;
              }
            }
          }
        }
        return count;
      },
      again: (text) => readDocument("hl7v2", text).toText(),
    },
    {
      name: "@medplum/core",
      read: (text) => {
        let count = 0;
        for (const segment of Hl7Message.parse(text).segments) {
          for (const field of segment.fields) {
            for (const repetition of field.components) {
              for (const component of repetition) {
                // It leaves subcomponents to its callers.
                count += component.split("&").length;
              }
            }
          }
        }
        return count;
      },
      again: (text) => Hl7Message.parse(text).toString(),
    },
    { name: "hl7parser", read: (text) => leaves(hl7parser.create(text)), again: (text) => hl7parser.create(text).toString() },
  ];
}

interface Hl7parserNode {
  readonly length: number;
  forEach(visit: (child: Hl7parserNode) => void): void;
  toString(): string;
}

/** Levels below a message: segments, fields, repetitions, components. */
const deepest = 4;

function leaves(node: Hl7parserNode, depth = 0): number {
  if (depth === deepest) {
    // It reads a part only when its text is asked for.
    return node.toString().length >= 0 ? node.length : 0;
  }
  let count = 0;
  node.forEach((child) => {
    count += leaves(child, depth + 1);
  });
  return count;
}
