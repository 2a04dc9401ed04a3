import type { Document } from "../documents/document";
import { isHl7v2Document } from "../documents/hl7v2Document";
import { isJsonDocument } from "../documents/jsonDocument";
import { HumanError } from "../humanError";
import { type DiffNode, Interner } from "./diffNode";
import { hl7v2DiffTree } from "./hl7v2Nodes";
import { jsonDiffTree, type JsonComparing } from "./jsonNodes";
import { JsonPatterns, parseHl7v2Pattern } from "./pathPattern";
import { masked, NamedResources, pairedRenamings } from "./renaming";
import type { Tolerance } from "./tolerance";

/**
 * The trees of two documents, in which parts that are the same under the tolerance have the same id; `undefined` when one of them has no value at all.
 *
 * @throws HumanError when the documents are of different formats, or a path of `tolerance` cannot be read
 */
export function treesOf(expected: Document, actual: Document, tolerance: Tolerance): readonly [DiffNode, DiffNode] | undefined {
  const interner = new Interner();
  const { ignore = [], order = false } = tolerance;
  if (isHl7v2Document(expected) && isHl7v2Document(actual)) {
    const unordered = order === true ? true : order === false ? [] : order.map(parseHl7v2Pattern);
    const comparing = { interner, tolerance, ignored: ignore.map(parseHl7v2Pattern), unordered, known: new Map<string, number>() } as const;
    return [hl7v2DiffTree(expected, comparing), hl7v2DiffTree(actual, comparing)];
  }
  if (!isJsonDocument(expected) || !isJsonDocument(actual)) {
    throw new HumanError("diff.formats", `A ${expected.format} document cannot be compared with a ${actual.format} document; both must be of one format.`, { expected: expected.format, actual: actual.format });
  }
  if (expected.root === undefined || actual.root === undefined) {
    return undefined;
  }
  const ignored = new JsonPatterns(ignore, [...(tolerance.meta === true ? ["meta.versionId", "meta.lastUpdated", "meta.source"] : []), ...(tolerance.narrative === true ? ["text"] : [])]);
  const comparing: JsonComparing = {
    interner, precision: tolerance.precision === true, unordered: order === true ? true : new JsonPatterns(order === false ? [] : order), ignored, renaming: undefined,
  };
  const trees = (sides: readonly [JsonComparing, JsonComparing], left = expected.root, right = actual.root): readonly [DiffNode, DiffNode] | undefined =>
    left === undefined || right === undefined ? undefined : [jsonDiffTree(expected.text, left, sides[0]), jsonDiffTree(actual.text, right, sides[1])];
  if (tolerance.ids !== true) {
    return trees([comparing, comparing]);
  }
  const [ofLeft, ofRight] = [new NamedResources(expected.root), new NamedResources(actual.root)];
  const unnamed = trees([{ ...comparing, renaming: masked(ofLeft) }, { ...comparing, renaming: masked(ofRight) }]);
  if (unnamed === undefined) {
    return undefined;
  }
  const [left, right] = pairedRenamings(unnamed[0], ofLeft, unnamed[1], ofRight);
  return trees([{ ...comparing, renaming: left }, { ...comparing, renaming: right }]);
}
