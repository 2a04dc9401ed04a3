import { formatPointer } from "../../documents/jsonPointer";
import { shortText } from "../../checks/words";
import type { MessageBounds } from "../scanSegments";
import type { Hl7v2Issue } from "./hl7v2Issue";

/**
 * Headers and trailers of batches and files that do not belong together, and counts that are not those of what is there (HL7 v2.5.1 sections 2.10.3, 2.15.2, 2.15.3,
 * 2.15.6 and 2.15.7). BTS-1 counts the messages since BHS, FTS-1 the batches since FHS.
 *
 * @param textOf the first component of a segment's first field
 */
export function envelopeIssues(names: readonly string[], messages: readonly MessageBounds[], textOf: (index: number) => string): readonly Hl7v2Issue[] {
  return new EnvelopeCheck(names, new Set(messages.map(([from]) => from)), textOf).run();
}

class EnvelopeCheck {
  private readonly issues: Hl7v2Issue[] = [];
  /** Index of the header that is open. */
  private file: number | undefined;
  private batch: number | undefined;
  private messages = 0;
  /** Batches of the file that is open; messages outside of any make up one without a header. */
  private batches = 0;
  private looseMessages = 0;

  constructor(private readonly names: readonly string[], private readonly starts: ReadonlySet<number>, private readonly textOf: (index: number) => string) {}

  run(): readonly Hl7v2Issue[] {
    for (const [index, name] of this.names.entries()) {
      this.segment(index, name);
    }
    this.endBatch();
    this.endFile();
    return this.issues;
  }

  private segment(index: number, name: string): void {
    switch (name) {
      case "FHS":
        this.endBatch();
        this.endFile();
        this.file = index;
        this.batches = this.looseMessages = 0;
        break;
      case "BHS":
        this.endBatch();
        this.batch = index;
        this.batches++;
        this.messages = 0;
        break;
      case "BTS":
        this.batchTrailer(index);
        break;
      case "FTS":
        this.endBatch();
        this.fileTrailer(index);
        break;
      default:
        if (this.starts.has(index) && name === "MSH") {
          this.messages++;
          this.looseMessages += this.batch === undefined ? 1 : 0;
        }
    }
  }

  private batchTrailer(index: number): void {
    if (this.batch === undefined) {
      this.unpaired("hl7v2.trailerAlone", index, "BTS", "BHS");
      return;
    }
    this.batch = undefined;
    this.count(index, "BTS", [this.messages], "hl7v2.batchCount");
    this.messages = 0;
  }

  private fileTrailer(index: number): void {
    if (this.file === undefined) {
      this.unpaired("hl7v2.trailerAlone", index, "FTS", "FHS");
      return;
    }
    this.file = undefined;
    this.count(index, "FTS", this.looseMessages > 0 ? [this.batches, this.batches + 1] : [this.batches], "hl7v2.fileCount");
  }

  private count(index: number, segment: string, right: readonly number[], code: string): void {
    const text = this.textOf(index);
    const [expected = 0] = right;
    // A text that is no number breaks the rules of its data type.
    if (/^\d+$/.test(text) && !right.includes(Number(text))) {
      this.issues.push({
        code, severity: "error", rule: `${segment}-1:count`, pointer: formatPointer(["segments", index, "fields", 0]), mark: "value",
        args: { name: `${segment}-1`, actual: shortText(text), expected }, expected: String(expected), actual: text,
      });
    }
  }

  private endBatch(): void {
    if (this.batch !== undefined) {
      this.unpaired("hl7v2.headerAlone", this.batch, "BHS", "BTS");
    }
    this.batch = undefined;
  }

  private endFile(): void {
    if (this.file !== undefined) {
      this.unpaired("hl7v2.headerAlone", this.file, "FHS", "FTS");
    }
    this.file = undefined;
  }

  private unpaired(code: string, index: number, segment: string, partner: string): void {
    this.issues.push({ code, severity: "warning", rule: `${segment}:pair`, pointer: formatPointer(["segments", index]), mark: "opening", args: { segment, partner } });
  }
}
