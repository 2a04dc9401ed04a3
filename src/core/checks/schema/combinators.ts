import { type CodeKeywordDefinition, type ErrorObject, type KeywordCxt, Name, _ } from "ajv";

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
