/** A link or picture in a Markdown text. */
export interface MarkdownLink {
  readonly target: string;
  /** UTF-16 offset of `target` in the text. */
  readonly offset: number;
}

/** The links of a Markdown text: inline ones, pictures and reference definitions, outside of code. */
export function linksIn(text: string): readonly MarkdownLink[] {
  const prose = withoutCode(text);
  const links: MarkdownLink[] = [];
  for (const match of prose.matchAll(/\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g)) {
    links.push(linkOf(match, match[1] ?? ""));
  }
  for (const match of prose.matchAll(/^ {0,3}\[[^\]\n]+\]:[ \t]*(<[^<>\n]*>|\S+)/gm)) {
    links.push(linkOf(match, match[1] ?? ""));
  }
  return links.sort((a, b) => a.offset - b.offset);
}

/** Whether a target names a file beside the text: it has no scheme and is no mere anchor. */
export function isFileLink(target: string): boolean {
  return target !== "" && !target.startsWith("#") && !target.startsWith("//") && !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(target);
}

function linkOf(match: RegExpExecArray, written: string): MarkdownLink {
  const at = match.index + match[0].lastIndexOf(written);
  return written.startsWith("<") ? { target: written.slice(1, -1), offset: at + 1 } : { target: written, offset: at };
}

/** The text with code blanked out, every offset kept. */
function withoutCode(text: string): string {
  const blank = (code: string): string => code.replace(/[^\r\n]/g, " ");
  return text
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}
