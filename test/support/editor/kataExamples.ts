import type { Attempt } from "../../../src/core/checks/attempt";
import type { Kata } from "../../../src/core/packs/kata";
import type { StartedKata } from "../../../src/editor/startedKata";

/** A kata with a schema check and a test check that needs it. */
export function exampleKata(more: Partial<Kata> = {}): Kata {
  return {
    pack: { name: "@health-it-katas/hl7v2", version: "1.0.0", title: "HL7 v2", folder: "/katas/hl7v2", bundled: true },
    id: "v2-escapes",
    folder: "/katas/hl7v2/v2-escapes",
    digest: "d".repeat(64),
    manifest: {
      uuid: "11111111-1111-4111-8111-111111111111",
      title: "Escape sequences both ways",
      track: "hl7v2",
      level: 2,
      minutes: 35,
      kind: "code",
      competencies: ["v2-syntax"],
      files: ["oru.hl7", "escapes.ts"],
      checks: [
        { id: "shape", title: "The message is whole", file: "oru.hl7", as: "hl7v2", schema: "checks/oru.schema.json" },
        { id: "decode", title: "Decodes every sequence", tests: "checks/decode.test.ts", needs: ["shape"] },
      ],
      wrong: [],
    },
    ...more,
  };
}

export function startedKata(more: Partial<StartedKata> = {}): StartedKata {
  return { kata: exampleKata(), folder: "/w/health-it-katas/hl7v2/v2-escapes", workspace: "/w", seed: 1, ...more };
}

export function testAttempt(more: Partial<Attempt> = {}): Attempt {
  const { id, manifest, pack, digest } = exampleKata();
  return {
    id: "22222222-2222-4222-8222-222222222222",
    kata: { id, uuid: manifest.uuid, pack: pack.name, version: pack.version, digest },
    seed: 1,
    startedAt: "2026-01-02T03:04:05.678Z",
    durationMs: 38,
    outcome: "failed",
    partial: false,
    results: [],
    signature: [],
    hintsUsed: 0,
    solutionShown: false,
    aiOff: false,
    editor: "test",
    ...more,
  };
}
