import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { RecordDraftForm } from "../../../shared/client-record/record-draft.ts";
import { type RequestInput, type RequestName, requests } from "../../../shared/contract.ts";
import { noDetails } from "../../../shared/jets/activity-details.ts";
import { agree, readyToAgree } from "./jets/full-plan.ts";
import { makeParticipant } from "./jets/participant-hand.ts";
import { interactionWith, makeParticipant as makeReferred } from "./jets/participants.ts";
import { AGNES, ALEXANDRA, DILIP, itemAt, JOE, MARIA, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

const SAVED = "Workflow: the one";
const ANOTHER = "Workflow: another";

async function keep(app: TrainingApp, clientId: string, form: RecordDraftForm): Promise<void> {
  const { adviser } = await app.granted("session", {});
  const content = { form: { Note: "Rang" }, before: { Note: "" }, writtenIn: { window: "window", count: 1 } };
  await app.granted("keep-record-draft", { clientId, form, content, adviserId: adviser.id });
}

async function kept(app: TrainingApp, clientId: string): Promise<string[]> {
  const { drafts } = await app.granted("list-record-drafts", { clientId });
  return drafts.map(({ form }) => form).toSorted();
}

/** Asks with two drafts lying there, of which the request names one; tells which are left. */
function asking(app: TrainingApp) {
  const left: Partial<Record<RequestName, readonly string[]>> = {};
  return {
    left,
    async ask<Name extends RequestName>(name: Name, clientId: string, input: RequestInput<Name>) {
      await keep(app, clientId, SAVED);
      await keep(app, clientId, ANOTHER);
      const value = await app.granted(name, { ...input, savedDraft: { form: SAVED, windows: ["window"] } });
      left[name] = await kept(app, clientId);
      return value;
    },
  };
}

type Ask = ReturnType<typeof asking>["ask"];

async function inInterviews(app: TrainingApp, ask: Ask): Promise<void> {
  const maria = app.clientId(MARIA);
  const mistaken = await app.start(MARIA, "caseload");
  await ask("cancel-interview", maria, { interviewId: mistaken.interview.id, reason: "Opened by mistake" });
  const dilip = app.clientId(DILIP);
  const { interview } = await app.start(DILIP, "lp-wfi");
  const doubt = { interviewId: interview.id, kind: "ftp", text: "Did not answer" } as const;
  const { doubts } = await ask("record-doubt", dilip, doubt);
  await app.granted("end-interview", { interviewId: interview.id, endAnyway: true });
  await ask("settle-doubt", dilip, { doubtId: doubts[0]?.id ?? "", outcome: "No sanction" });
}

async function betweenInterviews(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(DILIP);
  const itemId = itemAt(await app.plan(DILIP), 0).id;
  await ask("add-conversation", clientId, { clientId, text: "Rang", closesItemId: itemId });
  const check = await ask("set-workflow", clientId, { clientId, itemId, checkDate: "2012-04-30", note: "Rang" });
  await ask("finish-workflow", clientId, { workflowId: check.id, outcome: "Done" });
  const { forms } = await app.granted("issue-clerical-forms", { what: "filled", clientId });
  await ask("cancel-clerical-form", clientId, { formId: forms[0]?.id ?? "", reason: "Spoilt" });
}

async function ofParticipants(app: TrainingApp, ask: Ask): Promise<void> {
  const joe = makeReferred(app, JOE);
  await ask("add-interaction", joe, interactionWith(joe));
  const asked = { clientId: joe, askedOn: TODAY, form: "paper", note: "In large print" } as const;
  await ask("add-information-request", joe, asked);
  const clientId = app.clientId(AGNES);
  await readyToAgree(app, AGNES);
  const { reviews } = await agree(app, AGNES);
  const { id: reviewId = "", recordedAt = "" } = reviews[0] ?? {};
  const taken = { participantOn: TODAY, providerOn: null, means: null, text: "Going well" };
  await ask("record-plan-review", clientId, { clientId, reviewId, recordedAt, ...taken });
  const interval = { workingDays: 15, reason: "Prefers it", decidedOn: TODAY };
  await ask("set-review-interval", clientId, { clientId, ...interval });
  const alexandra = app.clientId(ALEXANDRA);
  const { itemId } = makeParticipant(app, ALEXANDRA);
  const opened = noDetails(itemId);
  const details = { ...opened, considered: "Large print" };
  await ask("save-activity-details", alexandra, { clientId: alexandra, itemId, opened, details });
  const { contentHash } = await app.granted("open-activity-details", { clientId: alexandra });
  const refused = { subject: "plan", party: "participant", manner: "refused", reason: "In a hurry" } as const;
  await ask("sign", alexandra, { clientId: alexandra, ...refused, contentHash: contentHash ?? "" });
}

describe("what is written in a dialog on a client", () => {
  test("goes with the save that is made of it, whichever request that is, and no other draft does", async () => {
    const app = openTraining();
    const { left, ask } = asking(app);
    await inInterviews(app, ask);
    await betweenInterviews(app, ask);
    await ofParticipants(app, ask);
    const names = (Object.keys(requests) as RequestName[]).filter((name) => {
      const { input } = requests[name];
      return input instanceof z.ZodObject && "savedDraft" in input.shape;
    });
    expect(left).toEqual(Object.fromEntries(names.map((name) => [name, [ANOTHER]])));
  });

  test("stays where the save is refused, where another window wrote it, and on another client", async () => {
    const app = openTraining();
    const clientId = makeReferred(app, JOE);
    await keep(app, clientId, "New interaction");
    await keep(app, app.clientId(MARIA), "New interaction");
    const savedDraft = { form: "New interaction", windows: ["window"] } as const;
    const interaction = interactionWith(clientId);
    await app.refused("add-interaction", {
      ...interaction,
      text: " ",
      savedDraft: { ...savedDraft, windows: ["window"] },
    });
    await app.granted("add-interaction", { ...interaction, savedDraft: { ...savedDraft, windows: ["other"] } });
    await app.granted("add-interaction", interaction);
    expect(await kept(app, clientId)).toEqual(["New interaction"]);
    await app.granted("add-interaction", { ...interaction, savedDraft: { ...savedDraft, windows: ["window"] } });
    expect([await kept(app, clientId), await kept(app, app.clientId(MARIA))]).toEqual([[], ["New interaction"]]);
  });

  test("is on the work list by its dialog's name, in what the client may see, and gone once the client is erased", async () => {
    const app = openTraining();
    const clientId = app.clientId(JOE);
    await keep(app, clientId, "DMA: an interview");
    const { groups } = await app.granted("work-list", { scope: "mine" });
    const rows = groups.find(({ group }) => group === "drafts")?.rows.map(({ clientId: of, what }) => ({ of, what }));
    expect(rows).toContainEqual({
      of: clientId,
      what: expect.stringMatching(/^Unsaved changes in DMA from .* were kept$/),
    });
    expect(JSON.stringify(await app.granted("subject-access", { clientId }))).toContain("Rang");
    await app.granted("erase-client", { clientId, reason: "request", ninoEnd: "001A" });
    expect(app.rows("SELECT * FROM record_draft WHERE form LIKE 'DMA%'")).toEqual([]);
  });

  test("is kept under its dialog alone, with what it is about", async () => {
    const app = openTraining();
    const clientId = app.clientId(JOE);
    const { adviser } = await app.granted("session", {});
    const content = { form: { Name: "Joe" }, before: {}, writtenIn: { window: "window", count: 1 } };
    for (const form of ["Sign", "Sign: plan", "Workflow: ", `Workflow: ${"x".repeat(101)}`]) {
      const input = { clientId, form: form as RecordDraftForm, content, adviserId: adviser.id };
      expect(await app.refused("keep-record-draft", input)).toMatchObject({ code: "invalid-request" });
    }
  });
});
