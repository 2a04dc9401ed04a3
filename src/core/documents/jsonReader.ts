import { LineIndex } from "../text/lineIndex";
import type { DocumentReader } from "./document";
import { JsonDocument } from "./jsonDocument";
import { readJsonTree } from "./jsonTree";

/**
 * Reads JSON (RFC 8259): comments and trailing commas are problems, a repeated property too (the last one wins). A byte-order mark at the beginning is
 * passed over. Reads on after every problem.
 */
export const jsonReader: DocumentReader = {
  format: "json",
  read(text) {
    const lines = new LineIndex(text);
    return new JsonDocument(text, readJsonTree(text, lines), lines);
  },
};
