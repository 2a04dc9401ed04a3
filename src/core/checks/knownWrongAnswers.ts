import type { FileSystem } from "../fileSystem";
import type { Logger } from "../logger";
import type { Kata } from "../packs/kata";
import { parseSignatures, signatureFileName, wrongAnswerWith } from "../packs/signatureFile";
import { joinPath } from "../path";
import type { KnownWrongAnswer } from "./attempt";

/** Recognises mistakes that a kata's author foresaw. */
export interface KnownWrongAnswers {
  /** The known wrong answer with this signature. Never rejects: a pack without signatures has no known wrong answers. */
  find(kata: Kata, signature: readonly string[]): Promise<KnownWrongAnswer | undefined>;
}

/** Looks signatures up in the pack's `signatures.json`; the explanation is `wrong/<id>.md` of the kata. */
export class PackedWrongAnswers implements KnownWrongAnswers {
  constructor(private readonly files: FileSystem, private readonly logger: Logger) {}

  async find(kata: Kata, signature: readonly string[]): Promise<KnownWrongAnswer | undefined> {
    if (signature.length === 0) {
      return undefined;
    }
    try {
      const path = joinPath(kata.pack.folder, signatureFileName);
      if ((await this.files.stat(path))?.kind !== "file") {
        return undefined;
      }
      const known = parseSignatures(await this.text(path));
      const ofKata = Object.hasOwn(known, kata.id) ? known[kata.id] : undefined;
      const id = ofKata === undefined ? undefined : wrongAnswerWith(signature, ofKata);
      // Only ids of the manifest: they are known to be names of files within the kata.
      if (id === undefined || !kata.manifest.wrong.some((wrong) => wrong.id === id)) {
        return undefined;
      }
      return { id, explanation: await this.text(joinPath(kata.folder, "wrong", `${id}.md`)) };
    } catch (error) {
      this.logger.warn(`Known wrong answers of ${kata.pack.name}/${kata.id} cannot be looked up: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  private async text(path: string): Promise<string> {
    return new TextDecoder().decode(await this.files.readFile(path));
  }
}
