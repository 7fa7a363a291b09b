import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdFolder } from "../../../electron/store/hold-folder.ts";

const SCRIPT = fileURLToPath(new URL("../../../electron/command-line.ts", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../../resources/sample-clients.csv", import.meta.url));
/** The day on which Maria's closed item is due; 18 months after 13/02/2012 have passed the day before. */
const DUE = "2013-08-14";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the real command line as its own process, on a training store in the test's folder. */
function planOn(today: string, ...typed: string[]) {
  const store = ["--data", join(folder, "store"), "--training", "--today", today];
  const ran = spawnSync(process.execPath, [SCRIPT, ...typed, ...store], { encoding: "utf8", cwd: folder });
  return { code: ran.status, out: ran.stdout, said: ran.stderr };
}

function plan(...typed: string[]) {
  return planOn("2012-04-16", ...typed);
}

function json({ code, out }: ReturnType<typeof plan>) {
  return { code, value: JSON.parse(out) };
}

describe("backup and restore", { timeout: 60_000 }, () => {
  test("a restored store has the clients of its backup, and the one it replaces is kept", () => {
    const file = join(folder, "a.planbackup");
    const made = json(plan("backup", "a.planbackup", "--json"));
    expect(made).toEqual({ code: 0, value: { file, bytes: statSync(file).size } });
    const before = json(plan("show", "QQ100002A", "--json"));
    plan("import", SAMPLE);
    expect(json(plan("find", "QQ200001A", "--json")).value).toHaveLength(1);

    const restored = json(plan("restore", "a.planbackup", "--json"));
    const kept = expect.stringMatching(/store-before-restore-[\dTZ-]+\.db$/);
    expect(restored).toEqual({ code: 0, value: { file, kept } });
    expect(statSync(restored.value.kept).size).toBeGreaterThan(0);
    expect(json(plan("find", "QQ200001A", "--json")).value).toEqual([]);
    expect(json(plan("show", "QQ100002A", "--json"))).toEqual(before);
    expect(json(plan("check", "--json"))).toEqual({ code: 0, value: { ok: true, problems: [] } });
  });

  test("a restore is refused while a start holds the folder, and of what is no backup", () => {
    const there = () => readdirSync(join(folder, "store")).filter((name) => name.startsWith("store"));
    const before = there();
    const hold = holdFolder(join(folder, "store"), "a start in a test");
    expect(plan("restore", "a.planbackup")).toMatchObject({ code: 1, out: "" });
    expect(plan("restore", "a.planbackup").said).toContain("a start in a test");
    if (hold.ok) hold.value.release();
    writeFileSync(join(folder, "b.planbackup"), "no backup");
    expect(plan("restore", "b.planbackup")).toMatchObject({ code: 1, out: "" });
    expect(plan("restore", "nowhere.planbackup").said).toContain("nowhere.planbackup");
    expect(there()).toEqual(before);
  });

  test("a backup into a folder that is not there is refused with its name", () => {
    const { code, said } = plan("backup", join("nowhere", "a.planbackup"));
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("a.planbackup") });
  });
});

describe("purge", { timeout: 60_000 }, () => {
  test("waits while the date may be wrong, takes out what is due when it is confirmed, and only once", () => {
    expect(json(plan("purge", "--json"))).toEqual({ code: 0, value: { purged: 0, waits: false } });
    const waiting = planOn(DUE, "purge", "--json");
    expect(json(waiting)).toEqual({ code: 1, value: { purged: 0, waits: true } });
    expect(waiting.said).toContain("add --confirm");
    expect(json(planOn(DUE, "purge", "--confirm", "--json"))).toEqual({ code: 0, value: { purged: 1, waits: false } });
    expect(json(planOn(DUE, "check", "--json"))).toEqual({ code: 0, value: { ok: true, problems: [] } });
    expect(planOn(DUE, "purge")).toEqual({ code: 0, out: "0 closed items were purged.\n", said: "" });
  });
});
