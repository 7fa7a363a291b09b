import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { withHost } from "./boot-host.ts";
import { type HostCheck, windowOf } from "./host-check.ts";

/** What the host promises about its start and its one window. */
export const startChecks: readonly HostCheck[] = [
  {
    name: "the lock is taken before the store is opened, and every guard stands before the page is loaded",
    run: (files) =>
      withHost(files, {}, ({ electron }) => {
        expect(electron.record.calls).toEqual([
          "setName Action Plan",
          "setPath userData",
          "requestSingleInstanceLock",
          "enableSandbox",
          "registerSchemesAsPrivileged",
          "whenReady",
          "openApp",
          "protocol.handle",
          "setPermissionRequestHandler",
          "setPermissionCheckHandler",
          "setDevicePermissionHandler",
          "onBeforeRequest",
          "new BrowserWindow",
          "ipcMain.handle",
          "loadURL",
        ]);
      }),
  },
  {
    name: "the flags of npm start choose the store, and what the window keeps lies in the same folder",
    run: (files) =>
      withHost(files, {}, ({ application, electron, folder }) => {
        expect(application.options).toEqual([
          { dataFolder: folder, isTraining: true, today: "2012-04-16", reset: false, trainingFolder: undefined },
        ]);
        expect(electron.record.paths).toEqual({ userData: join(folder, "window") });
      }),
  },
  {
    name: "a wrong flag is told and ends the start with 2, before anything is held",
    run: (files) =>
      withHost(files, { flags: () => ["--browsr"] }, ({ application, electron }) => {
        expect(electron.record.errorBoxes).toEqual([
          { title: "Action Plan cannot start", content: expect.stringMatching(/^Unknown option '--browsr'\.\nUse: /) },
        ]);
        expect(electron.record.calls).toEqual(["exit"]);
        expect(electron.record.exitCodes).toEqual([2]);
        expect(application.options).toEqual([]);
      }),
  },
  {
    name: "a store that cannot be opened is told and ends the start with 1, without a window",
    run: (files) => {
      const prepare: Parameters<typeof withHost>[1]["prepare"] = ({ application }) => {
        application.refusal = { code: "store-read-only" };
      };
      return withHost(files, { prepare }, ({ electron }) => {
        expect(electron.record.errorBoxes).toHaveLength(1);
        expect(electron.record.exitCodes).toEqual([1]);
        expect(electron.BrowserWindow.all).toEqual([]);
      });
    },
  },
  {
    name: "a second instance ends at once: it opens no store and no window",
    run: (files) => {
      const prepare: Parameters<typeof withHost>[1]["prepare"] = ({ double }) => {
        double.behaviour.hasLock = false;
      };
      return withHost(files, { prepare }, ({ application, electron }) => {
        expect(electron.record.calls).toEqual([
          "setName Action Plan",
          "setPath userData",
          "requestSingleInstanceLock",
          "quit",
        ]);
        expect(application.options).toEqual([]);
        expect(electron.BrowserWindow.all).toEqual([]);
      });
    },
  },
  {
    name: "the first instance brings its window to the front when a second is started",
    run: (files) =>
      withHost(files, {}, (host) => {
        const { calls } = host.electron.record;
        windowOf(host).isSmall = true;
        const before = calls.length;
        host.electron.app.happen("second-instance", [], "");
        expect(calls.slice(before)).toEqual(["restore", "focus"]);
      }),
  },
  {
    name: "the window has no Node, is isolated and sandboxed, keeps nothing on the disk and checks no spelling",
    run: (files) =>
      withHost(files, {}, (host) => {
        expect(windowOf(host).options).toEqual({
          title: "Action Plan",
          width: 1280,
          height: 800,
          minWidth: 640,
          minHeight: 480,
          show: false,
          webPreferences: {
            preload: join(host.place, "preload.cjs"),
            partition: expect.stringMatching(/^(?!persist:)./),
            nodeIntegration: false,
            nodeIntegrationInWorker: false,
            nodeIntegrationInSubFrames: false,
            contextIsolation: true,
            sandbox: true,
            webSecurity: true,
            allowRunningInsecureContent: false,
            webviewTag: false,
            navigateOnDragDrop: false,
            spellcheck: false,
          },
        });
        expect(windowOf(host).loaded).toEqual(["app://action-plan/"]);
      }),
  },
  {
    name: "the window shows itself with its first picture, and its title never names what the page shows",
    run: (files) =>
      withHost(files, {}, (host) => {
        expect(host.electron.record.calls).not.toContain("show");
        expect(windowOf(host).happen("page-title-updated", "Joe Bloggs")).toBe(true);
        windowOf(host).happen("ready-to-show");
        expect(host.electron.record.calls).toContain("show");
      }),
  },
  {
    name: "Electron's own menu is taken away, and the crash reporter is never started",
    run: (files) =>
      withHost(files, {}, ({ electron }) => {
        expect(electron.record.menus).toEqual([null]);
        expect(electron.record.crashReports).toBe(0);
      }),
  },
  {
    name: "documents that an earlier start left behind are removed",
    run: (files) => {
      const left = (folder: string) => join(folder, "window", "prints", "1", "left.pdf");
      const prepare: Parameters<typeof withHost>[1]["prepare"] = ({ folder }) => {
        mkdirSync(join(folder, "window", "prints", "1"), { recursive: true });
        writeFileSync(left(folder), "%PDF-");
      };
      return withHost(files, { prepare }, ({ folder }) => {
        expect(existsSync(left(folder))).toBe(false);
      });
    },
  },
];
