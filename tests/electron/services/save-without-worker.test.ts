import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { errorMessage } from "../../../shared/messages.ts";
import { aNewItem, DILIP, openTraining, type TrainingApp } from "./training-app.ts";

/** Long, and of words that no check has met: it goes to the worker, and keeps it busy for a while. */
const TEXT = "Ask the nursry for a place. ".repeat(25).trim();
const ITEM = { ...aNewItem(), text: TEXT };

/** Has each of the product's own workers that is started from now on handed over. */
function onWorker(take: (worker: Worker) => void): void {
  process.on("worker", take);
  onTestFinished(() => void process.off("worker", take));
}

/** What a window asks for at a Save: the check, and the save if it goes on. */
async function checkAndSave(app: TrainingApp) {
  const input = await app.saveInput(DILIP, { newItems: [ITEM] });
  const texts = [{ id: "item", text: TEXT }];
  const checked = await app.ask("check-spelling", { clientId: input.clientId, texts });
  return { checked, save: () => app.granted("save-plan", input) };
}

test("a Save whose spelling worker is killed in the midst of the check asks another, and completes", async () => {
  const app = openTraining();
  const workers: Worker[] = [];
  onWorker((worker) => workers.push(worker));
  const killing = (async () => {
    await expect.poll(() => workers.length).toBe(1);
    // Whether it still reads the dictionary or checks already: it has been asked and has not answered.
    return workers[0]?.terminate();
  })();
  const { checked, save } = await checkAndSave(app);
  await killing;
  expect(checked.ok && checked.value.findings.length).toBe(25);
  expect(workers).toHaveLength(2);
  const { plan } = await save();
  expect(plan?.items.map(({ text }) => text)).toContain(TEXT);
});

test("where every worker is killed the check says plainly that it could not be made, and the Save can go on unchecked", async () => {
  const app = openTraining();
  onWorker((worker) => void worker.terminate());
  const { checked, save } = await checkAndSave(app);
  if (checked.ok) throw new Error("The text was checked without a worker");
  expect(checked.error).toEqual({ code: "spelling-unavailable" });
  expect(errorMessage(checked.error).title).toBe("The spelling could not be checked");
  const { plan } = await save();
  expect(plan?.items.map(({ text }) => text)).toContain(TEXT);
  const log = readFileSync(join(app.folder, "errors.log"), "utf8");
  expect(log).toContain("spelling-unavailable");
  expect(log).not.toContain("nursry");
});

test("a worker that is killed while the save itself is written takes nothing along", async () => {
  const app = openTraining();
  const workers: Worker[] = [];
  onWorker((worker) => workers.push(worker));
  const { checked, save } = await checkAndSave(app);
  expect(checked.ok).toBe(true);
  const [{ plan }] = await Promise.all([save(), ...workers.map((worker) => worker.terminate())]);
  expect(plan?.items.map(({ text }) => text)).toContain(TEXT);
  // The next check starts another.
  expect(await app.granted("check-spelling", { clientId: null, texts: [{ id: "a", text: "Teh end" }] })).toMatchObject({
    findings: [{ word: "Teh" }],
  });
});
