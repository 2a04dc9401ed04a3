/** What is fetched. */
export interface DownloadRequest {
  readonly url: string;
  /** What it is, for messages: `the catalogue`, `the pack @org/name 1.0.0`. */
  readonly what: string;
  /** Media types for the `accept` header. */
  readonly accept: string;
  /** Bytes beyond which it is refused. */
  readonly maxBytes: number;
  /** Whether what came before the line broke is kept on disk, so that the next try goes on from there. */
  readonly resumable: boolean;
  /** The `authorization` header for an address, asked for each address anew, so that no token travels with a redirect. */
  readonly authorization?: (url: string) => string | undefined;
  /** Told as bytes come; `total` is undefined where the server does not say. */
  readonly progress?: (received: number, total: number | undefined) => void;
}

/** Fetches over the network; implemented by the host. */
export interface Downloads {
  /** @throws HumanError `download.…` in words, and the abort reason of `signal` */
  get(request: DownloadRequest, signal: AbortSignal): Promise<Uint8Array>;
}

/** Codes of failures that may be the network's: what was kept from the last time may be used instead. */
const networkCodes: ReadonlySet<string> = new Set(["download.unreachable", "download.slow", "download.broken", "download.serverTrouble"]);

/** Whether a failure says nothing of what was asked for, only that it cannot be reached now. */
export function isOffline(code: string): boolean {
  return networkCodes.has(code);
}

/** What keeps an address from being used; undefined when nothing does. The sentence starts with the reason and ends without a full stop. */
export function addressFault(url: string): string | undefined {
  // Core has no URL class of a host: the parts that matter are told apart as RFC 3986, appendix B does.
  const parts = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)/.exec(url);
  if (parts === null) {
    return "is no address; write it with https:// in front";
  }
  const [, scheme = "", authority = ""] = parts;
  if (authority.includes("@")) {
    return "holds a name or password; take it out, and put a token into npm's settings";
  }
  const host = authority.replace(/:\d*$/, "").toLowerCase();
  if (host === "" || /[\s\\]/.test(url)) {
    return "names no host";
  }
  switch (scheme.toLowerCase()) {
    case "https":
      return undefined;
    case "http":
      return isLoopback(host) ? undefined : "starts with http://, where anybody on the way could change what comes; write https://";
    default:
      return `starts with ${scheme}:, and packs come by https: only`;
  }
}

/** This machine itself (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
