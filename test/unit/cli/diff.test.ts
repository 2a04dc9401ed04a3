import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runInProcess, type InProcessResult } from "../../support/cliInProcess";
import { assertGolden } from "../../support/golden";

const message = "MSH|^~\\&|LAB|A|EHR|B|20240301||ORU^R01|1|P|2.5.1\rPID|1||7||DOE^JOHN\rOBX|1|NM|a||7.0\r";

describe("diff", () => {
  let folder = "";

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-diff-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const diff = async (args: readonly string[], stdin?: string): Promise<InProcessResult> => await runInProcess(["diff", ...args], folder, stdin);

  it("tells by its exit code whether two files are the same, and says where they differ", async () => {
    put("a.hl7", message);
    put("b.hl7", message.replaceAll("\r", "\n"));
    put("c.hl7", message.replace("JOHN", "JANE").replace("7.0", "7.00").concat("OBX|2|NM|b||1\r"));
    const same = await diff(["a.hl7", "b.hl7"]);
    assert.deepEqual(same, { code: 0, stdout: "They are the same.\n", stderr: "" });
    const differ = await diff(["a.hl7", "c.hl7"]);
    assert.equal(differ.code, 1);
    assertGolden("diff-hl7v2.txt", differ.stdout);
    assert.equal((await diff(["a.hl7", "c.hl7", "--tolerance", "precision", "--ignore", "PID-5", "--ignore", "OBX[2]"])).code, 0);
  });

  it("gives the list of differences as one JSON value", async () => {
    put("a.json", "{\"resourceType\":\"Patient\",\"gender\":\"female\"}");
    put("b.json", "{\"resourceType\":\"Patient\",\"gender\":\"F\"}");
    const { stdout, code } = await diff(["a.json", "b.json", "--json"]);
    assert.equal(code, 1);
    assertGolden("diff-json.txt", stdout);
    assert.equal((JSON.parse(stdout) as unknown[]).length, 1);
    assert.deepEqual(JSON.parse((await diff(["a.json", "a.json", "--json"])).stdout), []);
  });

  it("pairs the files of folders and patterns by their names below them", async () => {
    put("want/x/a.json", "{\"a\":1}");
    put("want/b.json", "{\"b\":1}");
    put("have/x/a.json", "{\"a\":2}");
    put("have/c.json", "{}");
    const { stdout, code } = await diff(["want", "have"]);
    assert.equal(code, 1);
    assertGolden("diff-folders.txt", stdout);
    assert.equal((await diff(["want/**/a.json", "have/**/a.json"])).stdout, "have/x/a.json:1:6: changed: a is 2; 1 is expected.\nOne difference.\n");
  });

  it("pairs the lines of NDJSON files by type and id, wherever they are", async () => {
    const patient = (id: string, gender: string): string => JSON.stringify({ resourceType: "Patient", id, gender });
    put("a.ndjson", [patient("1", "female"), patient("2", "male"), "", patient("3", "other")].join("\n"));
    put("b.ndjson", [patient("3", "unknown"), patient("1", "female"), patient("4", "male")].join("\r\n"));
    const { stdout, code } = await diff(["a.ndjson", "b.ndjson"]);
    assert.equal(code, 1);
    assertGolden("diff-ndjson.txt", stdout);
    assert.equal((await diff(["a.ndjson", "-", "--as", "ndjson"], [patient("3", "other"), patient("2", "male"), patient("1", "female")].join("\n"))).code, 0);
    put("c.ndjson", [patient("x", "female"), patient("y", "male"), patient("z", "other")].join("\n"));
    assert.equal((await diff(["a.ndjson", "c.ndjson", "--tolerance", "ids"])).code, 0);
  });

  it("says why it could not compare", async () => {
    put("a.json", "{\"a\":1}");
    put("broken.json", "{\"a\":");
    put("a.hl7", message);
    for (const [args, sentence] of [
      [["a.json", "none.json"], /none\.json cannot be read/],
      [["a.json", "broken.json"], /^broken\.json:1:\d+: error: /],
      [["a.json", "a.hl7"], /A json document cannot be compared with a hl7v2 document/],
      [["a.json", "a.json", "--tolerance", "precison"], /did you mean precision\?/],
      [["a.json", "a.json", "--ignore", "a[x]"], /names no place/],
      [["-", "-"], /Standard input can be one of the two/],
    ] as const) {
      const { code, stderr, stdout } = await diff(args);
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, sentence);
      assert.doesNotMatch(stdout, /They are the same/);
    }
  });
});
