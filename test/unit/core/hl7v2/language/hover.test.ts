import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { hoverAt } from "../../../../../src/core/hl7v2/language/hover";
import { code, plain } from "../../../../../src/core/hl7v2/language/markdown";
import { anyLanguageText, resultMessage, snapshotOf } from "../../../../support/languageSamples";

const render = new MarkdownIt({ html: true, linkify: true });

/** What a person reads: the text of the Markdown, without marks. */
function read(markdown: string): string {
  return render.render(markdown).replace(/<[^>]*>/g, "").replaceAll("&quot;", "\"").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
}

/** What is said of the part that begins at the first `needle` after the first `after`. */
function hover(needle: string, text = resultMessage, after = ""): readonly string[] {
  const at = text.indexOf(needle, text.indexOf(after));
  assert.ok(at >= 0, needle);
  return read(hoverAt(snapshotOf(text), at, "en", inEnglish)?.markdown ?? "").split(/\n+/);
}

describe("hover", () => {
  it("names path, names, data type, usage, repetition and table, and says what a code means", () => {
    assert.deepEqual(hover("SS|"), [
      "PID-3[2].5 · patient identifiers › identifier type", "ID coded value (HL7 table) · optional · repetition 2 of 2 · table 0203 (identifier type)", "SS", "SS = Social Security number",
    ]);
  });

  it("writes a time out, with its precision and offset", () => {
    assert.equal(hover("20240729143000.123-0500")[3], "Monday, July 29, 2024, 14:30:00.123 UTC−05:00 · precise to a fraction of a second");
    assert.equal(hover("19620314")[3], "Wednesday, March 14, 1962 · precise to the day");
    const local = resultMessage.replace(".123-0500", "");
    assert.equal(hover("20240729143000", local)[3], "Monday, July 29, 2024, 14:30:00 · precise to the second · no offset from UTC: local time of the sender");
    assert.equal(hover("20240230", resultMessage.replace("19620314", "20240230"))[3], "This cannot be read as a date or time of the calendar.");
  });

  it("decodes escapes, and leaves as written what is no escape sequence", () => {
    assert.deepEqual(hover("A \\T\\").slice(2), ["A \\T\\ B \\Zqq", "Decoded: A & B \\Zqq"]);
  });

  it("tells an empty part from one whose value is to be deleted", () => {
    assert.equal(hover("\"\"")[2], "\"\" deletes what the receiver holds here.");
    assert.deepEqual(hover("||12345").slice(0, 1), ["PID-1 · set ID"]);
    assert.equal(hover("|12345")[2], "Empty: nothing is said about it.");
  });

  it("explains each delimiter that the header declares", () => {
    assert.deepEqual(hover("^~\\&", "MSH|^~\\&#|A"), [
      "MSH-2 · encoding characters", "ST string · required", "^ parts the components of a field", "~ parts the repetitions of a field", "\\ begins and ends an escape sequence",
      "& parts the subcomponents of a component", "# ends a value that was cut off",
    ]);
  });

  it("says of a segment where it stands in the message", () => {
    assert.deepEqual(hover("OBX|2"), ["OBX[2] · observation result", "ORU_R01 › Patient result › Order observation › Observation · required"]);
    assert.deepEqual(hover("ZXX"), ["ZXX", "A segment of this site: the standard leaves names with Z to those who agree on them."]);
    assert.deepEqual(hover("DG1", `${resultMessage}\nDG1|1`), ["DG1 · diagnosis", "ORU_R01 has no place for it here."]);
  });

  it("says what is not known instead of guessing", () => {
    assert.deepEqual(hover("a", resultMessage, "ZXX|1")[1], "A segment of this site: what its fields mean stands in the agreement of those who use it.");
    assert.deepEqual(hover("x", "MSH|^~\\&|||||||ADT^A01|1|P|2.5.1\nQQQ|x"), ["QQQ-1", "The fields of QQQ are not known for version 2.5.1.", "x"]);
    assert.deepEqual(hover("x", `MSH|^~\\&|||||||ADT^A01|1|P|2.5.1\nEVN${"|".repeat(60)}x`)[1], "EVN has no field 60 that is known for version 2.5.1.");
    assert.equal(hover("718-7").at(-1)?.startsWith("A code of LN"), true);
    assert.equal(hover("Z9", resultMessage.replace("|ORU^", "|Z9^")).at(-1), "Not a code of this table.");
    assert.equal(hover("Z9", resultMessage.replace("|F|||1", "|Z9|||1")).at(-1), "Not among the codes that the standard suggests; a site may have its own.");
  });

  it("takes the data type of OBX-5 from OBX-2, and says when that is empty", () => {
    assert.equal(hover("13.2")[1], "NM number · conditional · may repeat");
    assert.equal(hover("13.2", resultMessage.replace("|NM|", "||"))[1], "data type given by another field, which is empty · conditional · may repeat");
  });

  it("shows the beginning of a value that fills pages", () => {
    const [, , value = ""] = hover("QUJD", resultMessage.replace("13.2", "QUJD".repeat(5000)).replace("|NM|", "|TX|"));
    assert.match(value, /^(?:QUJD){250} … 20000 characters in all$/);
  });

  it("cannot be made to hold a link, a command, an image, HTML or emphasis by what stands in a file", () => {
    const hostile = fc.array(fc.constantFrom("[x](command:evil)", "![x](https://e.example/i.png)", "<b onload=x>", "https://e.example", "www.e.example", "a@e.example", "**b**", "`", "``", "<!--", "$(zap)", "\\", "_", "~", "|", "^", "\n", "- ", "1. ", "# ", "\u0007"), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(fc.property(hostile, fc.nat(400), (value, at) => {
      const text = `${resultMessage.slice(0, at)}${value}${resultMessage.slice(at)}`;
      const snapshot = snapshotOf(text);
      for (const offset of [at, at + 1, at + value.length]) {
        const html = render.render(hoverAt(snapshot, offset, "en", inEnglish)?.markdown ?? "");
        assert.doesNotMatch(html, /<(?!\/?(?:p|strong|code|ul|li)>)/, html);
        assert.ok((html.match(/<strong>/g) ?? []).length <= 2);
      }
      for (const html of [render.render(plain(value)), render.render(code(value))]) {
        assert.doesNotMatch(html, /<(?!\/?(?:p|code)>)/, html);
      }
    }));
  });

  it("never throws, and says something of every position within a segment and nothing outside, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = hoverAt(snapshot, offset, "en", inEnglish);
        const inside = snapshot.segments.some(({ from, to }) => from <= offset && offset <= to);
        assert.equal(found !== undefined, inside);
        assert.ok(found === undefined || (found.from <= offset && offset <= found.to && found.path !== ""), String(offset));
      }
    }), { numRuns: 60 });
  });
});
