"use strict";

/** Code systems without end, of which a value set may list a few codes all the same. */
const endless = ["http://unitsofmeasure.org", "urn:ietf:bcp:47"];

/**
 * Code systems whose codes belong to somebody who licenses them, or that are too large for an editor to carry: value sets over them are not known to the product,
 * which then says "not checked". Those without end (languages, media types, currencies, units) go by their grammar.
 */
const leftOut = [
  "http://snomed.info/sct", "http://loinc.org", "http://www.ama-assn.org/go/cpt", "http://www.nlm.nih.gov/research/umls/rxnorm", "http://hl7.org/fhir/sid/",
  "http://dicom.nema.org/resources/ontology/DCM", ...endless, "urn:ietf:bcp:13", "urn:iso:std:iso:", "http://nucc.org/", "urn:iso:std:iso:11073",
  "http://www.whocc.no/atc", "http://varnomen.hgvs.org", "http://www.genenames.org", "http://ncimeta.nci.nih.gov", "urn:oid:",
];

/**
 * Code systems that are known to the last code, and value sets made of nothing else, in the compact form that `src/core/fhir/model/modelData.ts` describes.
 *
 * @param {readonly object[]} resources all resources of the official bundles; the first of several with one address counts
 */
function compactValueSets(resources) {
  const expander = new Expander(resources);
  const valueSets = {};
  for (const valueSet of expander.valueSets.values()) {
    const codes = expander.expand(valueSet);
    if (codes !== undefined && codes.size > 0) {
      valueSets[valueSet.url] = [valueSet.title ?? valueSet.name ?? "", expander.compact(codes)];
    }
  }
  return { systems: expander.compactSystems(), valueSets };
}

class Expander {
  constructor(resources) {
    this.valueSets = byUrl(resources.filter((each) => each.resourceType === "ValueSet"));
    this.systems = new Map();
    for (const system of byUrl(resources.filter((each) => each.resourceType === "CodeSystem" && each.content === "complete" && !isLeftOut(each.url))).values()) {
      this.systems.set(system.url, conceptsOf(system));
    }
    /** Displays that value sets give for codes of systems that are not known as a whole. */
    this.loose = new Map();
    this.expanding = new Set();
  }

  /** Codes as `system|code`; `undefined` when not all of them are known. */
  expand(valueSet) {
    if (valueSet.compose === undefined || this.expanding.has(valueSet.url)) {
      return undefined;
    }
    this.expanding.add(valueSet.url);
    try {
      const codes = new Set();
      for (const include of valueSet.compose.include) {
        const part = this.include(include);
        if (part === undefined) {
          return undefined;
        }
        part.forEach((code) => codes.add(code));
      }
      for (const exclude of valueSet.compose.exclude ?? []) {
        const part = this.include(exclude);
        if (part === undefined) {
          return undefined;
        }
        part.forEach((code) => codes.delete(code));
      }
      return codes;
    } finally {
      this.expanding.delete(valueSet.url);
    }
  }

  /** What one include means: codes of its system that are in each of its value sets as well. */
  include({ system, concept, filter, valueSet = [] }) {
    const parts = [];
    if (system !== undefined) {
      parts.push(this.ofSystem(system, concept, filter ?? []));
    }
    for (const url of valueSet) {
      const named = this.valueSets.get(url.split("|")[0]);
      parts.push(named === undefined ? undefined : this.expand(named));
    }
    if (parts.length === 0 || parts.includes(undefined)) {
      return undefined;
    }
    return parts.reduce((all, part) => new Set([...all].filter((code) => part.has(code))));
  }

  ofSystem(system, listed, filters) {
    if (isLeftOut(system) && (listed === undefined || !endless.includes(system))) {
      return undefined;
    }
    const concepts = this.systems.get(system);
    if (listed !== undefined) {
      for (const { code, display } of listed) {
        if (concepts?.has(code) !== true) {
          this.loose.set(`${system}|${code}`, display);
        }
      }
      return new Set(listed.map(({ code }) => `${system}|${code}`));
    }
    if (concepts === undefined) {
      return undefined;
    }
    let codes = [...concepts.keys()];
    for (const { property, op, value } of filters) {
      const known = ["is-a", "descendent-of", "is-not-a"].includes(op) && (property === "concept" || property === "code");
      if (!known || !concepts.has(value)) {
        return undefined;
      }
      codes = codes.filter((code) => (op === "is-not-a" ? !isA(concepts, code, value) : isA(concepts, code, value) && (op === "is-a" || code !== value)));
    }
    return new Set(codes.map((code) => `${system}|${code}`));
  }

  compact(codes) {
    const bySystem = new Map();
    for (const each of codes) {
      const at = each.lastIndexOf("|");
      const system = each.slice(0, at);
      bySystem.set(system, [...(bySystem.get(system) ?? []), each.slice(at + 1)]);
    }
    return [...bySystem].map(([system, list]) => {
      const concepts = this.systems.get(system);
      if (concepts !== undefined && concepts.size === list.length && list.every((code) => concepts.has(code))) {
        return [system];
      }
      return [system, list.map((code) => (concepts?.has(code) === true ? code : [code, this.loose.get(`${system}|${code}`) ?? ""]))];
    });
  }

  compactSystems() {
    return Object.fromEntries([...this.systems].map(([url, concepts]) => [url, [concepts.caseSensitive ? 1 : 0, [...concepts].flatMap(([code, { display }]) => [code, display === code ? "" : display])]]));
  }
}

function byUrl(resources) {
  const found = new Map();
  for (const each of resources) {
    if (each.url !== undefined && !found.has(each.url)) {
      found.set(each.url, each);
    }
  }
  return found;
}

function isLeftOut(system) {
  return leftOut.some((prefix) => system.startsWith(prefix));
}

/** Concepts by code, each with those it is a kind of: by nesting, or by the property `subsumedBy`. */
function conceptsOf(system) {
  const concepts = new Map();
  const add = (list, parent) => {
    for (const { code, display = "", concept = [], property = [] } of list) {
      const parents = property.filter((each) => each.code === "subsumedBy" || each.code === "parent").map((each) => each.valueCode);
      concepts.set(code, { display, parents: parent === undefined ? parents : [...parents, parent] });
      add(concept, code);
    }
  };
  add(system.concept ?? [], undefined);
  concepts.caseSensitive = system.caseSensitive !== false;
  return concepts;
}

function isA(concepts, code, ancestor, seen = new Set()) {
  if (code === ancestor) {
    return true;
  }
  if (seen.has(code)) {
    return false;
  }
  seen.add(code);
  return (concepts.get(code)?.parents ?? []).some((parent) => isA(concepts, parent, ancestor, seen));
}

module.exports = { compactValueSets };
