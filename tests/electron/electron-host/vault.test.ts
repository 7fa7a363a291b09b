import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openVault } from "../../../electron/electron-host/vault.ts";
import { writeFileWhole } from "../../../electron/platform/atomic-file.ts";
import { app, behaviour, record } from "../../electron-double/electron.ts";

vi.mock("../../../electron/platform/atomic-file.ts", { spy: true });

const DISK_FULL = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });

let dataFolder = "";
beforeEach(() => {
  vi.useFakeTimers();
  dataFolder = mkdtempSync(join(tmpdir(), "action-plan-vault-"));
  app.isPackaged = true;
  record.vaultCalls.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(writeFileWhole).mockRestore();
  Object.assign(behaviour.vault, { isSlow: false, shouldReEncrypt: false });
  rmSync(dataFolder, { recursive: true, force: true });
});

test.each([
  ["could do without it after five seconds", false, 5_000],
  ["needs it for sealed keys after a minute, in which somebody may unlock it", true, 60_000],
])("a vault that does not answer is given up by a start that %s", async (_, isSealed, patience) => {
  behaviour.vault.isSlow = true;
  if (isSealed) writeFileSync(join(dataFolder, "device.key"), "kept");
  const before = readdirSync(dataFolder);
  const log = vi.fn(() => "id");
  const given = vi.fn();
  const opening = openVault({ dataFolder, isSealed, log }).then(given);
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(given).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await opening;
  expect(given.mock.calls).toEqual([[undefined]]);
  expect(log).toHaveBeenCalledExactlyOnceWith("vault-slow", expect.stringMatching(/^NoVault\n/));
  expect(readdirSync(dataFolder)).toEqual(before);
});

test("a new key that cannot be written is not used", async () => {
  vi.mocked(writeFileWhole).mockImplementation(() => {
    throw DISK_FULL;
  });
  const log = vi.fn(() => "id");
  expect(await openVault({ dataFolder, isSealed: false, log })).toBeUndefined();
  expect(log).toHaveBeenCalledExactlyOnceWith("vault-failed", expect.not.stringContaining("no space"));
  expect(readdirSync(dataFolder)).toEqual([]);
});

test("a key that cannot be written, encrypted anew, is used as it was kept before", async () => {
  const log = vi.fn(() => "id");
  const made = await openVault({ dataFolder, isSealed: false, log });
  const kept = readFileSync(join(dataFolder, "device.key"), "utf8");
  vi.mocked(writeFileWhole).mockImplementation(() => {
    throw DISK_FULL;
  });
  behaviour.vault.shouldReEncrypt = true;
  expect(await openVault({ dataFolder, isSealed: true, log })).toEqual(made);
  expect(record.vaultCalls.filter((call) => call === "encrypt")).toHaveLength(2);
  expect(readFileSync(join(dataFolder, "device.key"), "utf8")).toBe(kept);
  expect(log).not.toHaveBeenCalled();
});
