import type { KataKind, KataTrack } from "../kataManifest";
import { fillIn } from "./fillIn";

export interface KataScaffoldRequest {
  readonly uuid: string;
  readonly kind: KataKind;
  readonly track: KataTrack;
  /** What lists show; asked for in the files when undefined. */
  readonly title?: string;
}

/** The texts of a new kata by path in its folder: everything `verify` asks for is in place, and what only the author knows is marked with `fillIn`. */
export type KataScaffold = ReadonlyMap<string, string>;

/** What differs between kinds: a word on the task, and the answer's file with its checks. */
interface Kind {
  readonly task: string;
  readonly file: string;
  readonly starter: string;
  readonly reference: string;
  readonly other: string;
  readonly wrong: { readonly id: string; readonly content: string; readonly message: string };
  readonly check: Readonly<Record<string, string>>;
  readonly checkFile: readonly [path: string, text: string];
  readonly more: Readonly<Record<string, unknown>>;
}

/** A small kata that works, to be rewritten piece by piece. */
export function scaffoldKata({ uuid, kind, track, title }: KataScaffoldRequest): KataScaffold {
  const parts = kind === "code" ? codeKata : dataKata(kind);
  const manifest = {
    uuid,
    title: title ?? `${fillIn} what lists show, as a short phrase`,
    track, level: 1, minutes: 20, kind,
    competencies: ["fill-in"],
    files: [parts.file],
    ...parts.more,
    checks: [{ id: "answer", title: `${fillIn} a statement that is true when this check passes`, ...parts.check }],
    wrong: [{ id: parts.wrong.id, fails: "answer", message: parts.wrong.message }],
  };
  return new Map([
    ["kata.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["README.md", `# ${title ?? "A new kata"}\n\n${fillIn} the situation: who needs what, and why it matters to a patient or an organisation.\n\n## What to do\n\n${fillIn} the task. ${parts.task} It is handed in as \`${parts.file}\`.\n\n## What is checked\n\n${fillIn} every rule that a check demands. Two people should solve the kata from this page alone.\n`],
    ["hints.md", `## Where to look\n\n${fillIn} a nudge.\n\n## What to think of\n\n${fillIn} the idea, without the answer.\n\n## How to write it\n\n${fillIn} nearly there.\n`],
    [`starter/${parts.file}`, parts.starter],
    [`solutions/reference/${parts.file}`, parts.reference],
    [`solutions/another-way/${parts.file}`, parts.other],
    [`wrong/${parts.wrong.id}/${parts.file}`, parts.wrong.content],
    [`wrong/${parts.wrong.id}.md`, `${fillIn} the misconception behind this answer, explained to the learner.\n`],
    parts.checkFile,
  ]);
}

const codeKata: Kind = {
  task: "The learner writes a program.",
  file: "answer.ts",
  starter: "/** The text in upper case. */\nexport function answer(text: string): string {\n  throw new Error(`not written yet: ${text}`);\n}\n",
  reference: "/** The text in upper case. */\nexport function answer(text: string): string {\n  return text.toUpperCase();\n}\n",
  other: "/** The text in upper case. */\nexport function answer(text: string): string {\n  return Array.from(text, (letter) => letter.toUpperCase()).join(\"\");\n}\n",
  wrong: { id: "lower-case", content: "/** The text in upper case. */\nexport function answer(text: string): string {\n  return text.toLowerCase();\n}\n", message: "upper case" },
  check: { tests: "checks/answer.test.ts" },
  checkFile: ["checks/answer.test.ts", `import assert from "node:assert/strict";
import { fc, solution } from "health-it-katas/testing";

const { answer } = solution<{ answer(text: string): string }>();

describe("answer", () => {
  it("gives a name in upper case", () => {
    assert.equal(answer("Anna"), "ANNA", "The name Anna in upper case is ANNA.");
  });

  it("changes nothing that is in upper case already", () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]{1,20}$/), (text) => {
      assert.equal(answer(text), text, "What is in upper case already stays as it is.");
    }));
  });
});
`],
  more: { language: "typescript" },
};

const tasks: Readonly<Record<Exclude<KataKind, "code">, string>> = {
  author: "The learner writes a document.",
  fix: "The learner repairs what is broken.",
  operate: "The learner works a running system and hands in what came of it.",
  incident: "The learner handles what went wrong and hands in what was done.",
  case: "The learner decides and gives reasons.",
};

function dataKata(kind: Exclude<KataKind, "code">): Kind {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: ["status"],
    properties: {
      status: {
        const: "final",
        says: { const: "The status is not `final`: only a final report may leave the laboratory." },
        why: "Whoever reads a report that is not final may treat a patient on a value that still changes.",
      },
    },
  };
  return {
    task: tasks[kind],
    file: "answer.json",
    starter: kind === "fix" ? '{\n  "status": "fianl"\n}\n' : "{}\n",
    reference: '{\n  "status": "final"\n}\n',
    other: '{\n  "status": "final",\n  "note": "checked by a second person"\n}\n',
    wrong: { id: "too-early", content: '{\n  "status": "preliminary"\n}\n', message: "final" },
    check: { file: "answer.json", as: "json", schema: "checks/answer.schema.json" },
    checkFile: ["checks/answer.schema.json", `${JSON.stringify(schema, null, 2)}\n`],
    more: {},
  };
}
