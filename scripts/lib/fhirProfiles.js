"use strict";

/** What of an element of a profile is kept: what can be held against a value. */
const kept = ["id", "path", "sliceName", "min", "max", "mustSupport", "maxLength"];

/**
 * FHIR's own profiles and extensions, by url: StructureDefinitions with a differential of what can be checked, without the texts.
 *
 * @param {readonly object[]} resources of the official bundles of profiles and extensions
 * @param {string} version of FHIR; what other versions define is left out
 */
function compactProfiles(resources, version) {
  const profiles = resources.filter((each) => each.resourceType === "StructureDefinition" && each.derivation === "constraint" && each.fhirVersion === version);
  return Object.fromEntries(profiles.map((profile) => [profile.url, {
    resourceType: "StructureDefinition", url: profile.url, name: profile.name, derivation: "constraint", type: profile.type, baseDefinition: profile.baseDefinition,
    ...(profile.context === undefined ? {} : { context: profile.context }),
    differential: { element: profile.differential.element.map(compactElement) },
  }]));
}

function compactElement(element) {
  const made = {};
  for (const [name, value] of Object.entries(element)) {
    if (kept.includes(name) || /^(?:fixed|pattern|minValue|maxValue)[A-Z]/.test(name)) {
      made[name] = value;
    }
  }
  if (element.isModifier === true) {
    made.isModifier = true;
  }
  if (element.type !== undefined) {
    made.type = element.type.map(({ code, profile, targetProfile }) => ({ code, ...(profile === undefined ? {} : { profile }), ...(targetProfile === undefined ? {} : { targetProfile }) }));
  }
  if (element.slicing !== undefined) {
    const { discriminator, rules, ordered } = element.slicing;
    made.slicing = { ...(discriminator === undefined ? {} : { discriminator }), rules, ...(ordered === true ? { ordered } : {}) };
  }
  if (element.binding?.valueSet !== undefined && element.binding.strength !== "example" && element.binding.strength !== "preferred") {
    made.binding = { strength: element.binding.strength, valueSet: element.binding.valueSet };
  }
  // Those of the types are in the model already.
  const own = (element.constraint ?? []).filter(({ key }) => !/^(?:ele|ext|dom|txt)-\d$/.test(key));
  if (own.length > 0) {
    made.constraint = own.map(({ key, severity, human, expression }) => ({ key, severity, human, expression }));
  }
  return made;
}

module.exports = { compactProfiles };
