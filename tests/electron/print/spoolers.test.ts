import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { inTime } from "../../../electron/print/spoolers/in-time.ts";
import { openPrivateFiles } from "../../../electron/print/spoolers/private-files.ts";
import { traysOf } from "../../../electron/print/spoolers/trays.ts";
import { createWindowsSpooler } from "../../../electron/print/spoolers/windows-spooler.ts";

const BYTES = Buffer.from("%PDF");
const PATIENCE = { list: 5_000, spool: 5_000 };
const SIGNAL = new AbortController().signal;

function temporaryFolder(name = "action-plan-spool-"): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("trays", () => {
  test.each([
    [[], ["Tray 1"]],
    [
      ["Tray2", "Tray1", "Manual"],
      ["Tray 1", "Tray 2", "Manual"],
    ],
    [
      ["AutoSelect", "1stTray", "LargeCapacity"],
      ["1st Tray", "Auto Select", "Large Capacity"],
    ],
    [["manual-feed"], ["manual feed"]],
  ])("of %j are shown as %j", (ids, names) => {
    expect(traysOf(ids).map(({ name }) => name)).toEqual(names);
  });
});

describe("a document on its way to a printer", () => {
  test.each(["action-plan-spool-", "action-plan-o'brien-"])(
    "lies where only this user can read it, and is gone afterwards (%s)",
    async (name) => {
      const folder = temporaryFolder(name);
      let place = "";
      await openPrivateFiles(folder).lend(BYTES, async (file) => {
        place = file;
        expect(file).not.toContain("'");
        expect(readFileSync(file)).toEqual(BYTES);
        expect([statSync(dirname(file)).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
      });
      expect(readdirSync(folder)).toEqual([]);
      expect(() => statSync(dirname(place))).toThrow("ENOENT");
    },
  );

  test("is gone after a failure too", async () => {
    const folder = temporaryFolder();
    const lent = openPrivateFiles(folder).lend(BYTES, async () => {
      throw new Error("The printer exploded");
    });
    await expect(lent).rejects.toThrow("The printer exploded");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that a crash left behind goes at the next start, and nothing else does", async () => {
    const folder = temporaryFolder();
    const left = Promise.withResolvers<void>();
    const lending = openPrivateFiles(folder).lend(BYTES, () => left.promise);
    mkdirSync(join(folder, "backups"));
    writeFileSync(join(folder, "store.db"), "records");
    expect(readdirSync(folder)).toHaveLength(3);
    openPrivateFiles(folder);
    expect(readdirSync(folder).sort()).toEqual(["backups", "store.db"]);
    left.resolve();
    await lending;
  });
});

test("what never ends is given up, what was called off is not waited for, and no failure is thrown", async () => {
  const never = new Promise<never>(() => undefined);
  expect(await inTime(never, 1)).toEqual({ kind: "late" });
  expect(await inTime(never, 5_000, AbortSignal.abort())).toEqual({ kind: "cancelled" });
  expect(await inTime(Promise.reject(new Error("no paper")), 5_000)).toEqual({ kind: "failed", reason: "no paper" });
  expect(await inTime(Promise.resolve(1), 5_000)).toEqual({ kind: "done", value: 1 });
});

describe("Windows", () => {
  const LISTED = JSON.stringify([
    { name: "Back office", isDefault: false, isOffline: true, trays: [] },
    { name: "Interview room 3", isDefault: true, isOffline: false, trays: ["Manual", "Tray 1", "Odd, one"] },
  ]);
  const JOB = { bytes: BYTES, printer: "Interview room 3", tray: "Manual", copies: 3, signal: SIGNAL };

  function windows(said: string, print: () => Promise<void> = async () => undefined) {
    const printed: unknown[] = [];
    const commands = {
      powerShell: async () => said,
      print: async (_file: string, options?: object) => {
        printed.push(options);
        await print();
      },
    };
    return { printed, spooler: createWindowsSpooler(openPrivateFiles(temporaryFolder()), PATIENCE, commands) };
  }

  test("lists the default printer first, and Tray 1 first", async () => {
    expect(await windows(LISTED).spooler.list()).toEqual({
      ok: true,
      value: [
        {
          id: "Interview room 3",
          name: "Interview room 3",
          isDefault: true,
          isReady: true,
          trays: [
            { id: "Tray 1", name: "Tray 1" },
            { id: "Manual", name: "Manual" },
          ],
        },
        {
          id: "Back office",
          name: "Back office",
          isDefault: false,
          isReady: false,
          trays: [{ id: "Tray1", name: "Tray 1" }],
        },
      ],
    });
  });

  test("prints by SumatraPDF with copies and tray as asked", async () => {
    const { printed, spooler } = windows(LISTED);
    expect(await spooler.spool(JOB)).toEqual({ ok: true, value: undefined });
    expect(printed).toEqual([
      {
        printer: "Interview room 3",
        copies: 3,
        bin: "Manual",
        silent: true,
        sumatraPdfPath: expect.stringMatching(/pdf-to-printer.dist.SumatraPDF-[\d.]+-32\.exe$/),
      },
    ]);
  });

  test.each([
    ["printer-missing", { ...JOB, printer: "Attic" }],
    ["printer-offline", { ...JOB, printer: "Back office" }],
    ["print-cancelled", { ...JOB, signal: AbortSignal.abort() }],
  ])("answers %s and prints nothing", async (code, job) => {
    const { printed, spooler } = windows(LISTED);
    expect(await spooler.spool(job)).toMatchObject({ ok: false, error: { code } });
    expect(printed).toEqual([]);
  });

  test("that refuses, or lists nothing readable, gives its message", async () => {
    const refusing = windows(LISTED, () => Promise.reject(new Error("Exit code 1")));
    expect(await refusing.spooler.spool(JOB)).toEqual({
      ok: false,
      error: { code: "printer-refused", printer: "Interview room 3" },
    });
    expect(await windows("The term is not recognised").spooler.list()).toEqual({
      ok: false,
      error: { code: "no-spooler" },
    });
    expect(await windows("[]").spooler.list()).toEqual({ ok: true, value: [] });
  });
});
