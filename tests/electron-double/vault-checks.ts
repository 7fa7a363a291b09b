import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type BootedHost, type BootOptions, withHost } from "./boot-host.ts";
import type { HostCheck } from "./host-check.ts";

const KEY = Buffer.alloc(32, "k");
const KEY_TEXT = KEY.toString("base64");

/** What is different from a folder without a key, in an installed application with a vault that answers. */
interface Setting {
  /** What lies encrypted in device.key; whose it is. */
  readonly kept?: { readonly text: string; readonly account: string };
  readonly areKeysSealed?: boolean;
  readonly vault?: Partial<BootedHost["electron"]["behaviour"]["vault"]>;
  readonly isPackaged?: boolean;
  readonly isTraining?: boolean;
}

const keptBy = (account: string, text = KEY_TEXT) => ({ text, account });

function inSetting(
  { kept, areKeysSealed = false, vault = {}, isPackaged = true, isTraining = false }: Setting,
  alsoPrepare?: BootOptions["prepare"],
): BootOptions {
  return {
    flags: (folder) => [...(isTraining ? ["--training"] : []), "--data", folder],
    prepare(parts) {
      const { double, application, folder } = parts;
      double.app.isPackaged = isPackaged;
      Object.assign(double.behaviour.vault, vault);
      application.areKeysSealed = areKeysSealed;
      if (kept) writeFileSync(join(folder, "device.key"), encrypted(kept.text, kept.account));
      alsoPrepare?.(parts);
    },
  };
}

/** As the double of the vault encrypts. */
function encrypted(text: string, account: string): string {
  return `${Buffer.from(JSON.stringify([account, text]))
    .reverse()
    .toString("base64")}\n`;
}

/** The key that the application was given, what lies in the folder, what the vault was asked and what was logged. */
function outcome({ application, electron, folder }: BootedHost) {
  const file = join(folder, "device.key");
  return {
    deviceKey: application.options.at(-1)?.deviceKey,
    kept: existsSync(file) ? readFileSync(file, "utf8") : undefined,
    asked: electron.record.vaultCalls,
    logged: logged(folder).map(({ code }) => code),
  };
}

function logged(folder: string): { code: string; stack: string }[] {
  const file = join(folder, "errors.log");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as { code: string; stack: string });
}

const setAside = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("device-before-"));

/** A start that gets no key, and leaves in the folder what lay there. */
function withoutKey(name: string, setting: Setting, asked: string[], reason?: string): HostCheck {
  return {
    name,
    run: (files) =>
      withHost(files, inSetting(setting), (host) => {
        expect(outcome(host)).toEqual({
          deviceKey: undefined,
          kept: setting.kept && encrypted(setting.kept.text, setting.kept.account),
          asked,
          logged: reason ? [reason] : [],
        });
        expect(setAside(host.folder)).toEqual([]);
        expect(host.electron.record.calls).toContain("loadURL");
        expect(JSON.stringify(logged(host.folder))).not.toMatch(/ciphertext|does not/);
      }),
  };
}

const ONLY_LINUX_HAS_PLAIN_TEXT =
  process.platform === "linux"
    ? [
        withoutKey(
          "a vault that only Electron's own password protects is not asked",
          { vault: { backend: "basic_text" } },
          [],
          "vault-plain-text",
        ),
      ]
    : [];

const KEYS_SEALED = { code: "keys-sealed", file: "keys.json" } as const;

/** What the host promises about the second seal around the office's keys, and about a start that it keeps shut. */
export const vaultChecks: readonly HostCheck[] = [
  {
    name: "an installed application's first start makes the desktop's key, keeps it encrypted and opens with it",
    run: (files) =>
      withHost(files, inSetting({}), (host) => {
        const { deviceKey, ...rest } = outcome(host);
        expect(deviceKey).toHaveLength(32);
        const kept = encrypted(deviceKey?.toString("base64") ?? "", "ada");
        expect(rest).toEqual({ kept, asked: ["available", "encrypt", "decrypt"], logged: [] });
        // Killed between the two, the next start has a key and keys that are not sealed yet, never the other way round.
        expect(host.application.found).toEqual([expect.arrayContaining(["device.key"])]);
      }),
  },
  ...[true, false].map((areKeysSealed) => ({
    name: `the next start opens with the key that was kept, the office's keys ${areKeysSealed ? "" : "not yet "}sealed`,
    run: (files: Parameters<HostCheck["run"]>[0]) =>
      withHost(files, inSetting({ kept: keptBy("ada"), areKeysSealed }), (host) => {
        const kept = encrypted(KEY_TEXT, "ada");
        expect(outcome(host)).toEqual({ deviceKey: KEY, kept, asked: ["available", "decrypt"], logged: [] });
      }),
  })),
  {
    name: "a key that the vault wants encrypted anew stays the same key, and nothing is set aside for it",
    run: (files) => {
      // As an earlier version of the vault might have written it: it opens, and is not what is written today.
      const prepare: BootOptions["prepare"] = ({ folder }) => {
        const text = Buffer.from(`[ "ada", "${KEY_TEXT}" ]`).reverse().toString("base64");
        writeFileSync(join(folder, "device.key"), text);
      };
      const setting = { areKeysSealed: true, vault: { shouldReEncrypt: true } };
      return withHost(files, inSetting(setting, prepare), (host) => {
        const asked = ["available", "decrypt", "encrypt", "decrypt"];
        expect(outcome(host)).toEqual({ deviceKey: KEY, kept: encrypted(KEY_TEXT, "ada"), asked, logged: [] });
        expect(setAside(host.folder)).toEqual([]);
      });
    },
  },
  withoutKey("a checkout puts no second seal on the keys, and asks no vault", { isPackaged: false }, []),
  withoutKey("the training store has no second seal", { isTraining: true }, []),
  ...ONLY_LINUX_HAS_PLAIN_TEXT,
  withoutKey(
    "without a vault the start goes on without a second seal",
    { vault: { isAvailable: false } },
    ["available"],
    "vault-unavailable",
  ),
  withoutKey(
    "a vault that does not give back what it was given is not trusted",
    { vault: { isForgetful: true } },
    ["available", "encrypt", "decrypt"],
    "vault-forgets",
  ),
  withoutKey(
    "keys that are sealed keep the key that another account made, untouched",
    { kept: keptBy("grace"), areKeysSealed: true },
    ["available", "decrypt"],
    "vault-failed",
  ),
  withoutKey(
    "sealed keys do not open with what is no key",
    { kept: keptBy("ada", "c2hvcnQ="), areKeysSealed: true },
    ["available", "decrypt"],
    "vault-key-damaged",
  ),
  withoutKey(
    "no other key is made for sealed keys whose own is missing",
    { areKeysSealed: true },
    ["available"],
    "vault-key-missing",
  ),
  {
    name: "keys that are not sealed get a new key in the place of one that does not open, which is set aside",
    run: (files) =>
      withHost(files, inSetting({ kept: keptBy("grace") }), (host) => {
        const { deviceKey, kept } = outcome(host);
        expect(kept).toBe(encrypted(deviceKey?.toString("base64") ?? "", "ada"));
        const [before = "", ...more] = setAside(host.folder);
        expect(more).toEqual([]);
        expect(readFileSync(join(host.folder, before), "utf8")).toBe(encrypted(KEY_TEXT, "grace"));
      }),
  },
  ...(
    [
      ["closes", 0, "/backups/of-may.planbackup", [], 1],
      ["chooses none", 1, undefined, [], 1],
      ["chooses one that cannot be restored", 1, "/backups/torn.planbackup", ["/backups/torn.planbackup"], 1],
      ["chooses one", 1, "/backups/of-may.planbackup", ["/backups/of-may.planbackup"], undefined],
    ] as const
  ).map(([does, button, file, restored, exitCode]) => ({
    name: `an office whose keys are sealed for another desktop offers its backups, and the person ${does}`,
    run: (files: Parameters<HostCheck["run"]>[0]) => {
      const prepare: BootOptions["prepare"] = ({ application, double }) => {
        application.refusal = KEYS_SEALED;
        if (file?.includes("torn")) application.restoreRefusal = { code: "backup-not-readable", file };
        double.behaviour.chosenButton = button;
        double.behaviour.chosenFile = file;
      };
      return withHost(files, inSetting({}, prepare), ({ application, electron }) => {
        expect(electron.record.messageBoxes).toEqual(["Close, Restore a backup…"]);
        expect(application.restored).toEqual(restored);
        expect(electron.record.exitCodes).toEqual(exitCode === undefined ? [] : [exitCode]);
        expect(electron.record.errorBoxes).toHaveLength(application.restoreRefusal ? 1 : 0);
        expect(electron.BrowserWindow.all).toHaveLength(exitCode === undefined ? 1 : 0);
      });
    },
  })),
];
