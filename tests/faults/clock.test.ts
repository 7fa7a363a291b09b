import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { purgeClosedItems } from "../../electron/services/purge.ts";
import { ask, clientIdOf } from "./ask.ts";
import { FAULTS_DAY, numberedChanges } from "./numbered-saves.ts";

const JOE_BLOGGS = "QQ100001A";
const A_YEAR_BEFORE = "2011-04-16";
const TEN_YEARS_ON = "2022-04-16";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-clock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("DT-2 with the clock a year back, a save asks first, is made once confirmed, and nothing else is lost", async () => {
  await saveOn(FAULTS_DAY, 1);
  expect(await saveOn(A_YEAR_BEFORE, 2)).toEqual({
    ok: false,
    error: { code: "clock-moved-back", newest: FAULTS_DAY, today: A_YEAR_BEFORE },
  });
  expect(await saveOn(A_YEAR_BEFORE, 2, { isClockConfirmed: true })).toMatchObject({
    ok: true,
    value: { plan: { version: 2 } },
  });
});

test("DT-2 after a clock that stood ten years ahead was put right, every save asks, and can be made", async () => {
  expect(await saveOn(TEN_YEARS_ON, 1)).toMatchObject({ ok: true, value: { plan: { version: 1 } } });
  const refused = { ok: false, error: { code: "clock-moved-back", newest: TEN_YEARS_ON, today: FAULTS_DAY } };
  expect(await saveOn(FAULTS_DAY, 2)).toEqual(refused);
  expect(await saveOn(FAULTS_DAY, 2, { isClockConfirmed: true })).toMatchObject({ ok: true });
  expect(await saveOn(FAULTS_DAY, 3)).toEqual(refused);
});

test("AI-7 with the clock ten years ahead, the purge waits for a person, and every closed item stays", () => {
  const office = openOffice({ dataFolder: folder, isTraining: true, today: FAULTS_DAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  void office.value.close();
  const ahead = openOffice({ dataFolder: folder, isTraining: true, today: TEN_YEARS_ON }, () => undefined);
  if (!ahead.ok) throw new Error(ahead.error.code);
  const { context, close } = ahead.value;
  const choice = { isConfirmed: false, isOnScreen: () => false };
  expect(purgeClosedItems(context, choice)).toEqual({ purged: 0, waits: true });
  void close();
});

/** Starts on a day and saves on Joe Bloggs's plan. */
async function saveOn(today: string, number: number, { isClockConfirmed = false } = {}) {
  const opened = openApp({ dataFolder: folder, isTraining: true, today });
  if (!opened.ok) throw new Error(opened.error.code);
  const app = opened.value;
  try {
    const clientId = await clientIdOf(app, JOE_BLOGGS);
    const { plan } = await ask(app, "open-plan", { clientId });
    const changes = numberedChanges(number);
    const [item] = changes.newItems;
    return await app.answer("save-plan", {
      clientId,
      kind: "lms",
      planVersion: plan?.version ?? null,
      creation: { reason: "telephone", text: "" },
      changes: { ...changes, newReviews: [], newItems: [{ ...item, targetDate: today }] },
      isClockConfirmed,
    });
  } finally {
    app.close();
  }
}
