import assert from "node:assert/strict";
import { explain, random } from "health-it-katas/testing";
import { assertEncodes, assertSame, assertSameLong, command, encoded, everyCharacter, meaning, otherDelimiters, parts, quoted, received, shown, standard, type Expected } from "./support";

const doc = "https://rhapsody.health/resources/hl7-escape-sequences";

function assertNoLineEnd(given: Expected): void {
  const raw = encoded(parts(given), standard);
  const lineEnd = /[\r\n]/.exec(raw)?.[0];
  assert.ok(
    lineEnd === undefined,
    `encode(${shown(parts(given))}) gives ${quoted(raw)} with a raw ${lineEnd === "\r" ? "carriage return" : "line feed"} in it; a line end belongs there in hexadecimal.`,
  );
}

/** For what may be written in more than one way: held against what a receiver reads. */
function assertArrives(given: Expected): void {
  const raw = encoded(parts(given), standard);
  const actual = received(raw, standard);
  const wanted = meaning(parts(given));
  assertSame(actual, wanted, `encode(${shown(wanted)}) gives ${quoted(raw)}, which a receiver reads as ${shown(actual)}.`);
}

const textWithLineEnds: readonly Expected[] = [["Na 139\rK 4.1"], ["Na 139\nK 4.1"], ["Na 139\r\nK 4.1\r\n\r\n"], ["\npH 7.4\n\r"]];

describe("encode", () => {
  it("gives plain text back as it is", () => {
    explain({ why: "A name that is escaped without need is a name that somebody sees misspelt.", doc }, () => {
      assertEncodes([], "");
      assertEncodes(["Haemoglobin, 13.9 g/dL (12.0 - 15.5)"], "Haemoglobin, 13.9 g/dL (12.0 - 15.5)");
      assertEncodes(["déjà vu, Łódź, 北京 🩸"], "déjà vu, Łódź, 北京 🩸");
      assertEncodes(["<0.01 mmol/L"], "<0.01 mmol/L");
      assertEncodes(["  blanks   in a row, and \u2028"], "  blanks   in a row, and \u2028");
      const special: readonly string[] = [...Object.values(standard), "\r", "\n"];
      everyCharacter.filter((character) => !special.includes(character)).forEach((character) => assertEncodes([character], character));
    });
  });

  it("writes every delimiter as its code", () => {
    explain({ why: "A single raw delimiter moves everything behind it to another place: the unit into the value, or half a result into nothing.", doc }, () => {
      assertEncodes(["oxacillin R | vancomycin S"], "oxacillin R \\F\\ vancomycin S");
      assertEncodes(["10^5 CFU/mL"], "10\\S\\5 CFU/mL");
      assertEncodes(["https://reports.citylab.example/view?order=90311&page=2"], "https://reports.citylab.example/view?order=90311\\T\\page=2");
      assertEncodes(["~4 mm"], "\\R\\4 mm");
      assertEncodes(["|||"], "\\F\\\\F\\\\F\\");
    });
  });

  it("escapes the escape character, and nothing that it wrote itself", () => {
    explain({ why: "\\E\\T\\E\\ reaches the ward as \\T\\: every & of every report is then shown as a code.", doc }, () => {
      assertEncodes(["and\\or"], "and\\E\\or");
      assertEncodes(["\\\\citylab\\share\\90311.png"], "\\E\\\\E\\citylab\\E\\share\\E\\90311.png");
      assertEncodes(["Brown & Sons \\ Ltd"], "Brown \\T\\ Sons \\E\\ Ltd");
      assertEncodes(["^\\~"], "\\S\\\\E\\\\R\\");
    });
  });

  it("writes commands as commands", () => {
    explain({ why: "An escaped command is displayed instead of obeyed: the doctor reads .br where a new line was meant, and the highlighting of a critical value is lost.", doc }, () => {
      assertEncodes(["Line 1", command(".br"), "Line 2"], "Line 1\\.br\\Line 2");
      assertEncodes([command("H"), "CRITICAL", command("N"), " K 6.9"], "\\H\\CRITICAL\\N\\ K 6.9");
      assertEncodes([command(".in+4"), command(".ti-4"), "1. R and D"], "\\.in+4\\\\.ti-4\\1. R and D");
    });
  });

  it("takes text that looks like a command for the text it is", () => {
    explain({ why: "Whoever writes about \\.br\\ in a comment means these letters; only a part of kind command is a command.", doc }, () => {
      assertEncodes(["type \\.br\\ here"], "type \\E\\.br\\E\\ here");
      assertEncodes(["\\\\citylab\\F\\90311.png"], "\\E\\\\E\\citylab\\E\\F\\E\\90311.png");
      assertEncodes(["\\H\\"], "\\E\\H\\E\\");
      assertEncodes(["\\T\\ and \\X41\\"], "\\E\\T\\E\\ and \\E\\X41\\E\\");
    });
  });

  it("lets no raw line end through", () => {
    explain({ why: "A carriage return ends the segment: the second line of a comment becomes a segment nobody knows, and the rest of the message may be refused.", doc }, () => {
      textWithLineEnds.forEach((given) => assertNoLineEnd(given));
    });
  });

  it("keeps line ends of the text as text", () => {
    explain({ why: "A line end in a discharge letter is the author's; whether it becomes a command is decided where the value is made, not where it is written out.", doc }, () => {
      textWithLineEnds.forEach((given) => assertArrives(given));
    });
  });

  it("goes by the delimiters of the message", () => {
    const delimiters = otherDelimiters(random("encode").shuffle);
    const { field, component, repetition, escape: e, subcomponent } = delimiters;
    explain({ why: "Delimiters are the sender's choice; with built-in ones, the first hospital that chose others gets its reports garbled.", doc }, () => {
      assertEncodes([`1${field}2${component}3${repetition}4${subcomponent}5${e}6`], `1${e}F${e}2${e}S${e}3${e}R${e}4${e}T${e}5${e}E${e}6`, delimiters);
      assertEncodes(["|^~\\& 10^5"], "|^~\\& 10^5", delimiters);
    });
  });

  it("leaves the parts it is given as they are", () => {
    explain({ why: "The same report goes to the ward and to the family doctor; changed while it was written for one, it is wrong for the other." }, () => {
      const given = parts(["Brown & Sons", command(".br"), "10^5\r"]);
      const before = shown(given);
      encoded(given, standard);
      assert.ok(shown(given) === before, `encode has changed the list that it was given: it was ${before}, and is ${shown(given)} now. The list belongs to the caller.`);
    });
  });

  it("writes a report of 20,000 lines", () => {
    const lines = 20_000;
    explain({ why: "Pathology and genetics send megabytes in one value; an interface that hangs on one of them holds up every message behind it.", doc }, () => {
      const raw = encoded(parts(["& and | ".repeat(lines)]), standard);
      assertSameLong(raw, "\\T\\ and \\F\\ ".repeat(lines), "encode of a value of 20,000 lines");
    });
  });
});
