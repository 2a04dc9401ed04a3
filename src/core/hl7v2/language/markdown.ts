/** A text as it is, in Markdown: nothing in it makes a link, an image, HTML, a list or emphasis. Line ends and control characters become visible. */
export function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#+\-.!|~&$:@^]/g, (character) => `\\${character}`);
}

/** A text as it is, as code: between as many backticks as needed. */
export function code(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || shown.trim() === "" || (shown.startsWith(" ") && shown.endsWith(" ")) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Line ends and control characters as the signs that Unicode has for showing them (U+2400 to U+2421). */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]/g, (character) => (character === "\u007f" ? "\u2421" : String.fromCharCode(0x2400 + character.charCodeAt(0))));
}
