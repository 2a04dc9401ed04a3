/** A value with one thing made wrong, and what was done to it. */
export interface ChangedText {
  readonly how: string;
  readonly text: string;
}

/** What slips and misreadings make of a value: another last character, the other case, one character less, nothing at all. */
export function changedTexts(value: string): readonly ChangedText[] {
  const last = value.at(-1);
  const changes: ChangedText[] = last === undefined
    ? [{ how: "filled", text: "x" }]
    : [
        { how: "changed", text: value.slice(0, -1) + otherCharacter(last) },
        { how: "shortened", text: value.slice(0, -1) },
        { how: "emptied", text: "" },
        { how: "recased", text: value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase() },
      ];
  return changes.filter(({ text }) => text !== value);
}

/** Another character of the same kind: the next digit or letter; a letter in place of anything else. */
function otherCharacter(character: string): string {
  const rings = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const ring = rings.find((each) => each.includes(character));
  return ring === undefined ? "x" : (ring[(ring.indexOf(character) + 1) % ring.length] ?? "x");
}
