import { expect, test } from "vitest";
import type { RequestInput, RequestName } from "../../../../shared/contract.ts";
import { noDetails } from "../../../../shared/jets/activity-details.ts";
import { courseRequests } from "../../../../shared/jets/course-requests.ts";
import { interactionRequests } from "../../../../shared/jets/interaction-requests.ts";
import { signingRequests } from "../../../../shared/jets/signing-requests.ts";
import { JOE, MARIA, openTraining, TODAY, type TrainingApp } from "../training-app.ts";
import { addPlan, agree, completeDetails, course, DATES, participate, sign } from "./full-plan.ts";
import { interactionWith, makeCopy, makeParticipant } from "./participants.ts";

/** What the clock says once it has moved back behind what was saved on TODAY. */
const MOVED_BACK = "2012-04-13";

/** What stands in the store when the clock moves back. */
interface Prepared {
  readonly clientId: string;
  readonly other: string;
  readonly interactionId: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly review: { readonly reviewId: string; readonly recordedAt: string };
  readonly version: number;
  readonly holidayId: string;
  readonly outageId: string;
}

/** A participant whose full plan is agreed, and another one whose contacts are recorded; then the clock moves back. */
async function afterTheClockMoved(): Promise<{ readonly app: TrainingApp; readonly prepared: Prepared }> {
  const first = openTraining();
  await participate(first, JOE);
  const itemId = addPlan(first, JOE);
  completeDetails(first, itemId);
  sign(first, JOE, "participant", { on: MOVED_BACK });
  sign(first, JOE, "provider", { on: MOVED_BACK });
  const { participant, reviews } = await agree(first, JOE, MOVED_BACK);
  const other = makeParticipant(first, MARIA);
  const happened = { ...interactionWith(other), happenedOn: "2012-04-12" };
  const { id: interactionId } = await first.granted("add-interaction", happened);
  const asked = { clientId: other, askedOn: "2012-04-12", form: "paper", note: "" } as const;
  const { id: requestId } = await first.granted("add-information-request", asked);
  makeCopy(first, other, { id: "copy", givenAt: `${MOVED_BACK}T10:00:00.000Z` });
  await first.granted("record-outage", { from: "2012-04-11", to: "2012-04-11", reason: "No power" });
  await first.granted("add-local-holiday", { date: "2012-05-21", name: "Victoria Day" });
  const { localHolidays, outages } = await first.granted("open-working-days", { year: 2012 });
  first.close();
  const app = openTraining({ dataFolder: first.folder, today: MOVED_BACK });
  const review = { reviewId: reviews[0]?.id ?? "", recordedAt: reviews[0]?.recordedAt ?? "" };
  const version = participant?.version ?? 0;
  const clientId = app.clientId(JOE);
  const ids = {
    clientId,
    other,
    interactionId,
    requestId,
    itemId,
    holidayId: localHolidays[0]?.id ?? "",
    outageId: outages[0]?.id ?? "",
  };
  return { app, prepared: { ...ids, review, version } };
}

/** Every act on a participant or on the working days, but signing and agreeing, which have tables of their own. */
const ACTS: { readonly [Name in RequestName]?: (prepared: Prepared) => RequestInput<Name> } = {
  "save-course-dates": ({ clientId, version }) => {
    const dates = { ...DATES, engagedOn: "2012-03-29" };
    return { clientId, contract: "jets-scotland", version, dates };
  },
  "set-preferred-means": ({ clientId, version }) => ({ clientId, version, means: "video" }),
  "set-review-interval": ({ clientId }) => {
    return { clientId, workingDays: 15, reason: "Prefers it", decidedOn: MOVED_BACK };
  },
  "record-plan-review": ({ clientId, review }) => {
    return { clientId, ...review, participantOn: MOVED_BACK, providerOn: null, means: null, text: "Going well" };
  },
  "save-activity-details": ({ clientId, itemId }) => {
    const opened = {
      ...noDetails(itemId),
      what: { text: "A CV", understoodOn: TODAY },
      why: { text: "For employers", understoodOn: TODAY },
      when: { text: "By May", understoodOn: TODAY },
      considered: "In large print",
      smart: { specific: "a", measurable: "b", achievable: "c", realistic: "d", timeBound: "e" },
    };
    return { clientId, itemId, opened, details: { ...opened, considered: "In 18 point" } };
  },
  "add-interaction": ({ other }) => ({ ...interactionWith(other), happenedOn: MOVED_BACK }),
  "begin-attachment": ({ interactionId }) => ({ interactionId, name: "note.txt", bytes: 4 }),
  "add-information-request": ({ other }) => ({ clientId: other, askedOn: MOVED_BACK, form: "paper", note: "" }),
  "answer-information-request": ({ requestId }) => ({ requestId, printId: "copy" }),
  "add-local-holiday": () => ({ date: "2012-05-22", name: "Fair" }),
  "remove-local-holiday": ({ holidayId }) => ({ holidayId }),
  "take-back-outage": ({ outageId }) => ({ outageId, reason: "By mistake" }),
  "record-outage": () => ({ from: "2012-04-12", to: MOVED_BACK, reason: "No power" }),
};

test.each(Object.entries(ACTS))(
  "DT-2 with the clock before the newest record '%s' waits for a confirmation",
  async (name, act) => {
    const { app, prepared } = await afterTheClockMoved();
    const input = (act as (prepared: Prepared) => object)(prepared);
    const refusal = await app.refused(name as RequestName, input as never);
    expect(refusal).toEqual({ code: "clock-moved-back", newest: TODAY, today: MOVED_BACK });
    await app.granted(name as RequestName, { ...input, isClockConfirmed: true } as never);
  },
);

test("DT-2 what is wrong anyway is said before the clock is asked about", async () => {
  const { app, prepared } = await afterTheClockMoved();
  const interaction = { ...interactionWith(prepared.other), happenedOn: MOVED_BACK, text: "" };
  expect(await app.refused("add-interaction", interaction)).toMatchObject({ code: "interaction-refused" });
  const stale = { clientId: prepared.clientId, version: 1, means: null };
  expect(await app.refused("set-preferred-means", stale)).toMatchObject({ code: "course-refused" });
});

test("DT-2 every request that records something on a participant can confirm the clock", () => {
  const confirming = Object.entries({ ...courseRequests, ...interactionRequests, ...signingRequests })
    .filter(([, { input }]) => "isClockConfirmed" in input.shape)
    .map(([name]) => name);
  expect(confirming.sort()).toEqual(["agree-full-plan", "sign", ...Object.keys(ACTS)].sort());
});

test("DT-2 on the day of the newest record nothing is asked", async () => {
  const app = openTraining();
  await participate(app, JOE);
  expect(await course(app, JOE)).toMatchObject({ participant: { version: 1 } });
});
