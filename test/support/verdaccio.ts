import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A real npm registry of a test on this machine. It knows no other registry. */
export class Verdaccio {
  private child: ChildProcess | undefined;
  private said = "";
  url = "";
  token = "";

  /** @param folder a folder of its own */
  constructor(private readonly folder: string) {}

  /** Resolves when it answers. Packages of the scope `@private` are given only to those who are logged in. */
  async start(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${String(port)}/`;
    mkdirSync(this.folder, { recursive: true });
    const config = join(this.folder, "config.yaml");
    writeFileSync(config, [
      `storage: ${join(this.folder, "storage")}`,
      "auth:", "  htpasswd:", `    file: ${join(this.folder, "htpasswd")}`, "    max_users: 10",
      "uplinks: {}",
      "packages:", "  '@private/*':", "    access: $authenticated", "    publish: $authenticated", "  '**':", "    access: $all", "    publish: $authenticated",
      "web:", "  enable: false", "log: { type: stdout, format: json, level: warn }", "",
    ].join("\n"));
    const child = spawn(process.execPath, [resolve(__dirname, "../../node_modules/verdaccio/bin/verdaccio"), "--config", config, "--listen", `127.0.0.1:${String(port)}`], {
      cwd: this.folder, env: { PATH: process.env["PATH"], HOME: this.folder }, stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    child.stdout.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    await this.answers();
    this.token = await this.login();
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
    }
  }

  /** What npm's settings need to publish here. */
  npmrc(): string {
    return `registry=${this.url}\n//${new URL(this.url).host}/:_authToken=${this.token}\n`;
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (this.child?.exitCode !== null) {
        break;
      }
      if (await fetch(`${this.url}-/ping`).then(({ ok }) => ok, () => false)) {
        return;
      }
      await delay(100);
    }
    throw new Error(`The registry did not start:\n${this.said}`);
  }

  private async login(): Promise<string> {
    // One of its own at each start: accounts outlive the process.
    const name = `author-${randomUUID().slice(0, 8)}`;
    const answer = await fetch(`${this.url}-/user/org.couchdb.user:${name}`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ name, password: "a-test-only-password" }) });
    const { token } = (await answer.json()) as { token?: string };
    if (token === undefined) {
      throw new Error(`The registry gave no token (${String(answer.status)}):\n${this.said}`);
    }
    return token;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
