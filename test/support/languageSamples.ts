import fc from "fast-check";
import { dictionaryFor } from "../../src/core/hl7v2/dictionary/dictionary";
import { LanguageModel } from "../../src/core/hl7v2/language/languageModel";
import type { LanguageSnapshot } from "../../src/core/hl7v2/language/languageSnapshot";
import { anyMessage } from "./hl7v2Arbitraries";

/** A result message of our own, with groups, repetitions, escapes, a segment of a site and a value to be deleted. */
export const resultMessage = [
  "MSH|^~\\&|LAB|HOSP|EHR|HOSP|20240729143000.123-0500||ORU^R01^ORU_R01|42|P|2.5.1",
  "PID|1||12345^^^HOSP^MR~999^^^SSA^SS||Everywoman^Eve^E^^Dr||19620314|F|||1 Main St^^Town^ST^12345",
  "ORC|RE|1",
  "OBR|1|||718-7^Hemoglobin^LN",
  "OBX|1|NM|718-7^Hemoglobin^LN||13.2|g/dL|12-16|H|||F",
  "OBX|2|ST|x^Comment^L||A \\T\\ B \\Zqq||\"\"||||F",
  "NTE|1||Hello",
  "ZXX|1|a",
].join("\n");

/** Two messages in the envelope of a batch and a file. */
export const batchFile = [
  "FHS|^~\\&|LAB", "BHS|^~\\&|LAB",
  "MSH|^~\\&|A|B|C|D|20240101||ADT^A01^ADT_A01|1|P|2.5.1", "EVN||20240101", "PID|1||1||A^B", "PV1|1|I",
  "MSH|^~\\&|A|B|C|D|20240101||ADT^A01^ADT_A01|2|P|2.5.1", "EVN||20240101", "PID|1||2||C^D", "PV1|1|O",
  "BTS|2", "FTS|1",
].join("\n");

/** The text as the editor's language features see it, with what the product knows of HL7 v2. */
export function snapshotOf(text: string): LanguageSnapshot {
  return new LanguageModel(dictionaryFor).update(text);
}

/** Texts of all kinds: messages with any delimiters, pieces of messages, several in a row, and anything at all. */
export const anyLanguageText: fc.Arbitrary<string> = fc.oneof(
  anyMessage.map(({ text }) => text),
  fc.array(fc.constantFrom(...resultMessage.split("\n"), ...batchFile.split("\n"), "", " ", "PID", "pid|1", "// x", "MSH", "MSH|", "MSH||A", "\u000bMSH|^~\\&|A\u001c"), { maxLength: 12 }).map((lines) => lines.join("\n")),
  fc.string({ unit: fc.constantFrom(..."MSHPID|^~\\&\"\r\n 1Aé😀"), maxLength: 60 }),
);
