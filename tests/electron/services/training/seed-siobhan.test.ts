import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { planContentHash } from "../../../../electron/services/jets/plan-content-hash.ts";
import { seedTraining } from "../../../../electron/services/training/seed-training.ts";
import { checkStore } from "../../../../electron/store/check-store.ts";
import { listActivityDetails } from "../../../../electron/store/repositories/jets/activity-details.ts";
import { findParticipant } from "../../../../electron/store/repositories/jets/participants.ts";
import { listSignatures } from "../../../../electron/store/repositories/jets/signatures.ts";
import { findPlan } from "../../../../electron/store/repositories/plans.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { strokesSchema } from "../../../../shared/jets/signature.ts";
import { emptyStore } from "../../store/temporary-store.ts";

const GOOD_FRIDAY = new Set(["2012-04-06"]);

function seeded(today = "2012-04-16", now = `${today}T11:00:00.000Z`): { store: Store; clientId: string } {
  const store = emptyStore();
  const done = seedTraining(store, { today, now, newId: () => v7(), holidays: GOOD_FRIDAY });
  if (!done.ok) throw new Error(done.error.code);
  const clientId = store.get<{ id: string }>("SELECT id FROM client WHERE nino = 'QQ100006A'")?.id ?? "";
  return { store, clientId };
}

describe("Siobhán O'Neill in the training store", () => {
  test("has the dates of a participant who started eight working days ago", () => {
    const { store, clientId } = seeded();
    expect(findParticipant(store, clientId)).toEqual({
      clientId,
      contract: "jets-scotland",
      dates: {
        ...{ referredOn: "2012-03-26", engagedOn: "2012-03-28" },
        ...{ startAppointmentOn: "2012-04-03", startedOn: "2012-04-03" },
      },
      dueOn: "2012-04-18",
      agreement: null,
      preferredMeans: "face-to-face",
      version: 1,
    });
    expect(checkStore(store)).toEqual([]);
  });

  test("has three activities, one of them done, with what was recorded of each", () => {
    const { store, clientId } = seeded();
    const plan = findPlan(store, clientId, "jets");
    expect(
      plan?.items.map(({ text, dateCreated, createdBy, assignedTo, targetDate, dateClosed, reviews }) => [
        text.split(" ").slice(0, 3).join(" "),
        ...[dateCreated, createdBy, assignedTo, targetDate, dateClosed, reviews.length],
      ]),
    ).toEqual([
      ["Set up an", "2012-04-04", "F Drummond", "client", "2012-04-13", "2012-04-13", 1],
      ["Write a one-page", "2012-04-04", "F Drummond", "client", "2012-04-18", null, 0],
      ["Ask Kelbridge Foods", "2012-04-16", "F Drummond", "pa", "2012-05-02", null, 0],
    ]);
    const details = listActivityDetails(store, plan?.id ?? "");
    const ticked = details.map(({ smart }) => Object.values(smart).filter((reason) => reason !== "").length);
    expect([details.length, ticked.toSorted(), store.get("SELECT COUNT(*) AS count FROM interaction")]).toEqual([
      ...[3, [3, 5, 5], { count: 4 }],
    ]);
  });

  test("is signed by the provider as it stands, and by her for an earlier version", () => {
    const { store, clientId } = seeded();
    const plan = findPlan(store, clientId, "jets");
    if (!plan) throw new Error("There is no plan");
    const now = planContentHash(plan, listActivityDetails(store, plan.id));
    const signed = listSignatures(store, clientId).map(({ party, manner, planVersion, signedOn, contentHash }) => [
      ...[party, manner, planVersion, signedOn, contentHash === now],
    ]);
    expect(signed).toEqual([
      ["provider", "typed", 3, "2012-04-16", true],
      ["participant", "drawn", 1, "2012-04-10", false],
    ]);
    const drawn = listSignatures(store, clientId).find(({ manner }) => manner === "drawn");
    expect(strokesSchema.safeParse(drawn?.strokes).success).toBe(true);
  });

  test("has nothing later than the moment at which the caseload is made", () => {
    const { store } = seeded("2012-04-16", "2012-04-16T05:00:00.000Z");
    const latest = store.get<{ at: string }>(
      "SELECT MAX(at) AS at FROM (SELECT MAX(recorded_at) AS at FROM signature UNION SELECT MAX(saved_at) FROM plan WHERE kind = 'jets')",
    );
    expect(latest?.at).toBe("2012-04-16T05:00:00.000Z");
  });

  test.each(["2012-04-14", "2011-12-28", "2016-02-29"])("can be made on %s", (today) => {
    const { store } = seeded(today);
    expect(checkStore(store)).toEqual([]);
  });
});
