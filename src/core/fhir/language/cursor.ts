import { jsonTokens } from "../../documents/jsonTokens";
import type { JsonToken } from "../../documents/jsonTokens";

/** Where in a JSON text a cursor is, also while the text is not right. */
export interface Cursor {
  /** Names and positions down to the object or list, or to the value that is being written. */
  readonly path: readonly (string | number)[];
  /** `name`: a property's name belongs here; `value`: a value does; `none`: neither, such as between a value and its comma. */
  readonly wants: "name" | "value" | "none";
  /** What is written here already: the whole token that the cursor touches. Empty where there is none. */
  readonly from: number;
  readonly to: number;
  /** That token without its quotes, up to the cursor. */
  readonly typed: string;
  /** Whether a colon follows the name. */
  readonly hasColon: boolean;
  /** Whether something follows that needs a comma before it which is not there. */
  readonly needsCommaAfter: boolean;
  /** Offset at which a comma is missing before this; `undefined` where none is. */
  readonly commaAt: number | undefined;
}

interface Frame {
  readonly isObject: boolean;
  key: string;
  index: number;
  /** What may come next. */
  expecting: "name" | "colon" | "value" | "comma";
}

/** Finds out where a cursor is, without recursion and whatever is wrong with the text. Goes through the text up to the cursor only. */
export function cursorAt(text: string, offset: number): Cursor {
  const frames: Frame[] = [];
  let lastEnd = 0;
  const tokens = jsonTokens(text);
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const token = next.value;
    if (token.kind === "comment") {
      if (offset > token.from && offset < token.to) {
        return nowhere(offset);
      }
      continue;
    }
    const touches = isWithin(token, offset);
    if (touches || token.from >= offset || token.kind === "end") {
      const after = touches ? tokens.next() : next;
      return describe(text, frames, touches ? token : undefined, after.done === true ? undefined : after.value, offset, lastEnd);
    }
    take(frames, token);
    lastEnd = token.to;
  }
  return nowhere(offset);
}

/** Whether a cursor is in what is written: in a text that is closed not behind the closing quote, since what is typed there does not belong to it. */
function isWithin(token: JsonToken, offset: number): boolean {
  switch (token.kind) {
    case "string":
      return offset > token.from && (offset < token.to || (offset === token.to && token.fault === "unterminated"));
    case "word":
    case "scalar":
      return offset > token.from && offset <= token.to;
    default:
      return false;
  }
}

function describe(text: string, frames: readonly Frame[], touched: JsonToken | undefined, after: JsonToken | undefined, offset: number, lastEnd: number): Cursor {
  const frame = frames.at(-1);
  const path = frames.slice(0, -1).map(stepOf);
  const from = touched?.from ?? offset;
  const to = touched?.to ?? offset;
  const typed = text.slice(touched?.kind === "string" ? from + 1 : from, Math.max(offset, from)).replace(/"$/, "");
  const place = { from, to, typed, hasColon: after?.kind === ":", needsCommaAfter: after !== undefined && !",}]:".includes(after.kind) && after.kind !== "end" };
  if (frame === undefined) {
    return { ...place, path: [], wants: lastEnd === 0 ? "value" : "none", commaAt: undefined };
  }
  // A text on a line of its own, or in quotes, is the beginning of the next property or value: only the comma was forgotten.
  const isForgotten = frame.expecting === "comma" && (touched !== undefined || /[\r\n]/.test(text.slice(lastEnd, offset)));
  const commaAt = isForgotten ? lastEnd : undefined;
  if (frame.isObject) {
    const wants = frame.expecting === "value" ? "value" : frame.expecting === "name" || isForgotten ? "name" : "none";
    return { ...place, path: wants === "value" ? [...path, frame.key] : path, wants, commaAt };
  }
  const index = isForgotten ? frame.index + 1 : frame.index;
  return { ...place, path: [...path, index], wants: frame.expecting === "value" || isForgotten ? "value" : "none", commaAt };
}

function take(frames: Frame[], token: JsonToken): void {
  const frame = frames.at(-1);
  switch (token.kind) {
    case "{":
    case "[":
      if (frame !== undefined && frame.expecting === "comma" && !frame.isObject) {
        frame.index++;
      }
      frames.push({ isObject: token.kind === "{", key: "", index: 0, expecting: token.kind === "{" ? "name" : "value" });
      return;
    case "}":
    case "]": {
      const at = frames.findLastIndex(({ isObject }) => isObject === (token.kind === "}"));
      if (at >= 0) {
        frames.length = at;
        const outer = frames.at(-1);
        if (outer !== undefined) {
          outer.expecting = "comma";
        }
      }
      return;
    }
    case ",":
      if (frame !== undefined) {
        frame.index += frame.isObject ? 0 : 1;
        frame.expecting = frame.isObject ? "name" : "value";
      }
      return;
    case ":":
      if (frame?.isObject === true) {
        frame.expecting = "value";
      }
      return;
    case "string":
    case "word":
    case "scalar":
      takeText(frame, token);
      return;
    case "comment":
    case "end":
  }
}

function takeText(frame: Frame | undefined, token: JsonToken): void {
  if (frame === undefined) {
    return;
  }
  if (frame.isObject && frame.expecting !== "value" && frame.expecting !== "colon") {
    frame.key = token.kind === "string" ? token.value : token.kind === "word" ? token.text : "";
    frame.expecting = "colon";
    return;
  }
  frame.index += !frame.isObject && frame.expecting === "comma" ? 1 : 0;
  frame.expecting = "comma";
}

function stepOf({ isObject, key, index }: Frame): string | number {
  return isObject ? key : index;
}

function nowhere(offset: number): Cursor {
  return { path: [], wants: "none", from: offset, to: offset, typed: "", hasColon: false, needsCommaAfter: false, commaAt: undefined };
}
