import type { IncomingMessage, RequestOptions } from "node:http";
import { Agent, request as requestHttp } from "node:http";
import { Agent as SecureAgent, request as requestHttps } from "node:https";
import { setTimeout as delay } from "node:timers/promises";
import { HumanError } from "../../core/humanError";
import { addressFault, type DownloadRequest, type Downloads } from "../../core/packs/install/downloads";
import type { Partial, PartialDownloads } from "./partialDownloads";

export interface DownloadTimes {
  /** Ms until a connection stands and the server has begun to answer. */
  readonly answerMs: number;
  /** Ms without a byte. */
  readonly idleMs: number;
  /** Ms for everything. */
  readonly totalMs: number;
  /** Ms before the second try; the third waits twice as long. */
  readonly pauseMs: number;
}

export const downloadTimes: DownloadTimes = { answerMs: 20_000, idleMs: 20_000, totalMs: 600_000, pauseMs: 500 };

const tries = 3;
const redirects = 5;

/** A break of the line, after which it is worth going on from where it broke. */
class BrokenLine extends Error {
  constructor(readonly failure: HumanError) {
    super(failure.message);
  }
}

/** Downloads with Node's own client, which editors teach their proxies and certificates, and newer versions of Node the proxies of the environment. */
export class HttpDownloads implements Downloads {
  private readonly agents: { readonly http: Agent; readonly https: SecureAgent };

  /** @param partials where unfinished downloads are kept */
  constructor(
    private readonly partials: PartialDownloads,
    private readonly times: DownloadTimes = downloadTimes,
    environment: NodeJS.ProcessEnv = process.env,
  ) {
    // `proxyEnv` is known from Node 24.5 on; earlier versions pass it over.
    const options = { keepAlive: false, proxyEnv: environment };
    this.agents = { http: new Agent(options), https: new SecureAgent(options) };
  }

  async get(request: DownloadRequest, signal: AbortSignal): Promise<Uint8Array> {
    const deadline = AbortSignal.timeout(this.times.totalMs);
    const both = AbortSignal.any([signal, deadline]);
    const partial = await this.partials.open(request.url, request.resumable);
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          await this.attempt(request, partial, both);
          const bytes = await partial.finish();
          if (looksLikePage(bytes)) {
            throw isPage(request);
          }
          return bytes;
        } catch (error) {
          if (signal.aborted) {
            throw signal.reason;
          }
          if (deadline.aborted) {
            throw new HumanError("download.slow", `${upper(request.what)} took longer than ${String(this.times.totalMs / 1000)} seconds from ${hostOf(request.url)}. Try again on a faster line${request.resumable ? "; what has come is kept" : ""}.`, { url: request.url });
          }
          if (!(error instanceof BrokenLine)) {
            throw error;
          }
          if (attempt === tries) {
            throw error.failure;
          }
          await delay(this.times.pauseMs * attempt, undefined, { signal: both }).catch(() => undefined);
        }
      }
    } finally {
      await partial.close();
    }
  }

  private async attempt(request: DownloadRequest, partial: Partial, signal: AbortSignal): Promise<void> {
    let url = request.url;
    for (let hop = 0; hop <= redirects; hop++) {
      const fault = addressFault(url);
      if (fault !== undefined) {
        throw new HumanError("download.address", hop === 0 ? `The address ${url} ${fault}.` : `${hostOf(request.url)} leads on to ${url}, which ${fault}; it is not followed.`, { url });
      }
      const response = await this.open(request, url, partial, signal);
      const location = response.headers.location;
      if ([301, 302, 303, 307, 308].includes(response.statusCode ?? 0) && location !== undefined) {
        response.destroy();
        url = nextAddress(location, url);
        continue;
      }
      await this.receive(request, url, response, partial, signal);
      return;
    }
    throw new HumanError("download.redirects", `${request.url} leads on more than ${String(redirects)} times; check the address.`, { url: request.url });
  }

  /** Resolves with the beginning of an answer. */
  private async open(request: DownloadRequest, url: string, partial: Partial, signal: AbortSignal): Promise<IncomingMessage> {
    const authorization = request.authorization?.(url);
    const options: RequestOptions = {
      headers: {
        accept: request.accept, "accept-encoding": "identity", "user-agent": "health-it-katas",
        ...(authorization === undefined ? {} : { authorization }),
        ...(partial.length > 0 && partial.validator !== undefined ? { range: `bytes=${String(partial.length)}-`, "if-range": partial.validator } : {}),
      },
      signal,
    };
    return await new Promise((resolve, reject) => {
      const secure = url.toLowerCase().startsWith("https:");
      const sent = secure ? requestHttps(url, { ...options, agent: this.agents.https }) : requestHttp(url, { ...options, agent: this.agents.http });
      const timer = setTimeout(() => {
        reject(new BrokenLine(new HumanError("download.slow", `${hostOf(url)} has not answered for ${String(this.times.answerMs / 1000)} seconds, so ${request.what} could not be fetched. Check the line, or try again later.`, { url })));
        sent.destroy();
      }, this.times.answerMs);
      sent.on("response", (response) => {
        clearTimeout(timer);
        // An error of the line after this is for whoever reads the answer.
        response.on("error", () => undefined);
        resolve(response);
      });
      sent.on("error", (cause: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(new BrokenLine(unreachable(request, url, cause)));
      });
      sent.end();
    });
  }

  private async receive(request: DownloadRequest, url: string, response: IncomingMessage, partial: Partial, signal: AbortSignal): Promise<void> {
    const status = response.statusCode ?? 0;
    if (status !== 200 && status !== 206) {
      response.destroy();
      if (status === 416) {
        // What is kept does not fit what is there now.
        await partial.restart(undefined);
      }
      throw refusedStatus(request, url, status);
    }
    if (/^\s*text\/html/i.test(response.headers["content-type"] ?? "")) {
      response.destroy();
      throw isPage(request);
    }
    if (status === 200 || !continues(response, partial.length)) {
      await partial.restart(validatorOf(response));
      if (status === 206) {
        response.destroy();
        throw new BrokenLine(trouble(request, url, status));
      }
    }
    const length = response.headers["content-length"];
    const total = length === undefined ? undefined : partial.length + Number(length);
    const tooBig = (): HumanError => new HumanError("download.tooLarge", `${upper(request.what)} from ${hostOf(url)} is larger than ${String(Math.round(request.maxBytes / 1024 / 1024))} MB, the most that is fetched.`, { url, limit: request.maxBytes });
    if (total !== undefined && total > request.maxBytes) {
      response.destroy();
      throw tooBig();
    }
    let idle: NodeJS.Timeout | undefined;
    let silent = false;
    const alive = (): void => {
      clearTimeout(idle);
      idle = setTimeout(() => {
        silent = true;
        response.destroy(new Error("silent"));
      }, this.times.idleMs);
    };
    alive();
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        alive();
        if (partial.length + chunk.length > request.maxBytes) {
          await partial.discard();
          throw tooBig();
        }
        await partial.append(chunk);
        request.progress?.(partial.length, total);
      }
    } catch (error) {
      if (error instanceof HumanError || signal.aborted) {
        throw error;
      }
      throw new BrokenLine(silent ? silence(request, url, this.times.idleMs) : broken(request, url, partial.length, total));
    } finally {
      clearTimeout(idle);
    }
    if (!response.complete || (total !== undefined && partial.length !== total)) {
      throw new BrokenLine(broken(request, url, partial.length, total));
    }
  }
}

/**
 * Where a redirect leads.
 * @throws HumanError when it leads from https to http, or nowhere
 */
export function nextAddress(location: string, from: string): string {
  let next: URL;
  try {
    next = new URL(location, from);
  } catch (cause) {
    throw new HumanError("download.address", `${hostOf(from)} leads on to ${JSON.stringify(location.slice(0, 200))}, which is no address.`, { url: from }, { cause });
  }
  if (next.protocol === "http:" && from.toLowerCase().startsWith("https:")) {
    throw new HumanError("download.downgrade", `${hostOf(from)} leads from https to ${next.href}, where anybody on the way could change what comes; it is not followed.`, { url: next.href });
  }
  return next.href;
}

/** What tells whether the content is still the same (RFC 9110, 13.1.5: a strong entity tag, else the date). */
function validatorOf(response: IncomingMessage): string | undefined {
  const { etag } = response.headers;
  return etag !== undefined && !etag.startsWith("W/") ? etag : response.headers["last-modified"];
}

/** Whether a partial answer goes on exactly where we stand (RFC 9110, 14.4). */
function continues(response: IncomingMessage, from: number): boolean {
  return /^bytes (\d+)-/.exec(response.headers["content-range"] ?? "")?.[1] === String(from);
}

/** A page where an archive or JSON belongs, whatever it calls itself. */
function looksLikePage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype|html|head|\?xml|body)/i.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
}

function isPage(request: DownloadRequest): HumanError {
  return new HumanError("download.page", `${hostOf(request.url)} answers with a web page where ${request.what} belongs. Perhaps the network asks you to sign in first, or the address is wrong.`, { url: request.url });
}

function refusedStatus(request: DownloadRequest, url: string, status: number): Error {
  const args = { url, status };
  if (status === 401 || status === 403) {
    return new HumanError("download.forbidden", `${hostOf(url)} does not give ${request.what} to you (${String(status)}). For a private registry, log in with \`npm login --registry=…\` or set its token in .npmrc.`, args);
  }
  if (status === 404 || status === 410) {
    return new HumanError("download.notFound", `${upper(request.what)} is not at ${url} (${String(status)}). Check the name and the address; a private registry also says so to those who are not logged in.`, args);
  }
  if (status === 206 || status === 416 || status === 429 || status >= 500) {
    return new BrokenLine(trouble(request, url, status));
  }
  return new HumanError("download.status", `${hostOf(url)} answers ${String(status)} where ${request.what} belongs; check the address.`, args);
}

function trouble(request: DownloadRequest, url: string, status: number): HumanError {
  return new HumanError("download.serverTrouble", `${hostOf(url)} has trouble (${String(status)}), so ${request.what} could not be fetched. Try again later.`, { url, status });
}

function unreachable(request: DownloadRequest, url: string, cause: NodeJS.ErrnoException): HumanError {
  const certificate = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(cause.code ?? "");
  const advice = certificate ? "Its certificate is not trusted here; ask who runs it, or name its authority in NODE_EXTRA_CA_CERTS." : "Check the address and the line.";
  return new HumanError(certificate ? "download.certificate" : "download.unreachable", `${hostOf(url)} cannot be reached (${cause.code ?? cause.message}), so ${request.what} could not be fetched. ${advice}`, { url }, { cause });
}

function broken(request: DownloadRequest, url: string, received: number, total: number | undefined): HumanError {
  return new HumanError("download.broken", `The line to ${hostOf(url)} broke after ${String(received)}${total === undefined ? "" : ` of ${String(total)}`} bytes of ${request.what}. Try again${request.resumable ? "; it goes on from there" : ""}.`, { url, received });
}

function silence(request: DownloadRequest, url: string, ms: number): HumanError {
  return new HumanError("download.slow", `${hostOf(url)} has sent nothing for ${String(ms / 1000)} seconds in the middle of ${request.what}. Try again${request.resumable ? "; it goes on from there" : " later"}.`, { url });
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? url;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
