import fc from "fast-check";
import type { Delimiters } from "../../src/core/hl7v2/delimiters";
import { standardDelimiters } from "../../src/core/hl7v2/delimiters";

/** A generated segment: repetitions of components of subcomponents, as raw text. */
export interface ModelSegment {
  readonly name: string;
  readonly fields: readonly (readonly (readonly (readonly string[])[])[])[];
}

/** A generated message, whose text was put together by the generator, not by the code under test. */
export interface ModelMessage {
  readonly delimiters: Delimiters;
  readonly encodingCharacters: string;
  /** MSH from field 3 on. */
  readonly header: ModelSegment["fields"];
  readonly segments: readonly ModelSegment[];
  readonly text: string;
}

const punctuation = [..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"];

/** Four or five encoding characters and a separator, all different, any punctuation at all. */
export const hostileDelimiters: fc.Arbitrary<Delimiters> = fc
  .tuple(fc.shuffledSubarray(punctuation, { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([[field = "|", component, repetition, escape, subcomponent, truncation], five]) => ({
    field, component, repetition, escape, subcomponent, truncation: five ? truncation : undefined,
  }));

export const anyDelimiters = fc.oneof(fc.constant(standardDelimiters), hostileDelimiters);

export const lineEnd = fc.constantFrom("\r", "\n", "\r\n");

/** A message with these delimiters; no subcomponent contains a delimiter, some contain escape sequences, whole, unknown or cut. */
export function messageWith(delimiters: Delimiters): fc.Arbitrary<ModelMessage> {
  const { field, component, repetition, escape, subcomponent } = delimiters;
  const parting = new Set([field, component, repetition, escape, subcomponent]);
  const plain = fc.string({ unit: fc.constantFrom(..."aZ09 .-üŁ山😀\"\t"), maxLength: 6 }).map((text) => [...text].filter((character) => !parting.has(character)).join(""));
  const sequences = ["F", "S", "T", "R", "E", "P", "H", "N", "X0D", "XC3BC", "Zab", "Q", "C2842"].filter((content) => ![...content].some((character) => parting.has(character)));
  const escaped = fc.constantFrom(...sequences).map((content) => `${escape ?? ""}${content}${escape ?? ""}`);
  const leaf = fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 2, arbitrary: fc.tuple(plain, escaped, plain).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: plain.map((text) => text + (escape ?? "")) },
  );
  const fields = fc.array(fc.array(fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), { maxLength: 6 });
  const segment = fc.record({ name: fc.constantFrom("PID", "OBX", "PV1", "NTE", "ZAB", "OBX"), fields });
  return fc.tuple(fields, fc.array(segment, { maxLength: 5 }), lineEnd, fc.boolean()).map(([header, segments, end, closed]) => {
    const encodingCharacters = [component, repetition, escape, subcomponent, delimiters.truncation].join("");
    const write = (fieldsOf: ModelSegment["fields"]): string[] => fieldsOf.map((repetitions) =>
      repetitions.map((components) => components.map((subcomponents) => subcomponents.join(subcomponent)).join(component)).join(repetition));
    const lines = [
      [`MSH${field}${encodingCharacters}`, ...write(header)].join(field),
      ...segments.map(({ name, fields: fieldsOf }) => [name, ...write(fieldsOf)].join(field)),
    ];
    return { delimiters, encodingCharacters, header, segments, text: lines.join(end) + (closed ? end : "") };
  });
}

export const anyMessage = anyDelimiters.chain(messageWith);
