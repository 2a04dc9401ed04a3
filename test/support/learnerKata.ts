import type { Kata } from "../../src/core/packs/kata";

/** Starter bytes that no text editor would leave as they are: lone CRs, a byte-order mark, Latin-1, no line end at the end. */
export const oddBytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x4d, 0x53, 0x48, 0x0d, 0x50, 0x49, 0x44, 0x0d, 0x0a, 0xfc, 0x00, 0xff]);

/** A kata in `/packs/hl7v2/v2-escapes` with two files to edit. */
export const learnerKata: Kata = {
  pack: { name: "@health-it-katas/hl7v2", version: "1.2.0", title: "HL7 v2", folder: "/packs/hl7v2", bundled: true },
  id: "v2-escapes",
  folder: "/packs/hl7v2/v2-escapes",
  digest: "f".repeat(64),
  manifest: {
    uuid: "0b8f4c3e-6f0d-4a57-9f3e-5d1c0a2b7e11",
    title: "Escape sequences both ways",
    track: "hl7v2",
    level: 2,
    minutes: 35,
    kind: "code",
    competencies: ["v2-syntax"],
    files: ["src/escapes.ts", "oru.hl7"],
    checks: [],
    wrong: [],
  },
};

/** Its files. */
export const learnerKataFiles: Readonly<Record<string, string | Uint8Array>> = {
  "/packs/hl7v2/package.json": "{}",
  "/packs/hl7v2/v2-escapes/kata.json": "{}",
  "/packs/hl7v2/v2-escapes/README.md": "# Escapes\n",
  "/packs/hl7v2/v2-escapes/README.de.md": "# Maskieren\n",
  "/packs/hl7v2/v2-escapes/hints.md": "## Look\n\nAt `\\F\\`.\n\n## Think\n\nOf order.\n",
  "/packs/hl7v2/v2-escapes/starter/src/escapes.ts": "export const decode = 0;\n",
  "/packs/hl7v2/v2-escapes/starter/oru.hl7": oddBytes,
  "/packs/hl7v2/v2-escapes/starter/data/table.csv": "a;b\r\n",
  "/packs/hl7v2/v2-escapes/solutions/reference/oru.hl7": "MSH|right\r",
  "/packs/hl7v2/v2-escapes/solutions/reference/notes.md": "why\n",
  "/packs/hl7v2/v2-escapes/solutions/reference/src/escapes.ts": "export const decode = 1;\n",
};
