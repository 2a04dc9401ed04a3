import assert from "node:assert/strict";
import { readDelimiters, standardDelimiters } from "../../../../src/core/hl7v2/delimiters";

const read = (header: string) => readDelimiters(header, 0, header.length);
const codes = (header: string): string[] => read(header).problems.map(({ code }) => code);

describe("delimiters of a header", () => {
  it("are the four standard ones", () => {
    assert.deepEqual(read("MSH|^~\\&|LAB"), { delimiters: standardDelimiters, problems: [] });
  });

  it("may be others (v2.5.1, 2.5.4)", () => {
    const { delimiters, problems } = read("MSH#*%?$#LAB");
    assert.deepEqual(delimiters, { field: "#", component: "*", repetition: "%", escape: "?", subcomponent: "$", truncation: undefined });
    assert.deepEqual(problems, []);
  });

  it("are five where truncation is used (v2.7, 2.5.5.2)", () => {
    assert.deepEqual(read("MSH|^~\\&#|").delimiters, { ...standardDelimiters, truncation: "#" });
    assert.deepEqual(codes("MSH|^~\\&#|"), []);
  });

  it("are read from the headers of files and batches, and from the middle of a text", () => {
    const text = "x\rFHS^|~\\&^A\rPID";
    assert.deepEqual(readDelimiters(text, 2, 12).delimiters, { ...standardDelimiters, field: "^", component: "|" });
  });

  it("end with the header, also where the separator does not come again", () => {
    assert.deepEqual(readDelimiters("MSH|^~\\&\rPID|1", 0, 8), { delimiters: standardDelimiters, problems: [] });
  });

  it("may be fewer: what is not declared parts nothing", () => {
    const { delimiters, problems } = read("MSH|^~|LAB");
    assert.deepEqual(delimiters, { ...standardDelimiters, escape: undefined, subcomponent: undefined });
    assert.deepEqual(problems.map(({ code, severity, from, to }) => ({ code, severity, from, to })), [{ code: "hl7v2.encodingCharactersShort", severity: "warning", from: 4, to: 6 }]);
    assert.match(problems[0]?.message ?? "", /escape character, subcomponent separator/);
  });

  it("are the standard ones where none is declared, less the one that parts the fields", () => {
    assert.deepEqual(read("MSH||LAB").delimiters, standardDelimiters);
    assert.deepEqual(read("MSH^^LAB").delimiters, { ...standardDelimiters, field: "^", component: undefined });
    assert.deepEqual(codes("MSH||LAB"), ["hl7v2.encodingCharactersMissing"]);
    assert.deepEqual(codes("MSH|"), ["hl7v2.encodingCharactersMissing"]);
  });

  it("are the standard ones where the header is its name only", () => {
    assert.deepEqual(read("MSH").delimiters, standardDelimiters);
    assert.deepEqual(codes("MSH"), ["hl7v2.separatorMissing"]);
  });

  it("cannot be too many", () => {
    const { delimiters, problems } = read("MSH|^~\\&LAB|X");
    assert.deepEqual(delimiters, standardDelimiters);
    assert.deepEqual(problems.map(({ code, from, to }) => [code, from, to]), [["hl7v2.encodingCharactersLong", 4, 11]]);
    assert.deepEqual(read("MSH|SENDER|X").delimiters, standardDelimiters);
    assert.deepEqual(codes("MSH|SENDER|X"), ["hl7v2.encodingCharactersLong"]);
  });

  it("are understood where the escape character is doubled, as in the source of a program", () => {
    const { delimiters, problems } = read("MSH|^~\\\\&|LAB");
    assert.deepEqual(delimiters, standardDelimiters);
    assert.deepEqual(problems.map(({ code, severity, from, to }) => [code, severity, from, to]), [["hl7v2.escapeCharacterDoubled", "error", 6, 8]]);
  });

  it("keep their first meaning when one is given twice", () => {
    const { delimiters, problems } = read("MSH|^^\\&|");
    assert.deepEqual(delimiters, { ...standardDelimiters, repetition: undefined });
    assert.deepEqual(problems.map(({ code, severity, from, to }) => [code, severity, from, to]), [["hl7v2.delimiterTwice", "error", 5, 6]]);
    assert.match(problems[0]?.message ?? "", /\^.*component separator already.*repetition separator/);
  });

  it("are doubtful when they turn up in data", () => {
    assert.deepEqual(codes("MSH|^~\\A|"), ["hl7v2.delimiterOdd"]);
    assert.deepEqual(codes("MSH|^ \\&|"), ["hl7v2.delimiterOdd"]);
    assert.deepEqual(codes("MSH§^~\\&§"), ["hl7v2.delimiterOdd"]);
  });
});
