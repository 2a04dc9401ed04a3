import type { Document, DocumentFormat } from "./document";
import type { Hl7v2Document } from "./hl7v2Document";
import { hl7v2Reader } from "./hl7v2Reader";
import { jsonReader } from "./jsonReader";

/** Reads a text as this format. Never throws on bad text: what could not be read is among the document's problems. */
export function readDocument(format: "hl7v2", text: string): Hl7v2Document;
export function readDocument(format: DocumentFormat, text: string): Document;
export function readDocument(format: DocumentFormat, text: string): Document {
  switch (format) {
    case "json":
      return jsonReader.read(text);
    case "hl7v2":
      return hl7v2Reader.read(text);
  }
}

/** The format that the ending of a file's name stands for, in any case; `undefined` when no reader knows it. */
export function formatOfFileName(name: string): DocumentFormat | undefined {
  const lower = name.toLowerCase();
  if (lower.endsWith(".hl7")) {
    return "hl7v2";
  }
  return lower.endsWith(".json") ? "json" : undefined;
}
