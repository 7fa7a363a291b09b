import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { type BootedHost, withHost } from "./boot-host.ts";
import { DoubleEmitter } from "./events.ts";
import { ask, type HostCheck, sessionOf, windowOf } from "./host-check.ts";

const CLOSED = ["window closed", "quit", "application closed"];
const TOLD_AND_ENDED = ["told the page", "application closed", "exit"];
const STOPPING = [["action-plan:event", { event: "stopping" }]];

/** What the host promises about its end and about documents. */
export const endChecks: readonly HostCheck[] = [
  {
    name: "closing the window ends the application, the store after the window and once",
    run: (files) =>
      withHost(files, {}, (host) => {
        windowOf(host).close();
        expect(callsAfterLoad(host)).toEqual(CLOSED);
      }),
  },
  {
    name: "a quit that unsaved work holds up leaves window and store open until the adviser has decided",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const { app, behaviour, record } = host.electron;
        windowOf(host).hasUnsavedWork = true;
        app.quit();
        await nextTurn();
        expect(callsAfterLoad(host)).toEqual([]);
        behaviour.chosenButton = 1;
        app.quit();
        await nextTurn();
        expect(callsAfterLoad(host)).toEqual(CLOSED);
        expect(record.messageBoxes).toEqual(Array(2).fill("Go back, Close without saving"));
      }),
  },
  {
    name: "the adviser is asked once, however often the window is closed meanwhile",
    run: (files) =>
      withHost(files, {}, (host) => {
        host.electron.behaviour.chosenButton = undefined;
        windowOf(host).hasUnsavedWork = true;
        windowOf(host).close();
        windowOf(host).close();
        expect(host.electron.record.messageBoxes).toHaveLength(1);
      }),
  },
  {
    name: "before the desktop's session ends the page is told and has a moment, then the store is closed and all ends",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          expect(windowOf(host).happen("query-session-end")).toBe(true);
          expect(windowOf(host).webContents.sent).toEqual(STOPPING);
          await vi.advanceTimersByTimeAsync(299);
          expect(callsAfterLoad(host)).toEqual(["told the page"]);
          await vi.advanceTimersByTimeAsync(1);
          expect(callsAfterLoad(host)).toEqual(TOLD_AND_ENDED);
          expect(host.electron.record.exitCodes).toEqual([0]);
        }),
      ),
  },
  {
    name: "what the page then asks is answered first",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          const { promise, resolve } = Promise.withResolvers<void>();
          host.application.answers = promise;
          windowOf(host).happen("query-session-end");
          const answer = ask(host, {}, "session", {});
          await vi.advanceTimersByTimeAsync(1_000);
          expect(callsAfterLoad(host)).toEqual(["told the page"]);
          resolve();
          await vi.advanceTimersByTimeAsync(50);
          expect(await answer).toEqual({ ok: true, value: {} });
          expect(callsAfterLoad(host)).toEqual(TOLD_AND_ENDED);
        }),
      ),
  },
  {
    name: "a page that asks without end holds the session up for two seconds and no longer",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          host.application.answers = new Promise(() => undefined);
          void ask(host, {}, "session", {});
          windowOf(host).happen("query-session-end");
          await vi.advanceTimersByTimeAsync(2_000);
          expect(callsAfterLoad(host)).toEqual(TOLD_AND_ENDED);
        }),
      ),
  },
  {
    name: "a session that ends without waiting has the store closed at once, and closed once",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          windowOf(host).happen("query-session-end");
          windowOf(host).happen("session-end");
          expect(callsAfterLoad(host)).toEqual(["told the page", "application closed"]);
          await vi.advanceTimersByTimeAsync(300);
          expect(host.application.closings).toBe(1);
        }),
      ),
  },
  {
    name: "no question holds the session's end up: an open one is taken away, and none is asked",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          host.electron.behaviour.chosenButton = undefined;
          windowOf(host).hasUnsavedWork = true;
          windowOf(host).close();
          windowOf(host).happen("query-session-end");
          expect(callsAfterLoad(host)).toEqual(["question taken away", "told the page"]);
          windowOf(host).close();
          expect(windowOf(host).isGone).toBe(true);
          expect(host.electron.record.messageBoxes).toHaveLength(1);
          await vi.advanceTimersByTimeAsync(300);
          expect(host.application.closings).toBe(1);
        }),
      ),
  },
  {
    name: "the machine's shutdown is held up for that moment too",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          expect(host.electron.powerMonitor.happen("shutdown")).toBe(true);
          expect(host.electron.powerMonitor.happen("shutdown")).toBe(true);
          await vi.advanceTimersByTimeAsync(300);
          expect(callsAfterLoad(host)).toEqual(TOLD_AND_ENDED);
        }),
      ),
  },
  {
    name: "a window that is gone already is told nothing",
    run: (files) =>
      withHost(files, {}, (host) => {
        windowOf(host).isGone = true;
        host.electron.powerMonitor.happen("shutdown");
        expect(windowOf(host).webContents.sent).toEqual([]);
      }),
  },
  {
    name: "a signal ends the application the same way, without asking",
    run: (files) =>
      withHost(files, {}, (host) =>
        overTime(async () => {
          windowOf(host).hasUnsavedWork = true;
          for (const listener of host.processListeners("SIGTERM")) listener("SIGTERM");
          await vi.advanceTimersByTimeAsync(300);
          expect(callsAfterLoad(host)).toEqual(TOLD_AND_ENDED);
        }),
      ),
  },
  {
    name: "under npm start the application ends with its parent",
    run: (files) => {
      const { ppid } = process;
      return withHost(files, { followsParent: true }, async (host) => {
        try {
          Object.defineProperty(process, "ppid", { value: ppid + 1, configurable: true });
          await vi.waitFor(() => expect(windowOf(host).webContents.sent).toEqual(STOPPING));
        } finally {
          Object.defineProperty(process, "ppid", { value: ppid, configurable: true });
        }
      });
    },
  },
  {
    name: "a bug of the host ends it with an id that the error log has, and neither tells what was typed",
    run: (files) =>
      withHost(files, {}, ({ electron, folder, processListeners }) => {
        for (const name of ["uncaughtException", "unhandledRejection"] as const) {
          const [listener, ...others] = processListeners(name);
          expect(others).toEqual([]);
          listener?.(new Error("Joe Bloggs, QQ100001A"));
        }
        const lines = readFileSync(join(folder, "errors.log"), "utf8").trim().split("\n");
        const logged = lines.map((line) => JSON.parse(line) as { errorId: string });
        expect(electron.record.errorBoxes.map(({ content }) => content)).toEqual(
          logged.map(({ errorId }) => `Nothing that was saved is lost. Open it again. Error ${errorId}.`),
        );
        expect(JSON.stringify([electron.record.errorBoxes, lines])).not.toMatch(/Bloggs|QQ1/);
        expect(electron.record.exitCodes).toEqual([1, 1]);
      }),
  },
  {
    name: "a window that breaks down is told and logged, and ends the application in order",
    run: (files) =>
      withHost(files, {}, (host) => {
        const { happen } = windowOf(host).webContents;
        happen.call(windowOf(host).webContents, "render-process-gone", { reason: "clean-exit" });
        expect(host.electron.record.errorBoxes).toEqual([]);
        happen.call(windowOf(host).webContents, "render-process-gone", { reason: "crashed" });
        expect(host.electron.record.errorBoxes).toHaveLength(1);
        expect(readFileSync(join(host.folder, "errors.log"), "utf8")).toContain('"code":"window-crashed"');
        expect(callsAfterLoad(host)).toEqual(CLOSED);
      }),
  },
  {
    name: "a document of the page is kept in a private folder, opened in the viewer, and gone after the end",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const item = document({ fileName: "Plan/../../Joe Bloggs.exe.pdf" });
        expect(sessionOf(host).happen("will-download", item)).toBe(false);
        const file = join(host.folder, "window", "prints", "1", "PlanJoe Bloggsexe.pdf");
        expect(item.savePath).toBe(file);
        writeFileSync(file, "%PDF-");
        expect(statSync(join(file, "..")).mode & 0o077).toBe(0);
        item.happen("done", "completed");
        expect(host.electron.record.openedFiles).toEqual([file]);
        host.electron.app.quit();
        expect(existsSync(file)).toBe(false);
      }),
  },
  {
    name: "a document that no program opens is told without its name, and a broken-off one is not opened",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const item = document({});
        host.electron.behaviour.openProblem = "no program for Joe Bloggs.pdf";
        sessionOf(host).happen("will-download", item);
        item.happen("done", "interrupted");
        expect(host.electron.record.openedFiles).toEqual([]);
        const next = document({});
        sessionOf(host).happen("will-download", next);
        next.happen("done", "completed");
        await nextTurn();
        expect(host.electron.record.errorBoxes).toEqual([
          { title: "The document cannot be opened", content: "No program for such documents answers here." },
        ]);
      }),
  },
  {
    name: "files that the page makes for other programs are saved where the adviser says, and not opened",
    run: (files) =>
      withHost(files, {}, (host) => {
        const own = ["text/html", "application/json", "text/csv"].map((type) => document({ type }));
        expect(own.map((item) => sessionOf(host).happen("will-download", item))).toEqual([false, false, false]);
        for (const item of own) item.happen("done", "completed");
        expect(own.map(({ savePath }) => savePath)).toEqual(["", "", ""]);
        expect(host.electron.record.openedFiles).toEqual([]);
      }),
  },
  {
    name: "nothing else is downloaded",
    run: (files) =>
      withHost(files, {}, (host) => {
        const others = [
          document({ url: "https://example.org/plan.pdf" }),
          document({ url: "blob:https://example.org/1" }),
          document({ type: "application/x-msdownload" }),
          document({ url: "blob:https://example.org/1", type: "text/html" }),
        ];
        expect(others.map((item) => sessionOf(host).happen("will-download", item))).toEqual([true, true, true, true]);
        expect(others.map(({ savePath }) => savePath)).toEqual(["", "", "", ""]);
      }),
  },
];

/** Does something while time passes only when it is told to. */
async function overTime(look: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await look();
  } finally {
    vi.useRealTimers();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function callsAfterLoad({ electron }: BootedHost): string[] {
  const { calls } = electron.record;
  return calls.slice(calls.indexOf("loadURL") + 1);
}

/** A download, as the host sees it. */
class DoubleDownload extends DoubleEmitter {
  savePath = "";
  readonly #url: string;
  readonly #type: string;
  readonly #fileName: string;

  constructor(url: string, type: string, fileName: string) {
    super();
    this.#url = url;
    this.#type = type;
    this.#fileName = fileName;
  }

  getURL = () => this.#url;
  getMimeType = () => this.#type;
  getFilename = () => this.#fileName;

  setSavePath(path: string): void {
    this.savePath = path;
  }
}

function document(given: { url?: string; type?: string; fileName?: string }): DoubleDownload {
  const { url = "blob:app://action-plan/1", type = "application/pdf", fileName = "Action Plan.pdf" } = given;
  return new DoubleDownload(url, type, fileName);
}
