import { describe, expect, test } from "vitest";
import { pastTheApplication } from "../store-hand.ts";
import { expectCode, JOE, MARIA, openTraining, TODAY } from "../training-app.ts";
import { interactionWith, makeCopy, makeParticipant } from "./participants.ts";

describe("4.05 evidence of all interactions", () => {
  test("an interaction is dated, named, and unsigned at first; every window of the participant hears of it", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    const added = await app.granted("add-interaction", interactionWith(clientId));
    expect(added).toMatchObject({
      ...interactionWith(clientId),
      recordedBy: "B Johns",
      signatures: [],
      attachments: [],
    });
    expect(await app.granted("list-interactions", { clientId })).toMatchObject({
      client: { nino: JOE },
      preferredMeans: "telephone",
      referredOn: "2012-03-26",
      interactions: [added],
    });
    expect(app.events.filter(({ event }) => event === "client-changed")).toMatchObject([{ clientId }]);
  });

  test("the newest day stands first, whenever it was recorded", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    for (const happenedOn of ["2012-04-12", "2012-04-16", "2012-03-30"]) {
      await app.granted("add-interaction", { ...interactionWith(clientId), happenedOn });
    }
    const { interactions } = await app.granted("list-interactions", { clientId });
    expect(interactions.map(({ happenedOn }) => happenedOn)).toEqual(["2012-04-16", "2012-04-12", "2012-03-30"]);
  });

  test("it shows who signed it, or why it is not signed", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    const { id } = await app.granted("add-interaction", interactionWith(clientId));
    pastTheApplication(
      app,
      `INSERT INTO signature (id, client_id, subject, interaction_id, party, manner, name, signed_on, reason,
         content_hash, recorded_at, recorded_by)
       SELECT 's', ?, 'interaction', ?, 'participant', 'refused', 'Joe Bloggs', ?, 'Would rather not', '', ?, id
       FROM adviser LIMIT 1`,
      ...[clientId, id, TODAY, "2012-04-16T09:00:00.000Z"],
    );
    const { interactions } = await app.granted("list-interactions", { clientId });
    expect(interactions[0]?.signatures).toMatchObject([{ id: "s", party: "participant", manner: "refused" }]);
  });

  test("the rules are enforced where it is written, all at once, and nothing is kept", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    const input = { ...interactionWith(clientId), happenedOn: "2012-03-25", kind: "letter" as const, text: " " };
    const refused = expectCode(await app.refused("add-interaction", input), "interaction-refused");
    expect(refused.problems.map(({ field, reason }) => [field, reason.code])).toEqual([
      ["Date", "before-referral"],
      ["By what means", "written"],
      ["What happened", "missing"],
    ]);
    const quoted = { ...interactionWith(clientId), text: 'Said "no"' };
    expect(await app.refused("add-interaction", quoted)).toMatchObject({ code: "invalid-request" });
  });

  test("AP-9 its text is kept composed, without control characters", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    const added = await app.granted("add-interaction", {
      ...interactionWith(clientId),
      text: "Zoe\u0308\u0000\r\nrang",
    });
    expect(added.text).toBe("Zoë\nrang");
    const { interactions } = await app.granted("list-interactions", { clientId });
    expect(interactions[0]?.text).toBe("Zoë\nrang");
  });

  test("it is of a participant alone", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const problems = [{ field: null, reason: { code: "not-a-participant" } }];
    expect(await app.refused("list-interactions", { clientId })).toEqual({ code: "interaction-refused", problems });
    expect(await app.refused("add-interaction", interactionWith(clientId))).toEqual({
      code: "interaction-refused",
      problems,
    });
    expect(await app.refused("list-interactions", { clientId: "nobody" })).toEqual({ code: "client-not-found" });
  });

  test("no request changes or deletes one", async () => {
    const app = openTraining();
    const clientId = makeParticipant(app, JOE);
    await app.granted("add-interaction", interactionWith(clientId));
    const before = app.rows("SELECT * FROM interaction");
    await app.granted("add-interaction", { ...interactionWith(clientId), text: "Later" });
    expect(app.rows("SELECT * FROM interaction WHERE text <> 'Later'")).toEqual(before);
  });
});

describe("4.07 available on request", () => {
  async function asked(app: ReturnType<typeof openTraining>, askedOn = "2012-04-12") {
    const clientId = makeParticipant(app, JOE);
    const input = { clientId, askedOn, form: "paper" as const, note: "In 18 point" };
    return app.granted("add-information-request", input);
  }

  test("a request is logged with the form preferred, and is open until a copy is given", async () => {
    const app = openTraining();
    const request = await asked(app);
    expect(request).toMatchObject({ form: "paper", note: "In 18 point", recordedBy: "B Johns", answer: null });
    const { requests } = await app.granted("list-information-requests", { clientId: request.clientId });
    expect(requests).toEqual([request]);
  });

  test("the copy that was given answers it, on the day on which it was given", async () => {
    const app = openTraining();
    const request = await asked(app);
    makeCopy(app, request.clientId, { id: "copy", givenAt: "2012-04-13T15:00:00.000Z" });
    const answered = await app.granted("answer-information-request", { requestId: request.id, printId: "copy" });
    expect(answered).toEqual({
      ...request,
      answer: { answeredOn: "2012-04-13", answeredBy: "B Johns", printId: "copy" },
    });
    const { requests } = await app.granted("list-information-requests", { clientId: request.clientId });
    expect(requests).toEqual([answered]);
  });

  test.each([
    ["is not given yet", { id: "copy", givenAt: null }, { code: "copy-not-given" }],
    [
      "was given the day before",
      { id: "copy", givenAt: "2012-04-11T15:00:00.000Z" },
      { code: "copy-before-request", askedOn: "2012-04-12" },
    ],
    [
      "is of the Labour Market System's plan",
      { id: "copy", givenAt: "2012-04-16T15:00:00.000Z", kind: "lms" as const },
      { code: "copy-of-another-plan" },
    ],
  ])("a copy that %s does not answer it", async (_, copy, reason) => {
    const app = openTraining();
    const { id: requestId, clientId } = await asked(app);
    makeCopy(app, clientId, copy);
    expect(await app.refused("answer-information-request", { requestId, printId: "copy" })).toEqual({
      code: "interaction-refused",
      problems: [{ field: null, reason }],
    });
  });

  test("another participant's copy does not answer it, nor is it answered twice", async () => {
    const app = openTraining();
    const { id: requestId, clientId } = await asked(app);
    const givenAt = "2012-04-16T09:00:00.000Z";
    makeCopy(app, makeParticipant(app, MARIA), { id: "hers", givenAt });
    const another = { field: null, reason: { code: "copy-of-another-plan" } };
    expect(await app.refused("answer-information-request", { requestId, printId: "hers" })).toEqual({
      code: "interaction-refused",
      problems: [another],
    });
    makeCopy(app, clientId, { id: "copy", givenAt });
    await app.granted("answer-information-request", { requestId, printId: "copy" });
    expect(await app.refused("answer-information-request", { requestId, printId: "copy" })).toEqual({
      code: "interaction-refused",
      problems: [{ field: null, reason: { code: "already-answered", answeredOn: "2012-04-16" } }],
    });
    expect(await app.refused("answer-information-request", { requestId, printId: "none" })).toMatchObject({
      problems: [{ reason: { code: "already-answered" } }],
    });
    expect(await app.refused("answer-information-request", { requestId: "none", printId: "copy" })).toMatchObject({
      problems: [{ reason: { code: "request-not-found" } }],
    });
  });

  test("it is of a participant alone, and asked for by today", async () => {
    const app = openTraining();
    const input = { askedOn: "2012-04-17", form: "paper" as const, note: "" };
    expect(await app.refused("add-information-request", { ...input, clientId: app.clientId(MARIA) })).toMatchObject({
      problems: [{ reason: { code: "not-a-participant" } }],
    });
    expect(
      await app.refused("add-information-request", { ...input, clientId: makeParticipant(app, JOE) }),
    ).toMatchObject({ problems: [{ field: "Asked on", reason: { code: "future" } }] });
  });
});
