import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type App, openApp } from "../../electron/app.ts";
import { openPrivateFiles } from "../../electron/print/spoolers/private-files.ts";
import { createPaperDouble, type PaperDouble } from "../electron/print/paper-double.ts";
import { ask, clientIdOf } from "./ask.ts";
import { canMount, type MemoryFolder, mountMemoryFolder } from "./memory-folder.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";

const DILIP_RAO = "QQ100003A";
const PAPER = { option: "all-reviews", style: "standard", copies: 1, printer: "room-3", tray: "Tray1" } as const;

describe.skipIf(!canMount())("printing where the disk is full", () => {
  let mounted: MemoryFolder;
  let paper: PaperDouble;
  let app: App;

  beforeEach(() => {
    const folder = mountMemoryFolder(32 * 1_048_576);
    if (!folder) throw new Error("The file system could not be mounted");
    mounted = folder;
    paper = createPaperDouble();
  });
  afterEach(() => {
    app?.close();
    mounted.remove();
  });

  function open(lendsFiles: boolean): App {
    const files = openPrivateFiles(mounted.path);
    const throughFile = {
      ...paper,
      spool: (job: Parameters<PaperDouble["spool"]>[0]) => files.lend(job.bytes, () => paper.spool(job)),
    };
    const options = { isTraining: true, today: FAULTS_DAY, dataFolder: mounted.path };
    const opened = openApp({ ...options, spooler: lendsFiles ? throughFile : paper });
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  }

  test("nothing is printed without room for the document, and once there is room again it is", async () => {
    app = open(true);
    const clientId = await clientIdOf(app, DILIP_RAO);
    mounted.fill(0);
    expect(await app.answer("print-plan", { clientId, ...PAPER })).toEqual({
      ok: false,
      error: { code: "store-full" },
    });
    expect(paper.printed).toEqual([]);
    mounted.makeRoom();
    expect(await app.answer("print-plan", { clientId, ...PAPER })).toMatchObject({ ok: true });
    expect(paper.printed).toHaveLength(1);
  });

  test("a print that could not be recorded does not count", async () => {
    app = open(false);
    const clientId = await clientIdOf(app, DILIP_RAO);
    mounted.fill(0);
    expect(await app.answer("print-plan", { clientId, ...PAPER })).toEqual({
      ok: false,
      error: { code: "store-full" },
    });
    mounted.makeRoom();
    const { copies } = await ask(app, "list-copies", { clientId });
    expect(copies).toEqual([]);
  });
});
