import type { Translate } from "../../checks/translate";
import type { FhirModel } from "../model/definitions";
import { cursorAt } from "./cursor";
import type { FhirText } from "./fhirText";
import { isList, placeAtPath } from "./place";
import type { Place } from "./place";
import { suggestedProperties } from "./propertySuggestions";
import type { References } from "./references";
import type { Suggestion, Suggestions } from "./suggestion";
import { suggestedValues } from "./valueSuggestions";

export interface CompletionSurroundings {
  readonly model: FhirModel;
  readonly text: FhirText;
  readonly references: () => References;
  readonly t: Translate;
}

/** What may be written at an offset, whatever is wrong with the text around it. */
export function completionsAt(around: CompletionSurroundings, offset: number): Suggestions | undefined {
  const { model, text } = around;
  const cursor = cursorAt(text.text, offset);
  if (cursor.wants === "none") {
    return undefined;
  }
  const place = placeAtPath(model, text, cursor.path);
  const items = cursor.wants === "name" ? suggestedProperties(around, place, cursor) : wrapped(suggestedValues(around, place), place);
  if (items.length === 0) {
    return undefined;
  }
  const withComma = cursor.wants === "name" && cursor.hasColon ? items : items.map((item) => ({ ...item, insert: `${item.insert}${cursor.needsCommaAfter ? "," : ""}` }));
  return { from: cursor.from, to: cursor.to, commaAt: cursor.commaAt, items: withComma };
}

/** Where a list belongs and none was opened, a value comes with its brackets. */
function wrapped(items: readonly Suggestion[], place: Place): readonly Suggestion[] {
  return place.element !== undefined && isList(place.element) && !place.isItem ? items.map((item) => (item.insert.startsWith("[") ? item : { ...item, insert: `[${item.insert}]` })) : items;
}
