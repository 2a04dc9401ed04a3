import { isTestCheck, type CheckDeclaration, type KataManifest } from "./kataManifest";
import type { ManifestFault } from "./manifestFault";

/**
 * What a schema cannot say of a `kata.json`: that ids are unique and name something, that `needs` has no cycle, and that the files it names
 * are there.
 * @param present every file of the kata's folder, relative to it
 */
export function ruleFaults(manifest: KataManifest, present: ReadonlySet<string>): readonly ManifestFault[] {
  return [
    ...duplicateIds(manifest.checks, "checks", "check"),
    ...duplicateIds(manifest.wrong, "wrong", "wrong answer"),
    ...unknownChecks(manifest),
    ...cycles(manifest.checks),
    ...checkFiles(manifest, present),
    ...starterFiles(manifest, present),
  ];
}

function duplicateIds(items: readonly { readonly id: string }[], key: string, what: string): readonly ManifestFault[] {
  return items.flatMap((item, index) =>
    items.findIndex(({ id }) => id === item.id) === index
      ? []
      : [fault("kata.duplicateId", `/${key}/${index}/id`, `There is already a ${what} ${quoted(item.id)}; give this one an id of its own.`, { id: item.id })],
  );
}

function unknownChecks({ checks, wrong }: KataManifest): readonly ManifestFault[] {
  const ids = checks.map(({ id }) => id);
  const unknown = (id: string, pointer: string): readonly ManifestFault[] =>
    ids.includes(id) ? [] : [fault("kata.unknownCheck", pointer, `There is no check ${quoted(id)}; the checks are ${ids.map(quoted).join(", ")}.`, { id })];
  return [
    ...checks.flatMap((check, index) => (check.needs ?? []).flatMap((id, at) => unknown(id, `/checks/${index}/needs/${at}`))),
    ...wrong.flatMap((answer, index) => unknown(answer.fails, `/wrong/${index}/fails`)),
  ];
}

/** One fault per cycle, at the first check of it in the order of the file. */
function cycles(checks: readonly CheckDeclaration[]): readonly ManifestFault[] {
  const needs = new Map(checks.map((check) => [check.id, check.needs ?? []]));
  const settled = new Set<string>();
  const found: ManifestFault[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      const cycle = path.slice(start);
      const first = checks.findIndex((check) => cycle.includes(check.id));
      const from = cycle.indexOf(checks[first]?.id ?? id);
      const named = [...cycle.slice(from), ...cycle.slice(0, from), cycle[from] ?? id];
      found.push(fault("kata.needsCycle", `/checks/${first}/needs`, `These checks wait for each other for ever: ${named.join(" → ")}; take one of these \`needs\` out.`, { cycle: named.join(" → ") }));
      return;
    }
    if (settled.has(id)) {
      return;
    }
    for (const next of needs.get(id) ?? []) {
      visit(next, [...path, id]);
    }
    settled.add(id);
  };
  for (const { id } of checks) {
    visit(id, []);
  }
  return found;
}

function checkFiles({ checks, files }: KataManifest, present: ReadonlySet<string>): readonly ManifestFault[] {
  return checks.flatMap((check, index) => {
    const [key, path] = isTestCheck(check) ? (["tests", check.tests] as const) : (["schema", check.schema] as const);
    const faults: ManifestFault[] = [];
    if (!path.startsWith("checks/")) {
      faults.push(fault("kata.outsideChecks", `/checks/${index}/${key}`, `${quoted(path)} is not under \`checks/\`, where a kata keeps what checks it; move it there.`, { path }));
    } else if (!present.has(path)) {
      faults.push(fault("kata.missingFile", `/checks/${index}/${key}`, `${quoted(path)} is not there; write it, or correct its name.`, { path }));
    }
    if (!isTestCheck(check) && !files.includes(check.file)) {
      faults.push(fault("kata.notHandedIn", `/checks/${index}/file`, `${quoted(check.file)} is not one of the \`files\` that the learner hands in (${files.map(quoted).join(", ")}).`, { path: check.file }));
    }
    return faults;
  });
}

function starterFiles({ files, exhibits = [] }: KataManifest, present: ReadonlySet<string>): readonly ManifestFault[] {
  const missing = (paths: readonly string[], key: string): readonly ManifestFault[] =>
    paths.flatMap((path, index) =>
      present.has(`starter/${path}`)
        ? []
        : [fault("kata.missingFile", `/${key}/${index}`, `${quoted(`starter/${path}`)} is not there; write what the learner starts from, or correct the name.`, { path: `starter/${path}` })],
    );
  const both = exhibits.flatMap((path, index) =>
    files.includes(path) ? [fault("kata.exhibitHandedIn", `/exhibits/${index}`, `${quoted(path)} is handed in and an exhibit at once; an exhibit is only read: take it out of one of the two.`, { path })] : [],
  );
  return [...missing(files, "files"), ...missing(exhibits, "exhibits"), ...both];
}

function quoted(text: string): string {
  return `\`${text}\``;
}

function fault(code: string, pointer: string, message: string, args: Readonly<Record<string, string | number>>): ManifestFault {
  return { code, message, args, pointer };
}
