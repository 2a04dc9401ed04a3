import { shortText } from "../checks/words";
import type { Document } from "../documents/document";
import { LineIndex } from "../text/lineIndex";
import { momentsAgree, TreeComparison, type NodeDifference } from "./compareTrees";
import { type DiffNode, pathOf, pointerOf } from "./diffNode";
import type { Difference } from "./difference";
import { differenceSentence } from "./differenceSentences";
import { treesOf } from "./diffTrees";
import { strict, type Tolerance } from "./tolerance";

/**
 * In what two documents of one format differ, by structure: HL7 v2 by segment, field, repetition, component and subcomponent; JSON by property and item. Segments, repetitions and items are
 * paired by what they are, so that one that was put in is one difference. Time is near the length of the texts.
 *
 * @param tolerance what is no difference; nothing unless stated
 * @returns in the order of the actual document; empty exactly when they are the same
 * @throws HumanError when the documents are of different formats, or a path of `tolerance` cannot be read
 */
export function diffDocuments(expected: Document, actual: Document, tolerance: Tolerance = strict): readonly Difference[] {
  const trees = treesOf(expected, actual, tolerance);
  if (trees === undefined) {
    return oneIsEmpty(expected, actual);
  }
  const found = new TreeComparison(momentsAgree).compare(...trees);
  const writer = new DifferenceWriter(expected, actual);
  return found.map((difference) => writer.write(difference));
}

/** Of a JSON text that has no value at all, there is nothing to compare. */
function oneIsEmpty(expected: Document, actual: Document): readonly Difference[] {
  const [one, other] = [expected.value !== undefined, actual.value !== undefined];
  if (one === other) {
    return [];
  }
  const kind = one ? "removed" : "added";
  const code = `diff.${kind}Part`;
  return [{
    kind, path: "", pointers: { expected: "", actual: "" }, ranges: { expected: expected.nearestRangeOf(""), actual: actual.nearestRangeOf("") },
    ...(one ? { expected: expected.text } : { actual: actual.text }), code, args: { path: "" }, message: differenceSentence(code, { path: "" }),
  }];
}

class DifferenceWriter {
  private readonly expectedLines: LineIndex;
  private readonly actualLines: LineIndex;

  constructor(private readonly expected: Document, private readonly actual: Document) {
    this.expectedLines = new LineIndex(expected.text);
    this.actualLines = new LineIndex(actual.text);
  }

  write({ kind, left, right, leftThere, rightThere }: NodeDifference): Difference {
    const there = kind === "removed" ? left : right;
    const path = pathOf(there);
    const expected = leftThere ? this.expected.text.slice(left.from, left.to) : undefined;
    const actual = rightThere ? this.actual.text.slice(right.from, right.to) : undefined;
    const { code, args } = this.saying(kind, path, left, right, expected, actual);
    return {
      kind, path,
      pointers: { expected: pointerOf(left), actual: pointerOf(right) },
      ranges: { expected: this.expectedLines.rangeOf(left.from, left.to), actual: this.actualLines.rangeOf(right.from, right.to) },
      ...(expected !== undefined && { expected }), ...(actual !== undefined && { actual }),
      code, args, message: differenceSentence(code, args),
    };
  }

  private saying(kind: NodeDifference["kind"], path: string, left: DiffNode, right: DiffNode, expected: string | undefined, actual: string | undefined): { readonly code: string; readonly args: Readonly<Record<string, string>> } {
    switch (kind) {
      case "moved": {
        const expectedPath = pathOf(left);
        return expectedPath === path ? { code: "diff.movedHere", args: { path } } : { code: "diff.moved", args: { path, expectedPath } };
      }
      case "added":
        return actual === "" ? { code: "diff.emptyAdded", args: { path } } : isShort(actual) ? { code: "diff.added", args: { path, actual: quoted(actual) } } : { code: "diff.addedPart", args: { path } };
      case "removed":
        return expected === "" ? { code: "diff.emptyRemoved", args: { path } } : isShort(expected) ? { code: "diff.removed", args: { path, expected: quoted(expected) } } : { code: "diff.removedPart", args: { path } };
      case "changed":
        return left.shape !== "value" && right.shape !== "value" && !isShort(expected) && !isShort(actual)
          ? { code: "diff.changedPart", args: { path } }
          : { code: "diff.changed", args: { path, expected: quoted(expected), actual: quoted(actual) } };
    }
  }
}

/** Texts that a sentence can show. */
function isShort(text: string | undefined): text is string {
  return text !== undefined && text.length <= 60 && !/[\r\n]/.test(text);
}

/** A written value as a sentence shows it: what JSON has in quotation marks has them already. */
function quoted(written = ""): string {
  return /^["[{]/.test(written) || /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(written) ? shortText(written) : `"${shortText(written)}"`;
}
