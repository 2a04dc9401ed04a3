import type { CodeKeywordDefinition, ErrorObject, KeywordCxt } from "ajv";
// Not from "ajv" itself, which brings the vocabulary of another draft along.
import { _, Name } from "ajv/dist/compile/codegen";
import { Type } from "ajv/dist/compile/util";

/**
 * What `anyOf` and `oneOf` put into the `params` of their only error. Ajv's own put the errors of all branches into one flat list, from which it cannot be
 * told any more which branch an error belongs to once a branch uses `$ref`.
 */
export interface CombinatorParams {
  /** The errors of each branch, in order; none for a branch that fits. */
  readonly branches: readonly (readonly ErrorObject[])[];
  /** Indexes of the branches that fit. */
  readonly passing: readonly number[];
}

const errorCount = new Name("errors");
const errorList = new Name("vErrors");

/** `anyOf` that keeps the errors of its branches apart. */
export const anyOf: CodeKeywordDefinition = combinator("anyOf", (passing) => _`${passing}.length > 0`);

/** `oneOf` that keeps the errors of its branches apart and names every branch that fits. */
export const oneOf: CodeKeywordDefinition = combinator("oneOf", (passing) => _`${passing}.length === 1`);

function combinator(keyword: "anyOf" | "oneOf", holds: (passing: Name) => ReturnType<typeof _>): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: "array",
    trackErrors: true,
    error: {
      message: `must fit ${keyword}`,
      params: ({ params }) => _`{branches: ${params["branches"]}, passing: ${params["passing"]}}`,
    },
    code(cxt: KeywordCxt) {
      const { gen } = cxt;
      const schemas: readonly unknown[] = Array.isArray(cxt.schema) ? cxt.schema : [];
      const branches = gen.const("branches", _`[]`);
      const passing = gen.const("passing", _`[]`);
      const fits = gen.name("_valid");
      cxt.setParams({ branches, passing });
      gen.block(() => {
        for (const index of schemas.keys()) {
          const before = gen.const("before", errorCount);
          const branch = cxt.subschema({ keyword, schemaProp: index, compositeRule: true }, fits);
          gen.code(_`${branches}.push(${errorList} === null ? [] : ${errorList}.slice(${before}))`);
          gen.if(fits, () => {
            gen.code(_`${passing}.push(${index})`);
            cxt.mergeEvaluated(branch, Name);
          });
        }
      });
      const valid = gen.const("fitting", holds(passing));
      cxt.reset();
      cxt.pass(valid, () => cxt.error(true));
    },
  };
}

/** What `contains` puts into the `params` of its error. */
export interface ContainsParams {
  readonly min: number;
  readonly max: number | undefined;
  /** How many entries fit. */
  readonly count: number;
}

/** `contains` without the errors of the entries that do not fit, which ajv's own leaves standing, and with their number. */
export const contains: CodeKeywordDefinition = {
  keyword: "contains",
  type: "array",
  schemaType: ["object", "boolean"],
  before: "uniqueItems",
  trackErrors: true,
  error: {
    message: "must contain what fits",
    params: ({ params }) => _`{min: ${params["min"]}, max: ${params["max"]}, count: ${params["count"]}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data, parentSchema, it } = cxt;
    const bounds: Readonly<Record<string, unknown>> = typeof parentSchema === "object" ? parentSchema : {};
    const min = typeof bounds["minContains"] === "number" ? bounds["minContains"] : 1;
    const max = typeof bounds["maxContains"] === "number" ? bounds["maxContains"] : undefined;
    it.items = true;
    const count = gen.let("count", 0);
    const fits = gen.name("_valid");
    cxt.setParams({ min: _`${min}`, max: max === undefined ? _`undefined` : _`${max}`, count });
    gen.forRange("i", 0, _`${data}.length`, (index) => {
      cxt.subschema({ keyword: "contains", dataProp: index, dataPropType: Type.Num, compositeRule: true, createErrors: false, allErrors: false }, fits);
      gen.if(fits, () => gen.code(_`${count}++`));
    });
    cxt.reset();
    cxt.pass(max === undefined ? _`${count} >= ${min}` : _`${count} >= ${min} && ${count} <= ${max}`);
  },
};
