import type { ErrorObject } from "ajv";
import { relativePathFault } from "../path";
import { nearestWord } from "../text/nearestWord";

/** Something wrong at a place of a manifest, before it is known where that place stands in the file. */
export interface ManifestFault {
  readonly code: string;
  readonly message: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly pointer: string;
}

/** What an error of ajv (with `verbose`) means to the author of `file`. */
export function faultOf(error: ErrorObject, file: string): ManifestFault {
  const pointer = error.instancePath;
  const parameters = error.params as Readonly<Record<string, unknown>>;
  const code = (keyword: string): string => `${file === "kata.json" ? "kata" : "pack"}.${keyword}`;
  const what = pointer === "" ? file : `\`${placeName(pointer)}\``;
  const wording = (text: string): string => `${what} ${text}`;
  const fault = (keyword: string, message: string, at = pointer): ManifestFault => ({ code: code(keyword), message, args: { key: at, file }, pointer: at });
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(parameters["additionalProperty"]);
      const known = Object.keys(record(record(error.parentSchema)["properties"]));
      const meant = nearestWord(key, known);
      const advice = meant === undefined ? `known here are ${known.map((name) => `\`${name}\``).join(", ")}` : `did you mean \`${meant}\`?`;
      return fault("unknownKey", `${pointer === "" ? file : what} has no key \`${key}\`; ${advice}`.replace(/[^?]$/, "$&."), `${pointer}/${escapePart(key)}`);
    }
    case "required": {
      const key = String(parameters["missingProperty"]);
      if (error.schemaPath.includes("/else/")) {
        return fault("missingKey", wording(`lacks \`${key}\`: a check has either \`tests\`, or \`file\`, \`as\` and \`schema\`.`));
      }
      const description = record(record(record(error.parentSchema)["properties"])[key])["description"];
      return fault("missingKey", `${what} lacks \`${key}\`${typeof description === "string" ? `: ${description}` : "; add it."}`);
    }
    case "type":
      return fault("wrongType", wording(`is ${kindOf(error.data)}; it must be ${withArticle(String(parameters["type"]))}.`));
    case "enum": {
      const allowed = list(parameters["allowedValues"]);
      const meant = typeof error.data === "string" ? nearestWord(error.data, allowed) : undefined;
      return fault("notAllowed", wording(`is ${JSON.stringify(error.data)}; ${meant === undefined ? `write one of ${allowed.join(", ")}` : `did you mean ${JSON.stringify(meant)}? Allowed are ${allowed.join(", ")}`}.`));
    }
    case "const":
      return fault("notAllowed", wording(`is ${JSON.stringify(error.data)}; it must be ${JSON.stringify(parameters["allowedValue"])}.`));
    case "pattern": {
      const reason = error.schemaPath.includes("relativePath") && typeof error.data === "string" ? relativePathFault(error.data) : undefined;
      if (reason !== undefined) {
        return fault("unsafePath", `The path ${JSON.stringify(error.data)} ${reason}.`);
      }
      const hint = record(error.parentSchema)["patternErrorMessage"];
      return fault("notAllowed", `${wording(`is ${JSON.stringify(error.data)}.`)}${typeof hint === "string" ? ` ${hint}` : ""}`);
    }
    case "false schema":
      return file === "package.json"
        ? fault("notAPack", wording("has no place in a pack: a pack is data and depends on nothing; remove it."))
        : fault("mixedCheck", wording("does not go with `tests`: a check has either `tests`, or `file`, `as` and `schema`; make two checks of it."));
    case "anyOf":
      return fault("missingKey", wording("lacks `url` or `cite`: say where the source is found."));
    case "minItems":
      return fault("tooFew", wording(`is empty; write at least ${String(parameters["limit"])}.`));
    case "uniqueItems":
      return fault("duplicate", wording("says the same twice; remove one."));
    case "minLength":
    case "maxLength":
      return fault("wrongLength", wording(`has ${String(error.data).length} ${String(error.data).length === 1 ? "character" : "characters"}; it takes at ${error.keyword === "minLength" ? "least" : "most"} ${String(parameters["limit"])}.`));
    case "minimum":
    case "maximum":
      return fault("outOfRange", wording(`is ${String(error.data)}; it takes at ${error.keyword === "minimum" ? "least" : "most"} ${String(parameters["limit"])}.`));
    default:
      return fault(error.keyword, wording(`${error.message ?? "is not as its schema says"}.`));
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** `/checks/0/needs` as authors write it: `checks[0].needs`. */
export function placeName(pointer: string): string {
  const name = pointer.split("/").slice(1).map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll("~1", "/").replaceAll("~0", "~")}`)).join("");
  return name.startsWith(".") ? name.slice(1) : name;
}

function escapePart(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return withArticle(Array.isArray(value) ? "array" : typeof value);
}

function withArticle(type: string): string {
  const names: Readonly<Record<string, string>> = { array: "a list", object: "an object", integer: "a whole number", number: "a number", string: "a text", boolean: "true or false" };
  return names[type] ?? type;
}
