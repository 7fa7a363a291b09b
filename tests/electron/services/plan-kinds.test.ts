import { describe, expect, test } from "vitest";
import { openOffice } from "../../../electron/office.ts";
import { purgeClosedItems } from "../../../electron/services/purge.ts";
import { checkStore } from "../../../electron/store/check-store.ts";
import { NO_CHANGES, type PlanChanges, type PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { DraftContent } from "../../../shared/action-plan/draft.ts";
import type { PlanWindow } from "../../../shared/contract.ts";
import { pastTheApplication } from "./store-hand.ts";
import {
  amending,
  aNewItem,
  DILIP,
  itemAt,
  JOE,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

/** Siobhán O'Neill: a participant with a plan under her contract, and no other. */
const SIOBHAN = "QQ100006A";

function windowOf(app: TrainingApp, nino: string, kind: PlanKind): Promise<PlanWindow> {
  return app.granted("open-plan", { clientId: app.clientId(nino), kind });
}

async function saveInput(app: TrainingApp, nino: string, kind: PlanKind, changes: Partial<PlanChanges>) {
  const { plan } = await windowOf(app, nino, kind);
  const written = { changes: { ...NO_CHANGES, ...changes }, creation: null, isClockConfirmed: false };
  return { clientId: app.clientId(nino), kind, planVersion: plan?.version ?? null, ...written };
}

async function save(app: TrainingApp, nino: string, kind: PlanKind, changes: Partial<PlanChanges>) {
  const { plan } = await app.granted("save-plan", await saveInput(app, nino, kind, changes));
  if (!plan) throw new Error("There is no plan");
  return plan;
}

function draft(info: string): DraftContent {
  const place = { mode: "list", itemId: null, reviewId: null } as const;
  return { changes: { ...NO_CHANGES, texts: { info } }, unreadDates: [], place, keysGiven: 0 };
}

describe("the kinds of plan that the office makes", () => {
  const rows = [
    ["lms", "jets", JOE, "plan-kind-not-made"],
    ["jets", "lms", JOE, "plan-kind-not-made"],
    ["jets", "jets", JOE, undefined],
    ["both", "jets", JOE, undefined],
    ["lms", "jets", SIOBHAN, undefined],
    ["jets", "lms", DILIP, undefined],
  ] as const;
  test.each(rows)(
    "in an office that makes %s a plan %s of %s is saved or refused: %s",
    async (makes, kind, nino, code) => {
      const app = openTraining();
      pastTheApplication(app, "INSERT INTO setting (id, value) VALUES ('office-plans', ?)", makes);
      const input = await saveInput(app, nino, kind, { newItems: [aNewItem()] });
      if (code) expect(await app.refused("save-plan", input)).toEqual({ code });
      else expect((await app.granted("save-plan", input)).plan?.items.length).toBeGreaterThan(0);
    },
  );
});

describe("AP-11 each kind of plan is its own", () => {
  test("each has its version, its drafts and its window; saving one leaves the other as it is", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    const before = await windowOf(app, DILIP, "lms");
    await app.granted("keep-draft", { clientId, kind: "lms", planVersion: 1, content: draft("For the first plan") });
    await app.granted("keep-draft", { clientId, kind: "jets", planVersion: null, content: draft("For the other") });
    const other = await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    expect({ kind: other.kind, version: other.version, items: other.items.length }).toEqual({
      ...{ kind: "jets", version: 1, items: 1 },
    });
    const lms = await windowOf(app, DILIP, "lms");
    const jets = await windowOf(app, DILIP, "jets");
    expect({ ...lms, draft: null }).toEqual({ ...before, draft: null });
    expect([lms.draft?.content.changes.texts, jets.draft]).toEqual([{ info: "For the first plan" }, null]);
    expect([lms.kind, lms.contract, jets.kind, jets.contract]).toEqual(["lms", null, "jets", "jets-scotland"]);
    await app.granted("discard-draft", { clientId, kind: "jets" });
    expect((await windowOf(app, DILIP, "lms")).draft).not.toBeNull();
    const page = await app.granted("open-client", { clientId });
    expect([page.plan?.kind, page.jetsPlan?.kind, page.contract]).toEqual(["lms", "jets", null]);
  });

  test("a plan that was saved meanwhile is noticed by its own version alone", async () => {
    const app = openTraining();
    await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    const stale = await saveInput(app, DILIP, "jets", { newItems: [aNewItem()] });
    const onOther = await saveInput(app, DILIP, "lms", { newItems: [aNewItem()] });
    await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    expect((await app.refused("save-plan", stale)).code).toBe("plan-changed");
    expect((await app.granted("save-plan", onOther)).plan?.version).toBe(2);
  });

  test("the work list leads a draft and a check to the plan that they are on", async () => {
    const app = openTraining();
    const clientId = app.clientId(SIOBHAN);
    const item = itemAt((await windowOf(app, SIOBHAN, "jets")).plan ?? fail(), 1);
    await app.granted("keep-draft", { clientId, kind: "jets", planVersion: 3, content: draft("Later") });
    await app.granted("keep-draft", { clientId, planVersion: null, content: draft("Another") });
    await app.granted("set-workflow", { clientId, itemId: item.id, checkDate: TODAY, note: "Ring her" });
    const { groups } = await app.granted("work-list", { scope: "mine" });
    const ofHers = groups.map(({ group, rows: all }) => ({
      group,
      rows: all.filter((row) => row.clientId === clientId),
    }));
    const rows = ofHers.flatMap((listed) => listed.rows);
    const opens = ofHers
      .filter(({ group }) => group !== "jets-due")
      .flatMap((listed) => listed.rows.map((row) => row.opens));
    expect(opens).toEqual([
      { to: "item", itemId: item.id, kind: "jets" },
      { to: "draft", kind: "jets" },
      { to: "draft" },
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});

describe("an interview looks at the Labour Market System's plan alone", () => {
  test("saving and handing over the other plan does not satisfy its gate", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    const { interview } = await app.start(DILIP, "lp-wfi");
    await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    const choice = { clientId, option: "open", style: "standard" } as const;
    const { printId } = await app.granted("make-print", { ...choice, kind: "jets" });
    await app.granted("hand-over-print", { printId });
    const page = await app.granted("open-client", { clientId });
    expect(page.openInterview?.progress).toMatchObject({
      ...{ planSavedAt: null, printedAt: null, onlyClosures: false },
      saved: { itemsAdded: 0, itemsChanged: 0, reviewsAdded: 0 },
    });
    expect(page.openInterview?.hasOwnDraft).toBe(false);
    expect((await app.refused("end-interview", { interviewId: interview.id, endAnyway: true })).code).toBe(
      "cannot-end",
    );
  });

  test("a draft on the other plan is none of the interview's", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    await app.start(DILIP, "lp-wfi");
    await app.granted("keep-draft", { clientId, kind: "jets", planVersion: null, content: draft("Later") });
    expect((await app.granted("open-client", { clientId })).openInterview?.hasOwnDraft).toBe(false);
  });
});

describe("a plan under a contract", () => {
  test("is made outside an interview without a reason, and closed outside one", async () => {
    const app = openTraining();
    const made = await save(app, JOE, "jets", { newItems: [aNewItem()] });
    expect(app.rows("SELECT creation_reason, creation_text FROM plan WHERE kind = 'jets' AND version = 1")).toEqual([
      { creation_reason: null, creation_text: null },
    ]);
    const item = itemAt(made, 0);
    const closed = await save(app, JOE, "jets", { ...amending(item, { dateClosed: TODAY }), ...reviewing(item) });
    expect(itemAt(closed, 0).dateClosed).toBe(TODAY);
  });

  test("RV-3 lets a review's author delete it on the day, and nobody else", async () => {
    const app = openTraining();
    const [email, cv] = (await windowOf(app, SIOBHAN, "jets")).plan?.items ?? [];
    expect((await windowOf(app, SIOBHAN, "jets")).ownReviewIds).toEqual([]);
    expect(email?.reviews.map(({ createdBy }) => createdBy)).toEqual(["F Drummond"]);
    await save(app, SIOBHAN, "jets", reviewing(cv ?? fail()));
    const window = await windowOf(app, SIOBHAN, "jets");
    const written = window.plan?.items[1]?.reviews[0]?.id ?? "";
    expect(window.ownReviewIds).toEqual([written]);
    await save(app, SIOBHAN, "jets", { deletedReviews: [written] });
    expect((await windowOf(app, SIOBHAN, "jets")).plan?.items[1]?.reviews).toEqual([]);
    await save(app, SIOBHAN, "jets", reviewing(cv ?? fail()));
    app.close();
    const later = openTraining({ dataFolder: app.folder, today: "2012-04-17" });
    const tomorrow = await windowOf(later, SIOBHAN, "jets");
    const stays = tomorrow.plan?.items[1]?.reviews[0]?.id ?? "";
    const refused = await later.refused(
      "save-plan",
      await saveInput(later, SIOBHAN, "jets", { deletedReviews: [stays] }),
    );
    expect(refused).toMatchObject({
      code: "cannot-save",
      problems: [{ reason: { code: "review-only-authors", writtenBy: "B Johns", writtenOn: TODAY } }],
    });
  });

  test("AI-7 keeps its closed items for good", async () => {
    const app = openTraining();
    const before = (await windowOf(app, SIOBHAN, "jets")).plan;
    app.close();
    const office = openOffice({ dataFolder: app.folder, isTraining: true, today: "2022-01-10" }, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    const outcome = purgeClosedItems(office.value.context, { isConfirmed: true, isOnScreen: () => false });
    expect(outcome.purged).toBeGreaterThan(0);
    expect(office.value.context.plans.find(office.value.context.store, before?.clientId ?? "", "jets")?.items).toEqual(
      before?.items,
    );
    expect(checkStore(office.value.context.store)).toEqual([]);
    await office.value.close();
  });

  test("takes no clerical form, which is the Labour Market System's", async () => {
    const app = openTraining();
    const input = await saveInput(app, SIOBHAN, "jets", { newItems: [aNewItem()] });
    const clerical = { formId: "form", happenedOn: TODAY, adviserId: "adviser", interview: null };
    expect((await app.refused("save-plan", { ...input, clerical })).code).toBe("invalid-request");
  });
});

describe("printing one of two plans", () => {
  test("a document is of the plan that was asked for, and handed over by that plan's version", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    const choice = { clientId, option: "open", style: "standard" } as const;
    expect((await app.refused("make-print", { ...choice, kind: "jets" })).code).toBe("plan-not-found");
    await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    const { printId } = await app.granted("make-print", { ...choice, kind: "jets" });
    await save(app, DILIP, "lms", { newItems: [aNewItem()] });
    await app.granted("hand-over-print", { printId });
    expect((await windowOf(app, DILIP, "jets")).plan?.printedAt).not.toBeNull();
    expect((await windowOf(app, DILIP, "lms")).plan?.printedAt).toBeNull();
    const copies = async (kind: PlanKind) => (await app.granted("list-copies", { clientId, kind })).copies.length;
    expect([await copies("jets"), await copies("lms")]).toEqual([1, 0]);
    const stale = await app.granted("make-print", { ...choice, kind: "jets" });
    await save(app, DILIP, "jets", { newItems: [aNewItem()] });
    expect((await app.refused("hand-over-print", { printId: stale.printId })).code).toBe("print-out-of-date");
  });

  test("what is made of one plan is not taken back with the other's", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    const making = app.ask("make-print", { clientId, option: "all-reviews", style: "standard" });
    await app.granted("cancel-print", { clientId, kind: "jets" });
    expect((await making).ok).toBe(true);
  });
});

test("the first screen tells which plans a client has and would have", async () => {
  const app = openTraining();
  const plansOf = async (nino: string) => (await app.granted("client-card", { clientId: app.clientId(nino) })).plans;
  expect([await plansOf(JOE), await plansOf(DILIP), await plansOf(SIOBHAN)]).toEqual([
    { existing: [], contract: null },
    { existing: ["lms"], contract: null },
    { existing: ["jets"], contract: "jets-scotland" },
  ]);
});

function fail(): never {
  throw new Error("It is not there");
}
