import type { FuncKeywordDefinition } from "ajv";
import type { Hl7v2Document } from "../../documents/hl7v2Document";
import { HumanError } from "../../humanError";
import { findPart, type MissingPart } from "../../hl7v2/findPart";
import { partText } from "../../hl7v2/partText";
import { parsePath, type Hl7v2Path } from "../../hl7v2/path";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { shortText } from "../words";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

/** A well-formed path that no kata asks for. */
const example = "ZZZ[1]-7[2].3.1";

/** What the keyword reads beside the solution. */
export interface MessageFiles {
  /** The messages of a file, as the schema that has the keyword names it; `undefined` when the bundle does not have it. */
  read(schema: SchemaObject, reference: string): Hl7v2Document | undefined;
  /** Where a schema stands, for its author. */
  place(schema: SchemaObject): string;
}

/** The `hl7v2Path` keyword: the text here is a path that finds, in every message of a file, what the path `sameAs` finds. */
export function hl7v2PathKeyword(files: MessageFiles): FuncKeywordDefinition {
  return {
    keyword: "hl7v2Path",
    schemaType: "object",
    errors: "full",
    compile(schema: unknown, parentSchema: SchemaObject) {
      const place = files.place(parentSchema);
      const over = textOf(schema, "over");
      const sameAs = textOf(schema, "sameAs");
      const document = files.read(parentSchema, over);
      if (document === undefined) {
        throw new HumanError("hl7v2Path.fileMissing", `${place} reads messages from ${over}, which is not there; its author has to add it.`, { place, file: over });
      }
      if (document.messages.length === 0) {
        throw new HumanError("hl7v2Path.noMessages", `${place} reads messages from ${over}, which has none; its author has to mend it.`, { place, file: over });
      }
      const right = parsePath(sameAs);
      if (!right.ok) {
        throw new HumanError("hl7v2Path.sameAsSyntax", `In ${place}, sameAs is no path. ${right.problem.message} Its author has to mend it.`, { place });
      }
      const wanted = readings(document, right.path);
      return keywordValidator("hl7v2Path", parentSchema, (value) => {
        if (typeof value !== "string") {
          return [];
        }
        const parsed = parsePath(value);
        if (!parsed.ok) {
          const { message, args } = parsed.problem;
          return [{
            code: "hl7v2Path.syntax", keyword: "hl7v2Path", mark: "value", args: { ...args, example },
            message: `${message} A path looks like ${example}.`, actual: value,
          }];
        }
        return compare(document, value, readings(document, parsed.path), wanted);
      });
    },
  };
}

/** What a path finds in one message. Neither place nor range: nobody sees the messages of a check. */
interface Reading {
  /** The largest part that is not there; `undefined` when the path finds something. */
  readonly missing: MissingPart | undefined;
  readonly text: string;
  readonly comparable: string;
}

function readings(document: Hl7v2Document, path: Hl7v2Path): readonly Reading[] {
  return document.messages.map((_, message) => readingOf(document, path, message));
}

function readingOf(document: Hl7v2Document, path: Hl7v2Path, message: number): Reading {
  const part = findPart(document, path, message);
  const segment = part.found ? document.segments[part.segment] : undefined;
  if (!part.found || segment === undefined) {
    return { missing: part.found ? "segment" : part.missing, text: "", comparable: "" };
  }
  return { missing: undefined, ...partText(document.text, segment, part.indexes, part.span) };
}

/** What is not there says as little as what is there and empty. */
function compare(document: Hl7v2Document, path: string, found: readonly Reading[], wanted: readonly Reading[]): readonly KeywordFinding[] {
  const differing = [...found.keys()].filter((message) => found[message]?.comparable !== wanted[message]?.comparable);
  const [message = 0] = differing;
  const [here, right] = [found[message], wanted[message]];
  if (differing.length === 0 || here === undefined || right === undefined) {
    return [];
  }
  const controlId = readingOf(document, controlIdPath, message).text;
  const args = { actual: path, message: message + 1, controlId, differing: differing.length, messages: found.length };
  const expected = { expected: right.text };
  if (here.missing !== undefined) {
    return [{ code: "hl7v2Path.missing", keyword: "hl7v2Path", mark: "value", args: { ...args, missing: here.missing }, ...expected }];
  }
  const texts = { found: shortText(here.text), wanted: shortText(right.text) };
  return [{ code: "hl7v2Path.differs", keyword: "hl7v2Path", mark: "value", args: { ...args, ...texts }, actual: here.text, ...expected }];
}

const controlIdPath: Hl7v2Path = { segment: "MSH", occurrence: undefined, field: 10, repetition: undefined, component: undefined, subcomponent: undefined };

function textOf(schema: unknown, key: string): string {
  const value = isRecord(schema) ? schema[key] : undefined;
  return typeof value === "string" ? value : "";
}
