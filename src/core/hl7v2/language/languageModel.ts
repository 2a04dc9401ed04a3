import { hl7v2Reader } from "../../documents/hl7v2Reader";
import type { DictionaryFor } from "../validation/standard";
import { LanguageSnapshot } from "./languageSnapshot";
import { StructurePlacer } from "./placement";
import { carriedNotes } from "./segmentNotes";

/**
 * What the editor makes of one open file, from keystroke to keystroke: what was made of segments that are still the same is used again. Pure and synchronous, so
 * that a bench can measure it.
 */
export class LanguageModel {
  private readonly placer = new StructurePlacer();
  private latest: LanguageSnapshot | undefined;

  /** @param dictionaryFor what is known of a version; the same object for the same version at every call */
  constructor(private readonly dictionaryFor: DictionaryFor) {}

  /** Reads the text as it is now. Never throws. Everything beside the segments themselves is made when it is asked for. */
  update(text: string): LanguageSnapshot {
    const document = hl7v2Reader.read(text);
    const notes = carriedNotes(this.latest, text, document.segments);
    this.latest = new LanguageSnapshot(document, notes, { dictionaryFor: this.dictionaryFor, placer: this.placer });
    return this.latest;
  }
}
