import type { WritableFileSystem } from "../fileSystem";
import { joinPath, relativeTo } from "../path";
import { readFolder } from "./safeFiles";

export interface TypeSupportRequest {
  /** Absolute path of the workspace folder. */
  readonly workspaceFolder: string;
  /** Absolute path of the folder inside it that holds the learner's packs. */
  readonly katasFolder: string;
  /** Absolute path of the type files that ship with the product. */
  readonly types: string;
  /** The product's version: type files of another version are replaced. */
  readonly version: string;
}

/** Where the type files go, relative to the workspace folder. */
export const typesFolder = ".health-it-katas/types";
const versionFile = "version.txt";

/**
 * Gives the editor's TypeScript service the types of Node's globals, so that a learner's `.ts` file shows no red line that no check would
 * draw. Types travel with the workspace, since an address inside the installed product would break with its next version.
 * A `tsconfig.json` that is there already is the learner's own and stays as it is; nothing is written when the katas lie directly in the workspace folder,
 * where a `tsconfig.json` would govern the learner's other files too.
 */
export async function writeTypeSupport(fs: WritableFileSystem, request: TypeSupportRequest): Promise<void> {
  const { workspaceFolder, katasFolder, types, version } = request;
  const below = relativeTo(workspaceFolder, katasFolder);
  if (below === undefined || below === "") {
    return;
  }
  const target = joinPath(workspaceFolder, typesFolder);
  const marker = joinPath(target, versionFile);
  if ((await textOf(fs, marker)) !== version) {
    const files = await readFolder(fs, types);
    for (const { path, bytes } of files) {
      await fs.writeFile(joinPath(target, path), bytes);
    }
    // Last, so that an interrupted copy is done again.
    await fs.writeFile(marker, new TextEncoder().encode(version));
  }
  const config = joinPath(katasFolder, "tsconfig.json");
  if ((await fs.stat(config)) === undefined) {
    await fs.writeFile(config, new TextEncoder().encode(configText(`${below.split("/").map(() => "..").join("/")}/${typesFolder}`)));
  }
}

function configText(types: string): string {
  const config = {
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2023"],
      module: "ESNext",
      moduleResolution: "Bundler",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowJs: true,
      typeRoots: [`${types}/@types`],
      types: ["node"],
      paths: { "undici-types": [`${types}/undici-types/index.d.ts`] },
    },
    include: ["**/*.ts", "**/*.js"],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

async function textOf(fs: WritableFileSystem, path: string): Promise<string | undefined> {
  return (await fs.stat(path))?.kind === "file" ? new TextDecoder().decode(await fs.readFile(path)) : undefined;
}
