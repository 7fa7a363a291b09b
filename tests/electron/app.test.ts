import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openApp } from "../../electron/app.ts";
import { type RequestName, requests } from "../../shared/contract.ts";
import { appErrorSchema } from "../../shared/errors.ts";
import { aNewItem, DILIP, openTraining, TODAY, type TrainingApp } from "./services/training-app.ts";

test("the session tells the day, the office, the adviser and the rules' numbers", async () => {
  const session = await openTraining().granted("session", {});
  expect(session).toMatchObject({
    today: TODAY,
    isTraining: true,
    office: { name: "Kelbridge Jobcentre" },
    adviser: { name: "B Johns" },
    policy: { actionItemsPerPlan: 100, reviewsPerActionItem: 10, infoCharacters: 2_000 },
  });
  expect(session.interviewKinds).toHaveLength(10);
});

test("a request that is not in the contract is refused, whatever its name", async () => {
  const { app } = openTraining();
  const names = ["delete-everything", "", "constructor", "__proto__", "hasOwnProperty", "x".repeat(1_000)];
  for (const name of names) {
    expect(await app.answer(name, {})).toEqual({
      ok: false,
      error: { code: "unknown-request", name: name.slice(0, 64) },
    });
  }
});

test("a payload that does not fit is refused by its fields and not by its values", async () => {
  const app = openTraining();
  const input = await app.saveInput(DILIP, { newItems: [aNewItem()] });
  const refusal = async (payload: unknown) => {
    const answer = await app.app.answer("save-plan", payload);
    return answer.ok ? "granted" : answer.error;
  };
  const wrong = { ...input, changes: { ...input.changes, newItems: [{ ...aNewItem(), targetDate: "2012-02-30" }] } };
  expect(await refusal(wrong)).toEqual({ code: "invalid-request", fields: ["changes.newItems.0.targetDate"] });
  expect(await refusal({ ...input, planVersion: 1.5 })).toEqual({ code: "invalid-request", fields: ["planVersion"] });
  expect(await refusal({ ...input, kind: "jets" })).toEqual({ code: "invalid-request", fields: ["kind"] });
  expect(await refusal({ ...input, adviserId: "another" })).toEqual({ code: "invalid-request", fields: [""] });
  expect(await refusal(undefined)).toEqual({ code: "invalid-request", fields: [""] });
});

const requestNames = Object.keys(requests) as RequestName[];

/** Payloads that fit, from which garbage is made that nearly fits. */
async function fittingPayloads(app: TrainingApp): Promise<Record<RequestName, Record<string, unknown>>> {
  const clientId = app.clientId(DILIP);
  return {
    session: {},
    "find-clients": { text: "Rao" },
    "recent-clients": {},
    "open-client": { clientId },
    "open-plan": { clientId },
    "save-plan": { ...(await app.saveInput(DILIP, { newItems: [aNewItem()] })) },
    "start-interview": { clientId, kind: "caseload", attendance: "present" },
    "end-interview": { interviewId: "none", endAnyway: true },
    "make-print": { clientId, option: "open", style: "standard" },
    "hand-over-print": { printId: "none" },
  };
}

/** Garbage, a fitting payload with one field replaced, or with one of its changes replaced. */
function payloads(fitting: Record<string, unknown>): fc.Arbitrary<unknown> {
  const garbage = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "'; DROP TABLE plan; --", "\u0000", "../../store.db", "__proto__", 1e308, Number.NaN, -1),
  );
  const replaceOne = (payload: Record<string, unknown>) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(payload), "another"), garbage)
      .map(([field, value]): Record<string, unknown> => ({ ...payload, [field]: value }));
  const changes = fitting.changes as Record<string, unknown> | undefined;
  const inChanges = changes ? [replaceOne(changes).map((changed) => ({ ...fitting, changes: changed }))] : [];
  return fc.oneof(garbage, replaceOne(fitting), ...inChanges);
}

test("random payloads never crash: they are answered by the contract, and refused ones leave the store alone", async () => {
  const app = openTraining();
  const fitting = await fittingPayloads(app);
  const [database] = app.rows<{ file: string }>("SELECT file FROM pragma_database_list");
  expect(database?.file).toContain(app.folder);
  const version = () => app.rows("SELECT data_version FROM pragma_data_version");
  const oneRequest = fc
    .constantFrom(...requestNames)
    .chain((name) => fc.tuple(fc.constant(name), payloads(fitting[name])));
  await fc.assert(
    fc.asyncProperty(oneRequest, async ([name, payload]) => {
      const before = version();
      const answer = await app.app.answer(name, payload);
      if (answer.ok) {
        expect(requests[name].output.safeParse(answer.value).success).toBe(true);
        return;
      }
      expect(appErrorSchema.parse(answer.error).code).not.toBe("internal");
      expect(version()).toEqual(before);
    }),
    { numRuns: 300, seed: 20120416 },
  );
});

test("a second start on the same data folder is refused with the first one's words, and may start once it has ended", () => {
  const first = openTraining();
  const options = { dataFolder: first.folder, isTraining: true, today: TODAY };
  expect(openApp(options)).toEqual({
    ok: false,
    error: { code: "store-held", holder: expect.stringMatching(`^process ${process.pid}, started 2`) },
  });
  expect(openApp({ ...options, reset: true }).ok).toBe(false);
  first.close();
  const again = openTraining({ dataFolder: first.folder });
  expect(again.clientId(DILIP)).not.toBe("");
});

test("what was saved is there again after the application was closed and opened, and --reset makes it anew", async () => {
  const first = openTraining();
  const saved = await first.save(DILIP, { newItems: [aNewItem()] });
  first.close();
  const second = openTraining({ dataFolder: first.folder });
  expect(await second.plan(DILIP)).toEqual(saved);
  second.close();
  const third = openTraining({ dataFolder: first.folder, reset: true });
  expect((await third.plan(DILIP)).items).toHaveLength(saved.items.length - 1);
});

test("an office's store is never made by opening it", () => {
  const { folder, close } = openTraining();
  close();
  const dataFolder = join(folder, "office");
  expect(openApp({ dataFolder, isTraining: false })).toEqual({
    ok: false,
    error: { code: "store-missing", file: join(dataFolder, "store.db") },
  });
});

test("a damaged store is refused, left as it is, and the folder is free again", () => {
  const first = openTraining();
  first.close();
  const file = join(first.folder, "store.db");
  const damaged = readFileSync(file);
  damaged.fill(7, 0, 100);
  writeFileSync(file, damaged);
  const options = { dataFolder: first.folder, isTraining: true, today: TODAY };
  for (const _ of [1, 2]) {
    expect(openApp(options)).toEqual({ ok: false, error: { code: "store-damaged", file } });
    expect(readFileSync(file).equals(damaged)).toBe(true);
  }
});

test("a bug is answered with an error's name, and the log has neither payload nor name of a client", async () => {
  const app = openTraining();
  // A store without its tables' words for a plan is what a bug looks like from outside.
  const clientId = app.clientId(DILIP);
  const { default: Database } = await import("better-sqlite3");
  const { TRAINING_KEY } = await import("../../electron/store/training-key.ts");
  const raw = new Database(join(app.folder, "store.db"));
  raw.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  raw.exec("ALTER TABLE plan RENAME COLUMN aims TO aims_secret");
  raw.close();
  const answer = await app.app.answer("open-plan", { clientId });
  expect(answer).toEqual({ ok: false, error: { code: "internal", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) } });
});

test("nobody who has stopped listening is told anything", async () => {
  const app = openTraining();
  const told: unknown[] = [];
  const stop = app.app.subscribe((event) => told.push(event));
  await app.save(DILIP, { newItems: [aNewItem()] });
  stop();
  await app.save(DILIP, { newItems: [aNewItem()] });
  expect(told).toHaveLength(1);
});
