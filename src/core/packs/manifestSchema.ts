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

/** A manifest that is as its schema says, or everything that is wrong with it. */
export type Checked<Manifest> = { readonly sound: true; readonly manifest: Manifest } | { readonly sound: false; readonly faults: readonly ManifestFault[] };

/** Checks manifests against `kata.schema.json` and `pack.schema.json`; each schema is compiled when it is first needed. */
export class ManifestSchemas {
  private kata: ValidateFunction<KataManifest> | undefined;
  private pack: ValidateFunction<PackManifest> | undefined;

  /** What the value of a `kata.json` is. */
  checkKata(value: JsonValue): Checked<KataManifest> {
    const validate = this.kataSchema();
    return validate(value) ? { sound: true, manifest: value } : { sound: false, faults: faultsOf(validate, "kata.json") };
  }

  /** What the value of a pack's `package.json` is. */
  checkPack(value: JsonValue): Checked<PackManifest> {
    const validate = this.packSchema();
    return validate(value) ? { sound: true, manifest: value } : { sound: false, faults: faultsOf(validate, "package.json") };
  }

  private kataSchema(): ValidateFunction<KataManifest> {
    return (this.kata ??= compile<KataManifest>(kataSchema));
  }

  private packSchema(): ValidateFunction<PackManifest> {
    return (this.pack ??= compile<PackManifest>(packSchema));
  }
}

function compile<Manifest>(schema: object): ValidateFunction<Manifest> {
  // That these two are schemas is seen to by a test: validating them here would take three times as long as compiling them.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false, validateSchema: false, meta: false });
  ajv.addVocabulary(["patternErrorMessage", "enumDescriptions"]);
  return ajv.compile<Manifest>(schema);
}

function faultsOf({ errors }: ValidateFunction, file: string): readonly ManifestFault[] {
  return (errors ?? []).filter((error) => error.keyword !== "if" && !error.schemaPath.includes("/anyOf/")).map((error) => faultOf(error, file));
}
