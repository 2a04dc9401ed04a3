import { standardDelimiters } from "./delimiters";
import { decodeEscapes, encodeEscapes } from "./escapes";
import type { PartIndexes, SegmentSpan, Span } from "./segment";

/** What a part says. */
export interface PartText {
  /** As written in the message. */
  readonly raw: string;
  /** The decoded data where the part is a single value; otherwise its structure with the standard delimiters, trailing empty parts dropped. */
  readonly text: string;
  /** Equal for two parts exactly when they say the same, whatever delimiters and trailing empty parts they are written with. Not for display. */
  readonly comparable: string;
}

/** Reads the repetition, component or subcomponent at `indexes` (two to four), which stands at `span`. */
export function partText(text: string, segment: SegmentSpan, indexes: PartIndexes, span: Span): PartText {
  const raw = text.slice(span.from, span.to);
  const [field = 0] = indexes;
  if (segment.header && field < 2) {
    return { raw, text: raw, comparable: encodeEscapes(raw, standardDelimiters) };
  }
  const { delimiters } = segment;
  const components = split(raw, indexes.length < 3 ? delimiters.component : undefined).map((component) =>
    withoutTrailingEmpty(split(component, indexes.length < 4 ? delimiters.subcomponent : undefined).map((leaf) => decodeEscapes(leaf, delimiters))));
  const written = withoutTrailingEmpty(components.map((subcomponents) => subcomponents.map((leaf) => encodeEscapes(leaf, standardDelimiters)).join("&")));
  const comparable = written.join("^");
  const [first = []] = components;
  return { raw, text: written.length <= 1 && first.length <= 1 ? (first[0] ?? "") : comparable, comparable };
}

function split(raw: string, delimiter: string | undefined): readonly string[] {
  return delimiter === undefined ? [raw] : raw.split(delimiter);
}

function withoutTrailingEmpty(parts: readonly string[]): readonly string[] {
  let length = parts.length;
  while (length > 0 && parts[length - 1] === "") {
    length--;
  }
  return parts.slice(0, length);
}
