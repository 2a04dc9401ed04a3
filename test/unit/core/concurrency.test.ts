import assert from "node:assert/strict";
import { mapLimited } from "../../../src/core/concurrency";

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("mapLimited", () => {
  it("gives results in the order of the items, with no more at once than allowed", async () => {
    let running = 0;
    let most = 0;
    const results = await mapLimited([5, 4, 3, 2, 1], 2, async (item) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < item; turn++) {
        await tick();
      }
      running--;
      return item * 10;
    });
    assert.deepEqual(results, [50, 40, 30, 20, 10]);
    assert.equal(most, 2);
  });

  it("rejects with the first failure and takes up nothing more", async () => {
    const begun: number[] = [];
    await assert.rejects(mapLimited([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await tick();
      if (item === 2) {
        throw new Error("two");
      }
    }), /two/);
    await tick();
    assert.ok(begun.length <= 4, begun.join());
  });

  it("does nothing with no items", async () => {
    assert.deepEqual(await mapLimited([], 3, () => Promise.reject(new Error("never"))), []);
  });
});
