import type { JsonNode } from "../../documents/jsonNode";

/** Members by which an object shows of which type it is. */
const signs: readonly (readonly [type: string, ...members: string[]])[] = [
  ["Reference", "reference"], ["CodeableConcept", "coding"], ["Quantity", "value", "unit"], ["Quantity", "value", "code"], ["Period", "start"], ["Period", "end"],
  ["Range", "low"], ["Range", "high"], ["Ratio", "numerator"], ["Attachment", "contentType"],
];

/**
 * Which property of a choice of types a value belongs under, such as `valueQuantity`.
 * @param properties the choice's properties
 * @returns `undefined` where several come into question
 */
export function choiceGuess({ value, children }: JsonNode, properties: readonly string[]): string | undefined {
  const ending = (type: string): string | undefined => properties.find((property) => property.endsWith(type));
  switch (typeof value) {
    case "boolean":
      return ending("Boolean");
    case "number": {
      const numbers = ["Integer", "Decimal", "PositiveInt", "UnsignedInt"].flatMap((type) => ending(type) ?? []);
      return numbers.length === 1 ? numbers[0] : undefined;
    }
    case "object": {
      if (value === null || Array.isArray(value)) {
        return undefined;
      }
      const names = new Set(children?.map(({ key }) => key));
      const fitting = new Set(signs.flatMap(([type, ...members]) => (members.every((member) => names.has(member)) ? (ending(type) ?? []) : [])));
      return fitting.size === 1 ? [...fitting][0] : undefined;
    }
    default:
      // A text may be words, a code, a date.
      return undefined;
  }
}
