import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type App, openApp } from "../../electron/app.ts";
import { openForCommandLine } from "../../electron/command-line/open-for-command-line.ts";
import { openOffice } from "../../electron/office.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import type { PlanWindow, RequestInput } from "../../shared/contract.ts";
import { IMPORT_PART_BYTES } from "../../shared/import/import-requests.ts";
import { namesFile } from "../bench/names-of-all-kinds.ts";
import { ask, clientIdOf } from "./ask.ts";
import { clientsIn } from "./clients-in.ts";
import { canMount, type MemoryFolder, mountMemoryFolder } from "./memory-folder.ts";
import { FAULTS_DAY, numberedChanges } from "./numbered-saves.ts";

const MEGABYTE = 1_048_576;
const PAGE = 4_096;
const JOE_BLOGGS = "QQ100001A";

describe.skipIf(!canMount())("on a file system of its own", () => {
  let mounted: MemoryFolder;
  let app: App | undefined;

  beforeEach(() => {
    const folder = mountMemoryFolder(32 * MEGABYTE);
    if (!folder) throw new Error("The file system could not be mounted");
    mounted = folder;
  });
  afterEach(() => {
    app?.close();
    mounted.remove();
  });

  function start(): App {
    const opened = openApp({ dataFolder: mounted.path, isTraining: true, today: FAULTS_DAY });
    if (!opened.ok) throw new Error(opened.error.code);
    app = opened.value;
    return app;
  }

  test.each([0, 1, 3, 6, 10])(
    "a disk that is full but for %i pages refuses a save whole, and takes it once there is room",
    async (pages) => {
      start().close();
      const running = start();
      const before = await openJoesPlan(running, 1);
      mounted.fill(pages * PAGE);
      const refused = await saveUntilRefused(running, before);
      expect(refused.error).toEqual({ code: "store-full" });
      mounted.makeRoom();
      const after = await ask(running, "open-plan", { clientId: before.client.id });
      expect(after.plan).toEqual(refused.lastSaved.plan);
      const saved = await running.answer("save-plan", nextSave(after));
      expect(saved).toMatchObject({ ok: true, value: { plan: { version: (after.plan?.version ?? 0) + 1 } } });
      running.close();
      expect(problemsIn(mounted.path)).toEqual([]);
    },
  );

  test("a disk that fills while an import is written leaves nothing of it, and takes it once there is room", async () => {
    const running = start();
    const before = await clientsIn(running);
    const file = Buffer.from(namesFile(5_000));
    const checked = async () => {
      const { importId } = await ask(running, "begin-import", { bytes: file.length });
      for (let from = 0; from < file.length; from += IMPORT_PART_BYTES) {
        const part = file.subarray(from, from + IMPORT_PART_BYTES).toString("base64");
        await ask(running, "send-import-part", { importId, part });
      }
      await ask(running, "check-import", { importId, choices: null });
      return importId;
    };
    const importId = await checked();
    mounted.fill(MEGABYTE);
    expect(await running.answer("confirm-import", { importId })).toEqual({ ok: false, error: { code: "store-full" } });
    mounted.makeRoom();
    expect(await clientsIn(running)).toBe(before);
    expect(await ask(running, "confirm-import", { importId: await checked() })).toMatchObject({ added: 5_000 });
    expect(await clientsIn(running)).toBe(before + 5_000);
    running.close();
    expect(problemsIn(mounted.path)).toEqual([]);
  });

  test("a folder that can only be read refuses the start, and opens once it can be written", () => {
    start().close();
    mounted.makeReadOnly();
    const refused = openApp({ dataFolder: mounted.path, isTraining: true, today: FAULTS_DAY });
    expect(refused).toEqual({ ok: false, error: { code: "store-read-only" } });
    mounted.makeWritable();
    start().close();
    expect(problemsIn(mounted.path)).toEqual([]);
  });
});

test.runIf(process.platform === "linux")(
  "a folder that cannot be made is refused at once, by every way in",
  async () => {
    const place = { dataFolder: "/proc/action-plan/data", isTraining: true };
    const refused = { ok: false, error: { code: "store-read-only" } };
    expect(openApp(place)).toEqual(refused);
    expect(openApp({ ...place, isTraining: false })).toEqual(refused);
    expect(openForCommandLine(place)).toEqual(refused);
  },
);

async function openJoesPlan(app: App, saves: number): Promise<PlanWindow> {
  const clientId = await clientIdOf(app, JOE_BLOGGS);
  await ask(app, "start-interview", { clientId, kind: "caseload", attendance: "present" });
  let window = await ask(app, "open-plan", { clientId });
  for (let save = 0; save < saves; save += 1) window = await ask(app, "save-plan", nextSave(window));
  return window;
}

/** Saves while there is room; answers the refusal and the plan as it was last acknowledged. */
async function saveUntilRefused(app: App, opened: PlanWindow) {
  let lastSaved = opened;
  for (let save = 0; save < 20; save += 1) {
    const answer = await app.answer("save-plan", nextSave(lastSaved));
    if (!answer.ok) return { error: answer.error, lastSaved };
    lastSaved = answer.value as PlanWindow;
  }
  throw new Error("The disk is not full");
}

function nextSave({ client, plan }: PlanWindow): RequestInput<"save-plan"> {
  const changes = numberedChanges((plan?.version ?? 0) + 1);
  const planVersion = plan?.version ?? null;
  return { clientId: client.id, kind: "lms", planVersion, creation: null, changes, isClockConfirmed: false };
}

function problemsIn(dataFolder: string): string[] {
  const office = openOffice({ dataFolder, isTraining: true, today: FAULTS_DAY }, () => undefined);
  if (!office.ok) return [office.error.code];
  const problems = checkStore(office.value.context.store);
  void office.value.close();
  return problems;
}
