import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readDocument } from "../../../../src/core/documents/readers";
import { messagePieces } from "../../../../src/core/hl7v2/messagePieces";
import { byteLines } from "../../../../src/core/text/byteLines";
import { allOf, chunksOf } from "../../../support/byteChunks";
import { anyMessage } from "../../../support/hl7v2Arbitraries";

const piecesOf = async (text: string | Buffer): Promise<readonly { readonly text: string; readonly firstLine: number }[]> =>
  (await allOf(messagePieces(byteLines(chunksOf(Buffer.from(text), 7), "any")))).map(({ bytes, firstLine }) => ({ text: Buffer.from(bytes).toString(), firstLine }));

describe("messagePieces", () => {
  it("gives one message after the other with the line it begins with", async () => {
    assert.deepEqual(await piecesOf("MSH|^~\\&|A\rPID|1\r\rMSH|^~\\&|B\nPID|1"), [
      { text: "MSH|^~\\&|A\rPID|1\r\r", firstLine: 1 },
      { text: "MSH|^~\\&|B\nPID|1", firstLine: 4 },
    ]);
  });

  it("leaves headers of an envelope with the message after them, trailers with the message before them", async () => {
    const pieces = await piecesOf("FHS|^~\\&\rBHS|^~\\&\rMSH|^~\\&|A\rMSH|^~\\&|B\rBTS|2\rBHS|^~\\&\rMSH|^~\\&|C\rBTS|1\rFTS|2\r");
    assert.deepEqual(pieces.map(({ text }) => text), ["FHS|^~\\&\rBHS|^~\\&\rMSH|^~\\&|A\r", "MSH|^~\\&|B\rBTS|2\r", "BHS|^~\\&\rMSH|^~\\&|C\rBTS|1\rFTS|2\r"]);
    for (const { text } of pieces) {
      assert.deepEqual(readDocument("hl7v2", text).problems, []);
    }
  });

  it("knows a header after a byte-order mark, blanks or MLLP's start byte, and no prose about one", async () => {
    assert.equal((await piecesOf("\ufeffMSH|^~\\&|A\n\u000bMSH|^~\\&|B\n MSH|^~\\&|C\nMSH-9 is the type\n")).length, 3);
  });

  it("finds the messages that the reader finds, with the same segments", async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyMessage, { minLength: 1, maxLength: 4 }), async (messages) => {
      const text = messages.map((message) => message.text).join("\r");
      const whole = readDocument("hl7v2", text);
      const pieces = await piecesOf(text);
      assert.equal(pieces.map((piece) => piece.text).join(""), Buffer.from(text).toString());
      assert.equal(pieces.length, whole.messages.length);
      assert.deepEqual(pieces.flatMap((piece) => readDocument("hl7v2", piece.text).value), whole.messages.map(([from, to]) => ({ segments: (whole.value as { segments: unknown[] }).segments.slice(from, to) })));
    }));
  });

  it("finds the messages of a real batch", async () => {
    const batch = readFileSync(join(__dirname, "../../../fixtures/hl7v2/batch_message.hl7"));
    const whole = readDocument("hl7v2", batch.toString());
    const pieces = await piecesOf(batch);
    assert.equal(pieces.length, whole.messages.length);
    assert.deepEqual(pieces.flatMap(({ text }) => readDocument("hl7v2", text).segments.map(({ name }) => name)), whole.segments.map(({ name }) => name));
  });
});
