import assert from "node:assert/strict";
import { briefHtml } from "../../../../src/editor/brief/briefHtml";

const page = { title: "T", language: "en", script: "https://s/brief.js", style: "https://s/brief.css", ownSource: "https://*.own", nonce: "n0nce", uuid: "u" };

describe("briefHtml", () => {
  it("lets in nothing but our script, style and images", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(briefHtml(page))?.[1];
    assert.equal(policy, "default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.own; img-src https://*.own");
  });

  it("holds no markup of a kata's title or folder", () => {
    const html = briefHtml({ ...page, title: "</title><script>alert(1)</script>", folder: '/w/"><img src=x>' });
    assert.doesNotMatch(html, /<script>alert|<img/);
    assert.match(html, /data-folder="\/w\/&quot;&gt;&lt;img src=x&gt;"/);
  });
});
