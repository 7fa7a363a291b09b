import type { Session } from "electron";
import { APP_PAGE } from "./names.ts";

/** Where a page's own resources may come from: its files, and what it made itself. */
const OWN_ADDRESSES: readonly string[] = [APP_PAGE, `blob:${APP_PAGE}`, "data:", "devtools:"];

/** Cancels every request that would leave the product, below whatever the content security policy lets through. */
export function setupNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !OWN_ADDRESSES.some((own) => url.startsWith(own)) });
  });
  // Chromium would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
}
