import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { HumanError } from "../../../src/core/humanError";
import { type Input, type InputOptions, readInputs } from "../../../src/cli/inputs";
import { allOf, chunksOf } from "../../support/byteChunks";

describe("inputs of the command line", () => {
  let folder = "";

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "hik-inputs-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const read = async (typed: readonly string[], options: InputOptions = {}, stdin = ""): Promise<readonly Input[]> =>
    await allOf(readInputs({ cwd: folder, signal: new AbortController().signal, stdin: () => chunksOf(Buffer.from(stdin), 4) }, typed, options));
  const brief = (inputs: readonly Input[]): readonly string[] =>
    inputs.map((input) => (input.kind === "failure" ? `! ${input.error.message}` : `${input.name}${input.firstLine === undefined ? "" : `:${String(input.firstLine)}`} ${input.format} ${JSON.stringify(input.text)}`));

  it("are files, in the order given, each once", async () => {
    put("b.json", "2");
    put("a.hl7", "MSH|");
    assert.deepEqual(brief(await read(["b.json", "a.hl7", "./b.json", "*.json"])), ["b.json json \"2\"", "a.hl7 hl7v2 \"MSH|\""]);
  });

  it("are what lies in a folder, at any depth, in the order of names; other files, hidden ones and packages are passed over", async () => {
    for (const [path, content] of [["in/z.json", "1"], ["in/deep/a.JSON", "2"], ["in/notes.md", "no"], ["in/.hidden/x.json", "no"], ["in/node_modules/p/package.json", "no"], ["in/m.hl7", "MSH|"]] as const) {
      put(path, content);
    }
    assert.deepEqual(brief(await read(["in"])), ["in/deep/a.JSON json \"2\"", "in/m.hl7 hl7v2 \"MSH|\"", "in/z.json json \"1\""]);
    assert.deepEqual((await read(["in"])).map(({ relative }) => relative), ["deep/a.JSON", "m.hl7", "z.json"]);
  });

  it("are what fits a pattern, of formats that are known", async () => {
    put("x/one.json", "1");
    put("x/two.json", "2");
    put("x/three.txt", "3");
    put("x/four.hl7", "MSH|");
    assert.deepEqual(brief(await read(["x/t*"])), ["x/two.json json \"2\""]);
    assert.deepEqual(brief(await read(["**/{one,two}.json"])), ["x/one.json json \"1\"", "x/two.json json \"2\""]);
    assert.deepEqual((await read(["x/**"])).map(({ relative }) => relative), ["four.hl7", "one.json", "two.json"]);
  });

  it("may be a file whose name looks like a pattern", async () => {
    put("a[1].json", "1");
    put("a1.json", "2");
    assert.deepEqual(brief(await read(["a[1].json"])), ["a[1].json json \"1\""]);
  });

  it("go on after one that is not there, and name it", async () => {
    put("a.json", "1");
    assert.deepEqual(brief(await read(["none.json", "no*.json", "a.json"])), [
      "! none.json cannot be read (there is no such file); name a file that is there.",
      "! No file fits no*.json; name a file, a folder or a pattern that has some.",
      "a.json json \"1\"",
    ]);
    mkdirSync(join(folder, "empty"));
    assert.deepEqual(brief(await read(["empty"])), ["! There is no .json, .ndjson or .hl7 file in empty; name a file, a folder or a pattern that has some."]);
  });

  it("are the lines of an NDJSON file, with their numbers, without blank ones, byte-order mark and line ends", async () => {
    put("a.ndjson", "\ufeff{\"a\":1}\r\n\r\n  {\"b\":\"\u2028ü\"}\n\n3");
    assert.deepEqual(brief(await read(["a.ndjson"])), ["a.ndjson:1 json \"{\\\"a\\\":1}\"", "a.ndjson:3 json \"  {\\\"b\\\":\\\"\u2028ü\\\"}\"", "a.ndjson:5 json \"3\""]);
    put("b.txt", "1\n2\n");
    assert.deepEqual(brief(await read(["b.txt"], { as: "ndjson" })), ["b.txt:1 json \"1\"", "b.txt:2 json \"2\""]);
  });

  it("may have very long lines", async () => {
    const long = JSON.stringify("x".repeat(3_000_000));
    put("long.ndjson", `1\n${long}\n2\n`);
    assert.deepEqual((await read(["long.ndjson"])).map((input) => input.kind === "text" && input.text.length), [1, long.length, 1]);
  });

  it("are the messages of an HL7 v2 file one by one where that is wanted", async () => {
    put("m.hl7", "MSH|^~\\&|A\rPID|1\rMSH|^~\\&|B\r");
    assert.deepEqual(brief(await read(["m.hl7"])), ["m.hl7 hl7v2 \"MSH|^~\\\\&|A\\rPID|1\\rMSH|^~\\\\&|B\\r\""]);
    assert.deepEqual(brief(await read(["m.hl7"], { messages: "apart" })), ["m.hl7:1 hl7v2 \"MSH|^~\\\\&|A\\rPID|1\\r\"", "m.hl7:3 hl7v2 \"MSH|^~\\\\&|B\\r\""]);
  });

  it("come in any encoding where they are read whole, and in none of two bytes where they are read by lines", async () => {
    put("utf16.hl7", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("MSH|^~\\&|Ł\r", "utf16le")]));
    assert.deepEqual(brief(await read(["utf16.hl7"], { messages: "apart" })), ["utf16.hl7 hl7v2 \"MSH|^~\\\\&|Ł\\r\""]);
    put("utf16.ndjson", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("1\n2\n", "utf16le")]));
    assert.deepEqual(brief(await read(["utf16.ndjson"])), ["! utf16.ndjson is written in UTF-16; NDJSON is UTF-8: save it with encoding UTF-8."]);
    put("latin.ndjson", Buffer.from("\"M\xfcller\"\n\"M\xc3\xbcller\"\n", "latin1"));
    assert.deepEqual(brief(await read(["latin.ndjson"])), ["latin.ndjson:1 json \"\\\"Müller\\\"\"", "latin.ndjson:2 json \"\\\"Müller\\\"\""]);
  });

  it("may come from standard input, whose format shows in its first line", async () => {
    assert.deepEqual(brief(await read(["-"], {}, "{ \"a\": 1,\n \"b\": 2 }")), ["<stdin> json \"{ \\\"a\\\": 1,\\n \\\"b\\\": 2 }\""]);
    assert.deepEqual(brief(await read(["-"], {}, "{\"a\":1}\n")), ["<stdin> json \"{\\\"a\\\":1}\\n\""]);
    assert.deepEqual(brief(await read(["-"], {}, "{\"a\":1}\n\n{\"b\":2}\n")), ["<stdin>:1 json \"{\\\"a\\\":1}\"", "<stdin>:3 json \"{\\\"b\\\":2}\""]);
    assert.deepEqual(brief(await read(["-"], {}, "\u000bMSH|^~\\&|A\r")), ["<stdin> hl7v2 \"\\u000bMSH|^~\\\\&|A\\r\""]);
    assert.deepEqual(brief(await read(["-"], { as: "ndjson" }, "{}\n")), ["<stdin>:1 json \"{}\""]);
    const [failure] = await read(["-"], {}, "what is this");
    assert.match(failure?.kind === "failure" ? failure.error.message : "", /say it with --as json or --as hl7v2 or --as ndjson/);
  });

  it("say so at once when there is no such format", async () => {
    await assert.rejects(read(["a.json"], { as: "xml" }), (error) => error instanceof HumanError && error.code === "cli.unknownFormat");
  });

  it("end when they are no longer wanted", async () => {
    put("a.ndjson", "1\n2\n3\n");
    const stopping = new AbortController();
    const inputs = readInputs({ cwd: folder, signal: stopping.signal, stdin: () => chunksOf(Buffer.from(""), 1) }, ["a.ndjson"]);
    await inputs.next();
    stopping.abort(new Error("enough"));
    await assert.rejects(inputs.next(), /enough/);
  });
});
