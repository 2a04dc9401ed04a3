import { noteDoubtfulEscapes } from "../hl7v2/escapeProblems";
import { ProblemList } from "./problemList";
import { scanSegments } from "../hl7v2/scanSegments";
import type { DocumentReader } from "./document";
import { type Hl7v2Document, SegmentedDocument } from "./hl7v2Document";

/** A reader whose documents tell of messages too. */
export interface Hl7v2Reader extends DocumentReader {
  read(text: string): Hl7v2Document;
}

/**
 * Reads HL7 v2 in its vertical bar encoding (HL7 v2.5.1 chapter 2): one message or several, with or without the envelope of a batch or file, with any line ends.
 * The value is `{ "segments": [{ "name", "fields" }] }`: field n at index n-1, each a list of repetitions of components of subcomponents; an empty
 * field is `[[[""]]]`. `"messages": [[from, to], …]` (segment indexes) stands beside it unless there is one message and nothing else.
 */
export const hl7v2Reader: Hl7v2Reader = {
  format: "hl7v2",
  read(text) {
    const scanned = scanSegments(text);
    const escapes = new ProblemList();
    for (const segment of scanned.segments) {
      noteDoubtfulEscapes(text, segment, escapes);
    }
    return new SegmentedDocument(text, scanned, [...scanned.problems, ...escapes.all].sort((one, other) => one.from - other.from || one.to - other.to));
  },
};
