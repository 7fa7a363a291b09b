import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../../electron/command-line/run-command-line.ts";
import { listAdvisers } from "../../../electron/store/repositories/advisers.ts";
import { keepDraft } from "../../../electron/store/repositories/drafts.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import type { DraftContent } from "../../../shared/action-plan/draft.ts";
import type { RequestInput } from "../../../shared/contract.ts";
import { openAgain } from "../../faults/fault-report.ts";
import { PASSPHRASE, setUpOffice } from "./entry/office-app.ts";
import {
  AGNES,
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  JOE,
  MARIA,
  openTraining,
  reviewing,
  type TrainingApp,
} from "./training-app.ts";

const KEPT_AT = "2012-04-15T09:42:00.000Z";

/** A tab's text, as the given window wrote it. */
function aDraft(info: string, writtenIn?: DraftContent["writtenIn"]): DraftContent {
  return {
    changes: { ...NO_CHANGES, texts: { info } },
    unreadDates: [],
    place: { mode: "list", itemId: null, reviewId: null },
    keysGiven: 0,
    ...(writtenIn ? { writtenIn } : {}),
  };
}

function input(
  app: TrainingApp,
  nino: string,
  content: DraftContent,
  fields: Partial<RequestInput<"keep-draft">> = {},
): RequestInput<"keep-draft"> {
  return { clientId: app.clientId(nino), kind: "lms", planVersion: 1, content, ...fields };
}

async function draftOn(app: TrainingApp, nino: string) {
  return (await app.window(nino)).draft;
}

/** Audit lines of a kind, so that it can be told that none was added. */
function changesRecorded(app: TrainingApp): unknown[] {
  return app.rows("SELECT COUNT(*) FROM audit WHERE kind = 'change'");
}

/** A training store on which a colleague has a draft on Dilip's plan. */
function openAfterColleague(info: string): { readonly app: TrainingApp; readonly adviserName: string } {
  const before = openTraining();
  const clientId = before.clientId(DILIP);
  before.close();
  const { context, close } = openAgain(before.folder);
  const colleague = listAdvisers(context.store).find(({ id }) => id !== context.adviser.id);
  if (!colleague) throw new Error("There is no colleague");
  const draft = { content: aDraft(info), planVersion: 1, interviewId: null, keptAt: KEPT_AT };
  keepDraft(context.store, { clientId, kind: "lms", adviserId: colleague.id }, draft);
  void close();
  return { app: openTraining({ dataFolder: before.folder }), adviserName: colleague.name };
}

describe("a draft", () => {
  test("is answered with the plan it was written on, with its version and the moment, until it is discarded", async () => {
    const app = openTraining();
    const content = aDraft("Has a bus pass", { window: "one", count: 1 });
    const { keptAt } = await app.granted("keep-draft", input(app, DILIP, content));
    expect(await draftOn(app, DILIP)).toEqual({ content, planVersion: 1, interviewId: null, keptAt });
    await app.granted("discard-draft", { clientId: app.clientId(DILIP), kind: "lms" });
    expect(await draftOn(app, DILIP)).toBeNull();
  });

  test("is never answered with another client's plan", async () => {
    const app = openTraining();
    await app.granted("keep-draft", input(app, DILIP, aDraft("Has a bus pass")));
    expect([await draftOn(app, JOE), await draftOn(app, MARIA), await draftOn(app, AGNES)]).toEqual([null, null, null]);
  });

  test("is no record: neither keeping it nor discarding it leaves a line in the audit", async () => {
    const app = openTraining();
    const before = changesRecorded(app);
    await app.granted("keep-draft", input(app, DILIP, aDraft("Has a bus pass")));
    await app.granted("discard-draft", { clientId: app.clientId(DILIP), kind: "lms" });
    expect(changesRecorded(app)).toEqual(before);
  });

  test("carries the interview that is open when it is kept, and outlives it", async () => {
    const app = openTraining();
    const started = await app.start(DILIP);
    await app.granted("keep-draft", input(app, DILIP, aDraft("Has a bus pass")));
    await app.end(started, true);
    expect(await draftOn(app, DILIP)).toMatchObject({ interviewId: started.interview.id });
  });

  test("goes with the Save that it became part of, and stays through one that is refused", async () => {
    const app = openTraining();
    await app.granted("keep-draft", input(app, DILIP, aDraft("Has a bus pass")));
    await app.saveRefused(DILIP, { texts: { info: "x".repeat(2_001) } });
    expect(await draftOn(app, DILIP)).not.toBeNull();
    await app.save(DILIP, { ...reviewing(itemAt(await app.plan(DILIP), 0)), texts: { info: "Has a bus pass" } });
    expect(await draftOn(app, DILIP)).toBeNull();
  });

  test("is there after the application was closed and opened again", async () => {
    const app = openTraining();
    const content = aDraft("Has a bus pass");
    await app.granted("keep-draft", input(app, DILIP, content));
    app.close();
    const next = openTraining({ dataFolder: app.folder });
    expect(await draftOn(next, DILIP)).toMatchObject({ content });
  });

  test("is told to the work list once, not with every letter", async () => {
    const app = openTraining();
    for (const info of ["H", "Ha", "Has"]) await app.granted("keep-draft", input(app, DILIP, aDraft(info)));
    expect(app.events).toEqual([{ event: "work-changed" }]);
  });

  test("of a client who is not there is refused", async () => {
    const app = openTraining();
    const nobody = { ...input(app, DILIP, aDraft("Has a bus pass")), clientId: "nobody" };
    expectCode(await app.refused("keep-draft", nobody), "client-not-found");
  });
});

describe("another adviser's draft", () => {
  test("shows its author and time, never its text, in the window, the client's page and the work list", async () => {
    const { app, adviserName } = openAfterColleague("Told in confidence");
    const window = await app.window(DILIP);
    expect([window.draft, window.otherDrafts]).toEqual([null, [{ adviserName, keptAt: KEPT_AT }]]);
    const clientId = app.clientId(DILIP);
    const answers = [
      window,
      await app.granted("open-client", { clientId }),
      await app.granted("work-list", { scope: "mine" }),
      await app.granted("work-list", { scope: "office" }),
    ];
    expect(JSON.stringify(answers)).not.toContain("Told in confidence");
  });

  test("hinders nobody: one's own is kept beside it, saved and discarded without it", async () => {
    const { app, adviserName } = openAfterColleague("Told in confidence");
    await app.granted("keep-draft", input(app, DILIP, aDraft("Mine", { window: "one", count: 1 })));
    await app.granted("discard-draft", { clientId: app.clientId(DILIP), kind: "lms" });
    await app.granted("keep-draft", input(app, DILIP, aDraft("Mine", { window: "one", count: 2 })));
    await app.save(DILIP, { newItems: [aNewItem()] });
    const { draft, otherDrafts } = await app.window(DILIP);
    expect([draft, otherDrafts]).toEqual([null, [{ adviserName, keptAt: KEPT_AT }]]);
  });

  test("is never made by a window that another adviser left behind", async () => {
    const app = openTraining();
    const left = input(app, DILIP, aDraft("Mine"), { adviserId: "the adviser before" });
    expectCode(await app.refused("keep-draft", left), "adviser-changed");
  });
});

describe("two windows of one adviser", () => {
  const ofOne = (info: string, count: number) => aDraft(info, { window: "one", count });
  const ofTwo = (info: string, count: number) => aDraft(info, { window: "two", count });

  test("the later one never writes over what the other keeps, until it goes on with it", async () => {
    const app = openTraining();
    const { keptAt } = await app.granted("keep-draft", input(app, DILIP, ofOne("Mine", 1)));
    const refused = await app.refused("keep-draft", input(app, DILIP, ofTwo("Other", 1)));
    expect(refused).toEqual({ code: "draft-elsewhere", keptAt });
    expect(await draftOn(app, DILIP)).toMatchObject({ content: ofOne("Mine", 1) });
    await app.granted("keep-draft", input(app, DILIP, ofTwo("Mine and other", 2), { follows: "one" }));
    expectCode(await app.refused("keep-draft", input(app, DILIP, ofOne("Mine alone", 2))), "draft-elsewhere");
    expect(await draftOn(app, DILIP)).toMatchObject({ content: ofTwo("Mine and other", 2) });
  });

  test("what comes late never takes the place of a newer state of the same window", async () => {
    const app = openTraining();
    await app.granted("keep-draft", input(app, DILIP, ofOne("Newest", 3)));
    await app.granted("keep-draft", input(app, DILIP, ofOne("Older", 2)));
    expect(await draftOn(app, DILIP)).toMatchObject({ content: ofOne("Newest", 3) });
  });

  test("one discards its own draft and not the other's", async () => {
    const app = openTraining();
    await app.granted("keep-draft", input(app, DILIP, ofOne("Mine", 1)));
    await app.granted("discard-draft", { clientId: app.clientId(DILIP), kind: "lms", window: "two" });
    expect(await draftOn(app, DILIP)).not.toBeNull();
    await app.granted("discard-draft", { clientId: app.clientId(DILIP), kind: "lms", window: "one" });
    expect(await draftOn(app, DILIP)).toBeNull();
  });
});

test("AP-11 a draft of one kind of plan is none of the other's", async () => {
  const app = openTraining();
  await app.granted("keep-draft", input(app, DILIP, aDraft("Has a bus pass")));
  expect(app.rows("SELECT plan_kind AS kind FROM draft WHERE client_id = ?", app.clientId(DILIP))).toEqual([
    { kind: "lms" },
  ]);
  await app.save(DILIP, { newItems: [aNewItem()] });
  expect(app.rows("SELECT plan_kind FROM draft WHERE client_id = ?", app.clientId(DILIP))).toEqual([]);
});

describe("in an office", () => {
  /** An office with two advisers and one client, and what the first keeps on the client's plan. */
  async function openWithDraft() {
    const office = await setUpOffice();
    const nino = "AB123456C";
    await importClient(office.folder, nino);
    const found = await office.granted("find-clients", { text: nino });
    const clientId = found.groups[0]?.clients[0]?.id ?? "";
    const second = { name: "Grace Moor", staffNumber: "70413", passphrase: PASSPHRASE };
    const { adviserId: graceId } = await office.granted("add-adviser", second);
    const kept = { clientId, kind: "lms", planVersion: null, content: aDraft("Told in confidence") } as const;
    const { keptAt } = await office.granted("keep-draft", kept);
    return { office, graceId, kept, keptAt };
  }

  test("a lock keeps the draft, refuses a new state meanwhile, and the same adviser goes on with it", async () => {
    const { office, kept, keptAt } = await openWithDraft();
    await office.granted("lock", {});
    expect(await office.refused("keep-draft", { ...kept, content: aDraft("More") })).toEqual({ code: "locked" });
    await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
    const { draft } = await office.granted("open-plan", { clientId: kept.clientId });
    expect(draft).toEqual({ content: kept.content, planVersion: null, interviewId: null, keptAt });
  });

  test("signed out, it is kept for its author; who signs in next sees who and when, and not the text", async () => {
    const { office, graceId, kept, keptAt } = await openWithDraft();
    await office.granted("sign-out", {});
    await office.granted("sign-in", { adviserId: graceId, passphrase: PASSPHRASE });
    const window = await office.granted("open-plan", { clientId: kept.clientId });
    expect([window.draft, window.otherDrafts]).toEqual([null, [{ adviserName: "Ada Fenwick", keptAt }]]);
    expect(JSON.stringify(window)).not.toContain("Told in confidence");
    expect(await office.refused("keep-draft", { ...kept, adviserId: office.adaId })).toEqual({
      code: "adviser-changed",
    });
  });
});

/** Imports one client, as the command line does. */
async function importClient(folder: string, nino: string): Promise<void> {
  const file = join(folder, "clients.csv");
  writeFileSync(file, `nino,surname,forenames,date_of_birth\n${nino},Moor,Agnes,01/02/1970\n`);
  const silent = { result: () => undefined, remark: () => undefined };
  const typing = { givenPassphrase: PASSPHRASE, ask: async () => undefined };
  expect(await runCommandLine(["import", file, "--data", folder], folder, silent, typing)).toBe(0);
}
