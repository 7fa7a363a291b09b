import { expect, test } from "vitest";
import { interactionContentHash } from "../../../../electron/services/jets/interaction-content-hash.ts";
import type { RequestInput } from "../../../../shared/contract.ts";
import { noDetails } from "../../../../shared/jets/activity-details.ts";
import type { Strokes } from "../../../../shared/jets/signature.ts";
import { pastTheApplication } from "../store-hand.ts";
import { expectCode, JOE, MARIA, momentLater, openTraining, TODAY, type TrainingApp } from "../training-app.ts";
import { addInteraction, amendActivity, contentHashOf, makeParticipant } from "./participant-hand.ts";

type Sign = RequestInput<"sign">;

const INK: Strokes = [
  [
    [6, 20],
    [40.5, 10],
    [90, 30],
  ],
  [
    [100, 12],
    [140, 40],
  ],
];

/** A request to sign Maria's plan as it stands now. */
function onPlanOf(app: TrainingApp, fields: Partial<Sign>): Sign {
  return {
    ...{ clientId: app.clientId(MARIA), subject: "plan", party: "participant", manner: "drawn" },
    contentHash: contentHashOf(app, MARIA),
    ...fields,
  };
}

async function problemsOf(app: TrainingApp, input: Sign): Promise<unknown> {
  const { problems } = expectCode(await app.refused("sign", input), "signature-refused");
  return problems;
}

/** How many signatures there are besides those of the caseload. */
const count = (app: TrainingApp) =>
  app.rows<{ count: number }>(
    "SELECT COUNT(*) AS count FROM signature WHERE client_id <> (SELECT id FROM client WHERE nino = 'QQ100006A')",
  )[0]?.count;

test("4.05 a drawn signature stands as it was drawn, after a restart too", async () => {
  const app = openTraining();
  const { clientId } = makeParticipant(app, MARIA);
  const contentHash = contentHashOf(app, MARIA);
  const signed = await app.granted("sign", onPlanOf(app, { strokes: INK }));
  expect(signed).toMatchObject({
    manner: "drawn",
    name: "Maria Gallagher",
    strokes: INK,
    signedOn: TODAY,
    planVersion: 1,
  });
  expect(app.events.at(-1)).toMatchObject({ event: "client-changed", clientId });
  const { folder } = app;
  app.close();
  const again = openTraining({ dataFolder: folder });
  const { standings, signatures } = await again.granted("open-activity-details", { clientId });
  expect(signatures).toEqual([{ ...signed, contentHash }]);
  expect(standings).toEqual([
    { party: "participant", state: "signed", signature: signed },
    { party: "provider", state: "none", signature: null },
  ]);
});

test("4.05 a plan that changes after it was signed shows it as signed for an earlier version, until it is signed again", async () => {
  const app = openTraining();
  const made = makeParticipant(app, MARIA);
  const stateOf = async () =>
    (await app.granted("open-activity-details", { clientId: made.clientId })).standings.map(({ state }) => state);
  await app.granted("sign", onPlanOf(app, { manner: "typed", name: "Maria Gallagher", isConfirmed: true }));
  await app.granted("sign", onPlanOf(app, { manner: "paper", party: "provider", signedOn: "2012-04-10" }));
  expect(await stateOf()).toEqual(["signed", "signed"]);
  amendActivity(app, made, "Write a two-page CV");
  expect(await stateOf()).toEqual(["signed-earlier", "signed-earlier"]);
  await momentLater();
  await app.granted("sign", onPlanOf(app, { strokes: INK }));
  expect(await stateOf()).toEqual(["signed", "signed-earlier"]);
  // Nothing that was signed is changed by it.
  expect(count(app)).toBe(3);
  const opened = noDetails(made.itemId);
  const details = { ...opened, what: { text: "A CV of two pages", understoodOn: null } };
  await app.granted("save-activity-details", { clientId: made.clientId, itemId: made.itemId, opened, details });
  expect(await stateOf()).toEqual(["signed-earlier", "signed-earlier"]);
});

test("4.05 refused and could not sign without a reason are not saved; with one they are", async () => {
  const app = openTraining();
  makeParticipant(app, MARIA);
  for (const manner of ["refused", "could-not"] as const) {
    expect(await problemsOf(app, onPlanOf(app, { manner }))).toEqual([
      { field: "Reason", reason: { code: "missing" } },
    ]);
    expect(await problemsOf(app, onPlanOf(app, { manner, reason: " \n" }))).toHaveLength(1);
  }
  expect(count(app)).toBe(0);
  const refused = await app.granted("sign", onPlanOf(app, { manner: "refused", reason: "Wants to think it over" }));
  expect(refused).toMatchObject({
    manner: "refused",
    reason: "Wants to think it over",
    annotation: null,
    strokes: null,
  });
});

test("4.04 an annotation is refused at the contract outside its dates, and is the reason inside them", async () => {
  const app = openTraining();
  makeParticipant(app, MARIA);
  const annotated = { manner: "could-not", annotation: "covid-19" } as const;
  expect(await problemsOf(app, onPlanOf(app, annotated))).toEqual([
    {
      field: "Annotation",
      reason: { code: "annotation-not-in-use", words: "COVID-19", firstDay: "2020-03-24", lastDay: "2022-04-30" },
    },
  ]);
  const { folder } = app;
  app.close();
  const later = openTraining({ dataFolder: folder, today: "2021-05-10" });
  expect(await later.granted("sign", onPlanOf(later, annotated))).toMatchObject({
    ...annotated,
    reason: "",
    signedOn: "2021-05-10",
  });
  expect(await problemsOf(later, onPlanOf(later, { ...annotated, annotation: "flood" }))).toHaveLength(1);
});

test("4.05 what is signed is what the window showed, or it is not signed", async () => {
  const app = openTraining();
  const made = makeParticipant(app, MARIA);
  const shown = onPlanOf(app, { strokes: INK });
  amendActivity(app, made, "Write another CV");
  expect(await problemsOf(app, shown)).toEqual([{ field: null, reason: { code: "changed-meanwhile" } }]);
  expect(count(app)).toBe(0);
});

test("4.05 the provider signs under the signed-in adviser's name only", async () => {
  const app = openTraining();
  makeParticipant(app, MARIA);
  const typed = { party: "provider", manner: "typed", isConfirmed: true } as const;
  const { adviser } = await app.granted("session", {});
  expect(await problemsOf(app, onPlanOf(app, { ...typed, name: "H Whitlock" }))).toEqual([
    { field: "Name", reason: { code: "not-the-adviser", adviserName: adviser.name } },
  ]);
  const signed = await app.granted("sign", onPlanOf(app, { ...typed, name: adviser.name.toLowerCase() }));
  expect(signed).toMatchObject({ name: adviser.name, recordedBy: adviser.name });
});

test("4.05 a dot, a drawing beside its box, a day before the plan and a name nobody confirmed are refused", async () => {
  const app = openTraining();
  makeParticipant(app, MARIA);
  expect(await problemsOf(app, onPlanOf(app, { strokes: [[[20, 20]]] }))).toEqual([
    { field: "Signature", reason: { code: "no-ink" } },
  ]);
  expect(
    await app.refused(
      "sign",
      onPlanOf(app, {
        strokes: [
          [
            [301, 20],
            [3, 4],
          ],
        ],
      }),
    ),
  ).toEqual({
    code: "invalid-request",
    fields: ["strokes.0.0.0"],
  });
  expect(await problemsOf(app, onPlanOf(app, { manner: "paper", signedOn: "2012-04-03" }))).toEqual([
    { field: "Date signed", reason: { code: "too-early", earliest: "2012-04-04" } },
  ]);
  expect(await problemsOf(app, onPlanOf(app, { manner: "typed", name: "Maria" }))).toEqual([
    { field: "Confirmation", reason: { code: "not-confirmed" } },
  ]);
  expect(count(app)).toBe(0);
});

test("only a participant with a plan signs", async () => {
  const app = openTraining();
  const input = { subject: "plan", party: "participant", manner: "drawn", strokes: INK, contentHash: "" } as const;
  expect(await problemsOf(app, { clientId: app.clientId(JOE), ...input })).toEqual([
    { field: null, reason: { code: "not-a-participant" } },
  ]);
  expect(await app.refused("sign", { clientId: "none", ...input })).toEqual({ code: "client-not-found" });
  const { clientId } = makeParticipant(app, JOE);
  pastTheApplication(app, "DELETE FROM action_item WHERE plan_id = ?", `plan-${clientId}`);
  pastTheApplication(app, "DELETE FROM plan WHERE id = ?", `plan-${clientId}`);
  expect(await app.refused("sign", { clientId, ...input })).toEqual({ code: "plan-not-found" });
});

test("4.05 an interaction is signed by itself, and leaves the plan unsigned", async () => {
  const app = openTraining();
  const made = makeParticipant(app, MARIA);
  const interactionId = addInteraction(app, made);
  const contentHash = interactionContentHash({
    ...{ id: interactionId, clientId: made.clientId, happenedOn: TODAY, kind: "appointment", means: "face-to-face" },
    ...{ text: "Went through the CV", attachments: [] },
  });
  const input = { ...onPlanOf(app, { strokes: INK }), subject: "interaction", interactionId, contentHash } as const;
  expect(await app.granted("sign", input)).toMatchObject({ subject: "interaction", interactionId, planVersion: null });
  const { standings } = await app.granted("open-activity-details", { clientId: made.clientId });
  expect(standings.map(({ state }) => state)).toEqual(["none", "none"]);
  expect(await problemsOf(app, { ...input, interactionId: "another" })).toEqual([
    { field: null, reason: { code: "interaction-not-found" } },
  ]);
  expect(await problemsOf(app, { ...input, interactionId: null })).toHaveLength(1);
  const misplaced = onPlanOf(app, { strokes: INK, interactionId });
  expect(await problemsOf(app, misplaced)).toEqual([{ field: "Interaction", reason: { code: "not-in-this-manner" } }]);
});

test("DT-2 with the clock before the newest record nothing is signed until that is confirmed", async () => {
  const first = openTraining();
  makeParticipant(first, MARIA);
  await first.granted("sign", onPlanOf(first, { strokes: INK }));
  const { folder } = first;
  first.close();
  const app = openTraining({ dataFolder: folder, today: "2012-04-13" });
  const entry = onPlanOf(app, { manner: "refused", reason: "Wants to think it over" });
  expect(await app.refused("sign", entry)).toEqual({ code: "clock-moved-back", newest: TODAY, today: "2012-04-13" });
  expect(await app.granted("sign", { ...entry, isClockConfirmed: true })).toMatchObject({ signedOn: "2012-04-13" });
});
