import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type App, openApp } from "../../../electron/app.ts";
import { type OpenOffice, openOffice } from "../../../electron/office.ts";
import { openPlan } from "../../../electron/services/client-page.ts";
import { savePlan } from "../../../electron/services/save-plan.ts";
import { NO_CHANGES, type PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import { type PlanWindow, type RequestInput, requests } from "../../../shared/contract.ts";
import { ask, clientIdOf } from "../../faults/ask.ts";

const TODAY = "2012-04-16";
const DILIP = "QQ100003A";

let folder = "";
let app: App;
/** A second process's view of the same store, as the command line has one. */
let beside: OpenOffice;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-answer-"));
  const options = { dataFolder: folder, isTraining: true, today: TODAY };
  const opened = openApp(options);
  const office = openOffice(options, () => undefined);
  if (!opened.ok || !office.ok) throw new Error("The training store does not open");
  app = opened.value;
  beside = office.value;
});
afterEach(async () => {
  app.close();
  await beside.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the answer to each kind of change is what another process then reads", async () => {
  let window = await meetDilip();
  const check = async (changes: Partial<PlanChanges>) => {
    window = await ask(app, "save-plan", saving(window, changes));
    expect(window).toEqual(await readAfresh(window.client.id));
  };
  const item = (index: number) => window.plan?.items[index]?.id ?? "";
  const review = () => window.plan?.items.flatMap(({ reviews }) => reviews)[0]?.id ?? "";
  await check({ newItems: [newItem("a")], newReviews: [{ key: "r", itemId: "a", text: "On a new step" }] });
  await check({ amendedItems: [{ itemId: item(0), text: "Moved to the end", targetDate: "2012-10-16" }] });
  await check({ newReviews: [{ key: "r", itemId: item(1), text: "On a step from before" }] });
  await check({ amendedReviews: [{ reviewId: review(), text: "Said otherwise" }], texts: { aims: "New aims" } });
  await check({ deletedReviews: [review()] });
  await check({ newItems: [newItem("b")], texts: { info: "Both" } });
});

test("a save by another process in between is noticed", async () => {
  const window = await meetDilip();
  const [first] = window.plan?.items ?? [];
  const theirs = savePlan(
    beside.context,
    requests["save-plan"].input.parse(
      saving(window, { newReviews: [{ key: "r", itemId: first?.id ?? "", text: "Theirs" }] }),
    ),
  );
  expect(theirs.ok).toBe(true);
  const ours = await app.answer("save-plan", saving(window, { newItems: [newItem("a")] }));
  expect(ours).toMatchObject({ ok: false, error: { code: "plan-changed" } });
  expect(await ask(app, "open-plan", { clientId: window.client.id })).toEqual(await readAfresh(window.client.id));
});

test("a refused save leaves the plan as it was read before", async () => {
  const window = await meetDilip();
  const refused = await app.answer("save-plan", saving(window, { newItems: [{ ...newItem("a"), text: "" }] }));
  expect(refused).toMatchObject({ ok: false, error: { code: "cannot-save" } });
  expect(await ask(app, "open-plan", { clientId: window.client.id })).toEqual(window);
});

async function meetDilip(): Promise<PlanWindow> {
  const clientId = await clientIdOf(app, DILIP);
  await ask(app, "start-interview", { clientId, kind: "caseload", attendance: "present" });
  return ask(app, "open-plan", { clientId });
}

async function readAfresh(clientId: string): Promise<PlanWindow> {
  const office = openOffice({ dataFolder: folder, isTraining: true, today: TODAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const window = openPlan(office.value.context, { clientId });
  await office.value.close();
  if (!window.ok) throw new Error(window.error.code);
  return window.value;
}

function saving({ client, plan }: PlanWindow, changes: Partial<PlanChanges>): RequestInput<"save-plan"> {
  return {
    clientId: client.id,
    kind: "lms",
    planVersion: plan?.version ?? null,
    creation: null,
    changes: { ...NO_CHANGES, ...changes },
    isClockConfirmed: false,
  };
}

function newItem(key: string): PlanChanges["newItems"][number] {
  return { key, text: `Step ${key}`, assignedTo: "client", targetDate: TODAY, dateClosed: null };
}
