import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { killWhileSaving } from "./kill-while-saving.ts";
import { findNumberedSaves } from "./numbered-saves.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-kills-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("twelve kills in the middle of saving lose nothing that was acknowledged and leave nothing half there", async () => {
  const { acknowledged, lost, halfSaved, problems } = await killWhileSaving({ kills: 12, folder });
  expect({ lost, halfSaved, problems }).toEqual({ lost: 0, halfSaved: 0, problems: [] });
  expect(acknowledged).toBeGreaterThan(0);
}, 60_000);

test("a record of a save without its plan is told as half a save", () => {
  const save = { planId: "p", planVersion: 1, savedAt: "2012-04-16T09:00:00.000Z", itemsAdded: 1, itemsChanged: 0 };
  const rest = { closures: 0, reviewsAdded: 1, reviewsChanged: 0, reviewsDeleted: 0, textsChanged: 1 };
  expect(findNumberedSaves(undefined, [{ ...save, ...rest }])).toEqual({
    whole: [],
    partial: ["A save is recorded for a plan that is not there"],
  });
});
