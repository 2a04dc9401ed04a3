import assert from "node:assert/strict";
import fc from "fast-check";
import { frame } from "../../../src/core/checks/testProtocol";
import { FrameReader } from "../../../src/env/frameReader";

const nonce = "0123456789abcdef";

function readAll(bytes: Buffer, sizes: readonly number[]): readonly string[] {
  const taken: string[] = [];
  const reader = new FrameReader(nonce, (json) => taken.push(json));
  let from = 0;
  for (let index = 0; from < bytes.length; index++) {
    const size = Math.max(1, sizes[index % Math.max(1, sizes.length)] ?? bytes.length);
    reader.read(bytes.subarray(from, from + size));
    from += size;
  }
  return taken;
}

describe("FrameReader", () => {
  it("gives the messages whole and in order, however they are cut and whatever stands between them", () => {
    const noise = fc.string({ unit: "binary" }).map((text) => text.replaceAll(nonce, "").replaceAll("\n", ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, fc.json({ maxDepth: 1 })), { maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), (parts, sizes) => {
        const bytes = Buffer.from(parts.map(([garbage, json]) => garbage + frame(nonce, json)).join(""), "utf8");
        assert.deepEqual(
          readAll(bytes, sizes),
          parts.map(([, json]) => json),
        );
      }),
    );
  });

  it("takes nothing that does not begin with the nonce, nor a nonce alone", () => {
    assert.deepEqual(readAll(Buffer.from(`{"type":"end"}\n0123456789abcdeF{}\n ${nonce}{}\n${nonce}\n${nonce.slice(0, 5)}\n`), [3]), []);
  });

  it("drops a message that is longer than any can be, and reads on behind it", () => {
    const taken: number[] = [];
    const reader = new FrameReader(nonce, (json) => taken.push(json.length));
    const piece = Buffer.alloc(2 ** 20, 0x61);
    reader.read(Buffer.from(nonce));
    for (let megabytes = 0; megabytes < 65; megabytes++) {
      reader.read(piece);
    }
    reader.read(Buffer.from(frame(nonce, "{}")));
    assert.deepEqual(taken, [2]);
  });
});
