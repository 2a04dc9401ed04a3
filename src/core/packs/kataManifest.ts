import type { DocumentFormat } from "../documents/document";

export const kataKinds = ["author", "fix", "code", "operate", "incident", "case"] as const;
export type KataKind = (typeof kataKinds)[number];

export const kataTracks = [
  "hl7v2", "fhir", "fhir-api", "mapping", "security", "privacy", "crisis", "decision-support", "analytics", "devices", "integrity", "design", "leadership",
  "apprenticeship",
] as const;
export type KataTrack = (typeof kataTracks)[number];

interface CheckBase {
  /** Never changes once published. */
  readonly id: string;
  readonly title: string;
  /** Ids of the checks that must pass first. */
  readonly needs?: readonly string[];
}

/** Reads `file` as `as` and validates its value with the JSON Schema at `schema`. */
export interface SchemaCheckDeclaration extends CheckBase {
  readonly file: string;
  readonly as: DocumentFormat;
  readonly schema: string;
}

/** Runs the mocha tests at `tests` against the solution in a child process. */
export interface TestCheckDeclaration extends CheckBase {
  readonly tests: string;
}

export type CheckDeclaration = SchemaCheckDeclaration | TestCheckDeclaration;

export function isTestCheck(check: CheckDeclaration): check is TestCheckDeclaration {
  return "tests" in check;
}

/** A wrong answer that the checks must refuse: overlaid on the reference, check `fails` fails and says `message`. */
export interface WrongAnswerDeclaration {
  readonly id: string;
  readonly fails: string;
  /** Must appear in a message of that check. */
  readonly message: string;
}

/** Where facts of the kata come from: `url`, or `cite` where there is no address. */
export interface SourceCitation {
  readonly title: string;
  readonly url?: string;
  readonly cite?: string;
  readonly date?: string;
}

/** `kata.json`, as its schema (`kata.schema.json`) admits it. */
export interface KataManifest {
  readonly $schema?: string;
  readonly uuid: string;
  readonly title: string;
  readonly track: KataTrack;
  /** 1 first steps, 2 basic, 3 working, 4 advanced, 5 expert. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** Minutes a learner of that level needs. */
  readonly minutes: number;
  readonly kind: KataKind;
  readonly competencies: readonly string[];
  /** What the learner edits, relative to the kata's folder, with `/`; the first is opened. */
  readonly files: readonly string[];
  readonly checks: readonly CheckDeclaration[];
  readonly wrong: readonly WrongAnswerDeclaration[];
  readonly sources?: readonly SourceCitation[];
  readonly language?: "javascript" | "typescript";
  readonly requires?: readonly string[];
  /** For all test checks of an attempt together, in ms; 5000 unless told. */
  readonly deadlineMs?: number;
  /** What a warm check of the reference should take at most, in ms. */
  readonly budgetMs?: number;
  /** Files of `starter/` that the learner reads and does not hand in. */
  readonly exhibits?: readonly string[];
  readonly deprecated?: { readonly by: string };
}
