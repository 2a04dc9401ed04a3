import { strict as assert } from "node:assert";
import { writeTypeSupport } from "../../../../src/core/learner/typeSupport";
import { MemoryFileSystem } from "../../../support/memoryFileSystem";

const request = { workspaceFolder: "/home/ada/class", katasFolder: "/home/ada/class/health-it-katas", types: "/product/types", version: "1.2.0" };
const shipped = { "/product/types/@types/node/index.d.ts": "declare const process: unknown;", "/product/types/undici-types/index.d.ts": "export {};" };

describe("writeTypeSupport", () => {
  it("copies the types and points a tsconfig.json at them", async () => {
    const fs = new MemoryFileSystem(shipped);
    await writeTypeSupport(fs, request);
    const texts = fs.texts("/home");
    assert.equal(texts["/home/ada/class/.health-it-katas/types/@types/node/index.d.ts"], "declare const process: unknown;");
    const config = JSON.parse(texts["/home/ada/class/health-it-katas/tsconfig.json"] ?? "") as { compilerOptions: { typeRoots: string[] } };
    assert.deepEqual(config.compilerOptions.typeRoots, ["../.health-it-katas/types/@types"]);
  });

  it("leaves a tsconfig.json of the learner as it is", async () => {
    const fs = new MemoryFileSystem({ ...shipped, "/home/ada/class/health-it-katas/tsconfig.json": "{}" });
    await writeTypeSupport(fs, request);
    assert.equal(fs.texts("/home")["/home/ada/class/health-it-katas/tsconfig.json"], "{}");
  });

  it("copies once per version", async () => {
    const fs = new MemoryFileSystem(shipped);
    await writeTypeSupport(fs, request);
    const before = fs.operations.filter((each) => each.startsWith("write")).length;
    await writeTypeSupport(fs, request);
    assert.equal(fs.operations.filter((each) => each.startsWith("write")).length, before);
    await writeTypeSupport(fs, { ...request, version: "1.3.0" });
    assert.ok(fs.operations.filter((each) => each.startsWith("write")).length > before);
  });

  it("finds its way up from a folder several levels deep", async () => {
    const fs = new MemoryFileSystem(shipped);
    await writeTypeSupport(fs, { ...request, katasFolder: "/home/ada/class/work/katas" });
    assert.match(fs.texts("/home")["/home/ada/class/work/katas/tsconfig.json"] ?? "", /"\.\.\/\.\.\/\.health-it-katas\/types\/@types"/);
  });

  it("writes nothing when the katas lie directly in the workspace folder", async () => {
    const fs = new MemoryFileSystem(shipped);
    await writeTypeSupport(fs, { ...request, katasFolder: request.workspaceFolder });
    assert.deepEqual(fs.texts("/home"), {});
  });
});
