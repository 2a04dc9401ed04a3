import type { CliContext } from "./context";

/** Values written to stdout as they come: one line of JSON each (NDJSON), or the same lines as one JSON array. Waits where the reader is slower. */
export class JsonStream {
  private count = 0;

  /** @param asArray whether all of stdout is one JSON value */
  constructor(private readonly context: Pick<CliContext, "write" | "drained">, private readonly asArray: boolean) {}

  async add(value: unknown): Promise<void> {
    const before = !this.asArray ? "" : this.count === 0 ? "[\n" : ",\n";
    this.context.write(`${before}${JSON.stringify(value)}${this.asArray ? "" : "\n"}`);
    this.count++;
    await this.context.drained();
  }

  end(): void {
    if (this.asArray) {
      this.context.write(this.count === 0 ? "[]\n" : "\n]\n");
    }
  }
}
