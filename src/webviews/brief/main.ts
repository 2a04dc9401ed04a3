import { restorable, toPage } from "../protocol/brief";
import type { BriefState, Restorable, ToHost } from "../protocol/brief";
import { button, element, stateIcon } from "./dom";
import { renderResults } from "./results";

interface EditorApi {
  postMessage(message: ToHost): void;
  setState(state: Restorable): void;
}

declare function acquireVsCodeApi(): EditorApi;

const editor = acquireVsCodeApi();
const send = (message: ToHost): void => editor.postMessage(message);

const header = element("header", { class: "head" });
const bar = element("section", { class: "bar" });
const toolbar = element("div", { class: "toolbar" });
const verdict = element("div", { class: "verdict" });
const live = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
const files = element("p", { class: "files" });
const brief = element("article", { class: "prose" });
const hints = element("section", { class: "hints", "aria-labelledby": "hints-title" });
const results = element("section", { class: "results", id: "results", "aria-labelledby": "results-title", tabindex: "-1" });
const main = element("main", {}, files, brief, hints, results);

/** What each part shows, to leave alone what has not changed: focus, selection and scroll position stay. */
const shown = new WeakMap<HTMLElement, string>();
let hintsShown: number | undefined;

/** Parts that were opened stay open when what is around them changes. */
function renderResultsAnew(state: BriefState): readonly Node[] {
  const key = (details: HTMLDetailsElement): string => details.parentElement?.querySelector(".row-title")?.textContent ?? "";
  const open = new Set([...results.querySelectorAll("details")].filter((details) => details.open).map(key));
  const rendered = element("div", {}, ...renderResults(state, send));
  for (const details of rendered.querySelectorAll("details")) {
    details.open = open.has(key(details));
  }
  return [...rendered.childNodes];
}

function update(part: HTMLElement, basis: unknown, render: () => readonly (Node | string)[]): void {
  const text = JSON.stringify(basis);
  if (shown.get(part) !== text) {
    shown.set(part, text);
    part.replaceChildren(...render());
  }
}

function show(state: BriefState): void {
  document.documentElement.lang = state.language;
  document.title = state.title;
  update(header, [state.about, state.title], () => [
    element("p", { class: "about" }, state.about.join(" · ")),
    element("h1", {}, state.title),
  ]);
  update(toolbar, state.actions, () => renderActions(state));
  update(verdict, [state.verdict, state.strings.showResults], () => renderVerdict(state));
  update(files, state.files, () => [
    element("span", {}, state.strings.files),
    ...state.files.map((file) => button({ class: "file" }, () => send({ type: "openFile", file }), file)),
  ]);
  files.hidden = state.files.length === 0;
  update(brief, state.briefHtml, () => [fromHost(state.briefHtml)]);
  update(hints, [state.hintsHtml, state.hintsLeft], () => renderHints(state));
  hints.hidden = state.hintsHtml.length === 0;
  update(results, [state.checks, state.knownHtml, state.verdict.state === "none"], () => renderResultsAnew(state));
  order(state.verdict.state === "none" ? [files, brief, hints, results] : [results, hints, files, brief]);
  announce(state);
}

/** Markup the host made: its renderer lets no markup of an author through, and the page's policy runs no script of any. */
function fromHost(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function renderActions(state: BriefState): readonly Node[] {
  bar.setAttribute("aria-label", state.strings.actions);
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["action"] : undefined;
  const made = state.actions.map((action) =>
    button(
      {
        class: action.primary ? "primary" : "secondary",
        title: action.title,
        "data-action": action.id,
        // Stays focusable when it cannot be used, so that the keyboard's place is not lost while a check runs.
        "aria-disabled": action.enabled ? undefined : "true",
      },
      () => {
        if (action.enabled) {
          send({ type: "act", action: action.id });
        }
      },
      action.label,
    ),
  );
  queueMicrotask(() => made.find((each) => each.dataset["action"] === focused)?.focus());
  return made;
}

function renderVerdict({ verdict: now, strings }: BriefState): readonly Node[] {
  verdict.className = `verdict is-${now.state}${now.stale ? " is-stale" : ""}`;
  const looked = now.state !== "none" && now.state !== "running";
  return [
    stateIcon(now.state),
    element("span", { class: "verdict-text" }, now.text),
    ...(now.time === undefined ? [] : [element("span", { class: "verdict-time" }, now.time)]),
    ...(looked ? [button({ class: "link" }, showResults, strings.showResults)] : []),
  ];
}

function showResults(): void {
  results.scrollIntoView({ block: "start" });
  results.focus({ preventScroll: true });
}

function renderHints(state: BriefState): readonly Node[] {
  return [
    element("h2", { id: "hints-title" }, state.strings.hints),
    ...state.hintsHtml.map((html) => element("div", { class: "hint prose", tabindex: "-1" }, fromHost(html))),
    element("p", { class: "muted" }, state.hintsLeft),
  ];
}

/** Moves parts only where they stand in another order: moving takes the focus away. */
function order(parts: readonly HTMLElement[]): void {
  if (parts.some((part, index) => main.children[index] !== part)) {
    main.replaceChildren(...parts);
  }
}

/** Tells a screen reader the verdict, and leads to a hint that was just asked for. */
function announce(state: BriefState): void {
  if (live.textContent !== state.verdict.live) {
    live.textContent = state.verdict.live;
  }
  const asked = hintsShown !== undefined && state.hintsHtml.length > hintsShown;
  hintsShown = state.hintsHtml.length;
  if (asked) {
    const last = [...hints.querySelectorAll<HTMLElement>(".hint")].at(-1);
    last?.scrollIntoView({ block: "center" });
    last?.focus({ preventScroll: true });
  }
}

window.addEventListener("message", (event: MessageEvent<unknown>) => {
  if (toPage.matches(event.data)) {
    show(event.data.state);
  }
});

const { uuid, folder } = document.body.dataset;
const identity: unknown = { uuid, folder };
if (restorable.matches(identity)) {
  editor.setState(identity);
}
document.body.addEventListener("click", ({ target }) => {
  const file = target instanceof Element ? target.closest<HTMLElement>("[data-file]")?.dataset["file"] : undefined;
  if (file !== undefined) {
    send({ type: "openFile", file });
  }
});
bar.append(toolbar, verdict, live);
document.body.append(header, bar, main);
send({ type: "ready" });
