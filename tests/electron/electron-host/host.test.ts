import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withHost } from "../../electron-double/boot-host.ts";
import { ask } from "../../electron-double/host-check.ts";
import { hostChecks } from "../../electron-double/host-checks.ts";

const electron = join(import.meta.dirname, "..", "..", "..", "electron");
const files = { main: join(electron, "main.ts"), preload: join(electron, "preload.ts") };

beforeEach(() => {
  vi.doMock("../../../electron/app.ts", () => import("../../electron-double/fake-app.ts"));
});

afterEach(() => {
  vi.doUnmock("../../../electron/app.ts");
});

test.each(hostChecks)("$name", ({ run }) => run(files));

test("over the real application the window's page is answered from the training store", async () => {
  vi.doUnmock("../../../electron/app.ts");
  await withHost(files, {}, async (host) => {
    expect(await ask(host, {}, "session", {})).toMatchObject({
      ok: true,
      value: { today: "2012-04-16", isTraining: true },
    });
    expect(await ask(host, {}, "open-shell", {})).toEqual({
      ok: false,
      error: { code: "unknown-request", name: "open-shell" },
    });
    host.electron.app.quit();
  });
});
