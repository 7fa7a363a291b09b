import { expect } from "vitest";
import { withHost } from "./boot-host.ts";
import { ask, fetchFrom, type HostCheck, type Sender, sessionOf, windowOf } from "./host-check.ts";

const DENIED = ["media", "geolocation", "notifications", "clipboard-read", "openExternal", "fileSystem", "fullscreen"];
const NAVIGATIONS = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
const OWN_FRAME = { origin: "app://action-plan", url: "app://action-plan/", parent: null };

/** What the host promises about what a page may reach. */
export const guardChecks: readonly HostCheck[] = [
  {
    name: "app:// is a secure scheme with origins of its own, and no more than that",
    run: (files) =>
      withHost(files, {}, ({ electron }) => {
        const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
        expect(electron.record.schemes).toEqual([{ scheme: "app", privileges }]);
      }),
  },
  {
    name: "the page comes with the content security policy and the protective headers, its nonce new each time",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const page = await fetchFrom(host, "app://action-plan/");
        const headers = Object.fromEntries(page.headers);
        const nonce = /'nonce-([\w-]{43})'/.exec(headers["content-security-policy"] ?? "")?.[1];
        expect({ status: page.status, headers }).toEqual({
          status: 200,
          headers: {
            "cache-control": "no-store",
            "content-security-policy":
              `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
              "connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; " +
              "frame-ancestors 'none'",
            "content-type": "text/html; charset=utf-8",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": expect.stringMatching(/camera=\(\).*microphone=\(\).*usb=\(\)/),
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
          },
        });
        expect(await page.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
        const again = await fetchFrom(host, "app://action-plan/");
        expect(again.headers.get("content-security-policy")).not.toBe(headers["content-security-policy"]);
      }),
  },
  {
    name: "only the built window's files are served, only by GET and only from the one origin",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const asked = [
          ["app://action-plan/styles/index.css", "GET"],
          ["app://action-plan/main.ts", "GET"],
          ["app://action-plan/../main.ts", "GET"],
          ["app://action-plan/%2e%2e/main.ts", "GET"],
          ["app://action-plan/..%2fpackage.json", "GET"],
          ["app://elsewhere/", "GET"],
          ["app://action-plan/", "POST"],
        ] as const;
        const answers = await Promise.all(asked.map(([address, method]) => fetchFrom(host, address, method)));
        expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 403, 405]);
        const policies = answers.map(({ headers }) => headers.get("content-security-policy") ?? "");
        expect(policies.filter((policy) => policy.startsWith("default-src 'none'; "))).toHaveLength(asked.length);
      }),
  },
  {
    name: "copying text is granted; every other permission is denied, asked for or looked up, and so is every device",
    run: (files) =>
      withHost(files, {}, (host) => {
        const { permissionRequest, permissionCheck, devicePermission } = sessionOf(host);
        const given = (permission: string) => {
          const asked: boolean[] = [];
          permissionRequest?.(null as never, permission as never, (isGranted) => asked.push(isGranted), null as never);
          return [...asked, permissionCheck?.(null, permission as never, "app://action-plan", null as never)];
        };
        expect(given("clipboard-sanitized-write")).toEqual([true, true]);
        expect(DENIED.map(given)).toEqual(DENIED.map(() => [false, false]));
        expect(devicePermission?.(null as never)).toBe(false);
      }),
  },
  {
    name: "no request leaves the product",
    run: (files) =>
      withHost(files, {}, (host) => {
        const isCancelled = (url: string) => {
          let response: { cancel?: boolean } | undefined;
          sessionOf(host).requestGuard?.({ url }, (decided) => {
            response = decided;
          });
          return response?.cancel;
        };
        const foreign = ["http://127.0.0.1/", "https://example.org/", "ws://a/", "file:///etc/hosts", "app://other/"];
        const own = ["app://action-plan/", "app://action-plan/a.js", "blob:app://action-plan/1", "data:,"];
        expect(foreign.map(isCancelled)).toEqual(foreign.map(() => true));
        expect(own.map(isCancelled)).toEqual(own.map(() => false));
        expect(sessionOf(host).isSpellCheckerOn).toBe(false);
      }),
  },
  ...NAVIGATIONS.map((name) => ({
    name: `${name} is denied on every page`,
    run: (files: Parameters<HostCheck["run"]>[0]) =>
      withHost(files, {}, (host) => {
        const other = new host.electron.DoubleWebContents();
        host.electron.app.happen("web-contents-created", other);
        expect([windowOf(host).webContents, other].map((page) => page.happen(name))).toEqual([true, true]);
      }),
  })),
  {
    name: "a page opens no window",
    run: (files) =>
      withHost(files, {}, (host) => {
        expect(windowOf(host).webContents.openHandler?.()).toEqual({ action: "deny" });
      }),
  },
  {
    name: "the window's own page is answered by the application, by name and payload",
    run: (files) =>
      withHost(files, {}, async (host) => {
        expect(await ask(host, {}, "session", {})).toEqual({ ok: true, value: {} });
        await ask(host, {}, { name: "session" }, {});
        expect(host.application.asked).toEqual([
          ["session", {}],
          ["", {}],
        ]);
      }),
  },
  ...(
    [
      ["a frame that is gone", { senderFrame: null }],
      ["a frame inside the page", { senderFrame: { ...OWN_FRAME, parent: OWN_FRAME } }],
      ["a page of a foreign origin", { senderFrame: { ...OWN_FRAME, origin: "https://example.org" } }],
      ["a page of another host of the scheme", { senderFrame: { ...OWN_FRAME, origin: "app://elsewhere" } }],
      ["a page without an origin", { senderFrame: { ...OWN_FRAME, origin: "null" } }],
    ] satisfies [string, Sender][]
  ).map(([who, sender]) => ({
    name: `${who} is refused`,
    run: (files: Parameters<HostCheck["run"]>[0]) =>
      withHost(files, {}, async (host) => {
        await expect(ask(host, sender, "session", {})).rejects.toThrow("Refused: sender");
        expect(host.application.asked).toEqual([]);
      }),
  })),
  {
    name: "another window's page is refused",
    run: (files) =>
      withHost(files, {}, async (host) => {
        const sender = new host.electron.DoubleWebContents();
        await expect(ask(host, { sender }, "session", {})).rejects.toThrow("Refused: sender");
        expect(host.application.asked).toEqual([]);
      }),
  },
  {
    name: "events reach the window while it is there",
    run: (files) =>
      withHost(files, {}, (host) => {
        const window = windowOf(host);
        for (const tell of host.application.listeners) tell({ event: "work-changed" });
        expect(window.webContents.sent).toEqual([["action-plan:event", { event: "work-changed" }]]);
        window.close();
        expect(host.application.listeners.size).toBe(0);
        expect(host.electron.record.handlers.size).toBe(0);
      }),
  },
];
