/** Keeps what was asked for lately: at least as many entries as there is room for, and at most twice as many. */
export class RecentCache<T> {
  private recent = new Map<string, T>();
  private earlier = new Map<string, T>();

  constructor(private readonly room: number) {}

  get(key: string, make: () => T): T {
    const known = this.recent.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = this.earlier.get(key) ?? make();
    if (this.recent.size >= this.room) {
      this.earlier = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
    return value;
  }
}
