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

module.exports = { mendedInvariants };
