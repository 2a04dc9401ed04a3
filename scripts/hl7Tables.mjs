// Writes src/core/hl7v2/dictionary/publishedTables.json: the HL7 tables that the dictionary refers to, from the code systems that HL7 publishes with FHIR R4 under CC0.
//   node scripts/hl7Tables.mjs            writes the file
//   node scripts/hl7Tables.mjs --check    fails when it is not up to date
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dictionary = join(root, "src", "core", "hl7v2", "dictionary");
const target = join(dictionary, "publishedTables.json");
const published = JSON.parse(readFileSync(join(root, "node_modules", "@medplum", "definitions", "dist", "fhir", "r4", "v2-tables.json"), "utf8"));

/** Codes of the National Uniform Billing Committee, which belong to the American Hospital Association: condition, value, occurrence, occurrence span, revenue. */
const notFree = new Set(["43", "153", "350", "351", "456"]);

/**
 * Open although they are tables of HL7: sources of comments (may be extended locally, section 2.5.10), parts of MIME types (taken over from RFC 2046),
 * types of identifiers, how the patient stands to the insured (user-defined since v2.3.1), coding systems (99zzz),
 * message structures, of which the publication lacks some that the chapters have (RDE_O25).
 */
const open = new Set(["105", "191", "203", "291", "344", "354", "396", "834"]);

/** Words about a table that stand among its codes. */
const noCodes = new Set(["Not present", "<null>", "L,M,N", "Varies"]);

/** Message types and events may be a site's own: they begin with Z (chapter 2, section 2.11). */
const local = new Map([["3", "Z"], ["76", "Z"]]);

/** Published under another name than the number alone. */
const elsewhere = new Map([
  ["6", ["CodeSystem", "v2-2.4-0006"]],
  ["360", ["CodeSystem", "v2-2.7-0360"]],
  ["5", ["ValueSet", "v2-0005"]],
  ["125", ["ValueSet", "v2-0125"]],
]);

/** Names that the publication misspells or does not give. */
const names = new Map([
  ["1", "administrative sex"], ["5", "race"], ["6", "religion"], ["64", "financial class"], ["104", "version ID"], ["125", "value type"], ["155", "acknowledgment conditions"],
  ["157", "which date/time status qualifier"], ["163", "body site"], ["169", "reporting priority"], ["180", "record-level event code"], ["181", "record-level error return"],
  ["185", "preferred method of contact"], ["190", "address type"], ["360", "degree"],
]);

/** Which data types refer to a table, over all versions: `ID` means a table of HL7, `IS` one that users define. */
function usedBy() {
  const found = new Map();
  for (const folder of ["segments", "dataTypes"]) {
    for (const file of readdirSync(join(dictionary, folder))) {
      for (const [, type, table] of readFileSync(join(dictionary, folder, file), "utf8").matchAll(/ \| [\d.]+ (\w+)[^|\n]*? t(\d+)/g)) {
        found.set(table, (found.get(table) ?? new Set()).add(type));
      }
    }
  }
  return found;
}

function resourceOf(id) {
  const [type, name] = elsewhere.get(id) ?? ["CodeSystem", `v2-${id.padStart(4, "0")}`];
  return published.entry.map((entry) => entry.resource).find((resource) => resource.resourceType === type && resource.id === name);
}

function conceptsOf(resource) {
  return resource.resourceType === "CodeSystem" ? resource.concept : resource.compose.include.flatMap((include) => include.concept);
}

function isDeprecated(concept) {
  return (concept.property ?? []).some((property) => property.code === "status" && property.valueCode === "deprecated");
}

function nameOf(id, resource) {
  return names.get(id) ?? tidy(resource.title.replace(/^v2 /, "")).replaceAll("’", "'").toLowerCase().replace(/\b(id|drg|tq|mfn|obr|y\/n|mime|cp|poa|ccl|rx)\b/g, (word) => word.toUpperCase());
}

export function hl7Tables() {
  const tables = {};
  for (const [id, types] of [...usedBy()].sort(([a], [b]) => a - b)) {
    const resource = resourceOf(id);
    if (resource === undefined || notFree.has(id)) {
      continue;
    }
    if (resource.copyright !== undefined) {
      throw new Error(`Table ${id} has a copyright statement: read it, then let it in or leave it out.`);
    }
    const concepts = conceptsOf(resource);
    // "..." stands for further codes, "47 ... 49" for a range: such a table is not closed.
    const isClosed = types.has("ID") && !types.has("IS") && !open.has(id) && !concepts.some((concept) => concept.code.includes("..."));
    const codes = concepts.filter((concept) => !concept.code.includes("...") && !noCodes.has(concept.code));
    tables[id] = {
      name: nameOf(id, resource),
      kind: isClosed ? "hl7" : "user",
      url: resource.resourceType === "CodeSystem" ? resource.url.replace(/\|.*/, "") : resource.url,
      ...(local.has(id) ? { local: local.get(id) } : {}),
      codes: codes.map((concept) => [concept.code, tidy(concept.display ?? ""), ...(isDeprecated(concept) ? ["deprecated"] : [])].join("\t")).join("\n"),
    };
  }
  const source = "Code systems of the HL7 v2 tables as HL7 publishes them with FHIR R4 (4.0.1), in the public domain (CC0 1.0, https://hl7.org/fhir/R4/license.html). Written by scripts/hl7Tables.mjs.";
  return `${JSON.stringify({ source, tables }, undefined, 1)}\n`;
}

function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--check")) {
    const isUpToDate = readFileSync(target, "utf8") === hl7Tables();
    console.log(isUpToDate ? "publishedTables.json is up to date." : "publishedTables.json is not up to date: run `node scripts/hl7Tables.mjs`.");
    process.exitCode = isUpToDate ? 0 : 1;
  } else {
    writeFileSync(target, hl7Tables());
    console.log("Wrote publishedTables.json.");
  }
}
