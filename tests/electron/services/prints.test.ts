import { expect, test } from "vitest";
import { aNewItem, DILIP, JOE, openTraining } from "./training-app.ts";

test("a print answers the document's bytes and becomes the plan's print once it is handed over", async () => {
  const app = openTraining();
  const clientId = app.clientId(DILIP);
  const print = await app.granted("make-print", { clientId, option: "all-reviews", style: "standard" });
  expect(print).toEqual({
    printId: expect.any(String),
    fileName: expect.stringMatching(/^Action Plan [0-9A-F]{6}\.pdf$/),
    pages: expect.any(Number),
    document: expect.stringMatching(/^JVBERi/),
  });
  expect((await app.plan(DILIP)).printedAt).toBeNull();
  await app.granted("hand-over-print", { printId: print.printId });
  const plan = await app.plan(DILIP);
  expect(app.rows("SELECT plan_version, option, style, handed_over_at FROM print")).toEqual([
    { plan_version: plan.version, option: "all-reviews", style: "standard", handed_over_at: plan.printedAt },
  ]);
  expect(app.events).toEqual([{ event: "plan-changed", clientId, version: plan.version }]);
  const saved = await app.save(DILIP, { newItems: [aNewItem()] });
  expect(saved.printedAt).toBeNull();
});

test("a file name carries nothing of the client", async () => {
  const app = openTraining();
  const clientId = app.clientId(DILIP);
  const { fileName } = await app.granted("make-print", { clientId, option: "open", style: "new-deal" });
  expect(fileName).not.toMatch(/Rao|Dilip|QQ|100003/);
});

test("a client without a plan, an unknown client and an unknown print are refused", async () => {
  const app = openTraining();
  const print = { option: "open", style: "standard" } as const;
  expect(await app.refused("make-print", { clientId: app.clientId(JOE), ...print })).toEqual({
    code: "plan-not-found",
  });
  expect(await app.refused("make-print", { clientId: "nobody", ...print })).toEqual({ code: "client-not-found" });
  expect(await app.refused("hand-over-print", { printId: "none" })).toEqual({ code: "print-not-found" });
});
