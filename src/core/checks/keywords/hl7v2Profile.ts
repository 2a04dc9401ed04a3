import type { FuncKeywordDefinition } from "ajv";
import { messageValue } from "../../hl7v2/validation/messageValue";
import type { Hl7v2Issue } from "../../hl7v2/validation/hl7v2Issue";
import { ProfileChecker } from "../../hl7v2/validation/profileChecker";
import type { StandardVersions } from "../../hl7v2/validation/standard";
import { isRecord, type SchemaObject } from "../schema/subschemas";
import { withTeaching } from "../schema/teaching";
import { keywordValidator, type KeywordFinding } from "./keywordFinding";

/** What the keyword reads beside the solution. */
export interface ProfileFiles {
  /** A profile that stands in a file of its own, which the schema that has the keyword names. Throws HumanError when it is no profile. */
  profile(schema: SchemaObject, reference: string): SchemaObject;
  /** Where a schema stands, for its author. */
  place(schema: SchemaObject): string;
}

/**
 * The `hl7v2` keyword: a message profile. It holds for every message of the file.
 *
 * @param versions the standard's versions; asked for by the first profile
 */
export function hl7v2ProfileKeyword(files: ProfileFiles, versions: () => StandardVersions): FuncKeywordDefinition {
  return {
    keyword: "hl7v2",
    schemaType: "object",
    errors: "full",
    compile(schema: unknown, parentSchema: SchemaObject) {
      const own = isRecord(schema) ? schema : {};
      const place = `${files.place(parentSchema)}/hl7v2`;
      const { profile: reference } = own;
      const checkers = [
        ...(typeof reference === "string" ? [new ProfileChecker(files.profile(parentSchema, reference), reference, versions)] : []),
        new ProfileChecker(own, place, versions),
      ];
      return keywordValidator("hl7v2", parentSchema, (value, { instancePath }) => {
        const read = messageValue(value);
        return read === undefined ? [] : checkers.flatMap((checker) => checker.check(read)).filter(isAgainst).map((issue) => findingOf(issue, instancePath));
      });
    },
  };
}

/** Whether an answer with this issue is wrong. That something could not be checked is never taken for right. */
function isAgainst({ severity, code }: Hl7v2Issue): boolean {
  return severity === "error" || code === "hl7v2.notChecked.version" || code === "hl7v2.notChecked.message";
}

function findingOf({ code, rule, pointer, mark, args, expected, actual, says, why, doc }: Hl7v2Issue, root: string): KeywordFinding {
  return {
    code, keyword: `hl7v2(${rule})`, mark, pointer: root + pointer, args, teaching: withTeaching(says, why, doc),
    ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }),
  };
}
