import { app, type BrowserWindow, dialog, type Event, powerMonitor } from "electron";
import type { PageRequests } from "./requests.ts";

/** What has to be done before the process ends, once and without waiting: the operating system does not wait either. */
export type CloseAll = () => void;

/** A way to end that asks nobody. */
export interface Ending {
  endNow(): void;
}

/**
 * Ends with the window, whoever closes it. Unsaved work in the page keeps the window, and with it the application, open
 * until the adviser has decided. When the desktop's session or the machine ends, nobody is asked: the page is told, has
 * a moment to hand over what was typed, and then the store is closed.
 */
export function setupEnding(window: BrowserWindow, requests: PageRequests, closeAll: CloseAll): Ending {
  let isClosed = false;
  let isEnding = false;
  const closeOnce = () => {
    if (isClosed) return;
    isClosed = true;
    closeAll();
  };
  const question = setupLeavingQuestion(window);
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    question.leaveUnasked();
    requests.tell({ event: "stopping" });
    await hearLastWords(requests);
    closeOnce();
    app.exit(0);
  };
  const endNow = () => void end();
  const endInTime = (event?: Event) => {
    // The operating system waits for a process that holds it up, and goes on as soon as that has ended.
    event?.preventDefault();
    endNow();
  };
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", closeOnce);
  // Windows asks before it ends the session, and no more when it must not wait.
  window.on("query-session-end", endInTime);
  window.on("session-end", closeOnce);
  // Linux and macOS.
  powerMonitor.on("shutdown", endInTime);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, endNow);
  return { endNow };
}

/** Until the page has heard that the application stops, and its requests that follow from it have come. */
const FIRST_WORDS_MILLISECONDS = 300;
const LONGEST_WORDS_MILLISECONDS = 2_000;
const STEP_MILLISECONDS = 50;

/** Waits until the page has had its say and every request of it is answered, two seconds at most. */
async function hearLastWords(requests: PageRequests): Promise<void> {
  await wait(FIRST_WORDS_MILLISECONDS);
  let waited = FIRST_WORDS_MILLISECONDS;
  while (requests.underWay > 0 && waited < LONGEST_WORDS_MILLISECONDS) {
    await wait(STEP_MILLISECONDS);
    waited += STEP_MILLISECONDS;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const STAY = 0;

/** Asks the adviser before a page with unsaved work is left, without holding up the process meanwhile. */
function setupLeavingQuestion(window: BrowserWindow): { leaveUnasked(): void } {
  const closing = new AbortController();
  let isAsking = false;
  let isLeft = false;
  const ask = async () => {
    isAsking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      title: "Unsaved changes",
      message: "Changes in this window have not been saved.",
      detail: "Go back to save them.",
      buttons: ["Go back", "Close without saving"],
      defaultId: STAY,
      cancelId: STAY,
      noLink: true,
      signal: closing.signal,
    });
    isAsking = false;
    if (response === STAY) return;
    isLeft = true;
    window.close();
  };
  window.webContents.on("will-prevent-unload", (event) => {
    // preventDefault on Electron's event means that the page is left.
    if (isLeft) event.preventDefault();
    else if (!isAsking) void ask();
  });
  return {
    leaveUnasked() {
      isLeft = true;
      closing.abort();
    },
  };
}
