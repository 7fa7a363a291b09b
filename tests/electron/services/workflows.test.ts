import { describe, expect, test } from "vitest";
import { amending, DILIP, itemAt, MARIA, openTraining, reviewing, TODAY, type TrainingApp } from "./training-app.ts";

async function mariasOpenItem(app: TrainingApp) {
  return { clientId: app.clientId(MARIA), item: itemAt(await app.plan(MARIA), 1) };
}

describe("a workflow on an item (¶65)", () => {
  test("is set with its date and note, shows with the plan, and every window of the client hears of it", async () => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const set = await app.granted("set-workflow", {
      clientId,
      itemId: item.id,
      checkDate: item.targetDate,
      note: "Ring the college.",
    });
    expect(set).toMatchObject({
      itemId: item.id,
      checkDate: item.targetDate,
      note: "Ring the college.",
      setBy: "B Johns",
    });
    expect((await app.window(MARIA)).workflows).toEqual([set]);
    expect(app.events.filter(({ event }) => event === "client-changed")).toMatchObject([{ clientId }]);
  });

  test("that waits is changed, not set a second time", async () => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const check = { clientId, itemId: item.id, checkDate: "2012-04-20", note: "" };
    const first = await app.granted("set-workflow", check);
    const second = await app.granted("set-workflow", { ...check, checkDate: "2012-04-23", note: "Later" });
    expect(second).toEqual({ ...first, checkDate: "2012-04-23", note: "Later" });
    expect((await app.window(MARIA)).workflows).toEqual([second]);
  });

  test("that is done is listed no more, keeps what came of it, and another can be set", async () => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const check = { clientId, itemId: item.id, checkDate: "2012-04-20", note: "" };
    const first = await app.granted("set-workflow", check);
    await app.granted("finish-workflow", { workflowId: first.id, outcome: "She starts in May." });
    expect((await app.window(MARIA)).workflows).toEqual([]);
    expect(app.rows("SELECT outcome, done_by IS NOT NULL AS done FROM workflow WHERE id = ?", first.id)).toEqual([
      { outcome: "She starts in May.", done: 1 },
    ]);
    const refused = await app.refused("finish-workflow", { workflowId: first.id, outcome: "Again" });
    expect(refused).toEqual({ code: "workflow-not-found" });
    const second = await app.granted("set-workflow", check);
    expect(second.id).not.toBe(first.id);
  });

  test("outlives the closing of its item until it is marked done, but cannot be changed any more", async () => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const check = { clientId, itemId: item.id, checkDate: "2012-04-20", note: "Ring the college." };
    const set = await app.granted("set-workflow", check);
    const started = await app.start(MARIA);
    await app.save(MARIA, { ...amending(item, { dateClosed: TODAY }), ...reviewing(item) });
    await app.printAndHandOver(MARIA);
    await app.end(started);
    expect((await app.window(MARIA)).workflows).toEqual([set]);
    expect(await app.refused("set-workflow", check)).toEqual({ code: "item-not-open" });
    await app.granted("finish-workflow", { workflowId: set.id, outcome: "Closed in the interview." });
  });

  test("carries the interview in which it was set", async () => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const { interview } = await app.start(MARIA);
    await app.granted("set-workflow", { clientId, itemId: item.id, checkDate: "2012-04-20", note: "" });
    expect(app.rows("SELECT interview_id AS id FROM audit WHERE action = 'set-workflow'")).toEqual([
      { id: interview.id },
    ]);
  });
});

describe("what a workflow may hold", () => {
  const LIMIT = 750;
  test.each([
    { what: "no note", note: "", stored: "" },
    { what: "a note of white space", note: "  \n", stored: "" },
    { what: "a note as long as fits", note: "é".repeat(LIMIT), stored: "é".repeat(LIMIT) },
    { what: "decomposed letters", note: "e\u0301", stored: "é" },
  ])("$what is kept", async ({ note, stored }) => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const set = await app.granted("set-workflow", { clientId, itemId: item.id, checkDate: "2012-04-20", note });
    expect(set.note).toBe(stored);
  });

  test.each([
    {
      what: "a note that is too long",
      fields: { note: "a".repeat(LIMIT + 1) },
      error: { code: "text-refused", reason: { code: "text-too-long", limit: LIMIT, over: 1 } },
    },
    { what: "an item that is not there", fields: { itemId: "nothing" }, error: { code: "item-not-open" } },
    { what: "a date that is none", fields: { checkDate: "2012-02-30" }, error: { code: "invalid-request" } },
    { what: "double quotation marks", fields: { note: '"yes"' }, error: { code: "invalid-request" } },
  ])("$what is refused, and nothing is written", async ({ fields, error }) => {
    const app = openTraining();
    const { clientId, item } = await mariasOpenItem(app);
    const check = { clientId, itemId: item.id, checkDate: "2012-04-20", note: "", ...fields };
    expect(await app.refused("set-workflow", check)).toMatchObject(error);
  });

  test("an item that is closed, or another client's, is refused", async () => {
    const app = openTraining();
    const { clientId } = await mariasOpenItem(app);
    const closed = itemAt(await app.plan(MARIA), 0);
    const elsewhere = itemAt(await app.plan(DILIP), 0);
    for (const { id: itemId } of [closed, elsewhere]) {
      const check = { clientId, itemId, checkDate: "2012-04-20", note: "" };
      expect(await app.refused("set-workflow", check)).toEqual({ code: "item-not-open" });
    }
  });

  test.each([
    { outcome: "", reason: { code: "text-missing" } },
    { outcome: " \n ", reason: { code: "text-missing" } },
    { outcome: "a".repeat(LIMIT + 1), reason: { code: "text-too-long", limit: LIMIT, over: 1 } },
  ])("what came of it is mandatory and fits: $reason.code", async ({ outcome, reason }) => {
    const app = openTraining();
    const [set] = (await app.window(DILIP)).workflows;
    const error = await app.refused("finish-workflow", { workflowId: set?.id ?? "", outcome });
    expect(error).toEqual({ code: "text-refused", field: "What came of it", reason });
  });
});
