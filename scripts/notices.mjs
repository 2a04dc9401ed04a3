// Writes THIRD-PARTY-NOTICES.md from what the production bundles really contain (esbuild's metafiles of the development build).
//   node esbuild.js && node scripts/notices.mjs          writes the file
//   node scripts/notices.mjs --check                     fails when it is not up to date
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "THIRD-PARTY-NOTICES.md");

/** Folders of the packages whose files are in some bundle. */
function bundledPackages() {
  const folders = new Set();
  for (const file of readdirSync(join(root, "dist")).filter((name) => /^meta-.*\.json$/.test(name))) {
    const metafile = JSON.parse(readFileSync(join(root, "dist", file), "utf8"));
    for (const input of Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))) {
      const [path, { bytesInOutput }] = input;
      const match = bytesInOutput > 0 ? path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)/) : null;
      if (match) {
        folders.add(match[1]);
      }
    }
  }
  return [...folders].sort();
}

function licenceText(folder) {
  const name = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  return name === undefined ? undefined : readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim();
}

/** What is built in without being a package's code. */
const data = [
  "## HL7 FHIR R4 (4.0.1): definitions, and the code systems of HL7 v2 published with it", "",
  "Licence: CC0-1.0 (https://hl7.org/fhir/R4/license.html). Compact forms are built in; HL7 and FHIR are registered trademarks of Health Level Seven International.", "",
];

function notices() {
  const packages = new Map();
  for (const folder of bundledPackages()) {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    if (typeof manifest.name !== "string" || typeof manifest.version !== "string") {
      continue;
    }
    const licence = typeof manifest.license === "string" ? manifest.license : (manifest.license?.type ?? manifest.licenses?.map((each) => each.type).join(" OR "));
    if (!licence) {
      throw new Error(`${manifest.name} names no licence: it cannot be shipped until somebody has looked.`);
    }
    packages.set(`${manifest.name} ${manifest.version}`, { licence, text: licenceText(join(root, folder)) });
  }
  const parts = [
    "# Third-party notices",
    "",
    "The built extension and command line contain code of these packages. Written by `npm run notices` from what is in the bundles.",
    "",
    ...data,
    ...[...packages].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, { licence, text }]) => [
      `## ${name}`, "", `Licence: ${licence}`, "", ...(text === undefined ? [] : ["```text", text.replaceAll("```", "'''"), "```", ""]),
    ]),
  ];
  return `${parts.join("\n").trimEnd()}\n`;
}

if (!existsSync(join(root, "dist", "meta-extension.json"))) {
  console.error("There is no dist/meta-extension.json: run `node esbuild.js` first.");
  process.exitCode = 2;
} else if (process.argv.includes("--check")) {
  const upToDate = existsSync(target) && readFileSync(target, "utf8") === notices();
  console.log(upToDate ? "THIRD-PARTY-NOTICES.md is up to date." : "THIRD-PARTY-NOTICES.md is not up to date: run `npm run notices`.");
  process.exitCode = upToDate ? 0 : 1;
} else {
  writeFileSync(target, notices());
  console.log("Wrote THIRD-PARTY-NOTICES.md.");
}
