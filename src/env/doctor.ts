import type { SchemaChecker } from "../core/checks/schemaChecker";
import type { Protections, TestRunner } from "../core/checks/testRunner";
import type { WritableFileSystem } from "../core/fileSystem";
import type { Hasher } from "../core/hashing";
import { HumanError, toError } from "../core/humanError";
import type { Catalogue } from "../core/packs/catalogue";
import { joinPath, parentOf } from "../core/path";

/** What was found of one thing that katas need. `limited`: it works, and something that could protect or help is not there. */
export interface Examination {
  readonly id: "node" | "tests" | "files" | "network" | "sqlite" | "cpu" | "schemas" | "fhirpath" | "folder" | "packs";
  readonly title: string;
  readonly state: "well" | "limited" | "broken";
  /** What was seen, in one sentence. */
  readonly says: string;
  /** What to do about it. */
  readonly mend?: string;
}

export interface DoctorReport {
  /** Nothing is broken. */
  readonly ok: boolean;
  readonly examinations: readonly Examination[];
  /** What a real child process saw of its protections. */
  readonly protections?: Protections;
}

/** Tries out everything katas need, with real workers, children and files, and says what was seen. */
export class Doctor {
  constructor(
    private readonly files: WritableFileSystem,
    private readonly hasher: Hasher,
    private readonly schemas: SchemaChecker,
    private readonly tests: TestRunner,
    private readonly catalogue: Catalogue,
  ) {}

  /** @param folder absolute path of the learner's folder. Rejects only with the abort reason of `signal`. */
  async examine(folder: string, signal: AbortSignal): Promise<DoctorReport> {
    const child = await this.child(signal);
    const examinations = [
      ...child.examinations,
      await this.schema("schemas", "Schema checks", {}, signal),
      await this.schema("fhirpath", "FHIRPath", { fhirpath: { key: "doctor", expression: "1 + 1 = 2", says: "FHIRPath cannot add." } }, signal),
      await this.folder(folder),
      await this.packs(),
    ];
    return { ok: examinations.every(({ state }) => state !== "broken"), examinations, ...(child.protections === undefined ? {} : { protections: child.protections }) };
  }

  private async child(signal: AbortSignal): Promise<{ readonly examinations: readonly Examination[]; readonly protections?: Protections }> {
    const mend = "See that Node 20.19 or later is installed and may be started; in the editor, the setting healthItKatas.nodePath names one.";
    let protections: Protections | undefined;
    try {
      const [result] = await this.tests.run(
        {
          checks: [{ id: "doctor", title: "Runs a test", tests: "checks/doctor.test.js" }],
          solution: [],
          checkFiles: [{ path: "checks/doctor.test.js", bytes: new TextEncoder().encode('it("runs", () => {});\n') }],
          seed: 1, deadlineMs: 10_000, memoryLimit: 512 * 1024 * 1024,
        },
        { started: (seen) => { protections = seen; } },
        signal,
      );
      if (result?.outcome !== "passed" || protections === undefined) {
        const said = result?.findings.map(({ message }) => message).join(" ") ?? "it gave no result";
        return { examinations: [{ id: "tests", title: "Test checks", state: "broken", says: `A test that does nothing did not pass: ${said}`, mend }] };
      }
      return { examinations: protectionExaminations(protections, Math.round(result.durationMs)), protections };
    } catch (error) {
      signal.throwIfAborted();
      return { examinations: [{ id: "tests", title: "Test checks", state: "broken", says: saidBy(error), mend }] };
    }
  }

  private async schema(id: "schemas" | "fhirpath", title: string, schema: object, signal: AbortSignal): Promise<Examination> {
    const text = JSON.stringify(schema);
    const bundle = { key: this.hasher.sha256(new TextEncoder().encode(text)), schema: text, path: "checks/doctor.schema.json", resources: {} };
    const verdict = await this.schemas.check({ file: "doctor.json", format: "json", text: "{}", bundle }, signal);
    return verdict.outcome === "passed"
      ? { id, title, state: "well", says: `A check ran in ${Math.round(verdict.durationMs)} ms.` }
      : {
          id, title, state: "broken", says: verdict.findings.map(({ message }) => message).join(" ") || `The check was ${verdict.outcome}.`,
          mend: "Install Health IT Katas again; if that does not help, report it with this text.",
        };
  }

  private async folder(folder: string): Promise<Examination> {
    const title = "Your folder";
    const probe = joinPath(await this.nearestFolder(folder), `.health-it-katas-doctor-${this.hasher.sha256(new TextEncoder().encode(String(performance.now()))).slice(0, 8)}`);
    try {
      await this.files.writeFile(probe, new Uint8Array([1]));
      await this.files.remove(probe);
      return { id: "folder", title, state: "well", says: `${folder} can be written to.` };
    } catch (error) {
      return { id: "folder", title, state: "broken", says: `${folder} cannot be written to (${saidBy(error)}).`, mend: "Open a folder of your own, or see to its permissions and the space on the disk." };
    }
  }

  /** The folder itself, or the nearest above it that is there: an examination leaves no folders behind. */
  private async nearestFolder(folder: string): Promise<string> {
    let at = folder;
    while ((await this.files.stat(at)) === undefined && parentOf(at) !== at) {
      at = parentOf(at);
    }
    return at;
  }

  private async packs(): Promise<Examination> {
    const title = "Packs";
    try {
      const { packs, newer, problems } = await this.catalogue.list();
      const count = packs.reduce((sum, { katas }) => sum + katas.length, 0);
      const says = `${count} ${count === 1 ? "kata" : "katas"} in ${packs.length} ${packs.length === 1 ? "pack" : "packs"}.`;
      const first = problems[0];
      if (first !== undefined) {
        const mend = `${first.file}: ${first.message}`;
        return { id: "packs", title, state: count === 0 ? "broken" : "limited", says: `${says} ${problems.length} ${problems.length === 1 ? "problem keeps" : "problems keep"} others from being listed.`, mend };
      }
      if (newer.length > 0) {
        return { id: "packs", title, state: "limited", says: `${says} ${newer.map(({ name }) => name).join(", ")} cannot be read by this version.`, mend: "Update Health IT Katas." };
      }
      return count === 0 ? { id: "packs", title, state: "broken", says, mend: "Install Health IT Katas again, or add a folder of packs." } : { id: "packs", title, state: "well", says };
    } catch (error) {
      return { id: "packs", title, state: "broken", says: saidBy(error), mend: "Install Health IT Katas again." };
    }
  }
}

/** Only what the child itself reported; nothing is claimed that it did not see. */
function protectionExaminations(seen: Protections, durationMs: number): readonly Examination[] {
  return [
    { id: "tests", title: "Test checks", state: "well", says: `A child process with Node ${seen.node} ran a test in ${durationMs} ms.` },
    seen.permissionModel
      ? { id: "files", title: "Files and processes", state: "well", says: "Tests and learners' code cannot read outside of the copied kata, write files, start processes or threads, or load native addons. (A link inside of a readable folder would be followed; none is copied.)" }
      : { id: "files", title: "Files and processes", state: "limited", says: "Tests and learners' code may do what you may do: this Node has no permission model.", mend: "Check only packs you trust, or choose Node 20.19 or later." },
    seen.network
      ? { id: "network", title: "Network", state: "well", says: "Tests and learners' code cannot reach the network." }
      : { id: "network", title: "Network", state: "limited", says: "Tests and learners' code can reach the network: Node's permission model stops that only from version 25 on.", mend: "Check only packs you trust, or choose Node 25 or later." },
    seen.sqliteOff
      ? { id: "sqlite", title: "Databases", state: "well", says: "node:sqlite, which could open files all the same, is off or absent." }
      : { id: "sqlite", title: "Databases", state: "limited", says: "node:sqlite is there and can open files that are otherwise closed.", mend: "Check only packs you trust." },
    seen.cpuLimitSeconds === undefined
      ? { id: "cpu", title: "Runaway code", state: "limited", says: "Code that never ends is stopped by this program only: the system sets no limit of its own." }
      : { id: "cpu", title: "Runaway code", state: "well", says: `The system itself ends code that computes for more than ${seen.cpuLimitSeconds} s, even when this program is gone.` },
  ];
}

function saidBy(error: unknown): string {
  return error instanceof HumanError ? error.message : toError(error).message;
}
