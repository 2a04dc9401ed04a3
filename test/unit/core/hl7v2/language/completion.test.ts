import assert from "node:assert/strict";
import fc from "fast-check";
import { inEnglish } from "../../../../../src/core/checks/translate";
import { completionAt, type CompletionOffer } from "../../../../../src/core/hl7v2/language/completion";
import { anyLanguageText, resultMessage, snapshotOf } from "../../../../support/languageSamples";

/** What is offered where ‸ stands, in the order in which it is shown, and the text with the first offer taken. */
function complete(marked: string): { readonly offers: readonly CompletionOffer[]; readonly taken: string } {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const completion = completionAt(snapshotOf(text), offset, inEnglish);
  const offers = [...(completion?.offers ?? [])].sort((one, other) => (one.sort < other.sort ? -1 : 1));
  const taken = completion === undefined ? text : text.slice(0, completion.from) + (offers[0]?.insert ?? "") + text.slice(completion.to);
  return { offers, taken };
}

const header = "MSH|^~\\&|A|B|C|D|20240101||ADT^A01^ADT_A01|1|P|2.5.1\n";
const labels = ({ offers }: { readonly offers: readonly CompletionOffer[] }): readonly string[] => offers.map(({ label }) => label);

describe("completion", () => {
  it("begins a file with a header", () => {
    assert.deepEqual(labels(complete("‸")), ["MSH", "FHS", "BHS"]);
    assert.equal(complete("M‸").taken, "MSH|^~\\&|");
  });

  it("offers first the segments that the structure has next, then the others of the message, then all that are known", () => {
    const found = complete(`${header}EVN||2024\n‸`);
    assert.equal(found.offers[0]?.label, "PID");
    const fits = found.offers.filter(({ detail }) => detail === "may stand here in ADT_A01").map(({ label }) => label);
    assert.ok(fits.includes("PID") && !fits.includes("PV1") && !fits.includes("OBR"), fits.join(" "));
    const rest = labels(found);
    assert.ok(rest.indexOf("PV1") < rest.indexOf("OBR"));
    assert.equal(found.offers.find(({ label }) => label === "OBR")?.detail, "not in this message");
    assert.equal(found.taken, `${header}EVN||2024\nPID|`);
  });

  it("writes a name over what is there, with the separator only where none follows", () => {
    assert.equal(complete(`${header}EVN|\nP‸`).taken, `${header}EVN|\nPID|`);
    assert.equal(complete(`${header}EVN|\nP‸X|1`).taken, `${header}EVN|\nPID|1`);
    assert.equal(complete("MSH$:*!%$A$$$$$$ADT:A01$1$P$2.5.1\nEVN$\n‸").taken.split("\n")[2], "PID$");
  });

  it("offers the codes of the table of a field, a component or the type that OBX-2 gives, with what they mean", () => {
    const sex = complete(`${header}PID|1||1||A^B||2000|‸`);
    assert.ok(labels(sex).includes("F"));
    assert.equal(sex.offers.find(({ label }) => label === "F")?.description, "Female");
    assert.equal(sex.offers[0]?.detail, "Table 0001, administrative sex; a site may have its own codes");
    assert.ok(labels(complete(`${header}PID|1||1^^^A^‸`)).includes("MR"));
    const types = labels(complete(`${header}OBX|1|‸`));
    assert.ok(types.includes("NM") && types.includes("CWE"));
  });

  it("replaces the code that is there", () => {
    assert.match(complete(`${header}PID|1||1||A^B||2000|X‸Y|z`).taken, /\|2000\|[A-Z]\|z$/);
  });

  it("puts first the events of a message type and the structure of an event", () => {
    const events = complete("MSH|^~\\&|A|B|C|D|20240101||ORU^‸|1|P|2.5.1");
    assert.ok(events.offers.slice(0, 3).map(({ label }) => label).includes("R01"), labels(events).slice(0, 5).join(" "));
    assert.equal(labels(complete("MSH|^~\\&|A|B|C|D|20240101||ADT^A04^‸|1|P|2.5.1"))[0], "ADT_A01");
    assert.ok(labels(complete("MSH|^~\\&|A|B|C|D|20240101||ADT^A04|1|P|‸")).includes("2.5.1"));
  });

  it("offers nothing in free text, in the header's delimiters, or for a code of another coding system", () => {
    for (const marked of [`${header}PID|1||1||‸`, "MSH|^‸~\\&|A", `${header}DG1|1||I10‸^Hypertension^I10C`, `${header}ZXX|‸`, `${header}This is no seg‸ment`]) {
      assert.deepEqual(labels(complete(marked)), [], marked);
    }
  });

  it("never throws, and replaces a stretch of one line around the offset, in any text", () => {
    fc.assert(fc.property(anyLanguageText, (text) => {
      const snapshot = snapshotOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const completion = completionAt(snapshot, offset, inEnglish);
        if (completion !== undefined) {
          assert.ok(completion.from <= offset && offset <= completion.to);
          assert.doesNotMatch(text.slice(completion.from, completion.to), /[\r\n]/);
          assert.equal(new Set(completion.offers.map(({ label }) => label)).size, completion.offers.length);
        }
      }
    }), { numRuns: 40 });
  });

  it("keeps the offers of the message of each place apart", () => {
    assert.ok(labels(complete(`${resultMessage}\n‸`)).indexOf("OBX") < labels(complete(`${resultMessage}\n‸`)).indexOf("PV1"));
  });
});
