import assert from "node:assert/strict";
import { explain, fc } from "health-it-katas/testing";
import { assertSame, decoded, encoded, meaning, quoted, received, shown, standard, type Delimiters } from "./support";

const why = "A value is written and read at every interface it passes, often five or six; what changes a little each time is unreadable at the end.";

/** Text in which everything that matters to escaping is frequent. */
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(..."|^~\\&\r\n.XFSTREHNZC0D5br+ ") }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) }), { maxLength: 24 })
  .map((pieces) => pieces.join(""));

const command = fc.constantFrom(".br", ".sp", ".sp2", ".in+4", ".ti-4", ".sk3", ".fi", ".nf", ".ce", "H", "N", "Zlocal", "C2842", "M2442", "M242842");

const value = fc
  .array(fc.oneof({ weight: 2, arbitrary: text.map((value) => ({ kind: "text" as const, value })) }, { weight: 1, arbitrary: command.map((value) => ({ kind: "command" as const, value })) }), { maxLength: 8 })
  .map(meaning);

const delimiters = fc
  .shuffledSubarray([..."|^~\\&!#$%@*/:;?_="], { minLength: 5, maxLength: 5 })
  .map(([field = "|", component = "^", repetition = "~", escape = "\\", subcomponent = "&"]): Delimiters => ({ field, component, repetition, escape, subcomponent }));

describe("there and back", () => {
  it("gives any text back", () => {
    explain({ why }, () => {
      fc.assert(fc.property(text, (written) => {
        const raw = encoded([{ kind: "text", value: written }], standard);
        const read = decoded(raw, standard);
        const wanted = meaning([{ kind: "text", value: written }]);
        assertSame(read, wanted, `${quoted(written)} is written as ${quoted(raw)} and read back as ${shown(read)}.`);
      }), { numRuns: 100 });
    });
  });

  it("gives text and commands back, whatever the delimiters", () => {
    explain({ why }, () => {
      fc.assert(fc.property(value, delimiters, (written, chosen) => {
        const raw = encoded(written, chosen);
        const read = decoded(raw, chosen);
        assertSame(read, written, `${shown(written)} is written as ${quoted(raw)} and read back as ${shown(read)}.`);
      }), { numRuns: 100 });
    });
  });

  it("writes nothing that cuts the message", () => {
    explain({ why: "A raw delimiter or line end in a value moves all that follows to another place." }, () => {
      fc.assert(fc.property(value, delimiters, (written, chosen) => {
        const raw = encoded(written, chosen);
        const { field, component, repetition, subcomponent } = chosen;
        const cut = [field, component, repetition, subcomponent, "\r", "\n"].find((character) => raw.includes(character));
        assert.ok(cut === undefined, `${shown(written)} is written as ${quoted(raw)}, in which ${quoted(cut ?? "")} stands raw.`);
      }), { numRuns: 100 });
    });
  });

  it("reads whatever comes in as the rules say", () => {
    explain({ why: "Not every sender keeps to the rules; what you read must not depend on luck." }, () => {
      fc.assert(fc.property(text, delimiters, (soup, chosen) => {
        const raw = soup.replaceAll("\\", chosen.escape);
        const read = decoded(raw, chosen);
        const wanted = received(raw, chosen);
        assertSame(read, wanted, `${quoted(raw)} is read as ${shown(read)}, but ${shown(wanted)} belongs there.`);
      }), { numRuns: 100 });
    });
  });
});
