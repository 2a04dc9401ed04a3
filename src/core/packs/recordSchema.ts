import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020";
import { HumanError } from "../humanError";
import { faultOf } from "./manifestFault";

/** Reads the JSON texts of one kind of file that this program writes, or that others write for it. The schema is compiled when it is first needed. */
export class RecordSchema<Value> {
  private compiled: ValidateFunction<Value> | undefined;

  /**
   * @param schema of draft 2020-12, without `$ref` to other files
   * @param file what the file is called in messages, such as `katas.lock.json`
   * @param code of the error that says that a text is no such file
   * @param mend what to do about it: a sentence
   */
  constructor(
    private readonly schema: object,
    private readonly file: string,
    private readonly code: string,
    private readonly mend: string,
  ) {}

  /**
   * @param place where the text came from, for the message
   * @throws HumanError with the first thing that is wrong
   */
  parse(text: string, place: string): Value {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw this.broken(place, /^\s*</.test(text) ? "It is a web page (HTML) and no JSON." : "It is no JSON.", cause);
    }
    const validate = this.validator();
    if (validate(value)) {
      return value;
    }
    const [first] = validate.errors ?? [];
    throw this.broken(place, first === undefined ? "" : faultOf(first, this.file).message);
  }

  private broken(place: string, reason: string, cause?: unknown): HumanError {
    return new HumanError(this.code, `${place} is not a ${this.file} that can be used. ${reason} ${this.mend}`, { place, reason }, cause === undefined ? {} : { cause });
  }

  private validator(): ValidateFunction<Value> {
    if (this.compiled === undefined) {
      const ajv = new Ajv2020({ verbose: true, strict: true, strictRequired: false, strictTypes: false, validateSchema: false, meta: false });
      ajv.addVocabulary(["patternErrorMessage"]);
      this.compiled = ajv.compile<Value>(this.schema);
    }
    return this.compiled;
  }
}
