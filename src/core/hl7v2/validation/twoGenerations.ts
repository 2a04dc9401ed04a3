/** Remembers what was worked out in this round and in the one before, by a group and a key in it; whatever neither of them asked for is forgotten. */
export class TwoGenerations<Value> {
  private before = new Map<string, ReadonlyMap<string, Value>>();
  private now = new Map<string, Map<string, Value>>();

  /** What is remembered, or what `make` gives. */
  get(group: string, key: string, make: () => Value): Value {
    let kept = this.now.get(group);
    if (kept === undefined) {
      kept = new Map();
      this.now.set(group, kept);
    }
    const known = kept.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = this.before.get(group)?.get(key) ?? make();
    kept.set(key, value);
    return value;
  }

  /** Begins the next round. */
  next(): void {
    this.before = this.now;
    this.now = new Map();
  }
}
