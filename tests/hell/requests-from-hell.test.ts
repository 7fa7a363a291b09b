import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isBackupRequest, isEntryRequest, type RequestName, requests } from "../../shared/contract.ts";
import { FRONT_NAMES, type FrontName, type HellReport, raiseHell } from "./hell.ts";

/** What is to be seen of the requests to one kind of store. */
interface Expected {
  readonly requests: number;
  /** What the store must have taken at least once. */
  readonly accepted: readonly RequestName[];
  /** What it never takes, while an adviser was signed in from the start. */
  readonly isNeverAccepted: (name: RequestName) => boolean;
}

const AT_DESK = ["session", "find-clients", "open-client", "open-plan", "save-plan", "start-interview"] as const;
const AT_DOOR = [
  "sign-in",
  "lock",
  "recover",
  "new-recovery-key",
  "confirm-recovery-key",
  "change-passphrase",
] as const;
const IN_OFFICE = ["add-adviser", "rename-adviser", "retire-adviser", "back-up", "restore-backup"] as const;

/** Requests at an office's door write to the disk more often, and take three times as long. */
const EXPECTED: Readonly<Record<FrontName, Expected>> = {
  training: {
    requests: 14_000,
    accepted: AT_DESK,
    isNeverAccepted: (name) =>
      isBackupRequest(name) || (isEntryRequest(name) && name !== "entry" && name !== "still-here"),
  },
  office: {
    requests: 6_000,
    accepted: [...AT_DESK, ...AT_DOOR, ...IN_OFFICE],
    isNeverAccepted: (name) => name === "set-up" || name === "open-training",
  },
};

describe.each(FRONT_NAMES)("random and hostile requests to a store of the kind %s", (front) => {
  const expected = EXPECTED[front];
  let folder = "";
  let report: HellReport;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "action-plan-hell-"));
    report = await raiseHell({ front, requests: expected.requests, folder });
    const { seed, seconds } = report;
    console.log(`${expected.requests} requests from hell, ${front}, seed ${seed}, ${seconds.toFixed(1)} seconds`);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("are all answered by the contract, and leave nothing half written and no rule broken", () => {
    expect({ seed: report.seed, problems: report.problems }).toEqual({ seed: report.seed, problems: [] });
  });

  const timesAsked = (name: RequestName): number => {
    const { accepted = 0, refused = 0 } = report.answered[name] ?? {};
    return accepted + refused;
  };

  test("reach every request of the contract, refused and, for what the store is for, accepted", () => {
    const names = Object.keys(requests) as RequestName[];
    expect(names.filter((name) => timesAsked(name) === 0)).toEqual([]);
    // What comes seldom may by chance be all of one kind.
    const often = names.filter((name) => timesAsked(name) >= 30);
    expect(often.filter((name) => !report.answered[name]?.refused)).toEqual([]);
    expect(often.filter((name) => expected.accepted.includes(name) && !report.answered[name]?.accepted)).toEqual([]);
    expect(names.filter((name) => expected.isNeverAccepted(name) && report.answered[name]?.accepted)).toEqual([]);
    expect(report.answered["save-plan"]?.accepted).toBeGreaterThan(expected.requests / 600);
  });
});
