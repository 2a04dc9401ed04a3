import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HumanError } from "../../../../src/core/humanError";
import { addressFault, isOffline, type DownloadRequest } from "../../../../src/core/packs/install/downloads";
import { HttpDownloads, nextAddress } from "../../../../src/env/distribution/httpDownloads";
import { PartialDownloads } from "../../../../src/env/distribution/partialDownloads";
import { TestServer } from "../../../support/testServer";

const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) % 256));
const never = new AbortController().signal;

describe("HttpDownloads", () => {
  let server: TestServer;
  let folder = "";

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "hik-download-"));
    server = new TestServer((_, response) => response.end(content));
    await server.start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const downloads = (): HttpDownloads => new HttpDownloads(new PartialDownloads(join(folder, "partial")), { answerMs: 300, idleMs: 300, totalMs: 5000, pauseMs: 5 }, {});
  const request = (changes: Partial<DownloadRequest> = {}): DownloadRequest => ({ url: server.url("/pack.tgz"), what: "the pack", accept: "*/*", maxBytes: 1_000_000, resumable: true, ...changes });
  const refused = async (code: string, says: RegExp, changes: Partial<DownloadRequest> = {}): Promise<void> => {
    await assert.rejects(downloads().get(request(changes), never), (error: unknown) => {
      assert.ok(error instanceof HumanError, String(error));
      assert.equal(error.code, code, error.message);
      assert.match(error.message, says);
      return true;
    });
  };
  /** Sends what is asked for and breaks off after so many bytes, the first times. */
  const breaking = (after: number, times: number, validator: Record<string, string>): RequestListener => (incoming, response) => {
    const from = Number(/bytes=(\d+)-/.exec(incoming.headers.range ?? "")?.[1] ?? 0);
    const rest = content.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { ...validator, "content-length": rest.length, ...(from > 0 ? { "content-range": `bytes ${String(from)}-${String(content.length - 1)}/${String(content.length)}` } : {}) });
    if (server.requests.length <= times) {
      response.write(rest.subarray(0, after), () => setTimeout(() => response.destroy(), 20));
    } else {
      response.end(rest);
    }
  };

  it("gives the bytes, tells how far it is, and leaves nothing behind", async () => {
    const seen: number[] = [];
    assert.deepEqual(Buffer.from(await downloads().get(request({ progress: (received) => seen.push(received) }), never)), content);
    assert.equal(seen.at(-1), content.length);
    assert.deepEqual(readdirSync(join(folder, "partial")), []);
  });

  it("goes on where the line broke, if the content is still the same", async () => {
    server.answer = breaking(50_000, 2, { etag: '"one"' });
    assert.deepEqual(Buffer.from(await downloads().get(request(), never)), content);
    assert.deepEqual(server.requests.map(({ headers }) => headers.range), [undefined, "bytes=50000-", "bytes=100000-"]);
    assert.equal(server.requests[1]?.headers["if-range"], '"one"');
  });

  it("begins anew where nothing tells whether the content is the same", async () => {
    server.answer = breaking(50_000, 2, {});
    assert.deepEqual(Buffer.from(await downloads().get(request(), never)), content);
    assert.deepEqual(server.requests.map(({ headers }) => headers.range), [undefined, undefined, undefined]);
  });

  it("begins anew when the server sends the whole again", async () => {
    server.answer = (incoming, response) => {
      response.writeHead(200, { etag: '"two"', "content-length": content.length });
      if (server.requests.length === 1) {
        response.write(content.subarray(0, 70_000), () => setTimeout(() => response.destroy(), 20));
      } else {
        response.end(content);
      }
      assert.equal(incoming.method, "GET");
    };
    assert.deepEqual(Buffer.from(await downloads().get(request(), never)), content);
  });

  it("says where the line broke when it breaks each time, and goes on from there the next day", async () => {
    server.answer = breaking(30_000, 3, { etag: '"one"' });
    await refused("download.broken", /broke after 90000 of 200000 bytes of the pack\. Try again; it goes on from there\./);
    assert.deepEqual(Buffer.from(await downloads().get(request(), never)), content);
    assert.equal(server.requests.at(-1)?.headers.range, "bytes=90000-");
  });

  it("ends when it is told to, and goes on from there", async () => {
    server.answer = breaking(40_000, 0, { etag: '"one"' });
    const abort = new AbortController();
    const slow: RequestListener = (_, response) => {
      response.writeHead(200, { etag: '"one"', "content-length": content.length });
      response.write(content.subarray(0, 40_000));
    };
    const after = server.answer;
    server.answer = slow;
    await assert.rejects(downloads().get(request({ progress: (received) => received >= 40_000 && abort.abort(new Error("enough")) }), abort.signal), /enough/);
    server.answer = after;
    assert.deepEqual(Buffer.from(await downloads().get(request(), never)), content);
    assert.equal(server.requests.at(-1)?.headers.range, "bytes=40000-");
  });

  it("does not wait for ever for a registry that hangs", async () => {
    server.answer = () => undefined;
    await refused("download.slow", /has not answered for 0\.3 seconds, so the pack could not be fetched/);
  });

  it("does not wait for ever for one that hangs half way", async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, 1000));
    };
    await refused("download.slow", /has sent nothing for 0\.3 seconds in the middle of the pack/);
  });

  it("does not take longer than it may in all", async () => {
    server.answer = (_, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    };
    const short = new HttpDownloads(new PartialDownloads(folder), { answerMs: 300, idleMs: 300, totalMs: 200, pauseMs: 5 }, {});
    await assert.rejects(short.get(request(), never), /took longer than 0\.2 seconds/);
  });

  it("says so when a web page comes, whatever it calls itself", async () => {
    server.answer = (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html>Sign in");
    await refused("download.page", /answers with a web page where the pack belongs\. Perhaps the network asks you to sign in/);
    server.answer = (_, response) => response.writeHead(200, { "content-type": "application/octet-stream" }).end("\n<!DOCTYPE html>Sign in");
    await refused("download.page", /answers with a web page/);
  });

  it("refuses what is too large, by what the server says and by what it sends", async () => {
    server.answer = (_, response) => response.writeHead(200, { "content-length": 5_000_000 }).write("x");
    await refused("download.tooLarge", /larger than 1 MB/);
    server.answer = (_, response) => {
      for (let count = 0; count < 40; count++) {
        response.write(Buffer.alloc(50_000));
      }
      response.end();
    };
    await refused("download.tooLarge", /larger than 1 MB/);
  });

  for (const [status, code, says] of [[401, "download.forbidden", /npm login/], [403, "download.forbidden", /does not give/], [404, "download.notFound", /is not at/], [400, "download.status", /answers 400/], [503, "download.serverTrouble", /has trouble \(503\)/]] as const) {
    it(`has a sentence for ${String(status)}`, async () => {
      server.answer = (_, response) => response.writeHead(status).end();
      await refused(code, says);
      assert.equal(server.requests.length, status === 503 ? 3 : 1);
    });
  }

  it("has a sentence for a host that is not there", async () => {
    const url = server.url("/pack.tgz");
    await server.stop();
    await refused("download.unreachable", /cannot be reached \(ECONNREFUSED\)/, { url });
    assert.equal(isOffline("download.unreachable"), true);
    assert.equal(isOffline("download.notFound"), false);
  });

  describe("redirects", () => {
    it("are followed, with the token only where it belongs", async () => {
      const other = new TestServer((_, response) => response.end(content));
      await other.start();
      server.answer = (incoming, response) => incoming.url === "/pack.tgz" ? response.writeHead(302, { location: "/moved.tgz" }).end() : response.writeHead(307, { location: other.url("/cdn.tgz") }).end();
      const home = server.url("/");
      await downloads().get(request({ authorization: (url) => (url.startsWith(home) ? "Bearer secret" : undefined) }), never);
      await other.stop();
      assert.deepEqual(server.requests.map(({ headers }) => headers.authorization), ["Bearer secret", "Bearer secret"]);
      assert.deepEqual(other.requests.map(({ headers }) => headers.authorization), [undefined]);
    });

    it("are not followed from https to http", () => {
      assert.throws(() => nextAddress("http://127.0.0.1/x", "https://registry.example/x"), (error: HumanError) => error.code === "download.downgrade" && error.message.includes("leads from https to http://127.0.0.1/x"));
      assert.equal(nextAddress("../y.tgz", "https://registry.example/a/x.tgz"), "https://registry.example/y.tgz");
    });

    it("are not followed to where nobody may fetch from", async () => {
      for (const location of ["http://registry.example/pack.tgz", "file:///etc/passwd", "ftp://x/y", "https://user:pass@host/x"]) {
        server.answer = (_, response) => response.writeHead(302, { location }).end();
        await refused("download.address", /leads on to .*; it is not followed\./);
      }
    });

    it("are not followed for ever", async () => {
      server.answer = (_, response) => response.writeHead(302, { location: "/pack.tgz" }).end();
      await refused("download.redirects", /leads on more than 5 times/);
    });
  });
});

describe("addressFault", () => {
  it("lets https pass, and http on this machine alone", () => {
    for (const url of ["https://course.example/catalog.json", "http://localhost:4873/x", "http://127.0.0.1/x", "http://127.9.8.7:1/x", "http://[::1]:80/", "HTTPS://X/"]) {
      assert.equal(addressFault(url), undefined, url);
    }
    for (const [url, says] of [["http://course.example/catalog.json", /anybody on the way/], ["http://localhost.evil.example/", /anybody/], ["http://127.0.0.1.evil.example/", /anybody/], ["ftp://x/y", /https: only/], ["catalog.json", /no address/], ["https://a:b@x/", /name or password/], ["https:///x", /no host/], ["http://127.0.0.1\\@evil.example/", /name or password|no host/]] as const) {
      assert.match(addressFault(url) ?? "", says, url);
    }
  });
});
