"use strict";

const { mendedInvariants, officialElements } = require("./fhirErrata.js");

const profilePrefix = "http://hl7.org/fhir/StructureDefinition/";
const typeExtension = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";

/** Constraints that hold for every value of a type and are repeated in the definitions wherever the type is used. */
const typeConstraints = { "ele-1": "Element", "ext-1": "Extension" };

/** Flags of an element in the compact form. */
const flags = { choice: 1, modifier: 2, summary: 4 };

const strengths = { required: "r", extensible: "x", preferred: "p", example: "e" };

/**
 * FHIR's types in the compact form that `src/core/fhir/model/modelData.ts` describes.
 *
 * @param {readonly object[]} resources all resources of the official bundles
 * @param {readonly object[]} dataElements StructureDefinitions of single elements
 * @param {string} version of FHIR; what other versions define is left out
 */
function compactTypes(resources, dataElements, version) {
  const definitions = resources.filter((each) => each.resourceType === "StructureDefinition" && each.fhirVersion === version && each.kind !== "logical" && each.derivation !== "constraint");
  const builder = new TypeBuilder(resources, new Set(definitions.map((each) => each.name)), byPath(dataElements));
  for (const definition of definitions) {
    builder.add(definition);
  }
  return { types: builder.types, invariants: builder.invariants };
}

/** The first of several for a path is that of the type itself, before those of types that narrow it. */
function byPath(dataElements) {
  const found = new Map();
  for (const { snapshot } of dataElements) {
    const [element] = snapshot.element;
    if (!found.has(element.path)) {
      found.set(element.path, element);
    }
  }
  return found;
}

class TypeBuilder {
  types = {};
  invariants = [];
  #invariantIndexes = new Map();

  constructor(resources, names, dataElements) {
    this.names = names;
    this.dataElements = dataElements;
    this.profiles = new Map(resources.filter((each) => each.resourceType === "StructureDefinition").map((each) => [each.url, each]));
  }

  add(definition) {
    const [root, ...elements] = officialElements(definition.snapshot.element, this.dataElements);
    const base = definition.baseDefinition?.slice(profilePrefix.length) ?? "";
    const kind = definition.kind === "primitive-type" ? "p" : definition.kind === "resource" ? "r" : "c";
    this.#type(definition.name, kind, base, definition.abstract === true, root);
    const backbones = elements.filter((element) => this.#isBackbone(element));
    for (const element of backbones) {
      this.#type(element.path, "b", element.type[0].code, false, element);
    }
    for (const element of elements) {
      // The value of a primitive is the JSON value itself.
      if (kind === "p" && element.path === `${definition.name}.value`) {
        continue;
      }
      const owner = element.path.slice(0, element.path.lastIndexOf("."));
      const inherited = element.base !== undefined && element.base.path !== element.path;
      if (!inherited || !this.#sameAsBase(element)) {
        this.types[owner][5].push(this.#element(element));
      }
    }
  }

  #type(name, kind, base, abstract, root) {
    const own = (root.constraint ?? []).filter((each) => (typeConstraints[each.key] ?? name) === name && (each.source === undefined || !this.#inheritedConstraint(each, name)));
    this.types[name] = [kind, base, abstract ? 1 : 0, root.short ?? "", own.map((each) => this.#invariant(each)), []];
  }

  /** The roots of resources repeat the constraints of DomainResource, those of data types the ones of Element. */
  #inheritedConstraint(constraint, name) {
    const source = constraint.source?.slice(profilePrefix.length);
    return source !== name && source !== name.split(".")[0] && this.names.has(source ?? "");
  }

  #isBackbone(element) {
    return element.type?.length === 1 && (element.type[0].code === "BackboneElement" || element.type[0].code === "Element") && element.contentReference === undefined;
  }

  /** Inherited elements are written down once, where they were defined, unless a type narrows them. */
  #sameAsBase(element) {
    const base = element.base;
    return element.min === base.min && element.max === base.max && element.type?.some((type) => type.profile !== undefined) !== true;
  }

  #element(element) {
    const name = element.path.slice(element.path.lastIndexOf(".") + 1);
    const choice = name.endsWith("[x]");
    const bits = (choice ? flags.choice : 0) | (element.isModifier === true ? flags.modifier : 0) | (element.isSummary === true ? flags.summary : 0);
    const backbone = this.#isBackbone(element);
    // Those of a backbone element belong to its type, where elements with the same content find them as well.
    const constraints = backbone ? [] : [...(element.constraint ?? []).filter((each) => typeConstraints[each.key] === undefined), ...this.#profileConstraints(element)];
    const { binding } = element;
    return [
      choice ? name.slice(0, -3) : name, element.min, element.max === "*" ? -1 : Number(element.max), bits, this.#types(element), element.short ?? "",
      binding === undefined || binding.valueSet === undefined ? 0 : [strengths[binding.strength], binding.valueSet.split("|")[0]],
      element.contentReference === undefined ? 0 : element.contentReference.slice(element.contentReference.indexOf("#") + 1),
      constraints.map((each) => this.#invariant(each)),
    ];
  }

  /** What SimpleQuantity adds to Quantity stands with the elements that ask for it. */
  #profileConstraints(element) {
    return (element.type ?? []).flatMap((type) => type.profile ?? []).flatMap((url) => {
      const [root] = this.profiles.get(url)?.snapshot.element ?? [];
      return (root?.constraint ?? []).filter((each) => each.source === undefined || each.source === url);
    });
  }

  #types(element) {
    return (element.type ?? []).map((type) => {
      const targets = (type.targetProfile ?? []).filter((url) => url.startsWith(profilePrefix)).map((url) => url.slice(profilePrefix.length)).filter((name) => this.names.has(name));
      const code = this.#code(element, type);
      return targets.length === 0 || targets.includes("Resource") ? code : `${code}:${targets.join(",")}`;
    }).join("|");
  }

  /** System types stand where XML has an attribute; what FHIR type they are says an extension, wrongly so for the id of a resource (R4 says `id` in the text). */
  #code(element, type) {
    if (!type.code.startsWith("http://hl7.org/fhirpath/")) {
      return type.code;
    }
    const [owner, name] = element.path.split(".");
    if (name === "id" && element.path.split(".").length === 2 && this.types[owner]?.[0] === "r") {
      return "id";
    }
    return type.extension?.find((each) => each.url === typeExtension)?.valueUrl ?? "string";
  }

  #invariant({ key, severity, human, expression }) {
    const text = mendedInvariants[key]?.expression ?? expression ?? "";
    const identity = JSON.stringify([key, severity, human, text]);
    let index = this.#invariantIndexes.get(identity);
    if (index === undefined) {
      index = this.invariants.length;
      this.invariants.push([key, severity === "warning" ? "w" : "e", human, text]);
      this.#invariantIndexes.set(identity, index);
    }
    return index;
  }
}

module.exports = { compactTypes };
