import type { BriefVerdictState } from "../protocol/brief";

type Child = Node | string | undefined;

/** Makes an element. Strings become text, never markup. Attributes that are `undefined` are left out; `true` stands alone. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something when pressed. */
export function button(attributes: Readonly<Record<string, string | boolean | undefined>>, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}

/** Outlines on a 16 × 16 grid, stroked with the current colour. Each state has its own form, so that colour is never all that tells. */
const outlines: Readonly<Record<BriefVerdictState, readonly string[]>> = {
  none: ["M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11"],
  running: ["M8 2.5a5.5 5.5 0 1 1-5.5 5.5"],
  passed: ["M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5", "M5.1 8.2l2 2l3.8-4.3"],
  failed: ["M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5", "M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"],
  errored: ["M8 2L14.5 13.5H1.5Z", "M8 6.4v3.3M8 11.5v.4"],
  blocked: ["M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5", "M3.8 12.2l8.4-8.4"],
  timedOut: ["M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5", "M8 4.6v3.6l2.4 1.5"],
};

/** The sign of a state. Hidden from screen readers, which are given the state's word. */
export function stateIcon(state: BriefVerdictState): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(namespace, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  icon.setAttribute("class", `icon icon-${state}`);
  for (const outline of outlines[state]) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", outline);
    icon.append(path);
  }
  return icon;
}
