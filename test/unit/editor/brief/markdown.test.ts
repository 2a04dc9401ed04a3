import assert from "node:assert/strict";
import { renderMarkdown } from "../../../../src/editor/brief/markdown";

describe("renderMarkdown", () => {
  const render = (source: string, more: { title?: string; files?: readonly string[] } = {}): string =>
    renderMarkdown(source, {
      topHeading: 2,
      files: more.files ?? [],
      imageAddress: (path) => (path === "map.png" ? "https://webview/map.png" : undefined),
      ...(more.title === undefined ? {} : { title: more.title }),
    });

  it("keeps an author's markup as text", () => {
    assert.equal(render("<img src=x onerror=alert(1)>"), "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n");
    assert.match(render("<script>alert(1)</script>"), /&lt;script&gt;/);
  });

  it("leads only to https addresses", () => {
    assert.equal(render("[a](https://hl7.org/x?a=1&b=2)"), '<p><a href="https://hl7.org/x?a=1&amp;b=2">a</a></p>\n');
    for (const address of ["http://hl7.org", "command:workbench.action.quit", "file:///etc/passwd", "../../secret", "//evil.example", "vscode://x"]) {
      assert.doesNotMatch(render(`[a *b*](${address})`), /<a|<button|href/, address);
      assert.match(render(`[a *b*](${address})`), /a <em>b<\/em>/, address);
    }
  });

  it("shows the text of a javascript: link, and no link", () => {
    assert.doesNotMatch(render("[a](javascript:alert(1))"), /<a|href/);
  });

  it("turns a link to a file of the solution into a button that opens it", () => {
    assert.equal(render("[the answers](./paths.json)", { files: ["paths.json"] }), '<p><button type="button" class="link" data-file="paths.json">the answers</button></p>\n');
  });

  it("shows images of the kata, and of others only the description", () => {
    assert.equal(render("![A map](map.png)"), '<p><img src="https://webview/map.png" alt="A map"></p>\n');
    assert.equal(render('![A "track"](https://evil.example/t.png)'), "<p>A &quot;track&quot;</p>\n");
  });

  it("starts headings at the level asked for, without gaps, and drops the one that repeats the title", () => {
    assert.equal(render("# Read an ADT\n\n## Task\n\n#### Deep", { title: "Read an ADT" }), "<h2>Task</h2>\n<h3>Deep</h3>\n");
    assert.equal(render("# One\n\n### Two\n\n# Three"), "<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>\n");
  });

  it("aligns cells without inline styles, which the page's policy refuses", () => {
    const html = render("| a | b |\n|---|--:|\n| 1 | 2 |");
    assert.doesNotMatch(html, /style=/);
    assert.match(html, /<td class="align-right">2<\/td>/);
  });

  it("lets the keyboard reach code that scrolls", () => {
    assert.equal(render("```hl7\nPID|1||<b>\n```"), '<pre tabindex="0"><code>PID|1||&lt;b&gt;\n</code></pre>\n');
  });
});
