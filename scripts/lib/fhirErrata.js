"use strict";

/**
 * Invariants of FHIR R4 (4.0.1) whose published expression is wrong: by key, what stands in the model instead and why. The meaning is always the one that the
 * invariant's sentence states.
 */
const mendedInvariants = {
  "que-12": {
    expression: "enableWhen.count() > 1 implies enableBehavior.exists()",
    reason: "The sentence says that more than one enableWhen needs enableBehavior; the published expression says `> 2`.",
  },
  "que-7": {
    expression: "operator = 'exists' implies (answer is boolean)",
    reason: "The published `is Boolean` names the System type, which FHIR's own boolean is not.",
  },
  "dom-3": {
    expression: "contained.where((('#'+id in (%resource.descendants().reference | %resource.descendants().ofType(canonical) | %resource.descendants().ofType(uri) | %resource.descendants().ofType(url))) or descendants().where(reference = '#').exists() or descendants().where(ofType(canonical) = '#').exists() or descendants().where(ofType(uri) = '#').exists()).not()).empty()",
    reason: "The published `as(canonical)`, `as(uri)` and `as(url)` allow one item only, and are applied to all descendants at once.",
  },
};

/** Invariants that the package has of a later version of FHIR. */
const foreignInvariants = ["evv-0", "evv-1"];

/** Cardinalities of backbone elements that the package has of a later version: by path, the least number in R4. */
const mendedMinima = { "EvidenceVariable.characteristic": 1 };

/** Data elements are named `de-` and their path, and a name has 64 characters at most: elements with a longer path have none. */
const longestPath = 64 - "de-".length;

/**
 * The elements of a definition as HL7 published them. The package has changed some: it adds elements of its own (`Meta.project`) and of later versions
 * (`ResearchStudy.label`). Its file of data elements is HL7's, so what differs from that goes by that.
 *
 * @param {readonly object[]} elements of a snapshot
 * @param {ReadonlyMap<string, object>} dataElements by path
 */
function officialElements(elements, dataElements) {
  const [root] = elements;
  if (root.path === "Element" || [...dataElements.keys()].every((path) => !path.startsWith(`${root.path}.`))) {
    return elements;
  }
  const added = [];
  const kept = elements.filter(({ path, base, type, contentReference }) => {
    if (path === root.path || contentReference !== undefined || (base !== undefined && base.path !== path) || added.some((foreign) => path.startsWith(`${foreign}.`))) {
      return !added.some((foreign) => path.startsWith(`${foreign}.`));
    }
    const backbone = type?.length === 1 && (type[0].code === "BackboneElement" || type[0].code === "Element");
    const official = backbone ? [...dataElements.keys()].some((other) => other.startsWith(`${path}.`)) : dataElements.has(path) || path.length > longestPath;
    if (!official) {
      added.push(path);
    }
    return official;
  });
  const mended = kept.map((element) => mend(element, dataElements.get(element.path)));
  const here = new Set(mended.map(({ path }) => path));
  for (const [path, element] of dataElements) {
    const owner = path.slice(0, path.lastIndexOf("."));
    if (here.has(owner) && !here.has(path)) {
      // Behind the last of its siblings, whose order in JSON means nothing.
      mended.splice(mended.findLastIndex((other) => other.path.startsWith(`${owner}.`)) + 1, 0, { ...element, base: { path, min: element.min, max: element.max } });
      here.add(path);
    }
  }
  return mended;
}

function mend(element, official) {
  const constraint = element.constraint?.filter(({ key }) => !foreignInvariants.includes(key));
  const min = mendedMinima[element.path] ?? element.min;
  return official === undefined
    ? { ...element, min, constraint }
    : { ...element, constraint, min: official.min, max: official.max, type: official.type, binding: official.binding };
}

module.exports = { mendedInvariants, officialElements };
