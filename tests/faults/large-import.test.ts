import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type App, openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import { IMPORT_PART_BYTES } from "../../shared/import/import-requests.ts";
import { namesFile } from "../bench/names-of-all-kinds.ts";
import { ask } from "./ask.ts";
import { clientsIn } from "./clients-in.ts";
import { canMount, type MemoryFolder, mountMemoryFolder } from "./memory-folder.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

const MEGABYTE = 1_048_576;
const CLIENTS = 100_000;
/** More than the store comes to with every client in it, and its log beside it. */
const ROOM = 1_024 * MEGABYTE;
/** About half of what the import writes. */
const HALF_THE_ROOM = 60 * MEGABYTE;
const PATIENCE = { timeout: 60_000, interval: 5 };

describe("a file of 100,000 clients with every kind of name", { timeout: 120_000 }, () => {
  const file = Buffer.from(namesFile(CLIENTS));
  let mounted: MemoryFolder | undefined;
  let folder = "";
  let app: App;
  let before: number;
  const parts: number[] = [];

  beforeAll(async () => {
    mounted = mountMemoryFolder(ROOM);
    folder = mounted?.path ?? mkdtempSync(join(tmpdir(), "action-plan-large-import-"));
    const opened = openApp({ dataFolder: folder, isTraining: true, today: FAULTS_DAY });
    if (!opened.ok) throw new Error(opened.error.code);
    app = opened.value;
    app.subscribe((event) => {
      if (event.event === "progress") parts.push(event.done / event.of);
    });
    before = await clientsIn(app);
  });
  afterAll(() => {
    app?.close();
    if (mounted) mounted.remove();
    else rmSync(folder, { recursive: true, force: true });
  });

  async function checked() {
    const { importId } = await ask(app, "begin-import", { bytes: file.length });
    for (let from = 0; from < file.length; from += IMPORT_PART_BYTES) {
      const part = file.subarray(from, from + IMPORT_PART_BYTES).toString("base64");
      await ask(app, "send-import-part", { importId, part });
    }
    const { counts } = await ask(app, "check-import", { importId, choices: null });
    parts.length = 0;
    return { importId, counts };
  }

  test("leaves nothing when it is cancelled halfway through the writing", async () => {
    const { importId } = await checked();
    const writing = app.answer("confirm-import", { importId });
    await vi.waitFor(() => expect(parts.at(-1)).toBeGreaterThan(0.4), PATIENCE);
    expect(await ask(app, "cancel-import", { importId })).toEqual({ isCancelled: true });
    expect(await writing).toEqual({ ok: false, error: { code: "import-over" } });
    expect(await clientsIn(app)).toBe(before);
  });

  test.skipIf(!canMount())("leaves nothing when the disk fills halfway", async () => {
    const { importId } = await checked();
    mounted?.fill(HALF_THE_ROOM);
    expect(await app.answer("confirm-import", { importId })).toEqual({ ok: false, error: { code: "store-full" } });
    mounted?.makeRoom();
    expect(parts.at(-1)).toBeGreaterThan(0.2);
    expect(await clientsIn(app)).toBe(before);
  });

  test("goes in whole, telling how far it has come, and once more changes nothing", async () => {
    const first = await checked();
    expect(await ask(app, "confirm-import", { importId: first.importId })).toMatchObject({ added: CLIENTS });
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    expect(parts.length).toBeGreaterThan(10);
    const second = await checked();
    expect(second.counts).toEqual({ read: CLIENTS, added: 0, changed: 0, unchanged: CLIENTS });
    await ask(app, "confirm-import", { importId: second.importId });
    expect(await clientsIn(app)).toBe(before + CLIENTS);
  });

  test("leaves a store that is sound", () => {
    app.close();
    const office = openOffice({ dataFolder: folder, isTraining: true, today: FAULTS_DAY }, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    expect(checkStore(office.value.context.store)).toEqual([]);
    void office.value.close();
  });
});
