import type { Translate } from "../../checks/translate";
import type { Span } from "../segment";
import { groupWords } from "./groupWords";
import type { LanguageSnapshot } from "./languageSnapshot";
import { boundsOf, type GroupInPlace, type MessagePlacement } from "./placement";

/** A line of the outline. */
export interface OutlineNode extends Span {
  readonly kind: "file" | "batch" | "message" | "group" | "segment";
  readonly name: string;
  /** A few words about what is in it; may be "". */
  readonly detail: string;
  /** What to go to: the name of the (first) segment. */
  readonly named: Span;
  readonly children: readonly OutlineNode[];
}

/** A file as a tree: envelopes, messages, the groups of their structure, segments. */
export function outlineOf(snapshot: LanguageSnapshot, locale: string, t: Translate): readonly OutlineNode[] {
  return new OutlineBuilder(snapshot, locale, t).build();
}

class OutlineBuilder {
  constructor(private readonly snapshot: LanguageSnapshot, private readonly locale: string, private readonly t: Translate) {}

  build(): readonly OutlineNode[] {
    const { segments, document: { messages } } = this.snapshot;
    const pieces: OutlineNode[] = [];
    let next = 0;
    for (const [message, [from, to]] of messages.entries()) {
      for (; next < from; next++) {
        pieces.push(this.segment(next));
      }
      pieces.push(this.message(message, from, to));
      next = to;
    }
    for (; next < segments.length; next++) {
      pieces.push(this.segment(next));
    }
    return this.enclose(this.enclose(pieces, "BHS", "BTS", "batch"), "FHS", "FTS", "file");
  }

  /** Puts what stands between a header and its trailer into one line. */
  private enclose(nodes: readonly OutlineNode[], opens: string, closes: string, kind: "file" | "batch"): readonly OutlineNode[] {
    const found: OutlineNode[] = [];
    let open: OutlineNode[] | undefined;
    const close = (): void => {
      const [first] = open ?? [];
      const last = open?.at(-1);
      if (open !== undefined && first !== undefined && last !== undefined) {
        found.push({ kind, name: kind === "file" ? this.t("File") : this.t("Batch"), detail: this.counted(open), from: first.from, to: last.to, named: first.named, children: open });
      }
      open = undefined;
    };
    for (const node of nodes) {
      const name = node.kind === "segment" ? node.name : "";
      if (name === opens || (opens === "BHS" && (name === "FHS" || name === "FTS"))) {
        close();
      }
      if (name === opens) {
        open = [];
      }
      (open ?? found).push(node);
      if (name === closes) {
        close();
      }
    }
    close();
    return found;
  }

  private counted(nodes: readonly OutlineNode[]): string {
    const count = countOf(nodes);
    return count === 1 ? this.t("1 message") : this.t("{count} messages", { count });
  }

  private message(message: number, from: number, to: number): OutlineNode {
    const { type, trigger, controlId, structure } = this.snapshot.headerOf(message);
    const title = [type, trigger].filter((part) => part !== "").join(" ");
    const detail = [structure?.name ?? "", controlId].filter((part) => part !== "").join(" · ");
    return {
      kind: "message", name: title === "" ? this.t("Message") : title, detail, ...this.spanOf(from, to - 1), named: this.nameOf(from),
      children: this.parts(this.snapshot.placementOf(message)),
    };
  }

  private parts({ from, parts }: MessagePlacement): readonly OutlineNode[] {
    return parts.map((part) => (part.kind === "segment" ? this.segment(from + part.index) : this.group(part, from)));
  }

  private group(group: GroupInPlace, base: number): OutlineNode {
    const [first, last] = boundsOf(group);
    const children = this.parts({ from: base, parts: group.parts });
    const number = group.occurrence === undefined ? "" : ` ${String(group.occurrence)}`;
    return { kind: "group", name: groupWords(group.place.name) + number, detail: "", ...this.spanOf(base + first, base + last), named: this.nameOf(base + first), children };
  }

  private segment(index: number): OutlineNode {
    const { snapshot } = this;
    const segment = snapshot.segments[index];
    const occurrence = snapshot.occurrenceOf(index);
    return {
      kind: "segment", name: (segment?.name ?? "") + (occurrence === undefined ? "" : `[${String(occurrence)}]`), detail: snapshot.summaryOf(index, this.locale),
      ...this.spanOf(index, index), named: this.nameOf(index), children: [],
    };
  }

  private spanOf(first: number, last: number): Span {
    const from = this.snapshot.segments[first]?.from ?? 0;
    return { from, to: this.snapshot.segments[last]?.to ?? from };
  }

  private nameOf(index: number): Span {
    const segment = this.snapshot.segments[index];
    return { from: segment?.from ?? 0, to: (segment?.from ?? 0) + (segment?.name.length ?? 0) };
  }
}

function countOf(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.kind === "message" ? 1 : countOf(node.kind === "batch" ? node.children : [])), 0);
}
