import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020";
import type { JsonValue } from "../documents/document";
import kataSchema from "./kata.schema.json";
import type { KataManifest } from "./kataManifest";
import { faultOf, type ManifestFault } from "./manifestFault";
import packSchema from "./pack.schema.json";

/** What a pack's `package.json` says that katas need; other keys are npm's. */
export interface PackManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly keywords?: readonly string[];
  readonly kataPack: { readonly format: 1; readonly title: string; readonly description?: string; readonly katas: readonly string[] };
}

/** Checks manifests against `kata.schema.json` and `pack.schema.json`; each schema is compiled when it is first needed. */
export class ManifestSchemas {
  private kata: ValidateFunction | undefined;
  private pack: ValidateFunction | undefined;

  /** Everything that is wrong with the value of a `kata.json`; when nothing is, the value is a `KataManifest`. */
  kataFaults(value: JsonValue): readonly ManifestFault[] {
    return faultsOf(this.kataSchema(), value, "kata.json");
  }

  /** Everything that is wrong with the value of a pack's `package.json`; when nothing is, the value is a `PackManifest`. */
  packFaults(value: JsonValue): readonly ManifestFault[] {
    return faultsOf(this.packSchema(), value, "package.json");
  }

  /** Whether the value is what `kata.schema.json` promises. */
  isKata(value: JsonValue): value is JsonValue & KataManifest {
    return this.kataSchema()(value);
  }

  /** Whether the value is what `pack.schema.json` promises. */
  isPack(value: JsonValue): value is JsonValue & PackManifest {
    return this.packSchema()(value);
  }

  private kataSchema(): ValidateFunction {
    return (this.kata ??= compile(kataSchema));
  }

  private packSchema(): ValidateFunction {
    return (this.pack ??= compile(packSchema));
  }
}

function compile(schema: object): ValidateFunction {
  // That these two are schemas is seen to by a test: validating them here would take three times as long as compiling them.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false, validateSchema: false, meta: false });
  ajv.addVocabulary(["patternErrorMessage", "enumDescriptions"]);
  return ajv.compile(schema);
}

function faultsOf(validate: ValidateFunction, value: JsonValue, file: string): readonly ManifestFault[] {
  if (validate(value)) {
    return [];
  }
  return (validate.errors ?? []).filter((error) => error.keyword !== "if" && !error.schemaPath.includes("/anyOf/")).map((error) => faultOf(error, file));
}
