import type { FuncKeywordDefinition } from "ajv";
import type { Hl7v2Document } from "../../documents/hl7v2Document";
import { HumanError } from "../../humanError";
import { evaluateInEveryMessage, type MessageResult } from "../../hl7v2/evaluatePath";
import { parsePath } from "../../hl7v2/path";
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
      const wanted = evaluateInEveryMessage(document, right.path);
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
        return compare(value, evaluateInEveryMessage(document, parsed.path), wanted);
      });
    },
  };
}

function compare(path: string, found: readonly MessageResult[], wanted: readonly MessageResult[]): readonly KeywordFinding[] {
  const differing = found.filter(({ result }, index) => !same(result, wanted[index]?.result));
  const [first] = differing;
  const right = first === undefined ? undefined : wanted[first.message]?.result;
  if (first === undefined || right === undefined) {
    return [];
  }
  const args = { actual: path, message: first.message + 1, controlId: first.controlId, differing: differing.length, messages: found.length };
  const expected = right.found ? { expected: right.text } : {};
  if (!first.result.found) {
    return [{ code: "hl7v2Path.missing", keyword: "hl7v2Path", mark: "value", args: { ...args, missing: first.result.missing }, ...expected }];
  }
  const texts = { found: shortText(first.result.text), wanted: right.found ? shortText(right.text) : "" };
  return [{ code: "hl7v2Path.differs", keyword: "hl7v2Path", mark: "value", args: { ...args, ...texts }, actual: first.result.text, ...expected }];
}

function textOf(schema: unknown, key: string): string {
  const value = isRecord(schema) ? schema[key] : undefined;
  return typeof value === "string" ? value : "";
}

type Result = MessageResult["result"];

/** What is not there says as little as what is there and empty. */
function same(one: Result, other: Result | undefined): boolean {
  return (one.found ? one.comparable : "") === (other?.found === true ? other.comparable : "");
}

