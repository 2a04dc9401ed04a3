import type { WritableFileSystem } from "../../fileSystem";
import type { Publisher } from "../catalog/trust";
import { RecordSchema } from "../recordSchema";
import type { Exclusively } from "./packStore";

type Publishers = Readonly<Record<string, Publisher>>;

const keySchema = { type: "object", required: ["id", "public"], properties: { id: { type: "string" }, public: { type: "string" } } };

const records = new RecordSchema<Publishers>(
  {
    type: "object",
    additionalProperties: {
      type: "object", required: ["title", "keys", "revoked", "version", "digest", "expires"],
      properties: {
        title: { type: "string" }, keys: { type: "array", items: keySchema }, revoked: { type: "array", items: { type: "string" } }, version: { type: "integer" }, digest: { type: "string" }, expires: { type: "string" },
      },
    },
  },
  "record of trusted publishers", "publishers.broken", "Take it back from a backup; if you remove it, every publisher's key is asked for anew.",
);

/** Remembers, by the address of a catalogue, whose key is trusted for it and which version was seen last. */
export class PublisherStore {
  /** @param path absolute, of the JSON file */
  constructor(
    private readonly files: WritableFileSystem,
    private readonly exclusively: Exclusively,
    private readonly path: string,
  ) {}

  async all(): Promise<Publishers> {
    return (await this.files.stat(this.path)) === undefined ? {} : records.parse(new TextDecoder().decode(await this.files.readFile(this.path)), this.path);
  }

  async of(url: string): Promise<Publisher | undefined> {
    return (await this.all())[url];
  }

  async remember(url: string, publisher: Publisher): Promise<void> {
    await this.exclusively(async () => {
      const all = await this.all();
      const before = all[url];
      // Two programs may have read two issues: the newer one counts, whoever comes last.
      if (before === undefined || before.version <= publisher.version) {
        await this.write({ ...all, [url]: publisher });
      }
    });
  }

  /** Whether there was one to forget. */
  async forget(url: string): Promise<boolean> {
    return await this.exclusively(async () => {
      const { [url]: gone, ...rest } = await this.all();
      if (gone !== undefined) {
        await this.write(rest);
      }
      return gone !== undefined;
    });
  }

  private async write(publishers: Publishers): Promise<void> {
    await this.files.writeFile(this.path, new TextEncoder().encode(`${JSON.stringify(publishers, null, 2)}\n`));
  }
}
