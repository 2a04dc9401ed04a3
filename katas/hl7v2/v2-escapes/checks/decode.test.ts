import { explain, random } from "health-it-katas/testing";
import { assertDecodes, assertSameLong, command, decoded, everyCharacter, otherDelimiters, standard, type Expected } from "./support";

const doc = "https://rhapsody.health/resources/hl7-escape-sequences";

function table(why: string, rows: readonly (readonly [string, Expected])[]): void {
  explain({ why, doc }, () => {
    for (const [raw, expected] of rows) {
      assertDecodes(raw, expected);
    }
  });
}

describe("decode", () => {
  it("gives plain text back as it is", () => {
    table("Most values have no escape sequence at all, and none of them may change.", [
      ["", []],
      ["x", ["x"]],
      ["Haemoglobin", ["Haemoglobin"]],
      ["déjà vu, Łódź, 北京 🩸", ["déjà vu, Łódź, 北京 🩸"]],
      ["  blanks   in a row, and \u2028", ["  blanks   in a row, and \u2028"]],
      ...everyCharacter.filter((character) => character !== standard.escape).map((character) => [character, [character]] as const),
    ]);
  });

  it("turns the codes of the delimiters into delimiters", () => {
    table("Dose lines are full of these characters; a code that is shown instead of its character is read as part of the drug's name.", [
      ["oxacillin R \\F\\ vancomycin S", ["oxacillin R | vancomycin S"]],
      ["10\\S\\5 CFU/mL", ["10^5 CFU/mL"]],
      ["Brown \\T\\ Sons", ["Brown & Sons"]],
      ["\\R\\4 mm", ["~4 mm"]],
      ["and\\E\\or", ["and\\or"]],
      ["\\F\\ \\S\\ \\R\\ \\T\\", ["| ^ ~ &"]],
    ]);
  });

  it("reads what a sequence stands for only once", () => {
    table("The laboratory writes about a file C:\\T\\9 and means it; read twice, the path becomes another one.", [
      ["C:\\E\\T\\E\\9", ["C:\\T\\9"]],
      ["\\E\\X0D\\E\\", ["\\X0D\\"]],
      ["\\E\\.br\\E\\", ["\\.br\\"]],
      ["\\X5C\\F\\X5C\\", ["\\F\\"]],
    ]);
  });

  it("reads sequences that stand back to back", () => {
    table("Line ends usually come as \\X0D\\\\X0A\\; misread, a table of results becomes one long line with letters in between.", [
      ["Na 139\\X0D\\\\X0A\\K 4.1", ["Na 139\r\nK 4.1"]],
      ["\\T\\\\T\\", ["&&"]],
      ["\\F\\\\S\\\\R\\\\E\\\\T\\", ["|^~\\&"]],
      ["\\E\\\\E\\server", ["\\\\server"]],
    ]);
  });

  it("reads hexadecimal as bytes of ISO 8859-1", () => {
    table("Names and units beyond ASCII come this way; a µ that turns into something else makes micrograms unreadable.", [
      ["\\X41\\", ["A"]],
      ["Na 139\\X0D0A\\K 4.1", ["Na 139\r\nK 4.1"]],
      ["5 \\XB5\\g", ["5 µg"]],
      ["Andr\\Xe9\\", ["André"]],
      ["\\X467269656461\\", ["Frieda"]],
    ]);
    table("ISO 8859-1 has a character for each of the 256 bytes, control characters too; read by another table, or left out, the value is not the sender's any more.", [
      ["\\X00\\", ["\u0000"]],
      ["\\X80\\", ["\u0080"]],
      ["\\X93\\no growth\\X94\\", ["\u0093no growth\u0094"]],
      ["37\\XA0\\\\XB0\\C", ["37\u00A0°C"]],
    ]);
  });

  it("hands commands over as commands", () => {
    table("A line break taken for text is shown as .br, and one that was dropped glues two findings into one.", [
      ["Line 1\\.br\\Line 2", ["Line 1", command(".br"), "Line 2"]],
    ]);
    table("A command taken for text is shown as letters, in the middle of a sentence.", [
      ["\\H\\CRITICAL\\N\\ K 6.9", [command("H"), "CRITICAL", command("N"), " K 6.9"]],
      ["\\.in+4\\1. No growth\\.sp2\\2. See \\.ti-4\\below\\.ce\\End", [command(".in+4"), "1. No growth", command(".sp2"), "2. See ", command(".ti-4"), "below", command(".ce"), "End"]],
      ["a\\.sp\\b\\.sk3\\c\\.fi\\d\\.nf\\e", ["a", command(".sp"), "b", command(".sk3"), "c", command(".fi"), "d", command(".nf"), "e"]],
      ["\\.sp12\\.\\.in-10\\.", [command(".sp12"), ".", command(".in-10"), "."]],
      ["\\Zpage2\\ and \\Z\\", [command("Zpage2"), " and ", command("Z")]],
      ["\\C2842\\a\\M2442\\b\\M242842\\", [command("C2842"), "a", command("M2442"), "b", command("M242842")]],
      ["\\.in\\a\\.ti\\b\\.sk\\c\\.sp120\\", [command(".in"), "a", command(".ti"), "b", command(".sk"), "c", command(".sp120")]],
      ["\\.br2\\a\\.fi1\\b\\.nf1\\c\\.ce3\\", [command(".br2"), "a", command(".fi1"), "b", command(".nf1"), "c", command(".ce3")]],
      ["\\.sp+2\\a\\.sk-1\\b\\.br+1\\c\\.ce-3\\", [command(".sp+2"), "a", command(".sk-1"), "b", command(".br+1"), "c", command(".ce-3")]],
      ["\\Z.x 1\\", [command("Z.x 1")]],
      ["\\C2a4F\\a\\M2a4F\\b\\M2a4FbC\\", [command("C2a4F"), "a", command("M2a4F"), "b", command("M2a4FbC")]],
    ]);
  });

  it("leaves unknown sequences as they are written", () => {
    table("What you do not know may be a dose; it must reach a person as it was sent.", [
      ["4 \\Q\\ 5", ["4 \\Q\\ 5"]],
      ["\\XGG\\ \\X4\\ \\X\\ \\x41\\ \\X 41\\", ["\\XGG\\ \\X4\\ \\X\\ \\x41\\ \\X 41\\"]],
      ["\\X41Z\\ \\aX41\\", ["\\X41Z\\ \\aX41\\"]],
      ["\\.xy\\ \\.brr\\ \\.BR\\ \\br\\", ["\\.xy\\ \\.brr\\ \\.BR\\ \\br\\"]],
      ["\\t\\ \\TT\\ \\HH\\ \\U\\ \\C28\\ \\M244\\ \\M24422\\", ["\\t\\ \\TT\\ \\HH\\ \\U\\ \\C28\\ \\M244\\ \\M24422\\"]],
      ["\\C284G\\ \\C28421\\ \\M244G\\ \\M24428G\\ \\M2442842\\", ["\\C284G\\ \\C28421\\ \\M244G\\ \\M24428G\\ \\M2442842\\"]],
      ["a\\\\b \\T\\", ["a\\\\b &"]],
      ["\\toString\\ \\__proto__\\", ["\\toString\\ \\__proto__\\"]],
      ["\\Q\\ and \\T\\", ["\\Q\\ and &"]],
      ["\\P\\ \\L\\", ["\\P\\ \\L\\"]],
      ["\\ T \\ \\T \\ \\ .br\\", ["\\ T \\ \\T \\ \\ .br\\"]],
      ["\\X414\\", ["\\X414\\"]],
      ["\\C284242\\", ["\\C284242\\"]],
    ]);
  });

  it("goes on behind an unknown sequence", () => {
    table("The escape character that closes a sequence opens no other; taken twice, it makes a delimiter of a letter that somebody wrote.", [
      ["\\Q\\T\\", ["\\Q\\T\\"]],
      ["\\\\T\\", ["\\\\T\\"]],
      ["4 \\Q\\X41\\ 5", ["4 \\Q\\X41\\ 5"]],
    ]);
  });

  it("tells capital letters from small ones", () => {
    table("HL7 has its codes in capital letters and its layout commands in small ones; anything else is text that a sender did not escape, such as a path.", [
      ["\\f\\ \\s\\ \\t\\ \\r\\ \\e\\", ["\\f\\ \\s\\ \\t\\ \\r\\ \\e\\"]],
      ["\\h\\ \\n\\", ["\\h\\ \\n\\"]],
      ["\\zab\\", ["\\zab\\"]],
      ["\\c2842\\ \\m2442\\", ["\\c2842\\ \\m2442\\"]],
      ["\\.Br\\ \\.SP\\", ["\\.Br\\ \\.SP\\"]],
    ]);
  });

  it("takes a command with a malformed number for text", () => {
    table("A program that displays the report would have to guess how far to indent; shown as it was written, the slip can be seen.", [
      ["\\.in+\\", ["\\.in+\\"]],
      ["\\.in4.5\\", ["\\.in4.5\\"]],
      ["\\.sp 4\\", ["\\.sp 4\\"]],
      ["\\.in+-4\\", ["\\.in+-4\\"]],
      ["\\.ti4-\\", ["\\.ti4-\\"]],
    ]);
  });

  it("leaves an escape character without a partner as it is written", () => {
    table("Older systems send a bare backslash; if the rest of the value vanished with it, so might the result.", [
      ["50 \\ 60", ["50 \\ 60"]],
      ["\\", ["\\"]],
      ["Brown \\T\\ Sons \\T", ["Brown & Sons \\T"]],
    ]);
  });

  it("goes by the delimiters of the message", () => {
    const delimiters = otherDelimiters(random("decode").shuffle);
    const { field, component, repetition, escape: e, subcomponent } = delimiters;
    explain({ why: "Delimiters are the sender's choice; with built-in ones, the first hospital that chose others gets its reports garbled.", doc }, () => {
      assertDecodes(`1${e}F${e}2${e}S${e}3${e}R${e}4${e}T${e}5${e}E${e}6`, [`1${field}2${component}3${repetition}4${subcomponent}5${e}6`], delimiters);
      assertDecodes(`\\T\\ & ^ ${e}F${e} |~`, [`\\T\\ & ^ ${field} |~`], delimiters);
      const both = `\\T\\ and ${e}T${e}`;
      assertDecodes(both, [`& and ${e}T${e}`]);
      assertDecodes(both, [`\\T\\ and ${subcomponent}`], delimiters);
    });
  });

  it("reads a report of 20,000 lines", () => {
    const lines = 20_000;
    explain({ why: "Pathology and genetics send megabytes in one value; an interface that hangs on one of them holds up every message behind it.", doc }, () => {
      const raw = "\\T\\ and \\F\\ ".repeat(lines);
      assertSameLong(decoded(raw, standard).map(({ value }) => value).join(""), "& and | ".repeat(lines), "decode of a value of 20,000 lines");
    });
  });
});
