import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

export interface MarkdownSurroundings {
  /** A heading that says just this is left out: the page shows it already. */
  readonly title?: string;
  /** The level that the topmost headings get, so that the page's headings are in order. */
  readonly topHeading: 2 | 3 | 4;
  /** Files of the solution; a link to one opens it. */
  readonly files: readonly string[];
  /** The address of an image inside the kata's folder; `undefined` where there is none, and its description is shown instead. */
  readonly imageAddress: (path: string) => string | undefined;
}

/**
 * Turns a pack's Markdown into HTML that is safe in a page of ours: markup of the author's stays text, links lead to https addresses or to
 * files of the solution, and no attribute of the author's but these addresses gets through. A link elsewhere is shown as text.
 */
export function renderMarkdown(source: string, surroundings: MarkdownSurroundings): string {
  const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
  const tokens = markdown.parse(source, {});
  const kept = withHeadings(tokens, surroundings);
  for (const token of kept) {
    alignByClass(token);
    if (token.children !== null) {
      token.children = withLinks(token.children, surroundings);
    }
  }
  const { rules } = markdown.renderer;
  const escape = markdown.utils.escapeHtml;
  rules["fence"] = rules["code_block"] = (all, index) => `<pre tabindex="0"><code>${escape(all[index]?.content ?? "")}</code></pre>\n`;
  rules["table_open"] = () => '<div class="table" tabindex="0"><table>\n';
  rules["table_close"] = () => "</table></div>\n";
  rules["link_open"] = (all, index) => {
    const { file, address } = linkOf(all[index]);
    return file === undefined ? `<a href="${escape(address ?? "")}">` : `<button type="button" class="link" data-file="${escape(file)}">`;
  };
  rules["link_close"] = (all, index) => (linkOf(all[index]).file === undefined ? "</a>" : "</button>");
  rules["image"] = (all, index) => {
    const token = all[index];
    const address = surroundings.imageAddress(String(token?.attrGet("src") ?? ""));
    const description = escape(token?.content ?? "");
    return address === undefined ? description : `<img src="${escape(address)}" alt="${description}">`;
  };
  return markdown.renderer.render(kept, markdown.options, {});
}

/** Drops the heading that repeats the title and gives the others levels without gaps. */
function withHeadings(tokens: readonly Token[], { title, topHeading }: MarkdownSurroundings): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === "heading_open" && title !== undefined && tokens[index + 1]?.content.trim() === title.trim()) {
      index += 2;
    } else if (token !== undefined) {
      kept.push(token);
    }
  }
  const levels = kept.filter(({ type }) => type === "heading_open").map(({ tag }) => Number(tag.slice(1)));
  const top = Math.min(...levels);
  let above = topHeading - 1;
  let open = "";
  for (const token of kept) {
    if (token.type === "heading_open") {
      above = Math.min(Number(token.tag.slice(1)) - top + topHeading, above + 1, 6);
      open = `h${String(above)}`;
      token.tag = open;
    } else if (token.type === "heading_close") {
      token.tag = open;
    }
  }
  return kept;
}

/** The page's policy admits no inline styles, by which the renderer would align the cells of a table. */
function alignByClass(token: Token): void {
  const side = /^text-align:(\w+)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  if (token.attrs !== null) {
    token.attrs = side === undefined ? token.attrs : [["class", `align-${side}`]];
  }
}

interface LinkTarget {
  readonly file?: string;
  readonly address?: string;
}

function withLinks(children: readonly Token[], { files }: MarkdownSurroundings): Token[] {
  const open: (LinkTarget | undefined)[] = [];
  return children.filter((token) => {
    if (token.type === "link_open") {
      const target = targetOf(String(token.attrGet("href") ?? ""), files);
      open.push(target);
      token.meta = target === undefined ? null : { ...target };
      return target !== undefined;
    }
    if (token.type === "link_close") {
      const target = open.pop();
      token.meta = target === undefined ? null : { ...target };
      return target !== undefined;
    }
    return true;
  });
}

function targetOf(href: string, files: readonly string[]): LinkTarget | undefined {
  if (URL.canParse(href) && new URL(href).protocol === "https:") {
    return { address: href };
  }
  const path = href.replace(/^\.\//, "").replace(/^starter\//, "");
  return files.includes(path) ? { file: path } : undefined;
}

function linkOf(token: Token | undefined): LinkTarget {
  return token?.meta ?? {};
}
