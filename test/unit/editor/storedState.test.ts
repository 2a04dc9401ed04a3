import assert from "node:assert/strict";
import { storedKeys } from "../../../src/ids";
import { StoredState } from "../../../src/editor/storedState";
import type { StoredValue } from "../../../src/editor/storedState";
import { silentLogger } from "../../support/editor/silentLogger";

const value: StoredValue<readonly number[]> = {
  key: storedKeys.filter,
  version: 2,
  parse: (stored) => (Array.isArray(stored) && stored.every((each) => typeof each === "number") ? stored : undefined),
  empty: [],
};

function stateWith(stored: unknown): { state: StoredState; memory: Map<string, unknown>; warned: string[] } {
  const memory = new Map<string, unknown>([[value.key, stored]]);
  const warned: string[] = [];
  const state = new StoredState(
    { get: (key) => memory.get(key), update: async (key, next) => void memory.set(key, next) },
    { ...silentLogger, warn: (message) => warned.push(message) },
  );
  return { state, memory, warned };
}

describe("StoredState", () => {
  it("reads back what it wrote", async () => {
    const { state, warned } = stateWith(undefined);
    assert.deepEqual(state.read(value), []);
    await state.write(value, [1, 2]);
    assert.deepEqual(state.read(value), [1, 2]);
    await state.remove(value);
    assert.deepEqual(state.read(value), []);
    assert.deepEqual(warned, []);
  });

  it("takes what is damaged, or of another version, for nothing, with a line in the log", () => {
    for (const stored of [[1], "x", null, { version: 1, value: [1] }, { version: 2, value: ["x"] }, { version: 2 }]) {
      const { state, warned } = stateWith(stored);
      assert.deepEqual(state.read(value), [], JSON.stringify(stored));
      assert.equal(warned.length, 1, JSON.stringify(stored));
    }
  });
});
