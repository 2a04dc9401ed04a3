/** Names by which VS Code knows character sets; those that a message can declare and that keep CR and LF single bytes. */
export type EditorEncoding = "utf8" | `iso8859${number}` | `windows125${number}` | "gb18030" | "euckr" | "cp950";

/** Sets of HL7 table 0211 that are not of the 8859 family, by a pattern of how they are written in real messages. */
const declaredSets: readonly (readonly [RegExp, EditorEncoding, string])[] = [
  [/GB\s*-?\s*18030/i, "gb18030", "gb18030"],
  [/KS\s*-?\s*X?\s*1001/i, "euckr", "euc-kr"],
  [/BIG\s*-?\s*5/i, "cp950", "big5"],
];

const isoParts = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16]);

/**
 * Says in which encoding an editor opens an HL7 v2 file so that saving loses nothing.
 *
 * UTF-8 that is valid is UTF-8. Anything else is the set that MSH-18 declares (HL7 v2.x, chapter 2, and table 0211), if all bytes
 * mean something in it; otherwise ISO 8859-1, in which every byte is a character and comes back as it was.
 * @param bytes the file
 * @returns `undefined` for a file with a UTF-16 byte-order mark, which editors know themselves
 */
export function encodingOf(bytes: Uint8Array): EditorEncoding | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return undefined;
  }
  if (decodes(bytes, "utf-8")) {
    return "utf8";
  }
  const declared = declaredSet(bytes);
  return declared !== undefined && decodes(bytes, declared.label) ? declared.encoding : "iso88591";
}

/** Whether every byte means something in the encoding, by the names and tables of the WHATWG Encoding standard. */
function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // The standard fills the gaps of Windows code pages with control characters; editors do not.
    return !label.startsWith("windows-") || !/[\u0080-\u009f]/.test(text);
  } catch {
    return false;
  }
}

function declaredSet(bytes: Uint8Array): { readonly encoding: EditorEncoding; readonly label: string } | undefined {
  const name = firstCharacterSet(bytes);
  const part = Number(/8859\D{0,2}(\d{1,2})/.exec(name)?.[1]);
  if (isoParts.has(part)) {
    return { encoding: `iso8859${part}`, label: `iso-8859-${String(part)}` };
  }
  const page = Number(/(?:WINDOWS|CP)\D{0,2}125([0-8])/i.exec(name)?.[1]);
  if (page >= 0) {
    return { encoding: `windows125${page}`, label: `windows-125${String(page)}` };
  }
  const found = declaredSets.find(([pattern]) => pattern.test(name));
  return found === undefined ? undefined : { encoding: found[1], label: found[2] };
}

/** The first repetition of MSH-18 of the first message, read as ASCII; "" when there is none. */
function firstCharacterSet(bytes: Uint8Array): string {
  // Only ASCII is looked for: a header of sensible length, one character a byte.
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const header = /(?:^|[\r\n\v\u00bf])MSH(.)([^\r\n]*)/.exec(head);
  if (header === null) {
    return "";
  }
  const [, separator = "|", rest = ""] = header;
  const [encodingCharacters = "", ...fields] = rest.split(separator);
  const repetition = encodingCharacters[1] ?? "~";
  // MSH-1 is the separator and MSH-2 the encoding characters: `fields` begins with MSH-3.
  return (fields[15] ?? "").split(repetition)[0] ?? "";
}
