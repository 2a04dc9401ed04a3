import { SaxesParser } from "saxes";

/** A fault of a narrative's XHTML: `code` goes behind `fhir.narrative.`, `args` into its sentence. */
export interface XhtmlFault {
  readonly code: "malformed" | "root" | "namespace" | "element" | "oldElement" | "attribute" | "handler" | "entity" | "address" | "style" | "outside" | "empty" | "sameId" | "doctype";
  readonly severity: "error" | "warning";
  readonly args: Readonly<Record<string, string>>;
}

/** What a narrative's XHTML holds. */
export interface XhtmlSummary {
  readonly faults: readonly XhtmlFault[];
  /** Values of `id` and of `name` on `a`: what links within the text can lead to. */
  readonly anchors: ReadonlySet<string>;
  /** Values of `href="#…"` without the `#`. */
  readonly links: readonly string[];
}

const namespace = "http://www.w3.org/1999/xhtml";

/** Chapters 7 to 11 (without 9.4) and 15 of HTML 4.0, a and img: https://hl7.org/fhir/R4/narrative.html#xhtml */
const elements = new Set([
  ..."a abbr acronym address b bdo big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre q samp small span strong".split(" "),
  ..."sub sup table tbody td tfoot th thead tr tt ul var".split(" "),
]);

/** In chapters 13 and 15 of HTML 4.0, but not in the list of the invariant txt-1: some validators refuse them. */
const oldElements = new Set(["area", "center", "font", "map", "s", "strike", "u"]);

/** What those chapters allow on them. */
const attributes = new Set([
  ..."abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset cite class color colspan compact coords dir face".split(" "),
  ..."frame headers height href hreflang hspace id lang longdesc name noshade nowrap rel rev rowspan rules scope shape size span src start style summary tabindex".split(" "),
  ..."title type usemap valign value vspace width xml:lang xml:space".split(" "),
]);

const xmlEntities = new Set(["amp", "lt", "gt", "quot", "apos"]);

/** More than this says nothing more. */
const mostFaults = 20;

/** Reads a narrative's `div` and gathers what the specification forbids in it: https://hl7.org/fhir/R4/narrative.html. Never throws. */
export function readXhtml(text: string): XhtmlSummary {
  const reader = new XhtmlReader();
  reader.read(text);
  return reader;
}

class XhtmlReader implements XhtmlSummary {
  readonly faults: XhtmlFault[] = [];
  readonly anchors = new Set<string>();
  readonly links: string[] = [];
  private readonly known = new Set<string>();
  private depth = 0;
  private hasContent = false;
  private hasAnything = false;

  read(text: string): void {
    const entity = [...text.matchAll(/&([A-Za-z][A-Za-z0-9]*);/g)].find(([, name = ""]) => !xmlEntities.has(name));
    if (entity !== undefined) {
      this.fault("entity", { entity: entity[0] });
      return;
    }
    const trimmed = text.trim();
    // An XML declaration can stand at the beginning of a document only, and this is a part of one.
    if (!trimmed.startsWith("<") || trimmed.startsWith("<?") || !trimmed.endsWith(">")) {
      this.fault("root", { found: trimmed.length > 40 ? `${trimmed.slice(0, 39)}…` : trimmed });
      return;
    }
    const failure = this.parse(trimmed);
    if (failure !== undefined) {
      this.fault("malformed", { reason: failure.replace(/[.]+$/, "") });
    } else if (!this.hasContent) {
      // txt-2 asks for more than white space; examples of the specification have nothing else.
      this.fault("empty", {}, this.hasAnything ? "warning" : "error");
    }
  }

  /** The first fault of the XML, in the parser's words. */
  private parse(text: string): string | undefined {
    const parser = new SaxesParser({ xmlns: true, position: false });
    let failure: string | undefined;
    parser.on("error", (error) => {
      failure ??= error.message;
    });
    parser.on("doctype", () => this.fault("doctype", {}));
    parser.on("opentag", (tag) => {
      this.open(tag.local, tag.uri, tag.prefix, Object.values(tag.attributes));
      this.depth += 1;
    });
    parser.on("closetag", () => {
      this.depth -= 1;
    });
    const content = (piece: string): void => {
      this.hasAnything ||= piece !== "";
      this.hasContent ||= /[^ \t\r\n]/.test(piece);
    };
    parser.on("text", content);
    parser.on("cdata", content);
    try {
      parser.write(text).close();
    } catch (thrown) {
      failure ??= thrown instanceof Error ? thrown.message : String(thrown);
    }
    return failure;
  }

  private open(name: string, uri: string, prefix: string, given: readonly { readonly name: string; readonly value: string }[]): void {
    if (this.depth === 0) {
      if (name !== "div") {
        this.fault("root", { found: `<${name}>` });
      } else if (uri !== namespace) {
        this.fault("namespace", { namespace: uri });
      }
    } else if (uri !== namespace && uri !== "") {
      this.fault("namespace", { namespace: uri });
    }
    const element = prefix === "" ? name : `${prefix}:${name}`;
    if (oldElements.has(name)) {
      this.fault("oldElement", { element }, "warning");
    } else if (!elements.has(name)) {
      this.fault("element", { element });
    }
    this.hasContent ||= name === "img" && given.some((each) => each.name === "src");
    for (const attribute of given) {
      this.attribute(element, attribute.name, attribute.value);
    }
  }

  private attribute(element: string, name: string, value: string): void {
    if (name === "xmlns" || name.startsWith("xmlns:")) {
      return;
    }
    if (/^on/i.test(name)) {
      this.fault("handler", { element, attribute: name });
    } else if (!attributes.has(name) || (name === "href" && element !== "a" && element !== "area") || (name === "src" && element !== "img")) {
      this.fault("attribute", { element, attribute: name });
    } else if (name === "id" || name === "name") {
      if (name === "id" && this.anchors.has(value)) {
        this.fault("sameId", { id: value }, "warning");
      }
      this.anchors.add(value);
    } else if (name === "href" || name === "src") {
      this.address(element, name, value.trim());
    } else if (name === "style") {
      this.style(element, value);
    }
  }

  private address(element: string, attribute: string, value: string): void {
    // Browsers leave out white space and control characters within a scheme.
    // eslint-disable-next-line no-control-regex -- these are the characters that hide a scheme
    const plain = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
    if (/^(?:javascript|vbscript|livescript|mocha):/.test(plain) || (plain.startsWith("data:") && !plain.startsWith("data:image/"))) {
      this.fault("address", { element, attribute, address: value.length > 60 ? `${value.slice(0, 59)}…` : value });
    } else if (attribute === "href" && value.startsWith("#") && value.length > 1) {
      this.links.push(value.slice(1));
    }
  }

  private style(element: string, value: string): void {
    const plain = value.toLowerCase().replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, "");
    if (/expression\(|javascript:|vbscript:|@import|-moz-binding|behavior:/.test(plain)) {
      this.fault("style", { element });
    } else if (/url\(["']?(?:https?:)?\/\//.test(plain)) {
      this.fault("outside", { element }, "warning");
    }
  }

  private fault(code: XhtmlFault["code"], args: XhtmlFault["args"], severity: XhtmlFault["severity"] = "error"): void {
    const key = JSON.stringify([code, args]);
    if (!this.known.has(key) && this.faults.length < mostFaults) {
      this.known.add(key);
      this.faults.push({ code, severity, args });
    }
  }
}
