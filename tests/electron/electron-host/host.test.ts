import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BootedHost, withHost } from "../../electron-double/boot-host.ts";
import { ask } from "../../electron-double/host-check.ts";
import { hostChecks } from "../../electron-double/host-checks.ts";
import { PASSPHRASE, setUpOffice } from "../services/entry/office-app.ts";

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

test("an office of the installed application opens on its own desktop, and from a backup anywhere", async () => {
  vi.doUnmock("../../../electron/app.ts");
  const { folder, adaId: adviserId, close } = await setUpOffice();
  close();
  const keys = () => readFileSync(join(folder, "keys.json"), "utf8");
  const boot = (account: string | undefined, look: (host: BootedHost) => unknown, chosenFile?: string) =>
    withHost(
      files,
      {
        folder,
        flags: () => ["--data", folder],
        prepare({ double }) {
          double.app.isPackaged = account !== undefined;
          double.behaviour.vault.account = account ?? "";
          double.behaviour.chosenButton = chosenFile ? 1 : 0;
          double.behaviour.chosenFile = chosenFile;
        },
      },
      async (host) => {
        await look(host);
        host.electron.app.quit();
      },
    );
  const granted = async (host: BootedHost, name: string, input: object) => {
    const answer = (await ask(host, {}, name, input)) as { ok: boolean; value: Record<string, string> };
    expect(answer).toMatchObject({ ok: true });
    return answer.value;
  };
  let backup = "";
  const signIn = (host: BootedHost) => granted(host, "sign-in", { adviserId, passphrase: PASSPHRASE });

  expect(keys()).toContain("Kelbridge Jobcentre");
  await boot("ada", async (host) => {
    await signIn(host);
    backup = (await granted(host, "back-up", {})).file ?? "";
  });
  expect(keys()).toContain('"sealed"');
  const sealed = keys();
  for (const account of ["grace", undefined]) {
    await boot(account, ({ electron }) => {
      expect(electron.record.messageBoxes).toEqual(["Close, Restore a backup…"]);
      expect(electron.record.exitCodes).toEqual([1]);
    });
    expect(keys()).toBe(sealed);
  }
  await boot(undefined, signIn, backup);
  expect(keys()).toContain("Kelbridge Jobcentre");
  await boot("grace", signIn);
  expect(keys()).toContain('"sealed"');
});
