import type { BriefCheck, BriefFinding, BriefState, BriefStrings, BriefTestRow, ToHost } from "../protocol/brief";
import { button, element, stateIcon } from "./dom";

type Send = (message: ToHost) => void;

/** The content of the results: what is known of this wrong answer, then every check with what it found. */
export function renderResults(state: BriefState, send: Send): readonly Node[] {
  const { strings } = state;
  const title = state.verdict.state === "none" ? strings.whatIsChecked : strings.results;
  return [
    element("h2", { id: "results-title" }, title),
    ...(state.knownHtml === undefined ? [] : [renderKnown(state.knownHtml, strings)]),
    element("ul", { class: "checks" }, ...state.checks.map((check) => renderCheck(check, strings, send))),
  ];
}

function renderKnown(html: string, strings: BriefStrings): HTMLElement {
  const body = element("div", { class: "prose" });
  body.innerHTML = html;
  return element("div", { class: "known" }, element("h3", {}, strings.knownWrong), body);
}

function renderCheck(check: BriefCheck, strings: BriefStrings, send: Send): HTMLElement {
  const open = check.tests.filter(({ state }) => state !== "passed");
  const passed = check.tests.filter(({ state }) => state === "passed");
  const show = (findings: readonly BriefFinding[]): HTMLElement | undefined => renderFindings(check.id, findings, strings, send);
  return element(
    "li",
    { class: `check is-${check.state}` },
    row(check),
    show(check.findings),
    open.length === 0 ? undefined : element("ul", { class: "tests" }, ...open.map((test) => renderTest(test, strings, show))),
    passed.length === 0
      ? undefined
      : element(
          "details",
          { class: "tests" },
          element("summary", {}, check.passedTests),
          element("ul", {}, ...passed.map((test) => renderTest(test, strings, show))),
        ),
    renderOutput(check.output, strings),
  );
}

function renderFindings(check: string, findings: readonly BriefFinding[], strings: BriefStrings, send: Send): HTMLElement | undefined {
  if (findings.length === 0) {
    return undefined;
  }
  const shown = findings.map((finding) =>
    renderFinding(finding, strings, {
      goTo: () => send({ type: "goTo", check, finding: finding.number }),
      diff: () => send({ type: "diff", check, finding: finding.number }),
    }),
  );
  return element("ul", { class: "findings" }, ...shown);
}

function row(of: BriefCheck | BriefTestRow): HTMLElement {
  return element(
    "div",
    { class: "row" },
    stateIcon(of.state),
    element("span", { class: "row-title" }, of.title),
    element("span", { class: "row-state" }, of.stateText),
    of.time === undefined ? undefined : element("span", { class: "row-time" }, of.time),
  );
}

function renderTest(test: BriefTestRow, strings: BriefStrings, show: (findings: readonly BriefFinding[]) => HTMLElement | undefined): HTMLElement {
  return element("li", { class: `test is-${test.state}` }, row(test), show(test.findings), renderOutput(test.output, strings));
}

function renderOutput(output: string | undefined, strings: BriefStrings): HTMLElement | undefined {
  if (output === undefined) {
    return undefined;
  }
  return element("details", { class: "output" }, element("summary", {}, strings.printed), element("pre", { tabindex: "0" }, element("code", {}, output)));
}

function renderFinding(finding: BriefFinding, strings: BriefStrings, go: { goTo: () => void; diff: () => void }): HTMLElement {
  const links = [
    finding.place === undefined ? undefined : button({ class: "link", "aria-label": `${strings.goTo} ${finding.place}` }, go.goTo, finding.place),
    finding.diff ? button({ class: "link" }, go.diff, strings.showDiff) : undefined,
    finding.doc === undefined ? undefined : element("a", { href: finding.doc }, strings.readOn),
  ].filter((link) => link !== undefined);
  return element(
    "li",
    { class: "finding" },
    element("p", { class: "finding-message" }, ...withCode(finding.message)),
    finding.expected === undefined && finding.actual === undefined
      ? undefined
      : element("dl", { class: "values" }, ...value(strings.expected, finding.expected, strings), ...value(strings.actual, finding.actual, strings)),
    finding.why === undefined
      ? undefined
      : element("p", { class: "finding-why" }, element("span", { class: "finding-why-label" }, strings.why), " ", ...withCode(finding.why)),
    links.length === 0 ? undefined : element("p", { class: "finding-links" }, ...links),
  );
}

function value(label: string, shown: string | undefined, strings: BriefStrings): readonly HTMLElement[] {
  if (shown === undefined) {
    return [];
  }
  const content = shown === "" ? element("span", { class: "empty-value" }, strings.emptyValue) : element("code", {}, shown);
  return [element("div", {}, element("dt", {}, label), element("dd", {}, content))];
}

/** Plain text in which what stands between backticks is code. */
function withCode(text: string): readonly (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}
