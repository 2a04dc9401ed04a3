import assert from "node:assert/strict";
import fc from "fast-check";
import { readXhtml } from "../../../../../../src/core/fhir/validation/rules/xhtml";
import { accepts, refuses, warns } from "../../../../../support/fhirRules";

const patient = (content: string, start = '<div xmlns="http://www.w3.org/1999/xhtml">'): unknown => ({ resourceType: "Patient", id: "p", text: { status: "generated", div: `${start}${content}</div>` } });

describe("narratives", () => {
  it("may have formatting, tables, lists, links and images", () => {
    for (const content of [
      "text", "<p>a <b>b</b><br/></p>", "<table class=\"x\" border=\"1\"><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>", "<ul><li>1</li></ul>", "<a href=\"http://example.org\">x</a>", "<img src=\"data:image/png;base64,AA==\" alt=\"x\"/>",
      "&#160;&amp;&lt;", "<p style=\"color: red\" title=\"x\" xml:lang=\"en\">x</p>", "<!-- note -->x", "<a name=\"top\"> </a><a href=\"#top\">up</a>", "<a href=\"Patient/1\">x</a>", "<a href=\"mailto:a@b.example\">x</a>",
    ]) {
      accepts(patient(content));
    }
  });

  it("txt-1: have no elements that act or fetch", () => {
    for (const element of ["script", "form", "iframe", "object", "embed", "link", "base", "head", "body", "input", "button", "svg", "video", "ins", "del"]) {
      refuses(patient(`x<${element}>x</${element}>`), ["fhir.narrative.element /text/div"]);
    }
  });

  it("txt-1: have no attributes that act or mean nothing", () => {
    refuses(patient("<p onclick=\"x()\">x</p>"), ["fhir.narrative.handler /text/div"]);
    refuses(patient("<p OnLoad=\"x()\">x</p>"), ["fhir.narrative.handler /text/div"]);
    refuses(patient("<p data-x=\"1\">x</p>"), ["fhir.narrative.attribute /text/div"]);
    refuses(patient("<p href=\"x\">x</p>"), ["fhir.narrative.attribute /text/div"]);
    refuses(patient("<span src=\"x\">x</span>"), ["fhir.narrative.attribute /text/div"]);
  });

  it("have no addresses that run something, however they are hidden", () => {
    for (const address of ["javascript:x()", "JavaScript:x()", " java&#9;script:x()", "vbscript:x", "data:text/html,x"]) {
      refuses(patient(`<a href="${address}">x</a>`), ["fhir.narrative.address /text/div"]);
    }
    refuses(patient("<img src=\"javascript:x()\"/>"), ["fhir.narrative.address /text/div"]);
  });

  it("have no styles that run or fetch something", () => {
    for (const style of ["width: expression(x())", "background: url(javascript:x)", "@import 'x'", "behavior: url(x)", "width: exp/**/ression(x)"]) {
      refuses(patient(`<p style="${style}">x</p>`), ["fhir.narrative.style /text/div"]);
    }
    warns(patient("<p style=\"background: url(http://example.org/x.png)\">x</p>"), ["fhir.narrative.outside /text/div"]);
  });

  it("are XML: closed, with quotation marks, with its own entities only", () => {
    for (const content of ["<p>x", "x</p>", "<p>x</b></p>", "<p class=x>x</p>", "a < b", "a & b", "&#0;"]) {
      refuses(patient(content), ["fhir.narrative.malformed /text/div"]);
    }
    for (const entity of ["&nbsp;", "&reg;", "&eacute;"]) {
      refuses(patient(`x${entity}`), ["fhir.narrative.entity /text/div"]);
    }
    refuses({ resourceType: "Patient", text: { status: "generated", div: "just text" } }, ["fhir.narrative.root /text/div"]);
    refuses({ resourceType: "Patient", text: { status: "generated", div: "<?xml version=\"1.0\"?><div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>" } }, ["fhir.narrative.root /text/div"]);
    refuses({ resourceType: "Patient", text: { status: "generated", div: "<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>" } }, ["fhir.narrative.root /text/div"]);
    refuses({ resourceType: "Patient", text: { status: "generated", div: "<!DOCTYPE div><div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>" } }, ["fhir.narrative.doctype /text/div"]);
  });

  it("are XHTML by their namespace", () => {
    refuses(patient("x", "<div>"), ["fhir.narrative.namespace /text/div"]);
    refuses(patient("x", "<div xmlns=\"http://www.w3.org/1999/html\">"), ["fhir.narrative.namespace /text/div"]);
  });

  it("txt-2: have content", () => {
    refuses(patient(""), ["fhir.narrative.empty /text/div"]);
    refuses(patient("<p></p><br/>"), ["fhir.narrative.empty /text/div"]);
    warns(patient(" \n "), ["fhir.narrative.empty /text/div"]);
  });

  it("have links that lead somewhere within", () => {
    refuses(patient("<a href=\"#a\">x</a>"), ["fhir.narrative.link /text/div"]);
    accepts(patient("<a href=\"#a\">x</a><p id=\"a\">y</p>"));
    accepts(patient("<a href=\"#p\">x</a>"));
  });

  it("are looked at in a composition's sections too", () => {
    const composition = {
      resourceType: "Composition", status: "final", type: { text: "x" }, date: "2024", author: [{ display: "x" }], title: "x",
      section: [{ title: "a", text: { status: "generated", div: "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script/>x</div>" } }],
    };
    refuses(composition, ["fhir.narrative.element /section/0/text/div"]);
  });

  it("never throw, whatever they are", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom("<div", ">", "</div>", "&", "<!--", "]]>", "<![CDATA[", "\u0000", "<?x?>", " a='1'", "xmlns:x=", "\"", "text")).map((parts) => parts.join(""))), (text) => {
      assert.ok(Array.isArray(readXhtml(text).faults));
    }));
  });
});
