import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, note, warning } from "./found";
import { below, member, textOf } from "./json";

/** SHA-1, which the host provides: Attachment.hash is one. */
export interface ContentHasher {
  /** The 20 bytes of the hash. */
  sha1(bytes: Uint8Array): Uint8Array;
}

const page = "datatypes.html#Attachment";

/** An attachment's size and hash are those of the data it brings: https://hl7.org/fhir/R4/datatypes.html#Attachment */
export function attachmentRule(hasher: ContentHasher | undefined): FhirRuleMaker {
  return () => ({
    element(visit: ElementVisit, report: ReportIssue): void {
      if (visit.type.name !== "Attachment" || visit.value === undefined) {
        return;
      }
      const attachment = visit.value as JsonObject;
      const bytes = decodeBase64(textOf(attachment, "data"));
      if (bytes === undefined) {
        return;
      }
      const name = nameOf(visit);
      const size = member(attachment, "size");
      if (typeof size === "number" && size !== bytes.length) {
        report(error("fhir.attachment.size", "value", below(visit.pointer, "size"), { name, size, actual: bytes.length }, { expected: String(bytes.length), actual: String(size), page }));
      }
      checkHash(textOf(attachment, "hash"), bytes, hasher, name, below(visit.pointer, "hash"), report);
    },
  });
}

function checkHash(hash: string | undefined, bytes: Uint8Array, hasher: ContentHasher | undefined, name: string, pointer: string, report: ReportIssue): void {
  const stated = decodeBase64(hash);
  if (stated === undefined || hash === undefined) {
    return;
  }
  if (hasher === undefined) {
    report(note("fhir.notChecked.hash", "not-supported", pointer, { name }));
    return;
  }
  const actual = hasher.sha1(bytes);
  if (stated.length !== actual.length || stated.some((byte, index) => byte !== actual[index])) {
    // Data that was shortened for an example keeps the hash of the whole.
    report(warning("fhir.attachment.hash", "value", pointer, { name }, { expected: encodeBase64(actual), actual: hash, page }));
  }
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes; white space does not count; `undefined` where there is none or it is no base64. */
function decodeBase64(text: string | undefined): Uint8Array | undefined {
  const plain = text?.replace(/\s+/g, "");
  if (plain === undefined || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) {
    return undefined;
  }
  const digits = plain.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | alphabet.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const held = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += alphabet.charAt(held >> 18) + alphabet.charAt((held >> 12) & 63) + (second === undefined ? "=" : alphabet.charAt((held >> 6) & 63)) + (third === undefined ? "=" : alphabet.charAt(held & 63));
  }
  return text;
}
