/** How much of what is printed is kept, in UTF-16 units. */
export interface OutputLimits {
  readonly perTest: number;
  readonly perRun: number;
}

export const outputLimits: OutputLimits = { perTest: 64 * 1024, perRun: 512 * 1024 };

/** As many writes of a test are passed on at once, one by one; later ones are gathered to pieces of `pieceSize`. */
const promptWrites = 200;
const pieceSize = 2048;

/**
 * Takes what is printed and passes it on, piece by piece, capped for each test and for the whole run. What is over is dropped without
 * being looked at, so printing without end costs nothing but the learner's own time.
 */
export class OutputCapture {
  private leftOfTest: number;
  private leftOfRun: number;
  private writes = 0;
  private gathered = "";

  /** @param pass is given each piece; it knows which test runs */
  constructor(
    private readonly pass: (text: string) => void,
    private readonly limits: OutputLimits,
  ) {
    this.leftOfTest = limits.perTest;
    this.leftOfRun = limits.perRun;
  }

  /** Begins a new measure: called when a test starts and when it has ended. */
  turn(): void {
    this.flush();
    this.leftOfTest = this.limits.perTest;
    this.writes = 0;
  }

  /** Passes on what was gathered. */
  flush(): void {
    if (this.gathered !== "") {
      const text = this.gathered;
      this.gathered = "";
      this.pass(text);
    }
  }

  print(text: string): void {
    if (this.leftOfTest < 0 || this.leftOfRun < 0) {
      return;
    }
    const left = Math.min(this.leftOfTest, this.leftOfRun);
    if (text.length > left) {
      const ofRun = this.leftOfRun <= this.leftOfTest;
      const whose = ofRun ? `the whole run may print ${kilobytes(this.limits.perRun)}` : `one test may print ${kilobytes(this.limits.perTest)}`;
      this.leftOfRun = ofRun ? -1 : this.leftOfRun - left;
      this.leftOfTest = -1;
      this.gathered += `${text.slice(0, left)}\n… what came after this was cut: ${whose}.\n`;
      this.flush();
      return;
    }
    this.leftOfTest -= text.length;
    this.leftOfRun -= text.length;
    this.gathered += text;
    if (++this.writes <= promptWrites || this.gathered.length >= pieceSize) {
      this.flush();
    }
  }
}

function kilobytes(units: number): string {
  return `${String(Math.round(units / 1024))} kB`;
}
