import { transform } from "sucrase";
import type { Transform } from "sucrase";
import { SourceProblem } from "./kataFailure";

const typeScript = /\.[cm]?ts$/;
const moduleWords = /\b(?:import|export)\b/;

/**
 * Turns TypeScript, and modules written with `import` and `export`, into the body of a CommonJS function. Every line stays where it is,
 * so stack traces need no source map; columns move.
 *
 * @param withMap adds an inline source map, by which a debugger finds `realPath`
 * @throws SourceProblem when the text cannot be read
 */
export function toScript(source: string, name: string, realPath: string, withMap: boolean): string {
  const transforms: Transform[] = typeScript.test(name) ? ["typescript", "imports"] : moduleWords.test(source) ? ["imports"] : [];
  if (transforms.length === 0) {
    return source;
  }
  try {
    const { code, sourceMap } = transform(source, {
      transforms,
      disableESTransforms: true,
      production: true,
      filePath: realPath,
      ...(withMap && { sourceMapOptions: { compiledFilename: realPath } }),
    });
    const script = code.includes("import.meta") ? code.replace(/\bimport\.meta\b/g, "__importMeta") : code;
    return sourceMap === undefined
      ? script
      : `${script}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify({ ...sourceMap, sourcesContent: [source] })).toString("base64")}`;
  } catch (error) {
    const { message, loc } = error as Error & { readonly loc?: { readonly line: number } };
    const problem = message.replace(`Error transforming ${realPath}: `, "").replace(/\s*\(\d+:\d+\)$/, "");
    throw new SourceProblem(name, loc === undefined ? undefined : loc.line - 1, problem);
  }
}
