import { HumanError } from "../../humanError";
import { isRecord } from "../../record";
import { archiveLimits } from "../archive/archive";
import { isRange, newestIn } from "../versions";
import { isOffline, type Downloads } from "./downloads";
import type { KeptFiles } from "./keptFiles";
import type { PackSource } from "./packSource";
import type { PackResolver, ResolvedPack, ResolveOptions } from "./resolvedPack";

type NpmSource = Extract<PackSource, { kind: "npm" }>;

/** What npm's settings say of registries; read by the host. */
export interface NpmRegistries {
  /** The registry of a package, ending in `/`, by its scope or by default. */
  registryOf(name: string): string;
  /** The `authorization` header for an address, for the registry and path for which it was set, and no other. */
  authorizationFor(url: string): string | undefined;
}

/** Reads npm's settings anew, so that a token that was set meanwhile counts. */
export type ReadRegistries = () => Promise<NpmRegistries>;

/** Bytes of a registry's answer on one package. */
const answerBytes = 16 * 1024 * 1024;
/** The short form of a package's record holds all that installing needs; registries that do not know it send the long one. */
const accept = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8";

interface Published {
  readonly version: string;
  readonly tarball: string;
  readonly integrity: string;
}

/** Packs in npm registries, by the protocol that npm's own client speaks. */
export class NpmResolver implements PackResolver<NpmSource> {
  constructor(
    private readonly downloads: Downloads,
    private readonly kept: KeptFiles,
    private readonly registries: ReadRegistries,
  ) {}

  async resolve(source: NpmSource, options: ResolveOptions, signal: AbortSignal): Promise<readonly ResolvedPack[]> {
    const { name, range } = source;
    if (options.key !== undefined) {
      throw new HumanError("source.notSigned", `npm:${name} is signed by nobody, and the key ${options.key} was expected; install it from its publisher's catalogue.`, { key: options.key });
    }
    const registries = await this.registries();
    const registry = registries.registryOf(name);
    const url = `${registry}${name.replace("/", "%2f")}`;
    const answer = recordFrom(await this.answer(name, url, registries, signal), name, registry);
    const version = options.version ?? pick(answer, range);
    const published = version === undefined ? undefined : publishedAs(answer, version);
    if (published === undefined) {
      const known = Object.keys(isRecord(answer["versions"]) ? answer["versions"] : {}).slice(-10).join(", ");
      throw new HumanError("npm.noVersion", `${registry} has no ${name} that fits ${options.version ?? range}; it has ${known || "none"}.`, { name, range });
    }
    if (published.integrity === "") {
      throw new HumanError("npm.noIntegrity", `${registry} gives no sha512 of ${name} ${published.version}, so nobody can tell whether it comes as it was published. Publish it again with a newer npm.`, { name, version: published.version });
    }
    const what = `the pack ${name} ${published.version}`;
    return [{
      name, version: published.version, integrity: published.integrity, source, signer: { kind: "nobody", from: `the registry ${registry}` },
      archive: async (until, progress) =>
        (await this.kept.archive(published.integrity)) ??
        (await this.downloads.get({ url: published.tarball, what, accept: "application/octet-stream, */*", maxBytes: archiveLimits.archiveBytes, resumable: true, progress, authorization: (at) => registries.authorizationFor(at) }, until)),
    }];
  }

  private async answer(name: string, url: string, registries: NpmRegistries, signal: AbortSignal): Promise<Uint8Array> {
    try {
      const bytes = await this.downloads.get({ url, what: `the package ${name}`, accept, maxBytes: answerBytes, resumable: false, authorization: (at) => registries.authorizationFor(at) }, signal);
      await this.kept.keepAnswer(url, bytes);
      return bytes;
    } catch (error) {
      const last = error instanceof HumanError && isOffline(error.code) ? await this.kept.answer(url) : undefined;
      if (last === undefined) {
        throw error;
      }
      return last;
    }
  }
}

function recordFrom(bytes: Uint8Array, name: string, registry: string): Readonly<Record<string, unknown>> {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new HumanError("npm.answer", `${registry} answers something that is no JSON where the package ${name} belongs; check that it is a registry.`, { name, registry }, { cause });
  }
  if (!isRecord(answer) || !isRecord(answer["versions"])) {
    throw new HumanError("npm.answer", `${registry} does not answer as a registry of npm does where the package ${name} belongs; check its address.`, { name, registry });
  }
  return answer;
}

/** A range picks the newest that fits, a tag what it stands for; anything at all is what `latest` stands for, as npm does it. */
function pick(answer: Readonly<Record<string, unknown>>, range: string): string | undefined {
  const tags = isRecord(answer["dist-tags"]) ? answer["dist-tags"] : {};
  const versions = Object.keys(isRecord(answer["versions"]) ? answer["versions"] : {});
  const tag = range === "*" || range === "" ? "latest" : range;
  const tagged = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (typeof tagged === "string") {
    return tagged;
  }
  return isRange(range) ? newestIn(versions, range) : undefined;
}

function publishedAs(answer: Readonly<Record<string, unknown>>, version: string): Published | undefined {
  const versions = answer["versions"];
  const found = isRecord(versions) && Object.hasOwn(versions, version) ? versions[version] : undefined;
  const dist = isRecord(found) ? found["dist"] : undefined;
  if (!isRecord(dist) || typeof dist["tarball"] !== "string") {
    return undefined;
  }
  const digest = typeof dist["integrity"] === "string" ? /(?:^|\s)(sha512-[A-Za-z0-9+/]{86}==)(?:[\s?]|$)/.exec(dist["integrity"])?.[1] : undefined;
  return { version, tarball: dist["tarball"], integrity: digest ?? "" };
}
