import { expect, test } from "vitest";
import { noDetails } from "../../../../shared/jets/activity-details.ts";
import { pastTheApplication } from "../store-hand.ts";
import { DILIP, itemAt, JOE, MARIA, openTraining, TODAY } from "../training-app.ts";
import { contentHashOf, makeParticipant } from "./participant-hand.ts";

test("4.05 an activity in detail is saved, with today for what is understood, and stands on after a restart", async () => {
  const app = openTraining();
  const { clientId, itemId } = makeParticipant(app, MARIA);
  const details = {
    ...noDetails(itemId),
    what: { text: "A one-page CV", understoodOn: "2012-04-01" },
    why: { text: "Employers see her recent work", understoodOn: null },
    considered: "CV form given in 18 point; met in the quiet room.",
    smart: { ...noDetails(itemId).smart, specific: "One page, three jobs named" },
  };
  const saved = await app.granted("save-activity-details", { clientId, itemId, opened: noDetails(itemId), details });
  expect(saved).toEqual({ ...details, what: { text: "A one-page CV", understoodOn: TODAY } });
  expect(app.events.at(-1)).toMatchObject({ event: "client-changed", clientId });
  const folder = app.folder;
  app.close();
  const again = openTraining({ dataFolder: folder });
  const { details: stored, contentHash } = await again.granted("open-activity-details", { clientId });
  expect({ stored, contentHash }).toEqual({ stored: [saved], contentHash: contentHashOf(again, MARIA) });
});

test("4.05 the participant's support needs are in view with the details", async () => {
  const app = openTraining();
  const { clientId } = makeParticipant(app, MARIA);
  const needs = "Reads large print, 18 point.";
  pastTheApplication(app, "UPDATE client_more SET support_needs = ? WHERE id = ?", needs, clientId);
  const opened = await app.granted("open-activity-details", { clientId });
  expect(opened).toEqual({
    details: [],
    supportNeeds: needs,
    contentHash: contentHashOf(app, MARIA),
    standings: [
      { party: "participant", state: "none", signature: null },
      { party: "provider", state: "none", signature: null },
    ],
    signatures: [],
  });
});

test("a client without a plan under a contract has no details and nothing to sign; one who is not there is not found", async () => {
  const app = openTraining();
  const opened = await app.granted("open-activity-details", { clientId: app.clientId(JOE) });
  expect(opened).toMatchObject({ details: [], contentHash: null, signatures: [] });
  expect(await app.refused("open-activity-details", { clientId: "none" })).toEqual({ code: "client-not-found" });
});

test("what another saved meanwhile is never written over", async () => {
  const app = openTraining();
  const { clientId, itemId } = makeParticipant(app, MARIA);
  const opened = noDetails(itemId);
  const first = await app.granted("save-activity-details", {
    ...{ clientId, itemId, opened },
    details: { ...opened, considered: "Large print" },
  });
  const second = { clientId, itemId, details: { ...opened, considered: "A quiet room" } };
  expect(await app.refused("save-activity-details", { ...second, opened })).toEqual({ code: "record-changed" });
  await app.granted("save-activity-details", { ...second, opened: first });
  const same = { ...second, opened: { ...first, considered: "A quiet room" } };
  expect(await app.refused("save-activity-details", same)).toEqual({ code: "nothing-to-save" });
});

test("only an open activity of the client's own plan under a contract has details", async () => {
  const app = openTraining();
  const { clientId, itemId } = makeParticipant(app, MARIA);
  const other = makeParticipant(app, DILIP);
  const details = { ...noDetails(itemId), considered: "Large print" };
  const save = { clientId, itemId, opened: noDetails(itemId), details };
  const lms = itemAt(await app.plan(MARIA), 1).id;
  for (const wrong of [{ itemId: lms }, { itemId: "none" }, { itemId: other.itemId }, { clientId: other.clientId }]) {
    expect(await app.refused("save-activity-details", { ...save, ...wrong })).toEqual({ code: "item-not-open" });
  }
  pastTheApplication(app, "UPDATE action_item SET date_closed = ? WHERE id = ?", TODAY, itemId);
  expect(await app.refused("save-activity-details", save)).toEqual({ code: "item-not-open" });
});

test("4.05 a text that is too long, or has double quotation marks, is refused", async () => {
  const app = openTraining();
  const { clientId, itemId } = makeParticipant(app, MARIA);
  const opened = noDetails(itemId);
  const refusalOf = (details: object) =>
    app.refused("save-activity-details", { clientId, itemId, opened, details: { ...opened, ...details } });
  expect(await refusalOf({ considered: "n".repeat(751) })).toEqual({
    code: "text-refused",
    field: "How this was considered",
    reason: { code: "text-too-long", limit: 750, over: 1 },
  });
  expect(await refusalOf({ what: { text: 'A "CV"', understoodOn: null } })).toEqual({
    code: "invalid-request",
    fields: ["details.what.text"],
  });
});
