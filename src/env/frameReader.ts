/** Longest message of a child, in bytes; a longer one is dropped. */
const longestMessage = 64 * 2 ** 20;
const lineEnd = 0x0a;

/**
 * Takes a child's messages out of what comes over the pipe. Only lines that begin with the nonce are messages; of all others not even
 * the beginning is kept, so that whoever else writes into the pipe makes nothing grow.
 */
export class FrameReader {
  private readonly nonce: Buffer;
  private parts: Buffer[] = [];
  private length = 0;
  private skipping = false;

  /** @param take is given the text of each message, without the nonce */
  constructor(
    nonce: string,
    private readonly take: (json: string) => void,
  ) {
    this.nonce = Buffer.from(nonce, "utf8");
  }

  read(chunk: Buffer): void {
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(lineEnd, from);
      if (end === -1) {
        this.keep(chunk.subarray(from));
        return;
      }
      this.keep(chunk.subarray(from, end));
      this.finishLine();
      from = end + 1;
    }
  }

  private keep(part: Buffer): void {
    if (this.skipping || part.length === 0) {
      return;
    }
    this.parts.push(part);
    this.length += part.length;
    if (this.length > longestMessage || !this.startsRight()) {
      this.skipping = true;
      this.parts = [];
      this.length = 0;
    }
  }

  /** Whether the line may still turn out to be a message. */
  private startsRight(): boolean {
    const first = this.parts[0];
    if (first !== undefined && first.length < this.nonce.length && this.parts.length > 1) {
      this.parts = [Buffer.concat(this.parts)];
    }
    const start = this.parts[0]?.subarray(0, this.nonce.length) ?? Buffer.alloc(0);
    return start.equals(this.nonce.subarray(0, start.length));
  }

  private finishLine(): void {
    if (!this.skipping && this.length > this.nonce.length) {
      this.take(Buffer.concat(this.parts).toString("utf8", this.nonce.length));
    }
    this.skipping = false;
    this.parts = [];
    this.length = 0;
  }
}
