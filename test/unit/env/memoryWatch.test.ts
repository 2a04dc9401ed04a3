import assert from "node:assert/strict";
import { residentBytes, watchMemory } from "../../../src/env/memoryWatch";

describe("watchMemory", function () {
  this.timeout(30_000);

  it("sees what this process holds, on every way of asking", async () => {
    const { rss } = process.memoryUsage();
    for (const platform of [process.platform, "darwin"] as const) {
      const seen = await residentBytes(process.pid, platform);
      assert.ok(seen !== undefined && seen > rss / 3 && seen < rss * 3, `${String(seen)} of ${String(rss)} bytes by way of ${platform}`);
    }
  });

  it("says that a process is over its limit, once", async () => {
    let times = 0;
    await new Promise<void>((done) => {
      watchMemory(process.pid, 1, () => {
        times++;
        done();
      });
    });
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(times, 1);
  });

  it("knows nothing of a process that is gone", async () => {
    assert.equal(await residentBytes(999_999_999), undefined);
  });
});
