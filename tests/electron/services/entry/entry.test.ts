import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openApp } from "../../../../electron/app.ts";
import { KEY_COST } from "../../../../electron/store/keys/seal.ts";
import { NO_CHANGES } from "../../../../shared/action-plan/action-plan.ts";
import { isEntryRequest, type RequestName, requests } from "../../../../shared/contract.ts";
import { noDetails } from "../../../../shared/jets/activity-details.ts";
import { NEW_DETAILS } from "../new-client-details.ts";
import {
  emptyFolder,
  handClock,
  NEW_PASSPHRASE,
  openOfficeApp,
  PASSPHRASE,
  SET_UP,
  setUpOffice,
} from "./office-app.ts";

const WRONG = "not the passphrase";
const GRACE = { name: "Grace Moss", staffNumber: "70413", passphrase: "another four words" };

/** Payloads that fit, for every request that needs an adviser who is signed in. */
const INSIDE: Partial<Record<RequestName, object>> = {
  session: {},
  "find-clients": { text: "Moor" },
  "recent-clients": {},
  "open-client": { clientId: "client" },
  "open-plan": { clientId: "client" },
  "save-plan": {
    clientId: "client",
    kind: "lms",
    planVersion: null,
    creation: null,
    changes: NO_CHANGES,
    isClockConfirmed: false,
  },
  "start-interview": { clientId: "client", kind: "caseload", attendance: "present" },
  "end-interview": { interviewId: "interview", endAnyway: false },
  "issue-clerical-forms": { what: "blank", clientId: null, copies: 1 },
  "cancel-clerical-form": { formId: "form", reason: "Spoilt" },
  "find-clerical-form": { serial: "0042-01U" },
  "take-in-clerical-form": { clientId: "client", paperSerial: "", reason: "No number" },
  "open-clerical-proof": { formId: "form" },
  "check-clerical-entry": { formId: "form", entryId: "entry", isChecked: true },
  "amend-record": {
    clientId: "client",
    opened: { window: "CBW", childDatesOfBirth: [] },
    part: { window: "CBW", childDatesOfBirth: ["2010-05-01"] },
  },
  "new-client": { details: NEW_DETAILS },
  "list-calculations": { clientId: "client" },
  "find-duplicates": { nino: "QQ100099A", surname: "Moor", dateOfBirth: "1980-02-01", exceptClientId: null },
  "book-appointment": { clientId: "client", date: "2026-11-30", time: "10:30", kind: "caseload", adviserId: "adviser" },
  "move-appointment": {
    appointmentId: "appointment",
    version: 1,
    date: "2026-11-30",
    time: "10:30",
    kind: "caseload",
    adviserId: "adviser",
  },
  "cancel-appointment": { appointmentId: "appointment", version: 1 },
  "raise-interview": { interviewId: "interview", kind: "lp-wfi" },
  "cancel-interview": { interviewId: "interview", reason: "Opened by mistake" },
  "answer-question": { interviewId: "interview", question: "work", answer: "Care work" },
  "record-doubt": { interviewId: "interview", kind: "ftp", text: "" },
  "withdraw-doubt": { doubtId: "doubt" },
  "settle-doubt": { doubtId: "doubt", outcome: "No sanction" },
  "caseload-clients": { list: "mine", after: null },
  "caseload-outline": { list: "everyone", after: null },
  "client-card": { clientId: "client" },
  "begin-import": { bytes: 10 },
  "send-import-part": { importId: "import", part: "bmlubw==" },
  "check-import": { importId: "import", choices: null },
  "list-import-remarks": { importId: "import", from: 0 },
  "confirm-import": { importId: "import" },
  "cancel-import": { importId: "import" },
  "keep-import": { importId: "import" },
  "list-interactions": { clientId: "client" },
  "add-interaction": {
    clientId: "client",
    happenedOn: "2012-04-16",
    kind: "appointment",
    means: "video",
    text: "Talked about the visit",
  },
  "begin-attachment": { interactionId: "none", name: "letter.pdf", bytes: 10 },
  "send-attachment-part": { sendingId: "none", part: "bmlubw==" },
  "finish-attachment": { sendingId: "none" },
  "cancel-attachment": { sendingId: "none" },
  "open-attachment": { attachmentId: "none" },
  "list-information-requests": { clientId: "client" },
  "add-information-request": { clientId: "client", askedOn: "2012-04-16", form: "paper", note: "" },
  "answer-information-request": { requestId: "none", printId: "none" },
  "keep-draft": {
    clientId: "client",
    kind: "lms",
    planVersion: null,
    content: {
      changes: NO_CHANGES,
      unreadDates: [],
      place: { mode: "list", itemId: null, reviewId: null },
      keysGiven: 0,
    },
  },
  "discard-draft": { clientId: "client", kind: "lms" },
  "list-record-drafts": { clientId: "client" },
  "keep-record-draft": {
    clientId: "client",
    form: "More",
    content: { form: {}, before: {}, writtenIn: { window: "window", count: 1 } },
    adviserId: "adviser",
  },
  "discard-record-draft": { clientId: "client", form: "More" },
  "list-conversations": { clientId: "client" },
  "add-conversation": { clientId: "client", text: "Rang about the form", closesItemId: null },
  "set-workflow": { clientId: "client", itemId: "item", checkDate: "2026-11-30", note: "" },
  "finish-workflow": { workflowId: "workflow", outcome: "Done" },
  "work-list": { scope: "mine" },
  "set-preferences": { isCoachOn: false },
  "check-spelling": { clientId: "client", texts: [{ id: "text", text: "Write a CV" }] },
  "suggest-spelling": { word: "recieved" },
  "warm-spelling": {},
  "list-words": {},
  "add-word": { word: "Kelbridge" },
  "open-course": { clientId: "client" },
  "save-course-dates": {
    clientId: "client",
    contract: "jets-scotland",
    version: null,
    dates: { referredOn: null, engagedOn: null, startAppointmentOn: null, startedOn: null },
  },
  "set-preferred-means": { clientId: "client", version: 1, means: null },
  "agree-full-plan": { clientId: "client", version: 1, planVersion: 1, agreedOn: "2026-11-02" },
  "set-review-interval": { clientId: "client", workingDays: 15, reason: "Prefers it", decidedOn: "2026-11-02" },
  "record-plan-review": {
    clientId: "client",
    reviewId: "review",
    recordedAt: "2026-11-02T09:00:00.000Z",
    participantOn: "2026-11-02",
    providerOn: null,
    means: null,
    text: "",
  },
  "open-working-days": { year: 2026 },
  "add-local-holiday": { date: "2026-11-02", name: "Fair" },
  "remove-local-holiday": { holidayId: "holiday" },
  "record-outage": { from: "2026-11-02", to: "2026-11-02", reason: "No power" },
  "take-back-outage": { outageId: "outage", reason: "By mistake" },
  "remove-word": { wordId: "word" },
  "import-words": { list: "Kelbridge" },
  "export-words": {},
  "open-activity-details": { clientId: "client" },
  "save-activity-details": {
    clientId: "client",
    itemId: "none",
    opened: noDetails("none"),
    details: { ...noDetails("none"), considered: "Large print" },
  },
  sign: {
    clientId: "client",
    subject: "plan",
    party: "participant",
    manner: "refused",
    reason: "Busy",
    contentHash: "",
  },
  "subject-access": { clientId: "client" },
  "erase-client": { clientId: "client", reason: "request", ninoEnd: "001A" },
  "audit-lines": { filter: {}, before: null },
  "audit-line": { lineId: 1, after: 0 },
  "export-audit": { filter: {}, before: null },
  compliance: { from: "2012-01-01", to: "2012-04-16", adviserId: null },
  "compliance-list": { period: { from: "2012-01-01", to: "2012-04-16", adviserId: null }, figure: "plans-due" },
  "export-compliance": { period: { from: "2012-01-01", to: "2012-04-16", adviserId: null }, format: "csv" },
  "list-printers": {},
  "preview-print": { clientId: "client", option: "open", style: "standard" },
  "print-plan": {
    clientId: "client",
    option: "open",
    style: "standard",
    copies: 1,
    printer: "printer",
    tray: "Tray 1",
  },
  "list-copies": { clientId: "client" },
  "make-print": { clientId: "client", option: "open", style: "standard" },
  "cancel-print": { clientId: "client" },
  "read-letterhead": {},
  "preview-letterhead": { image: null },
  "set-letterhead": { image: null },
  "hand-over-print": { printId: "print" },
  "still-here": {},
  "change-passphrase": { passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE },
  "list-advisers": {},
  "add-adviser": GRACE,
  "rename-adviser": { adviserId: "adviser", name: "Ada Moor" },
  "retire-adviser": { adviserId: "adviser" },
  "back-up": {},
  "list-backups": {},
  "restore-backup": { file: "backup" },
};

/** The requests that have an answer of their own at the door. */
const AT_DOOR: readonly RequestName[] = [
  "entry",
  "set-up",
  "confirm-recovery-key",
  "new-recovery-key",
  "open-training",
  "sign-in",
  "sign-out",
  "lock",
  "recover",
];

describe("set-up", () => {
  test("with the passphrase's real cost makes an office whose adviser signs in after the next start", async () => {
    const office = openOfficeApp({ keyCost: KEY_COST });
    const outside = { isTraining: false, office: null, advisers: [], lockedAdviserId: null, waitSeconds: 0 };
    const nobody = { ...outside, contractPlans: [] };
    // A contract's plans are called as its own terms call them.
    expect(await office.granted("entry", {})).toEqual({ state: "new", ...nobody, contractPlans: ["JETS.S"] });
    const { recoveryKey } = await office.granted("set-up", SET_UP);
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{5} ){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await office.state()).toBe("recovery-key");
    expect(await office.refused("confirm-recovery-key", { lastGroup: "AAAAA" })).toEqual({
      code: "recovery-key-differs",
    });
    expect(await office.refused("set-up", SET_UP)).toEqual({ code: "already-set-up" });
    await office.granted("confirm-recovery-key", { lastGroup: ` ${recoveryKey.slice(-5).toLowerCase()} ` });
    expect(office.events).toEqual([{ event: "entry-changed" }, { event: "entry-changed" }]);
    const session = await office.granted("session", {});
    expect(session).toMatchObject({
      isTraining: false,
      office: { name: "Kelbridge Jobcentre" },
      adviser: { name: "Ada Fenwick" },
    });
    office.close();
    const again = openOfficeApp({ folder: office.folder, keyCost: KEY_COST });
    const adviser = { id: session.adviser.id, name: "Ada Fenwick" };
    const known = { office: { name: "Kelbridge Jobcentre" }, advisers: [adviser] };
    expect(await again.granted("entry", {})).toEqual({ ...nobody, state: "signed-out", ...known });
    const wrong = { adviserId: adviser.id, passphrase: WRONG };
    expect(await again.refused("sign-in", wrong)).toEqual({ code: "wrong-passphrase", waitSeconds: 0 });
    await again.granted("sign-in", { adviserId: adviser.id, passphrase: PASSPHRASE });
    expect(await again.granted("list-advisers", {})).toEqual({
      advisers: [{ ...adviser, staffNumber: "70412", isRetired: false }],
    });
  });

  test("refuses a passphrase of fewer than twelve characters, composed, and leaves the folder as it was", async () => {
    const office = openOfficeApp();
    const before = readdirSync(office.folder);
    for (const passphrase of ["eleven char", "e\u0301".repeat(11)]) {
      expect(await office.refused("set-up", { ...SET_UP, passphrase })).toEqual({
        code: "passphrase-too-short",
        least: 12,
      });
    }
    expect(readdirSync(office.folder)).toEqual(before);
    await office.granted("set-up", { ...SET_UP, passphrase: "e\u0301".repeat(12) });
    const [ada] = (await office.granted("entry", {})).advisers;
    office.close();
    const again = openOfficeApp({ folder: office.folder });
    await again.granted("sign-in", { adviserId: ada?.id ?? "", passphrase: "\u00e9".repeat(12) });
  });

  test("asked twice at once sets up one office", async () => {
    const office = openOfficeApp();
    const answers = await Promise.all([office.ask("set-up", SET_UP), office.ask("set-up", SET_UP)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test("killed before the keys were written begins anew, and the store that nobody can open is kept aside", async () => {
    const office = await setUpOffice();
    office.close();
    rmSync(join(office.folder, "keys.json"));
    writeFileSync(join(office.folder, "set-up.unfinished"), "");
    const bytes = readFileSync(join(office.folder, "store.db"));
    const again = await setUpOffice({ folder: office.folder });
    expect(await again.state()).toBe("signed-in");
    const aside = readdirSync(office.folder).filter((name) => /^set-aside-.*\.db$/.test(name));
    expect(aside.map((name) => readFileSync(join(office.folder, name)).equals(bytes))).toEqual([true]);
    expect(existsSync(join(office.folder, "set-up.unfinished"))).toBe(false);
  });

  test("leaves nothing that can be read of passphrase and recovery key, in files only their owner may open", async () => {
    const office = await setUpOffice();
    await office.granted("add-adviser", GRACE);
    await office.refused("change-passphrase", { passphrase: WRONG, newPassphrase: NEW_PASSPHRASE });
    office.close();
    const tidied = office.recoveryKey.replaceAll(" ", "");
    const secrets = [PASSPHRASE, GRACE.passphrase, WRONG, NEW_PASSPHRASE, office.recoveryKey, tidied, "70413"];
    const files = readdirSync(office.folder).filter((name) => !name.startsWith("start."));
    const readable = files.flatMap((name) => {
      const bytes = readFileSync(join(office.folder, name));
      return secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${name}`);
    });
    expect({ files: files.sort(), readable }).toEqual({
      files: ["attempts.json", "keys.json", "store.db"],
      readable: [],
    });
    const modes = ["attempts.json", "keys.json", "store.db"].map((name) => statSync(join(office.folder, name)).mode);
    if (process.platform !== "win32") expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
  });
});

describe("training instead of set-up", () => {
  test("goes on with the training store, and leaves the office new for the next start", async () => {
    const office = openOfficeApp();
    await office.granted("open-training", {});
    expect(await office.granted("entry", {})).toMatchObject({ state: "signed-in", isTraining: true });
    expect((await office.granted("find-clients", { text: "Gallagher" })).groups).toHaveLength(1);
    expect(await office.refused("sign-out", {})).toEqual({ code: "not-in-training" });
    expect(office.events).toEqual([{ event: "entry-changed" }]);
    office.close();
    expect(await openOfficeApp({ folder: office.folder }).state()).toBe("new");
  });

  test("is not offered once there is an office", async () => {
    const office = await setUpOffice();
    expect(await office.refused("open-training", {})).toEqual({ code: "already-set-up" });
  });
});

describe("an office's folder that cannot be opened", () => {
  async function closedOffice() {
    const office = await setUpOffice();
    office.close();
    return { folder: office.folder, adaId: office.adaId, keys: join(office.folder, "keys.json") };
  }
  const open = (dataFolder: string) => openApp({ dataFolder, isTraining: false });

  test("without its keys is refused and left as it is", async () => {
    const { folder, keys } = await closedOffice();
    rmSync(keys);
    expect(open(folder)).toEqual({ ok: false, error: { code: "keys-missing", file: keys } });
    expect(readdirSync(folder)).toContain("store.db");
  });

  test("without its store is refused", async () => {
    const { folder } = await closedOffice();
    rmSync(join(folder, "store.db"));
    expect(open(folder)).toEqual({ ok: false, error: { code: "store-missing", file: join(folder, "store.db") } });
  });

  test("with keys that are damaged in any field is refused, and the keys stay as they are", async () => {
    const { folder, keys } = await closedOffice();
    const whole = JSON.parse(readFileSync(keys, "utf8"));
    const damaged = [...damagedForms(whole)].map((form) => JSON.stringify(form));
    expect(damaged.length).toBeGreaterThan(20);
    for (const text of ["", "{", "[]", ...damaged]) {
      writeFileSync(keys, text);
      expect({ text, opened: open(folder) }).toEqual({
        text,
        opened: { ok: false, error: { code: "keys-damaged", file: keys } },
      });
      expect(readFileSync(keys, "utf8")).toBe(text);
    }
    writeFileSync(keys, JSON.stringify(whole));
    expect(await openOfficeApp({ folder }).state()).toBe("signed-out");
  });

  test("with another office's keys says that the store is damaged, and changes neither", async () => {
    const [one, other] = [await closedOffice(), await closedOffice()];
    const keys = readFileSync(other.keys);
    const store = readFileSync(join(one.folder, "store.db"));
    writeFileSync(one.keys, keys);
    const office = openOfficeApp({ folder: one.folder });
    expect(await office.refused("sign-in", { adviserId: other.adaId, passphrase: PASSPHRASE })).toEqual({
      code: "store-damaged",
      file: join(one.folder, "store.db"),
    });
    expect(await office.state()).toBe("signed-out");
    expect(readFileSync(one.keys).equals(keys)).toBe(true);
    expect(readFileSync(join(one.folder, "store.db")).equals(store)).toBe(true);
  });
});

/** The same value with one leaf after the other altered, and one key after the other missing. */
function* damagedForms(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield value.startsWith("A") ? `B${value.slice(1)}` : `A${value.slice(1)}`;
  if (typeof value === "number") yield value * 2;
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const put = (put: unknown) => (Array.isArray(value) ? value.with(Number(name), put) : { ...value, [name]: put });
    for (const damaged of damagedForms(inner)) yield put(damaged);
    yield put(undefined);
  }
}

describe("wrong passphrases", () => {
  test("wait longer each time, across starts, and a right one ends it", async () => {
    const clock = handClock();
    const { folder, adaId, close } = await setUpOffice({ clock });
    close();
    let office = openOfficeApp({ folder, clock });
    const wrong = () => office.refused("sign-in", { adviserId: adaId, passphrase: WRONG });
    const right = { adviserId: adaId, passphrase: PASSPHRASE };
    for (const waitSeconds of [0, 0, 0, 5]) expect(await wrong()).toEqual({ code: "wrong-passphrase", waitSeconds });
    expect(await office.refused("sign-in", right)).toEqual({ code: "must-wait", waitSeconds: 5 });
    clock.pass(2);
    office.close();
    office = openOfficeApp({ folder, clock });
    expect((await office.granted("entry", {})).waitSeconds).toBe(3);
    expect(await wrong()).toEqual({ code: "must-wait", waitSeconds: 3 });
    for (const [pass, waitSeconds] of [
      [3, 15],
      [15, 60],
      [60, 300],
      [300, 900],
      [900, 900],
    ] as const) {
      clock.pass(pass);
      expect(await wrong()).toEqual({ code: "wrong-passphrase", waitSeconds });
    }
    clock.pass(900);
    await office.granted("sign-in", right);
    await office.granted("sign-out", {});
    expect(await wrong()).toEqual({ code: "wrong-passphrase", waitSeconds: 0 });
  });

  test("wait no less when the clock is put back or forward, and no longer than the wait", async () => {
    const clock = handClock();
    const { folder, adaId, close } = await setUpOffice({ clock });
    close();
    let office = openOfficeApp({ folder, clock });
    const wait = async () => (await office.granted("entry", {})).waitSeconds;
    for (const _ of [1, 2, 3, 4]) await office.refused("sign-in", { adviserId: adaId, passphrase: WRONG });
    clock.set("2030-01-01T00:00:00.000Z");
    expect(await wait()).toBe(5);
    office.close();
    clock.set("2001-01-01T00:00:00.000Z");
    office = openOfficeApp({ folder, clock });
    expect(await wait()).toBe(5);
    clock.pass(4);
    expect(await wait()).toBe(1);
    clock.pass(1);
    await office.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
  });

  test("count with wrong recovery keys, and for the adviser who is signed in too", async () => {
    const clock = handClock();
    const { adaId, recoveryKey, refused, granted } = await setUpOffice({ clock });
    const change = { passphrase: WRONG, newPassphrase: NEW_PASSPHRASE };
    for (const _ of [1, 2, 3]) await refused("change-passphrase", change);
    await granted("sign-out", {});
    const recovery = { adviserId: adaId, passphrase: NEW_PASSPHRASE };
    expect(await refused("recover", { ...recovery, recoveryKey: "WRONG" })).toEqual({
      code: "wrong-recovery-key",
      waitSeconds: 5,
    });
    expect(await refused("recover", { ...recovery, recoveryKey })).toEqual({ code: "must-wait", waitSeconds: 5 });
    clock.pass(5);
    await granted("recover", { ...recovery, recoveryKey });
  });
});

describe("the recovery key", () => {
  test("typed back in small letters gives an adviser a new passphrase, and the old one opens nothing", async () => {
    const office = await setUpOffice();
    await office.granted("sign-out", {});
    const typed = office.recoveryKey.toLowerCase().replaceAll(" ", "-").replaceAll("0", "o").replaceAll("1", "l");
    const recovery = { recoveryKey: typed, adviserId: office.adaId };
    expect(await office.refused("recover", { ...recovery, passphrase: "too short" })).toMatchObject({
      code: "passphrase-too-short",
    });
    await office.granted("recover", { ...recovery, passphrase: NEW_PASSPHRASE });
    expect(await office.state()).toBe("signed-in");
    await office.granted("sign-out", {});
    const adviserId = office.adaId;
    expect(await office.refused("sign-in", { adviserId, passphrase: PASSPHRASE })).toMatchObject({
      code: "wrong-passphrase",
    });
    await office.granted("sign-in", { adviserId, passphrase: NEW_PASSPHRASE });
  });

  test("that was lost, or lost sight of before it was confirmed, is replaced by another, which alone opens", async () => {
    const office = openOfficeApp();
    await office.granted("set-up", SET_UP);
    const { recoveryKey: second } = await office.granted("new-recovery-key", { passphrase: PASSPHRASE });
    await office.granted("confirm-recovery-key", { lastGroup: second.slice(-5) });
    expect(await office.refused("new-recovery-key", { passphrase: WRONG })).toMatchObject({ code: "wrong-passphrase" });
    const { recoveryKey: third } = await office.granted("new-recovery-key", { passphrase: PASSPHRASE });
    expect(await office.state()).toBe("recovery-key");
    await office.granted("confirm-recovery-key", { lastGroup: third.slice(-5) });
    await office.granted("sign-out", {});
    expect(await office.refused("new-recovery-key", { passphrase: PASSPHRASE })).toEqual({ code: "signed-out" });
    const [ada] = (await office.granted("entry", {})).advisers;
    const recovery = { adviserId: ada?.id ?? "", passphrase: NEW_PASSPHRASE };
    expect(await office.refused("recover", { ...recovery, recoveryKey: second })).toMatchObject({
      code: "wrong-recovery-key",
    });
    await office.granted("recover", { ...recovery, recoveryKey: third });
  });

  test("lets nobody in for an adviser whom the office does not have", async () => {
    const office = await setUpOffice();
    await office.granted("sign-out", {});
    const recovery = { recoveryKey: office.recoveryKey, adviserId: "nobody", passphrase: NEW_PASSPHRASE };
    expect(await office.refused("recover", recovery)).toEqual({ code: "adviser-not-found" });
  });
});

describe("sign-out and lock", () => {
  test("every request is in one of the lists that these tests go through", () => {
    const names = Object.keys(requests) as RequestName[];
    expect([...Object.keys(INSIDE), ...AT_DOOR].sort()).toEqual(names.sort());
    expect(AT_DOOR.every(isEntryRequest)).toBe(true);
  });

  test("whatever needs an adviser is refused before set-up, while the key is shown, signed out and locked", async () => {
    const office = openOfficeApp();
    const everythingIs = async (code: string) => {
      for (const [name, payload] of Object.entries(INSIDE)) {
        expect({ name, answer: await office.app.answer(name, payload) }).toEqual({
          name,
          answer: { ok: false, error: { code } },
        });
      }
    };
    await everythingIs("signed-out");
    const { recoveryKey } = await office.granted("set-up", SET_UP);
    await everythingIs("signed-out");
    await office.granted("confirm-recovery-key", { lastGroup: recoveryKey.slice(-5) });
    await office.granted("lock", {});
    await everythingIs("locked");
    await office.granted("sign-out", {});
    await everythingIs("signed-out");
    expect(await office.refused("lock", {})).toEqual({ code: "signed-out" });
  });

  test("the same adviser goes on behind the lock, another signs in afresh", async () => {
    const office = await setUpOffice();
    const { adviserId: graceId } = await office.granted("add-adviser", GRACE);
    office.events.length = 0;
    await office.granted("lock", {});
    expect(office.events).toEqual([{ event: "locked" }, { event: "entry-changed" }]);
    expect(await office.granted("entry", {})).toMatchObject({ state: "locked", lockedAdviserId: office.adaId });
    await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
    expect(await office.granted("session", {})).toMatchObject({ adviser: { name: "Ada Fenwick" } });
    await office.granted("lock", {});
    await office.granted("sign-in", { adviserId: graceId, passphrase: GRACE.passphrase });
    expect(await office.granted("session", {})).toMatchObject({ adviser: { name: "Grace Moss" } });
  });

  test("ten minutes without use lock, and every sign of use counts them anew", async () => {
    const clock = handClock();
    const office = await setUpOffice({ clock });
    clock.pass(599);
    await office.granted("still-here", {});
    clock.pass(599);
    await office.granted("session", {});
    clock.pass(1);
    expect(await office.refused("session", {})).toEqual({ code: "locked" });
    expect(office.events.slice(-2)).toEqual([{ event: "locked" }, { event: "entry-changed" }]);
  });

  test("the lock comes by itself, with nobody asking", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const clock = handClock();
    const office = await setUpOffice({ clock });
    clock.pass(600);
    vi.advanceTimersByTime(600_000);
    vi.useRealTimers();
    expect(office.events.at(-2)).toEqual({ event: "locked" });
  });
});

test("in the training store an adviser is always signed in, and nothing of entry makes sense", async () => {
  const opened = openApp({ dataFolder: emptyFolder(), isTraining: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const app = opened.value;
  expect(await app.answer("entry", {})).toMatchObject({ ok: true, value: { state: "signed-in", isTraining: true } });
  expect(await app.answer("still-here", {})).toEqual({ ok: true, value: {} });
  for (const name of ["sign-out", "lock", "open-training", "list-advisers", "back-up", "list-backups"]) {
    expect({ name, answer: await app.answer(name, {}) }).toEqual({
      name,
      answer: { ok: false, error: { code: "not-in-training" } },
    });
  }
  app.close();
});
