import { describe, expect, test } from "vitest";
import { amending, DILIP, itemAt, MARIA, momentLater, openTraining, reviewing, TODAY } from "./training-app.ts";

describe("a conversation", () => {
  test("is dated and signed, stands first from then on, and every window of the client hears of it", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const before = await app.granted("list-conversations", { clientId });
    const added = await app.granted("add-conversation", { clientId, text: "Rang Maria.", closesItemId: null });
    expect(added).toMatchObject({ text: "Rang Maria.", createdBy: "B Johns", interviewId: null, closesItemId: null });
    const after = await app.granted("list-conversations", { clientId });
    expect(after).toEqual({ ...before, conversations: [added, ...before.conversations] });
    expect(app.events.filter(({ event }) => event === "client-changed")).toMatchObject([{ clientId }]);
  });

  test.each([true, false])("says whether it was held by telephone: %s", async (isByTelephone) => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const open = itemAt(await app.plan(MARIA), 1);
    const note = { clientId, text: "Rang.", closesItemId: open.id, isByTelephone };
    const added = await app.granted("add-conversation", note);
    const { conversations } = await app.granted("list-conversations", { clientId });
    await momentLater();
    const { closeNotes } = await app.start(MARIA);
    expect([added, conversations[0], closeNotes.at(-1)].map((one) => one?.isByTelephone)).toEqual(
      Array.from({ length: 3 }, () => isByTelephone),
    );
  });

  test("written in an interview carries it", async () => {
    const app = openTraining();
    const { interview } = await app.start(MARIA);
    const clientId = app.clientId(MARIA);
    const added = await app.granted("add-conversation", { clientId, text: "Said in passing.", closesItemId: null });
    expect(added.interviewId).toBe(interview.id);
    expect(app.rows("SELECT interview_id AS id FROM audit WHERE action = 'add-conversation'")).toEqual([
      { id: interview.id },
    ]);
  });

  test("shows on the client's page with the newest four, and how many there are", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    for (const text of ["One", "Two", "Three"]) {
      await momentLater();
      await app.granted("add-conversation", { clientId, text, closesItemId: null });
    }
    const page = await app.granted("open-client", { clientId });
    const { conversations } = await app.granted("list-conversations", { clientId });
    expect(page.conversations).toEqual(conversations.slice(0, 4));
    expect(page.conversations.map(({ text }) => text).slice(0, 3)).toEqual(["Three", "Two", "One"]);
    expect(page.conversationCount).toBe(conversations.length);
  });

  test("reading them leaves a line in the audit", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    await app.granted("list-conversations", { clientId });
    expect(app.rows("SELECT kind, client_id FROM audit WHERE action = 'list-conversations'")).toEqual([
      { kind: "read", client_id: clientId },
    ]);
  });

  test("can be written by no request but the one that adds", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const before = app.rows("SELECT * FROM conversation ORDER BY id");
    await app.granted("add-conversation", { clientId, text: "Later.", closesItemId: null });
    const after = app.rows<{ text: string }>("SELECT * FROM conversation ORDER BY id");
    expect(after.filter(({ text }) => text !== "Later.")).toEqual(before);
  });
});

describe("TX-2 TX-3 AP-9 what may be written", () => {
  const LIMIT = 2_000;
  test.each([
    { what: "the limit", text: "a".repeat(LIMIT), stored: "a".repeat(LIMIT) },
    { what: "the limit in signs of several code points", text: "👩‍👧".repeat(LIMIT), stored: "👩‍👧".repeat(LIMIT) },
    { what: "line ends of every kind", text: "one\r\ntwo\rthree", stored: "one\ntwo\nthree" },
    { what: "control characters", text: "a\u0007b", stored: "ab" },
    { what: "single quotes", text: "'yes'", stored: "'yes'" },
  ])("$what is kept", async ({ text, stored }) => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const added = await app.granted("add-conversation", { clientId, text, closesItemId: null });
    expect(added.text).toBe(stored);
  });

  test.each([
    {
      what: "one more than the limit",
      text: "a".repeat(LIMIT + 1),
      error: { code: "text-refused", field: "Conversation", reason: { code: "text-too-long", limit: LIMIT, over: 1 } },
    },
    {
      what: "white space",
      text: " \n\t ",
      error: { code: "text-refused", field: "Conversation", reason: { code: "text-missing" } },
    },
    { what: "a double quotation mark", text: "He said “yes”", error: { code: "invalid-request" } },
  ])("$what is refused, and nothing is written", async ({ text, error }) => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    expect(await app.refused("add-conversation", { clientId, text, closesItemId: null })).toMatchObject(error);
  });

  test("nothing is kept on a client who is not there", async () => {
    const app = openTraining();
    const refused = { code: "client-not-found" };
    expect(await app.refused("add-conversation", { clientId: "nobody", text: "Hm", closesItemId: null })).toEqual(
      refused,
    );
    expect(await app.refused("list-conversations", { clientId: "nobody" })).toEqual(refused);
  });
});

describe("AI-5 a note to close at the next interview", () => {
  test("names an open item of this client and no other", async () => {
    const app = openTraining();
    const [closed, open] = [itemAt(await app.plan(MARIA), 0), itemAt(await app.plan(MARIA), 1)];
    const elsewhere = itemAt(await app.plan(DILIP), 0);
    const clientId = app.clientId(MARIA);
    const note = { clientId, text: "It is done." };
    const added = await app.granted("add-conversation", { ...note, closesItemId: open.id });
    expect(added.closesItemId).toBe(open.id);
    for (const closesItemId of [closed.id, elsewhere.id, "no-such-item"]) {
      expect(await app.refused("add-conversation", { ...note, closesItemId })).toEqual({ code: "item-not-open" });
    }
  });

  test("appears when the next interview starts and as long as its item is open, not for one written in it", async () => {
    const app = openTraining();
    const open = itemAt(await app.plan(MARIA), 1);
    const clientId = app.clientId(MARIA);
    const started = await app.start(MARIA);
    const [note, ...others] = started.closeNotes;
    expect(others).toEqual([]);
    expect(note).toMatchObject({ itemId: open.id, itemText: open.text, createdBy: "B Johns" });
    await momentLater();
    await app.granted("add-conversation", { clientId, text: "In the interview", closesItemId: open.id });
    expect((await app.window(MARIA)).openInterview?.closeNotes).toEqual([note]);
    await app.save(MARIA, { ...amending(open, { dateClosed: TODAY }), ...reviewing(open) });
    expect((await app.window(MARIA)).openInterview?.closeNotes).toEqual([]);
  });

  test("comes back at the interview after, while its item stays open", async () => {
    const app = openTraining();
    const open = itemAt(await app.plan(MARIA), 1);
    const clientId = app.clientId(MARIA);
    const first = await app.start(MARIA);
    await momentLater();
    const second = await app.granted("add-conversation", { clientId, text: "Said in it", closesItemId: open.id });
    await app.end(first, true);
    await momentLater();
    const next = await app.start(MARIA);
    expect(next.closeNotes.map(({ conversationId }) => conversationId)).toEqual([
      first.closeNotes[0]?.conversationId,
      second.id,
    ]);
  });
});
