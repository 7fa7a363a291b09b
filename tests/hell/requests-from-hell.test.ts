import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requests } from "../../shared/contract.ts";
import { type HellReport, raiseHell } from "./hell.ts";

const REQUESTS = 20_000;

describe("random and hostile requests to a training store", () => {
  let folder = "";
  let report: HellReport;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "action-plan-hell-"));
    report = await raiseHell({ requests: REQUESTS, folder });
    console.log(`${REQUESTS} requests from hell, seed ${report.seed}, ${report.seconds.toFixed(1)} seconds`);
  }, 90_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("are all answered by the contract, and leave nothing half written and no rule broken", () => {
    expect({ seed: report.seed, problems: report.problems }).toEqual({ seed: report.seed, problems: [] });
  });

  test("reach every request of the contract, refused and, but for what training does not offer, accepted", () => {
    const names = Object.keys(requests);
    expect(names.filter((name) => !report.answered[name]?.refused)).toEqual([]);
    const essential = ["session", "find-clients", "open-client", "open-plan", "save-plan", "start-interview"];
    expect(essential.filter((name) => !report.answered[name]?.accepted)).toEqual([]);
    expect(report.answered["save-plan"]?.accepted).toBeGreaterThan(REQUESTS / 100);
  });
});
