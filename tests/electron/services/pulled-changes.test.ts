import { describe, expect, onTestFinished, test } from "vitest";
import { type OpenOffice, openOffice } from "../../../electron/office.ts";
import { updateClientRecord } from "../../../electron/store/repositories/write-client-record.ts";
import { transaction } from "../../../electron/store/transaction.ts";
import type { ClientRecord, Jsag, More, Qualification } from "../../../shared/client-record/client-record.ts";
import { clientRecordSchema } from "../../../shared/client-record/client-record.ts";
import { ok } from "../../../shared/result.ts";
import { importInto, importRow } from "./import-rows.ts";
import {
  AGNES,
  ALEXANDRA,
  aNewItem,
  itemAt,
  JOE,
  MARIA,
  momentLater,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

/** An application, and beside it whoever changes client records. */
interface Desk {
  readonly app: TrainingApp;
  /** Changes a record; answers when that was. */
  amend(
    nino: string,
    change: (record: ClientRecord) => Partial<ClientRecord>,
    by?: "B Johns" | "H Whitlock",
  ): Promise<string>;
  changes(nino: string): Promise<string[]>;
}

async function openDesk(): Promise<Desk> {
  const app = openTraining();
  const opened = openOffice({ dataFolder: app.folder, isTraining: true, today: TODAY }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  const office: OpenOffice = opened.value;
  onTestFinished(() => office.close());
  const { store, clock, newId } = office.context;
  const amend: Desk["amend"] = async (nino, change, by = "B Johns") => {
    await momentLater();
    const clientId = app.clientId(nino);
    const [adviser] = app.rows<{ id: string }>("SELECT id FROM adviser WHERE name = ?", by);
    const { client } = await app.granted("open-client", { clientId });
    const record = clientRecordSchema.parse(client);
    const at = clock.now();
    const audit = { at, action: "amend-client", adviserId: adviser?.id ?? null, clientId, interviewId: null };
    transaction(store, audit, (writer) =>
      ok(updateClientRecord(writer, clientId, { ...record, ...change(record) }, { at, newId })),
    );
    await momentLater();
    return at;
  };
  const changes = async (nino: string) => (await app.window(nino)).pulledChanges.map(line);
  return { app, amend, changes };
}

type Change = Awaited<ReturnType<TrainingApp["window"]>>["pulledChanges"][number];

/** The moment stays out: it is checked where it matters. */
function line({ tab, field, before, after, window, changedBy, isByAge, isNew }: Change): string {
  const when = isByAge ? "by age" : (changedBy ?? "nobody");
  return `${tab} ${field}: ${before || "-"} > ${after || "-"} in ${window}, ${when}${isNew ? ", new" : ""}`;
}

const more = (fields: Partial<More>) => (record: ClientRecord) => ({ more: { ...record.more, ...fields } });
const child =
  (...dates: string[]) =>
  ({ childDatesOfBirth }: ClientRecord) => ({
    childDatesOfBirth: [...childDatesOfBirth, ...dates],
  });
const NO_PREFERENCE = { job: "", soc: "" };
const welding: Qualification = {
  ...{ level: "Certificate", subject: "Welding", outcome: "Pass", completed: "2012-04-10" },
  ...{ kind: "qualification", onPlan: true },
};

const ALEXANDRAS = [
  "Aims Job Pref 3: - > School secretary, 4213 in JSAg, B Johns",
  "Aims Preferred Hours: Full Time > Either Full/Part Time in JSAg, B Johns",
  "PCirc Paying Rent: No > Yes in More, H Whitlock",
  "PCirc Mortgage: Yes > No in More, H Whitlock",
  "PCirc Driving Licence: - > Full in More, H Whitlock",
  "PCirc Dependant: N/K > Yes in More, H Whitlock",
  "Quals Qualification: - > Certificate, Sage Payroll, Pass, 10/04/2012 in Quals, H Whitlock",
];

describe("¶21 the message of changes", () => {
  test("tells each change with its window, when and by whom, new at the first viewing only", async () => {
    const { app, changes } = await openDesk();
    const window = await app.window(ALEXANDRA);
    expect(window.pulledChanges.map(line)).toEqual(ALEXANDRAS.map((told) => `${told}, new`));
    expect(window.pulledChanges.map(({ changedAt }) => changedAt?.slice(0, 16))).toEqual([
      ...Array(2).fill("2012-04-04T13:12"),
      ...Array(5).fill("2012-04-11T08:31"),
    ]);
    expect(await changes(ALEXANDRA)).toEqual(ALEXANDRAS);
  });

  test("marks as new only what changed since the last viewing, a second change of the same field too", async () => {
    const { amend, changes } = await openDesk();
    await changes(ALEXANDRA);
    await amend(ALEXANDRA, more({ councilTax: "no" }));
    const [first, second, rent, mortgage, licence, dependant, qualification] = ALEXANDRAS;
    const council = "PCirc Council Tax: Yes > No in More, B Johns";
    const allWith = (told: string) => [first, second, rent, mortgage, told, licence, dependant, qualification];
    expect(await changes(ALEXANDRA)).toEqual(allWith(`${council}, new`));
    await amend(ALEXANDRA, more({ councilTax: "not-known" }));
    expect(await changes(ALEXANDRA)).toEqual(allWith(`${council.replace("> No", "> N/K")}, new`));
    expect(await changes(ALEXANDRA)).toEqual(allWith(council.replace("> No", "> N/K")));
  });

  test("has nothing to tell of a plan that does not exist, or whose record is as it was", async () => {
    const { amend, changes } = await openDesk();
    expect([await changes(JOE), await changes(MARIA)]).toEqual([[], []]);
    await amend(MARIA, more({ councilTax: "no" }));
    await amend(MARIA, more({ councilTax: "yes" }));
    expect(await changes(MARIA)).toEqual([]);
  });

  test("is not written down as a viewing where nothing differs", async () => {
    const { app } = await openDesk();
    await app.window(MARIA);
    expect(app.rows("SELECT * FROM plan_viewing")).toEqual([]);
  });
});

describe("¶55 where, when and by whom", () => {
  test.each<[what: string, change: (record: ClientRecord) => Partial<ClientRecord>, told: string[]]>([
    ["DP", () => ({ disabledPerson: true }), ["PCirc DP: No > Yes in Client, H Whitlock, new"]],
    ["a child", child("2012-01-05"), ["PCirc 0-2: 0 > 1 in CBW, H Whitlock, new"]],
    [
      "an IWBC",
      () => ({ iwbc: { result: "worse-off", notes: "", date: null } }),
      [
        "PCirc IWBC: Better off > Worse off in IWBC, H Whitlock, new",
        "PCirc IWBC Notes: About £38 a week better off on 16 hours, after nursery fees > - in IWBC, H Whitlock, new",
        "PCirc IWBC Date: 12/03/2012 > - in IWBC, H Whitlock, new",
      ],
    ],
    [
      "a last job",
      (record) =>
        more({ lastJobs: [{ job: "Cleaner", from: null, to: null }, ...record.more.lastJobs.slice(1)] })(record),
      [
        "EHist Last Job 1: Care assistant, Brae House, from 04/06/2007, to 26/09/2008 > Cleaner in More, H Whitlock, new",
      ],
    ],
    ["the same in another order", ({ qualifications }) => ({ qualifications: qualifications.toReversed() }), []],
    [
      "one qualification taken out, which moves the rows behind it",
      ({ qualifications }) => ({ qualifications: qualifications.slice(1) }),
      ["Quals Qualification: Certificate, Emergency First Aid at Work, Pass, 16/02/2012 > - in Quals, H Whitlock, new"],
    ],
  ])("%s", async (_, change, told) => {
    const { amend, changes } = await openDesk();
    await amend(MARIA, (record) => ({ ...change(record), telephone: "01632 960999" }), "H Whitlock");
    // Somebody else's change of something else says nothing about it.
    await amend(MARIA, () => ({ telephone: "01632 960998" }));
    expect(await changes(MARIA)).toEqual(told);
  });

  test("of several changes the last counts, and each qualification has its own", async () => {
    const { app, amend } = await openDesk();
    await amend(MARIA, ({ qualifications }) => ({ qualifications: [...qualifications, welding] }), "H Whitlock");
    const english = { ...welding, subject: "English for work" };
    await amend(MARIA, ({ qualifications }) => ({ qualifications: [...qualifications, english] }));
    await amend(MARIA, more({ councilTax: "no" }));
    const last = await amend(MARIA, more({ councilTax: "not-known" }), "H Whitlock");
    const { pulledChanges } = await app.window(MARIA);
    expect(pulledChanges.map(line)).toEqual([
      "PCirc Council Tax: Yes > N/K in More, H Whitlock, new",
      "Quals Qualification: - > Certificate, Welding, Pass, 10/04/2012 in Quals, H Whitlock, new",
      "Quals Qualification: - > Certificate, English for work, Pass, 10/04/2012 in Quals, B Johns, new",
    ]);
    expect(pulledChanges[0]?.changedAt).toBe(last);
  });

  test("an import counts like any change, and what it took out is found too", async () => {
    const { app, amend, changes } = await openDesk();
    const before = { nino: MARIA, surname: "Gallagher", forenames: "Maria", date_of_birth: "14/05/1984" };
    await momentLater();
    await importInto(app.folder, [importRow({ ...before, council_tax: "no", qualification_1_subject: "Welding" })]);
    await momentLater();
    await amend(MARIA, () => ({ telephone: "01632 960998" }), "H Whitlock");
    expect((await changes(MARIA)).filter((told) => /Council|Quals/.test(told))).toEqual([
      "PCirc Council Tax: Yes > No in More, B Johns, new",
      "Quals Qualification: - > Welding in Quals, B Johns, new",
      "Quals Qualification: Certificate, Emergency First Aid at Work, Pass, 16/02/2012 > - in Quals, B Johns, new",
      "Quals Qualification: NVQ Level 1, Health and Social Care, Pass, 29/06/2007 > - in Quals, B Johns, new",
      "Quals Qualification: GCSE, English, C, 24/08/2000 > - in Quals, B Johns, new",
      "Quals Qualification: GCSE, Mathematics, D, 24/08/2000 > - in Quals, B Johns, new",
    ]);
  });
});

describe("¶80 the aims of a JSA client", () => {
  /** Alexandra's, as far as it does not matter. */
  async function agreed(app: TrainingApp): Promise<Jsag | null> {
    const { jsag } = (await app.window(ALEXANDRA)).client;
    const jobPreferences = [{ job: "Welder", soc: "5215" }, NO_PREFERENCE, NO_PREFERENCE];
    return jsag && { ...jsag, jobPreferences, preferredHours: "full-time" };
  }

  test("change with the benefit, by whoever changed it", async () => {
    const { amend, changes } = await openDesk();
    await amend(ALEXANDRA, () => ({ benefit: "Income Support", clientGroup: "IS" }), "H Whitlock");
    expect((await changes(ALEXANDRA)).filter((told) => told.startsWith("Aims"))).toEqual([
      "Aims Job Pref 1: Bookkeeper, 4122 > - in More, H Whitlock, new",
      "Aims Job Pref 2: Payroll clerk, 4122 > - in More, H Whitlock, new",
      "Aims Preferred Hours: Full Time > - in More, H Whitlock, new",
    ]);
  });

  test("come from a JSAg once there is one", async () => {
    const { app, amend, changes } = await openDesk();
    await amend(MARIA, () => ({ benefit: "Jobseeker's Allowance", clientGroup: "JSA" }));
    expect(await changes(MARIA)).toEqual([]);
    const jsag = await agreed(app);
    await amend(MARIA, () => ({ jsag }), "H Whitlock");
    expect(await changes(MARIA)).toEqual([
      "Aims Job Pref 1: Care assistant, 6145 > Welder, 5215 in JSAg, H Whitlock, new",
      "Aims Job Pref 2: Nursery assistant, 6121 > - in JSAg, H Whitlock, new",
      "Aims Job Pref 3: Receptionist, 4216 > - in JSAg, H Whitlock, new",
      "Aims Preferred Hours: Part Time > Full Time in JSAg, H Whitlock, new",
    ]);
    await amend(MARIA, () => ({ jsag: null }));
    expect(await changes(MARIA)).toEqual([]);
    expect(app.rows("SELECT * FROM jsag WHERE id = ?", app.clientId(MARIA))).toEqual([]);
  });

  test("do not come from the JSAg of a client of another benefit", async () => {
    const { app, amend, changes } = await openDesk();
    const jsag = await agreed(app);
    await amend(MARIA, () => ({ jsag }));
    expect(await changes(MARIA)).toEqual([]);
  });
});

describe("¶90 children's bands", () => {
  test("move by age as the days go by, beside a child who was added", async () => {
    const first = openTraining();
    const { folder } = first;
    first.close();
    const later = openTraining({ dataFolder: folder, today: "2013-04-16" });
    const told = (await later.window(MARIA)).pulledChanges.map(line);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => !one.endsWith("in CBW, by age, new"))).toEqual([]);
  });

  test("say who added a child", async () => {
    const { amend, changes } = await openDesk();
    await amend(MARIA, child("1995-01-05"));
    expect(await changes(MARIA)).toEqual(["PCirc 17-18: 0 > 1 in CBW, B Johns, new"]);
  });
});

describe("AP-7 a save makes the details permanent", () => {
  test("with a new item, and nothing is left to tell", async () => {
    const { app, amend, changes } = await openDesk();
    const { pulledToday } = await app.window(ALEXANDRA);
    const saved = await app.save(ALEXANDRA, { newItems: [aNewItem()] });
    expect({ pulled: saved.pulled, told: await changes(ALEXANDRA) }).toEqual({ pulled: pulledToday, told: [] });
    // What was seen before the save says nothing about what comes after it.
    await amend(ALEXANDRA, more({ rentOrMortgage: "mortgage" }));
    await amend(ALEXANDRA, more({ rentOrMortgage: "rent" }));
    await amend(ALEXANDRA, more({ dependants: "no" }));
    expect(await changes(ALEXANDRA)).toEqual(["PCirc Dependant: Yes > No in More, B Johns, new"]);
  });

  test("in the answer to the save itself", async () => {
    const { app } = await openDesk();
    const input = await app.saveInput(ALEXANDRA, reviewing(itemAt(await app.plan(ALEXANDRA), 0)));
    expect((await app.granted("save-plan", input)).pulledChanges).toEqual([]);
  });

  test("without a new item it is refused, and at 100 items none is asked for", async () => {
    const { app, amend, changes } = await openDesk();
    expect(await app.reasonRefused(ALEXANDRA, {})).toEqual({ code: "new-item-needed" });
    await amend(AGNES, more({ carOwner: true }));
    await app.save(AGNES, {});
    expect(await changes(AGNES)).toEqual([]);
  });

  test("AP-10 another order of the qualifications is nothing to save", async () => {
    const { app, amend } = await openDesk();
    await amend(MARIA, ({ qualifications }) => ({ qualifications: qualifications.toReversed() }));
    expect(await app.saveRefused(MARIA, {})).toEqual({ code: "nothing-to-save" });
  });

  test("without one the plan's copy stays, and it prints as last saved", async () => {
    const { app } = await openDesk();
    const before = await app.plan(ALEXANDRA);
    await app.printAndHandOver(ALEXANDRA);
    const after = await app.plan(ALEXANDRA);
    expect({ ...after, printedAt: null }).toEqual(before);
    expect(after.printedAt).not.toBeNull();
  });
});
