import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openApp } from "../../electron/app.ts";
import { openForCommandLine } from "../../electron/command-line/open-for-command-line.ts";
import { openStore } from "../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { damagePage, PAGE } from "./damaged-file.ts";
import { FAULTS_DAY, numberedChanges } from "./numbered-saves.ts";

const MARIA_GALLAGHER = "QQ100002A";
/** Parts of the store's file: a table's first page, an index's, and a page that lies in the middle of it all. */
const PARTS = ["client", "review", "action_item", "audit", "change_value", "client_folded_name", "middle"];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-damage-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a damaged store", () => {
  test("whose header is damaged is refused by name, and its file is left as it is", () => {
    const { file } = makeStore();
    damagePage(file, 1);
    const before = readFileSync(file);
    expect(openApp(options())).toEqual({ ok: false, error: { code: "store-damaged", file } });
    expect(whatCheckSays()).toEqual(["store-damaged"]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("that was cut off in its middle is reported, and its file is left as it is", () => {
    const { file } = makeStore();
    const half = Math.floor(statSync(file).size / PAGE / 2) * PAGE;
    truncateSync(file, half);
    expect(whatCheckSays()).not.toEqual([]);
    expect(statSync(file).size).toBe(half);
  });

  test.each(PARTS)("with a damaged page of %s is reported by check, which leaves the file as it is", (part) => {
    const { file, pageOf } = makeStore();
    damagePage(file, pageOf(part));
    const before = readFileSync(file);
    expect(whatCheckSays()).not.toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each(PARTS)("with a damaged page of %s answers with values or says that it is damaged", async (part) => {
    const { file, pageOf, clientId } = makeStore();
    damagePage(file, pageOf(part));
    const codes = await codesOfUse(clientId);
    expect(codes.filter((code) => code !== "accepted" && code !== "store-damaged")).toEqual([]);
  });
});

function options() {
  return { dataFolder: folder, isTraining: true, today: FAULTS_DAY };
}

/** Makes a training store, and tells where in its file its parts begin. */
function makeStore() {
  const opened = openApp(options());
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  const file = join(folder, "store.db");
  const store = openStore(file, TRAINING_KEY);
  if (!store.ok) throw new Error(store.error.code);
  const roots = store.value.all<{ name: string; rootpage: number }>("SELECT name, rootpage FROM sqlite_schema");
  const client = store.value.get<{ id: string }>("SELECT id FROM client WHERE nino = ?", MARIA_GALLAGHER);
  store.value.close();
  const pages = new Map(roots.map(({ name, rootpage }) => [name, rootpage]));
  const middle = Math.floor(statSync(file).size / PAGE / 2);
  return { file, clientId: client?.id ?? "", pageOf: (part: string) => pages.get(part) ?? middle };
}

/** The problems that `check` lists, or the one refusal. */
function whatCheckSays(): readonly string[] {
  const opened = openForCommandLine(options());
  if (!opened.ok) return [opened.error.code];
  const checked = opened.value.services.checkStore();
  void opened.value.close();
  return checked.ok ? checked.value.problems : [checked.error.code];
}

/** How a start and a few requests are answered. */
async function codesOfUse(clientId: string): Promise<string[]> {
  const opened = openApp(options());
  if (!opened.ok) return [opened.error.code];
  const changes = numberedChanges(1);
  const save = { clientId, kind: "lms", planVersion: 4, creation: null, changes, isClockConfirmed: false };
  const asked: readonly (readonly [string, unknown])[] = [
    ["session", {}],
    ["find-clients", { text: "Gallagher" }],
    ["find-clients", { text: "QQ100004A" }],
    ["recent-clients", {}],
    ["open-client", { clientId }],
    ["open-plan", { clientId }],
    ["start-interview", { clientId, kind: "caseload", attendance: "present" }],
    ["save-plan", save],
    ["make-print", { clientId, option: "all-reviews", style: "standard" }],
  ];
  const codes: string[] = [];
  for (const [name, payload] of asked) {
    const answer = await opened.value.answer(name, payload);
    codes.push(answer.ok ? "accepted" : answer.error.code);
  }
  opened.value.close();
  return codes;
}
