import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInProcess, type InProcessResult } from "../../support/cliInProcess";
import { assertGolden } from "../../support/golden";

describe("inspect", () => {
  let folder = "";

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-inspect-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: string | Buffer): void => writeFileSync(join(folder, path), content);
  const inspect = async (args: readonly string[], stdin?: string): Promise<InProcessResult> => await runInProcess(["inspect", ...args], folder, stdin);

  it("gives one file's value and problems, as JSON or for people", async () => {
    put("a.json", "{ \"a\": [1, ] }");
    assertGolden("inspect-one.txt", (await inspect(["a.json", "--json"])).stdout);
    const { stdout, stderr, code } = await inspect(["a.json"]);
    assert.equal(stdout, "{\n  \"a\": [\n    1\n  ]\n}\n");
    assert.equal(stderr, "a.json:1:10: error: There is a comma before the closing ]: JSON has commas only between values.\n");
    assert.equal(code, 1);
  });

  it("gives a line for each of several files, each line of NDJSON, each message", async () => {
    put("a.json", "{\"a\":1}");
    put("b.ndjson", "{\"b\":1}\n\n{\"b\":}\n");
    put("c.hl7", "MSH|^~\\&|A\rPID|1\rMSH|^~\\&|B\rpid|1\r");
    const { stdout, stderr, code } = await inspect(["."]);
    assertGolden("inspect-several.txt", `${stdout}--\n${stderr}`);
    assert.equal(code, 1);
    const asArray = await inspect([".", "--json"]);
    assert.deepEqual(JSON.parse(asArray.stdout), stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown));
    assert.equal(asArray.stderr, "");
  });

  it("gives lines for one NDJSON file and for standard input, and for each message where that is wanted", async () => {
    put("b.ndjson", "{\"b\":1}\n");
    assert.equal((await inspect(["b.ndjson"])).stdout, "{\"file\":\"b.ndjson\",\"line\":1,\"format\":\"json\",\"value\":{\"b\":1},\"problems\":[]}\n");
    assert.equal((await inspect(["-", "--json"], "{\"a\":1}\n{\"a\":2}\n")).stdout,
      "[\n{\"file\":\"<stdin>\",\"line\":1,\"format\":\"json\",\"value\":{\"a\":1},\"problems\":[]},\n{\"file\":\"<stdin>\",\"line\":2,\"format\":\"json\",\"value\":{\"a\":2},\"problems\":[]}\n]\n");
    assert.equal((await inspect(["-", "--each"], "MSH|^~\\&|A\rMSH|^~\\&|B\r")).stdout.match(/"file":"<stdin>","line":\d/g)?.length, 2);
    put("empty.ndjson", "\n");
    assert.equal((await inspect(["empty.ndjson", "--json"])).stdout, "[]\n");
  });

  it("goes on after a file that cannot be read, and says by its exit code that one could not be", async () => {
    put("a.json", "1");
    const { stdout, stderr, code } = await inspect(["none.json", "a.json"]);
    assert.equal(stdout, "{\"file\":\"a.json\",\"format\":\"json\",\"value\":1,\"problems\":[]}\n");
    assert.equal(stderr, "none.json cannot be read (there is no such file); name a file that is there.\n");
    assert.equal(code, 2);
  });

  it("writes back one file only", async () => {
    put("a.json", "1 ");
    put("b.ndjson", "1\n");
    mkdirSync(join(folder, "in"));
    assert.equal((await inspect(["a.json", "--roundtrip"])).stdout, "1 ");
    for (const args of [["a.json", "b.ndjson"], ["b.ndjson"], ["."]]) {
      const { code, stderr } = await inspect([...args, "--roundtrip"]);
      assert.equal(code, 2);
      assert.match(stderr, /--roundtrip writes one/);
    }
  });
});
