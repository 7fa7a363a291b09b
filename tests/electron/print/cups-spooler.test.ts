import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCupsSpooler } from "../../../electron/print/spoolers/cups-spooler.ts";
import { openPrivateFiles } from "../../../electron/print/spoolers/private-files.ts";
import type { Spooler, SpoolJob } from "../../../electron/print/spoolers/spooler.ts";
import { type CupsQueue, noCupsReason, openCupsQueue } from "./cups-queue.ts";

const BYTES = Buffer.from("%PDF-1.4\nA plan of nobody's\n%%EOF\n");
const LAST = "that was removed is missing";
const PATIENCE = { list: 10_000, spool: 10_000 };

describe.skipIf(noCupsReason)(`a real CUPS queue${noCupsReason ? `: skipped, ${noCupsReason}` : ""}`, () => {
  let queue: CupsQueue;
  let folder: string;
  let spooler: Spooler;
  beforeAll(async () => {
    queue = await openCupsQueue();
  });
  afterAll(() => queue?.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "action-plan-o'spool-"));
    spooler = createCupsSpooler(openPrivateFiles(folder), PATIENCE);
  });
  afterEach(({ task }) => {
    rmSync(folder, { recursive: true, force: true });
    if (task.name === LAST) return;
    queue.tell("cupsenable");
    queue.tell("cupsaccept");
  });

  const job = (fields: Partial<SpoolJob> = {}): SpoolJob => ({
    bytes: BYTES,
    printer: queue.name,
    tray: "Tray1",
    copies: 1,
    signal: new AbortController().signal,
    ...fields,
  });

  test("is listed with the trays that its driver tells, Tray 1 first", async () => {
    const listed = await spooler.list();
    expect(listed.ok && listed.value.find(({ id }) => id === queue.name)).toEqual({
      id: queue.name,
      name: expect.stringContaining("Action"),
      isDefault: false,
      isReady: true,
      trays: [
        { id: "Tray1", name: "Tray 1" },
        { id: "Tray2", name: "Tray 2" },
      ],
    });
  });

  test("takes three copies from tray 1, and the document arrives as it was made", async () => {
    expect(await spooler.spool(job({ copies: 3 }))).toEqual({ ok: true, value: undefined });
    const received = await queue.received();
    expect(received.subarray(0, BYTES.length)).toEqual(BYTES);
    expect(await queue.lastJob()).toEqual({ copies: 3, tray: "Tray1" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes from the tray that was chosen, and from the first where the chosen one is none of its", async () => {
    await spooler.spool(job({ tray: "Tray2" }));
    expect(await queue.lastJob()).toEqual({ copies: 1, tray: "Tray2" });
    await spooler.spool(job({ tray: "none; rm -rf /" }));
    expect(await queue.lastJob()).toEqual({ copies: 1, tray: "Tray1" });
  });

  test("that is stopped is not ready, and gets nothing", async () => {
    queue.tell("cupsdisable");
    const before = queue.jobsLeft();
    const listed = await spooler.list();
    expect(listed.ok && listed.value.find(({ id }) => id === queue.name)?.isReady).toBe(false);
    expect(await spooler.spool(job())).toMatchObject({ ok: false, error: { code: "printer-offline" } });
    expect(queue.jobsLeft()).toBe(before);
  });

  test("that takes no documents refuses", async () => {
    queue.tell("cupsreject");
    expect(await spooler.spool(job())).toMatchObject({ ok: false, error: { code: "printer-refused" } });
  });

  test("that does not answer in time is given up, and the document is gone", async () => {
    const hasty = createCupsSpooler(openPrivateFiles(folder), { ...PATIENCE, spool: 0 });
    expect(await hasty.spool(job())).toMatchObject({ ok: false, error: { code: "printer-silent" } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("gets nothing of a print that was taken back", async () => {
    const cancelling = new AbortController();
    cancelling.abort();
    expect(await spooler.spool(job({ signal: cancelling.signal }))).toEqual({
      ok: false,
      error: { code: "print-cancelled" },
    });
  });

  test("whose service does not answer in time is as good as none", async () => {
    const hasty = createCupsSpooler(openPrivateFiles(folder), { ...PATIENCE, list: 0 });
    expect(await hasty.list()).toEqual({ ok: false, error: { code: "no-spooler" } });
    expect(await hasty.spool(job())).toEqual({ ok: false, error: { code: "no-spooler" } });
  });

  test(LAST, async () => {
    queue.takeAway();
    expect(await spooler.spool(job())).toEqual({
      ok: false,
      error: { code: "printer-missing", printer: queue.name },
    });
  });
});
