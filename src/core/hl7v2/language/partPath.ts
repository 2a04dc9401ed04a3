import type { Dictionary } from "../dictionary/definitions";
import { formatPath } from "../path";
import type { LanguageSnapshot, SegmentPlaceAt } from "./languageSnapshot";
import { type PartMeaning, meaningOf } from "./partMeaning";
import { countParts, rawAt } from "./parts";

/** The smallest part at an offset that people of the field would name. */
export interface NamedPart extends SegmentPlaceAt {
  /** Indexes from 0, as far down as `path` goes; none for the name of the segment. */
  readonly indexes: readonly number[];
  /** Such as `PID-3[2].1`; `PID` for the name of the segment. */
  readonly path: string;
  readonly meaning: PartMeaning;
  /** How many repetitions the field has. */
  readonly repetitions: number;
}

/**
 * The part at an offset and its path. The occurrence of the segment is in it where there are several of its name in the message, the repetition where the field
 * has several, a component or subcomponent where the data type or the text has more than one. `undefined` between the segments.
 */
export function namedPartAt(snapshot: LanguageSnapshot, offset: number): NamedPart | undefined {
  const place = snapshot.at(offset);
  return place === undefined ? undefined : namedPart(snapshot, place);
}

/** The same for a part that is known already, or for a larger one around it. */
export function namedPart(snapshot: LanguageSnapshot, place: SegmentPlaceAt): NamedPart {
  const { index, segment, part } = place;
  const { text } = snapshot;
  const dictionary = snapshot.dictionaryOf(index);
  const occurrence = snapshot.occurrenceOf(index);
  const [field, repetition, component, subcomponent] = part ?? [];
  if (field === undefined) {
    const path = occurrence === undefined ? segment.name : `${segment.name}[${String(occurrence)}]`;
    return { ...place, indexes: [], path, meaning: meaningOf(dictionary, text, segment, []), repetitions: 0 };
  }
  const { delimiters } = segment;
  const isDeclared = segment.header && field < 2;
  const repetitions = isDeclared ? 1 : countParts(rawAt(text, segment, [field]), delimiters.repetition);
  const indexes: number[] = [field];
  if (repetition !== undefined) {
    indexes.push(repetition);
    const hasComponents = !isDeclared && component !== undefined && hasSeveral(rawAt(text, segment, indexes), delimiters.component, typeHas(dictionary, meaningOf(dictionary, text, segment, [field]).fieldType));
    if (hasComponents) {
      indexes.push(component);
      const ofComponent = meaningOf(dictionary, text, segment, indexes).component?.type;
      if (subcomponent !== undefined && hasSeveral(rawAt(text, segment, indexes), delimiters.subcomponent, typeHas(dictionary, ofComponent))) {
        indexes.push(subcomponent);
      }
    }
  }
  const meaning = meaningOf(dictionary, text, segment, indexes);
  const fromOne = (number: number | undefined): number | undefined => (number === undefined ? undefined : number + 1);
  const path = formatPath({
    segment: segment.name, occurrence, field: field + 1,
    repetition: repetitions > 1 ? fromOne(indexes[1]) : undefined, component: fromOne(indexes[2]), subcomponent: fromOne(indexes[3]),
  });
  return { ...place, indexes, path, meaning, repetitions };
}

function hasSeveral(raw: string, delimiter: string | undefined, byType: boolean): boolean {
  return byType || countParts(raw, delimiter) > 1;
}

/** Whether a data type has several parts. A time stamp does not count: its second component, a precision, is hardly ever sent. */
function typeHas(dictionary: Dictionary | undefined, type: string | undefined): boolean {
  return type !== undefined && type !== "TS" && (dictionary?.dataType(type)?.components.length ?? 0) > 1;
}
