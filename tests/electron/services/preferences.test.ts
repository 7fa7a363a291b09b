import { describe, expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "../../../shared/preferences.ts";
import { pastTheApplication } from "./store-hand.ts";
import { openTraining } from "./training-app.ts";

describe("what an adviser prefers", () => {
  test("is as it comes until something is chosen, and what is chosen is kept beside the rest", async () => {
    const app = openTraining();
    expect((await app.granted("session", {})).preferences).toEqual(DEFAULT_PREFERENCES);
    const coachOff = { ...DEFAULT_PREFERENCES, isCoachOn: false };
    expect(await app.granted("set-preferences", { isCoachOn: false })).toEqual(coachOff);
    const bothOff = { ...coachOff, isSidePanelOpen: false };
    expect(await app.granted("set-preferences", { isSidePanelOpen: false })).toEqual(bothOff);
    expect((await app.granted("session", {})).preferences).toEqual(bothOff);
    expect(await app.granted("set-preferences", { isCoachOn: true })).toEqual({ ...bothOff, isCoachOn: true });
  });

  test("is no part of any record: neither the audit nor the change log tells of it", async () => {
    const app = openTraining();
    const counts = () =>
      app.rows("SELECT (SELECT count(*) FROM audit) AS audit, (SELECT count(*) FROM change) AS changes");
    const before = counts();
    await app.granted("set-preferences", { isCoachOn: false });
    expect(counts()).toEqual(before);
  });

  test("is each adviser's own", async () => {
    const app = openTraining();
    await app.granted("set-preferences", { isCoachOn: false });
    const other = "(SELECT id FROM adviser WHERE name = 'H Whitlock')";
    pastTheApplication(app, `UPDATE preference SET adviser_id = ${other}`);
    expect((await app.granted("session", {})).preferences).toEqual(DEFAULT_PREFERENCES);
  });
});
