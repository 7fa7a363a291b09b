import { insertIntoHead, nonceElement } from "../platform/page-protection.ts";

/** The address of the script that gives the page an address of its own to be loaded again from. */
export const ADDRESS_SCRIPT_PATH = "/browser-host.js";

/**
 * Replaces the address that was just used up by a fresh one for this page alone, so that loading it again works. Runs
 * in the page, before the renderer.
 */
export const ADDRESS_SCRIPT = `(() => {
  const script = document.currentScript;
  history.replaceState(history.state, "", script.dataset.address);
  script.remove();
})();
`;

/** What a page is given when it is served. */
export interface PageParts {
  readonly nonce: string;
  readonly secret: string;
  /** The address from which this page can be loaded once more. */
  readonly nextAddress: string;
}

/** The renderer's page with the secret, the nonce for react-aria's style element, and its next address in the head. */
export function renderPage(html: string, parts: PageParts): string {
  return insertIntoHead(html, [
    `<meta name="action-plan-secret" content="${parts.secret}">`,
    nonceElement(parts.nonce),
    `<script src="${ADDRESS_SCRIPT_PATH}" data-address="${parts.nextAddress}"></script>`,
  ]);
}

/** What is shown at an address that opens nothing (any more). */
export function renderUsedUpPage(nonce: string): string {
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Action Plan</title>
    <style nonce="${nonce}">
      :root { color-scheme: light dark; font: 1rem "Segoe UI", system-ui, sans-serif; }
      main { max-width: 36rem; margin: 15vh auto; padding: 0 1rem; line-height: 1.5; }
      h1 { font-size: 1.375rem; font-weight: 600; }
    </style>
  </head>
  <body>
    <main>
      <h1>Open Action Plan again from its icon</h1>
      <p>This address opens Action Plan only once and has been used. Nothing that was saved is lost.</p>
    </main>
  </body>
</html>
`;
}
