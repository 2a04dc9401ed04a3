/** What a page is made of; addresses as the page sees them. */
export interface BriefPage {
  readonly title: string;
  readonly language: string;
  readonly script: string;
  readonly style: string;
  /** The source expression for our own files in the page's policy. */
  readonly ownSource: string;
  /** Fresh for every page. */
  readonly nonce: string;
  /** By these the panel is restored; there is no folder where the kata was not started. */
  readonly uuid: string;
  readonly folder?: string;
}

/** The page that everything else is put into: it admits our one script, our style sheet, and images from the places the host opened. */
export function briefHtml({ title, language, script, style, ownSource, nonce, uuid, folder }: BriefPage): string {
  const policy = ["default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src ${ownSource}`, `img-src ${ownSource}`].join("; ");
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(style)}">
</head>
<body data-uuid="${escape(uuid)}"${folder === undefined ? "" : ` data-folder="${escape(folder)}"`}>
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
