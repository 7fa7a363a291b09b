import { describe, expect, it } from "vitest";
import type { Qualification, StoredClientRecord } from "../../../shared/client-record/client-record.ts";
import { clientDetailsSchema } from "../../../shared/client-record/client-record.ts";
import { type PartWindow, partOf, type RecordPart } from "../../../shared/client-record/record-part.ts";
import { pastTheApplication } from "./store-hand.ts";
import {
  ALEXANDRA,
  DILIP,
  expectCode,
  JOE,
  MARIA,
  momentLater,
  openTraining,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

const ADA = {
  ...{ nino: "qq 99 99-99 d", title: "Ms", surname: "Grünwald", forenames: "Ada", dateOfBirth: "1980-02-01" },
  ...{ address: ["1 Dock Road", "", "", ""], postcode: "ZZ1 1ZZ", telephone: "", mobile: "", email: "" },
  ...{ benefit: "Income Support", clientGroup: "LP", status: "", disabledPerson: true, incidentMarker: true },
};

async function record(app: TrainingApp, nino: string): Promise<StoredClientRecord> {
  return (await app.granted("open-client", { clientId: app.clientId(nino) })).client;
}

/** Sends a window as it was just opened, with a part in its place. */
async function inputOf(app: TrainingApp, nino: string, part: RecordPart) {
  const client = await record(app, nino);
  return { clientId: client.id, opened: partOf(client, part.window), part };
}

async function amend(app: TrainingApp, nino: string, part: RecordPart): Promise<StoredClientRecord> {
  return app.granted("amend-record", await inputOf(app, nino, part));
}

async function refusal(app: TrainingApp, nino: string, part: RecordPart) {
  return app.refused("amend-record", await inputOf(app, nino, part));
}

/** Each change of the last line of the audit, as table, column, before and after. */
function lastChanges(app: TrainingApp): string[] {
  const rows = app.rows<{ name: string; col: string | null; before: string | null; after: string | null }>(
    `SELECT change.table_name AS name, change.column_name AS col, change_value.before, change_value.after
     FROM change LEFT JOIN change_value ON change_value.id = change.id
     WHERE audit_id = (SELECT MAX(audit_id) FROM change) ORDER BY change.id`,
  );
  return rows
    .filter(({ col }) => col !== "changed_at" && col !== "version")
    .map(({ name, col, before, after }) => `${name}.${col ?? "row"}: ${before ?? "-"} > ${after ?? "-"}`);
}

const welding: Qualification = {
  ...{ level: "Certificate", subject: "Welding", outcome: "Pass", completed: "2012-04-10" },
  ...{ kind: "qualification", onPlan: true },
};
const calculation = { result: "better-off", notes: "By £30 a week", date: TODAY } as const;

describe("saving a record window", () => {
  it("records each field that changed and no other, and tells every window", async () => {
    const app = openTraining();
    const { more } = await record(app, JOE);
    const before = app.events.length;
    const saved = await amend(app, JOE, { window: "More", more: { ...more, councilTax: "no", carOwner: false } });
    expect(saved.more).toEqual({ ...more, councilTax: "no", carOwner: false });
    expect(lastChanges(app)).toEqual(["client_more.council_tax: yes > no", "client_more.car_owner: 1 > 0"]);
    expect(app.events.slice(before)).toEqual([
      { event: "client-changed", clientId: app.clientId(JOE), version: saved.version },
    ]);
    expect(app.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 1")).toEqual([{ action: "amend-record" }]);
  });

  it("AP-9 tidies every text: white space on one line, control characters out, notes of white space blank", async () => {
    const app = openTraining();
    const { more } = await record(app, JOE);
    const jobPreferences = [{ job: " Baker\u0007 \n at  night ", soc: " 5432 " }, ...more.jobPreferences.slice(1)];
    const saved = await amend(app, JOE, { window: "More", more: { ...more, jobPreferences, supportNeeds: " \n " } });
    expect(saved.more.jobPreferences[0]).toEqual({ job: "Baker at night", soc: "5432" });
    expect(saved.more.supportNeeds).toBe("");
  });

  it("AP-8 refuses double quotation marks that arrive past the window", async () => {
    const app = openTraining();
    const { more } = await record(app, JOE);
    const error = await refusal(app, JOE, { window: "More", more: { ...more, supportNeeds: "„Large print“" } });
    expect(error).toEqual({
      code: "record-refused",
      problems: [{ field: "Additional support needs", reason: { code: "double-quotes" } }],
    });
  });

  it("refuses what says the same, and whose client is not there", async () => {
    const app = openTraining();
    const client = await record(app, JOE);
    expect(await refusal(app, JOE, partOf(client, "More"))).toEqual({ code: "nothing-to-save" });
    const part = partOf(client, "CBW");
    expect(await app.refused("amend-record", { clientId: "nobody", opened: part, part })).toEqual({
      code: "client-not-found",
    });
  });

  it.each<[PartWindow, RecordPart, RecordPart]>([
    ["CBW", { window: "CBW", childDatesOfBirth: [] }, { window: "CBW", childDatesOfBirth: ["2010-05-01"] }],
    ["Quals", { window: "Quals", qualifications: [] }, { window: "Quals", qualifications: [welding] }],
  ])(
    "refuses the second of two who opened %s at once, and takes it once it was seen",
    async (_window, first, second) => {
      const app = openTraining();
      const opened = await inputOf(app, JOE, second);
      await amend(app, JOE, first);
      expect(await app.refused("amend-record", opened)).toEqual({ code: "record-changed" });
      const saved = await amend(app, JOE, second);
      expect(partOf(saved, second.window)).toEqual(second);
    },
  );

  it("lets two windows of one record be saved at once", async () => {
    const app = openTraining();
    const { more } = await record(app, JOE);
    const children = await inputOf(app, JOE, { window: "CBW", childDatesOfBirth: ["2010-05-01"] });
    await amend(app, JOE, { window: "More", more: { ...more, dependants: "yes" } });
    const saved = await app.granted("amend-record", children);
    expect([saved.childDatesOfBirth, saved.more.dependants]).toEqual([["2010-05-01"], "yes"]);
  });

  it("takes no date that lies in the future by the clock of the office", async () => {
    const app = openTraining({ today: "2012-04-15" });
    const problems = [{ field: "Date of birth 1", reason: { code: "in-future", latest: "2012-04-15" } }];
    const error = await refusal(app, JOE, { window: "CBW", childDatesOfBirth: [TODAY] });
    expect(error).toEqual({ code: "record-refused", problems });
  });
});

describe("DT-2 the clock moves back", () => {
  it("warns before a window is saved or a client added, and goes on once the adviser has seen it", async () => {
    const before = openTraining();
    await amend(before, JOE, { window: "CBW", childDatesOfBirth: ["2010-05-01"] });
    before.close();
    const app = openTraining({ dataFolder: before.folder, today: "2012-04-15" });
    const input = await inputOf(app, JOE, { window: "CBW", childDatesOfBirth: [] });
    const warning = { code: "clock-moved-back", newest: TODAY, today: "2012-04-15" };
    expect(await app.refused("amend-record", input)).toEqual(warning);
    expect(await app.refused("new-client", { details: ADA })).toEqual(warning);
    expect((await app.granted("amend-record", { ...input, isClockConfirmed: true })).childDatesOfBirth).toEqual([]);
    await app.granted("new-client", { details: ADA, isClockConfirmed: true });
  });
});

describe("the rows of Quals and CBW", () => {
  it("records a row that is taken out as just that, and keeps the others' order", async () => {
    const app = openTraining();
    const { qualifications } = await record(app, JOE);
    const [first, ...others] = qualifications;
    const saved = await amend(app, JOE, { window: "Quals", qualifications: others });
    expect(saved.qualifications).toEqual(others);
    expect(lastChanges(app)).toEqual([expect.stringMatching(`^qualification.row: .*${first?.subject}.* > -$`)]);
    const again = await amend(app, JOE, { window: "Quals", qualifications: [...others, welding] });
    expect(again.qualifications).toEqual([...others, welding]);
  });

  it("records an amended row by its fields", async () => {
    const app = openTraining();
    const { qualifications } = await record(app, JOE);
    const [first, ...others] = qualifications;
    if (!first) throw new Error("There is no qualification");
    await amend(app, JOE, { window: "Quals", qualifications: [{ ...first, onPlan: false }, ...others] });
    expect(lastChanges(app)).toEqual(["qualification.on_plan: 1 > 0"]);
  });

  it("puts right one of several rows that a clock put back made wrong; none holds up another", async () => {
    const before = openTraining();
    const wrong = ["Sums", "Spelling"].map((subject) => ({ ...welding, subject, completed: TODAY }));
    await amend(before, JOE, { window: "Quals", qualifications: wrong });
    before.close();
    const app = openTraining({ dataFolder: before.folder, today: "2012-04-15" });
    const ask = async (qualifications: Qualification[]) =>
      app.ask("amend-record", {
        ...(await inputOf(app, JOE, { window: "Quals", qualifications })),
        isClockConfirmed: true,
      });
    const [sums, spelling] = wrong.map((row) => ({ ...row, completed: "2012-04-01" }));
    if (!sums || !spelling || !wrong[1]) throw new Error("There are no rows");
    expect(await ask([sums, wrong[1], welding])).toMatchObject({ ok: true });
    expect(await ask([sums, { ...wrong[1], outcome: "Merit" }, welding])).toEqual({
      ok: false,
      error: {
        code: "record-refused",
        problems: [{ field: "Date Completed 2", reason: { code: "in-future", latest: "2012-04-15" } }],
      },
    });
    expect(await ask([sums, spelling, welding])).toMatchObject({ ok: true });
  });

  it("¶94 keeps no AP tick with a Basic Skills Assessment", async () => {
    const app = openTraining();
    const saved = await amend(app, JOE, { window: "Quals", qualifications: [{ ...welding, kind: "basic-skills" }] });
    expect(saved.qualifications).toEqual([{ ...welding, kind: "basic-skills", onPlan: false }]);
  });

  it("brings a list into any order", async () => {
    const app = openTraining();
    const dates = ["2001-01-01", "2005-05-05", "2003-03-03"];
    await amend(app, JOE, { window: "CBW", childDatesOfBirth: dates });
    const saved = await amend(app, JOE, { window: "CBW", childDatesOfBirth: dates.toReversed() });
    expect(saved.childDatesOfBirth).toEqual(dates.toReversed());
  });
});

describe("¶89 IWBC", () => {
  it("is refused outside an interview and while another client's is open", async () => {
    const app = openTraining();
    const refused = {
      code: "record-refused",
      problems: [{ field: "IWBC", reason: { code: "outside-interview" } }],
    };
    expect(await refusal(app, JOE, { window: "IWBC", iwbc: calculation })).toEqual(refused);
    await app.start(MARIA);
    expect(await refusal(app, JOE, { window: "IWBC", iwbc: calculation })).toEqual(refused);
  });

  it("adds a calculation with its interview; the earlier ones stay, the newest shows", async () => {
    const app = openTraining();
    const { interview } = await app.start(JOE);
    const clientId = app.clientId(JOE);
    const before = await app.granted("list-calculations", { clientId });
    const saved = await amend(app, JOE, { window: "IWBC", iwbc: calculation });
    expect(saved.iwbc).toEqual(calculation);
    const { calculations } = await app.granted("list-calculations", { clientId });
    expect(calculations[0]).toEqual({
      ...calculation,
      id: expect.any(String),
      recordedAt: saved.changed.iwbc,
      interviewId: interview.id,
    });
    expect(calculations.slice(1)).toEqual(before.calculations);
    expect((await app.window(JOE)).pulledToday.circumstances).toMatchObject({
      iwbc: "Better off",
      iwbcNotes: "By £30 a week",
    });
  });

  it("has no calculations of a client who is not there", async () => {
    const app = openTraining();
    expect(await app.refused("list-calculations", { clientId: "nobody" })).toEqual({ code: "client-not-found" });
  });
});

describe("¶80 JSAg", () => {
  it("is refused for a client of another benefit, and opens when the benefit becomes JSA", async () => {
    const app = openTraining();
    const { jsag } = await record(app, DILIP);
    const part: RecordPart = { window: "JSAg", jsag };
    expect(await refusal(app, JOE, part)).toEqual({
      code: "record-refused",
      problems: [{ field: "JSAg", reason: { code: "jsa-only" } }],
    });
    const details = clientDetailsSchema.parse(await record(app, JOE));
    await amend(app, JOE, { window: "Client", details: { ...details, clientGroup: "JSA" } });
    const saved = await amend(app, JOE, part);
    expect(saved.jsag).toEqual(jsag);
    expect((await app.window(JOE)).pulledToday.aims.jobPreferences).toEqual(jsag?.jobPreferences);
  });

  it("keeps the preferences of More from being changed while they come from the JSAg", async () => {
    const app = openTraining();
    const { more } = await record(app, DILIP);
    const error = await refusal(app, DILIP, { window: "More", more: { ...more, preferredHours: "either" } });
    expect(expectCode(error, "record-refused").problems).toEqual([
      { field: "Job Pref 1", reason: { code: "read-only" } },
    ]);
    await amend(app, DILIP, { window: "More", more: { ...more, endorsement: true } });
    expect((await record(app, DILIP)).more.endorsement).toBe(true);
  });
});

describe("a client's own details", () => {
  const details = ADA;

  it("adds a client with the guidance's defaults, found under the tidied NINO", async () => {
    const app = openTraining();
    const { clientId } = await app.granted("new-client", { details });
    const { client, plan } = await app.granted("open-client", { clientId });
    expect(client).toMatchObject({ ...details, nino: "QQ999999D", qualifications: [], jsag: null, iwbc: null });
    expect([client.more.rentOrMortgage, client.more.councilTax, client.more.dependants, plan]).toEqual([
      "not-known",
      "not-known",
      "not-known",
      null,
    ]);
    expect(app.clientId("QQ999999D")).toBe(clientId);
    expect(app.rows("SELECT action FROM audit WHERE client_id = ? AND kind = 'change'", clientId)).toEqual([
      { action: "new-client" },
    ]);
  });

  it("refuses the second of two who create the same NINO at once, and names who has it", async () => {
    const app = openTraining();
    const [first, second] = await Promise.all([
      app.ask("new-client", { details }),
      app.ask("new-client", { details: { ...details, forenames: "Bea", nino: "QQ999999D" } }),
    ]);
    const error = expectCode(second.ok ? { code: "client-not-found" } : second.error, "nino-taken");
    expect(error.client).toMatchObject({
      id: first.ok ? first.value.clientId : "",
      nino: "QQ999999D",
      forenames: "Ada",
    });
    expect(app.rows("SELECT forenames FROM client WHERE nino = 'QQ999999D'")).toEqual([{ forenames: "Ada" }]);
  });

  it("refuses another client's NINO when details are amended, and takes one that is free", async () => {
    const app = openTraining();
    const own = clientDetailsSchema.parse(await record(app, JOE));
    const error = await refusal(app, JOE, { window: "Client", details: { ...own, nino: MARIA } });
    expect(expectCode(error, "nino-taken").client.id).toBe(app.clientId(MARIA));
    const saved = await amend(app, JOE, { window: "Client", details: { ...own, nino: "QQ 77 77 77 A" } });
    expect(saved.nino).toBe("QQ777777A");
  });

  it("refuses a NINO that the training store does not take, a client without a surname, and double quotes", async () => {
    const app = openTraining();
    const error = await app.refused("new-client", {
      details: { ...details, nino: "AB123456C", surname: " ", title: '"' },
    });
    expect(expectCode(error, "record-refused").problems.map(({ field }) => field)).toEqual([
      "NINO",
      "Title",
      "Surname",
    ]);
  });

  it("¶89 shows the DP marker on the plan at once", async () => {
    const app = openTraining();
    const own = clientDetailsSchema.parse(await record(app, ALEXANDRA));
    await amend(app, ALEXANDRA, { window: "Client", details: { ...own, disabledPerson: !own.disabledPerson } });
    const { pulledChanges } = await app.window(ALEXANDRA);
    expect(pulledChanges.find(({ field }) => field === "DP")).toMatchObject({
      after: own.disabledPerson ? "No" : "Yes",
      window: "Client",
      changedBy: "B Johns",
    });
  });
});

describe("finding who may be the same person", () => {
  const asked = { nino: "", surname: "", dateOfBirth: null, exceptClientId: null };
  const ids = async (app: TrainingApp, input: Partial<typeof asked> | object) =>
    (await app.granted("find-duplicates", { ...asked, ...input })).clients.map(({ nino }) => nino);

  it("finds the same NINO however it is grouped, and a like surname born on the same day", async () => {
    const app = openTraining();
    const { dateOfBirth } = await record(app, JOE);
    expect(await ids(app, { nino: "qq 10 00 01 a" })).toEqual([JOE]);
    expect(await ids(app, { surname: "Blogs", dateOfBirth })).toEqual([JOE]);
    expect(await ids(app, { nino: JOE, surname: "Bloggs", dateOfBirth })).toEqual([JOE]);
  });

  it("finds nobody else: another day, another surname, no surname, or the client themselves", async () => {
    const app = openTraining();
    const { dateOfBirth, id } = await record(app, JOE);
    expect(await ids(app, { surname: "Bloggs", dateOfBirth: "1971-12-24" })).toEqual([]);
    expect(await ids(app, { surname: "Gallagher", dateOfBirth })).toEqual([]);
    expect(await ids(app, { surname: " ", dateOfBirth })).toEqual([]);
    expect(await ids(app, { nino: JOE, surname: "Bloggs", dateOfBirth, exceptClientId: id })).toEqual([]);
  });
});

describe("a record that was changed past the application", () => {
  it("is seen as changed by a window opened before", async () => {
    const app = openTraining();
    await momentLater();
    const { more } = await record(app, JOE);
    const input = await inputOf(app, JOE, { window: "More", more: { ...more, councilTax: "no" } });
    pastTheApplication(app, "UPDATE client_more SET dependants = 'yes' WHERE id = ?", input.clientId);
    expect(await app.refused("amend-record", input)).toEqual({ code: "record-changed" });
  });
});
