import type { ExplorerSettings } from './explorer-settings';

const favicon = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#b4004e"/>' +
    '<text x="16" y="22" text-anchor="middle" font-size="22" font-family="sans-serif" fill="#fff">م</text></svg>',
);

/** What the page is made of: the addresses of its script and style sheet, and what the script reads. */
export interface ExplorerPage {
  readonly script: string;
  readonly style: string;
  readonly settings: ExplorerSettings;
}

/** Writes the explorer's page; every address in it is on the service's own host. */
export function renderExplorerPage({ script, style, settings }: ExplorerPage): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Maqal · مقال</title>
    <link rel="icon" href="data:image/svg+xml,${favicon}">
    <link rel="stylesheet" href="${style}">
    <script type="application/json" id="settings">${toInlineJson(settings)}</script>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <noscript>The explorer needs JavaScript. The same operations can be sent with curl: see the README.</noscript>
    <div id="explorer"></div>
  </body>
</html>
`;
}

/** JSON that cannot end the script element it stands in, whatever the operations hold. */
function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
