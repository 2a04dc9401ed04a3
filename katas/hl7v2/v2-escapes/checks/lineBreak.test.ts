import { document, finding } from "health-it-katas/testing";

interface Message {
  readonly segments: readonly { readonly name: string; readonly fields: readonly (readonly (readonly (readonly string[])[])[])[] }[];
}

describe("The line break in the organisms", () => {
  it("is still a command", () => {
    const message = document<Message>("oru.hl7");
    const index = message.value.segments.findIndex(({ name, fields }) => name === "OBX" && fields[2]?.[0]?.[0]?.[0] === "ORG");
    const pointer = `/segments/${index}/fields/4`;
    const range = message.rangeOf(pointer);
    const lines = message.text.split(/\r\n|\r|\n/);
    const raw = range === undefined ? "" : (lines[range.start.line] ?? "").slice(range.start.character, range.end.character);
    const pieces = raw.split("\\");
    if (!pieces.some((piece, place) => place % 2 === 1 && piece === ".br")) {
      throw finding(message, pointer, {
        message: "The command .br in the organisms was escaped like text; it is a command of the formatted text (FT) and must stay as it was.",
        why: "The doctor would read the letters .br between backslashes where the laboratory began a new line.",
        actual: raw,
      });
    }
  });
});
