import type { JsonValue } from "../documents/document";
import type { FileSystem } from "../fileSystem";
import type { Hasher } from "../hashing";
import { HumanError } from "../humanError";
import { joinPath, nameOf, relativePathFault } from "../path";
import { isAddress, pathFrom, splitReference } from "./schema/schemaFiles";
import { childPointer } from "./schema/pointer";
import { isRecord, visitSchemas } from "./schema/subschemas";
import type { SchemaBundle } from "./schemaChecker";

/** What a schema names: another schema or a data file, and where it names it. */
interface Reference {
  readonly file: string;
  readonly pointer: string;
  readonly isSchema: boolean;
}

/** Bytes of one file beyond which it is refused: what a check reads must be quick to read. */
const fileLimit = 5 * 1024 * 1024;

/**
 * Reads a check's schema and everything it names through `$ref`, `hl7v2Path.over`, `hl7v2.profile` or `fhir.profiles`. A file is only read when its path, and every folder on the
 * way, lies in the kata's folder and is no link.
 *
 * @param kataFolder absolute path of the kata's folder
 * @param schemaPath path of the schema from there, as `kata.json` writes it
 * @throws HumanError naming the file, the place that names it, and what its author has to do
 */
export async function readSchemaBundle(files: FileSystem, hasher: Hasher, kataFolder: string, schemaPath: string): Promise<SchemaBundle> {
  const schema = await readText(files, kataFolder, schemaPath, "kata.json");
  const resources: Record<string, string> = {};
  const root = nameOf(schemaPath);
  const waiting: { readonly path: string; readonly text: string }[] = [{ path: root, text: schema }];
  const seen = new Set([root]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const from = next.path;
    for (const reference of referencesIn(next.text)) {
      const path = pathFrom(from, reference.file);
      if (seen.has(path)) {
        continue;
      }
      seen.add(path);
      const named = `${pathFrom(schemaPath, from)}#${reference.pointer}`;
      if (isAddress(reference.file)) {
        throw new HumanError("schema.referenceIsAddress", `${named} refers to ${reference.file}, but a check never loads from the network; copy that schema beside this one.`, {
          place: named, reference: reference.file,
        });
      }
      const text = await readText(files, kataFolder, pathFrom(schemaPath, path), named);
      resources[path] = text;
      if (reference.isSchema) {
        waiting.push({ path, text });
      }
    }
  }
  const identity = JSON.stringify([schemaPath, schema, Object.entries(resources).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return { key: hasher.sha256(new TextEncoder().encode(identity)), schema, path: schemaPath, resources };
}

async function readText(files: FileSystem, folder: string, path: string, namedBy: string): Promise<string> {
  const fault = relativePathFault(path);
  if (fault !== undefined) {
    throw new HumanError("schema.pathUnsound", `${namedBy} names the file ${JSON.stringify(path)}, which ${fault}.`, { place: namedBy, file: path });
  }
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const part = parts.slice(0, index + 1).join("/");
    const stat = await files.stat(joinPath(folder, part));
    const wanted = index === parts.length - 1 ? "file" : "directory";
    if (stat === undefined) {
      throw new HumanError("schema.fileMissing", `${namedBy} names ${path}, which is not in the kata's folder; its author has to add it.`, { place: namedBy, file: path });
    }
    if (stat.kind !== wanted) {
      throw new HumanError("schema.fileUnfit", `${namedBy} names ${path}, but ${part} is ${stat.kind === "link" ? "a link, and links are not followed" : `not a ${wanted}`}.`, {
        place: namedBy, file: path,
      });
    }
    if (stat.kind === "file" && stat.size > fileLimit) {
      throw new HumanError("schema.fileTooLarge", `${path}, named by ${namedBy}, is larger than 5 MB, the most a check reads.`, { place: namedBy, file: path });
    }
  }
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(joinPath(folder, path));
  } catch (cause) {
    throw new HumanError("schema.fileUnreadable", `${path}, named by ${namedBy}, cannot be read; see that the file may be read, then check again.`, { place: namedBy, file: path }, { cause });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HumanError("schema.fileNotUtf8", `${path}, named by ${namedBy}, is not UTF-8 text; its author has to save it as UTF-8.`, { place: namedBy, file: path }, { cause });
  }
}

/** None in a text that is no JSON: the checker says so later, with its place. */
function referencesIn(text: string): readonly Reference[] {
  let root: JsonValue;
  try {
    root = JSON.parse(text) as JsonValue;
  } catch {
    return [];
  }
  const found: Reference[] = [];
  visitSchemas(root, (schema, pointer) => {
    const file = typeof schema["$ref"] === "string" ? splitReference(schema["$ref"]).file : "";
    if (file !== "") {
      found.push({ file, pointer: childPointer(pointer, "$ref"), isSchema: true });
    }
    const profile = isRecord(schema["hl7v2"]) ? schema["hl7v2"]["profile"] : undefined;
    if (typeof profile === "string") {
      found.push({ file: profile, pointer: childPointer(childPointer(pointer, "hl7v2"), "profile"), isSchema: false });
    }
    const path = schema["hl7v2Path"];
    if (isRecord(path) && typeof path["over"] === "string") {
      found.push({ file: path["over"], pointer: childPointer(childPointer(pointer, "hl7v2Path"), "over"), isSchema: false });
    }
    const fhir = schema["fhir"];
    const profiles = isRecord(fhir) ? fhir["profiles"] : undefined;
    if (Array.isArray(profiles)) {
      (profiles as readonly JsonValue[]).forEach((profile, index) => {
        if (typeof profile === "string") {
          found.push({ file: profile, pointer: childPointer(childPointer(childPointer(pointer, "fhir"), "profiles"), index), isSchema: false });
        }
      });
    }
  });
  return found;
}
