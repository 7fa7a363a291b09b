import { blankMore, type ClientRecord, type More } from "../../../shared/client-record/client-record.ts";
import { addDays, addMonths, type CivilDate } from "../../../shared/dates.ts";

const KELBRIDGE = { address: ["", "Kelbridge", "", ""], postcode: "ZZ1 4TR" };

function person(
  nino: string,
  forenames: string,
  surname: string,
  dateOfBirth: CivilDate,
  benefit: string,
  clientGroup: string,
): ClientRecord {
  return {
    nino,
    title: "",
    surname,
    forenames,
    dateOfBirth,
    ...KELBRIDGE,
    telephone: "",
    mobile: "",
    email: "",
    benefit,
    clientGroup,
    status: "Not in work",
    disabledPerson: false,
    incidentMarker: false,
    more: blankMore(),
    qualifications: [],
    childDatesOfBirth: [],
    iwbc: null,
    jsag: null,
  };
}

function street(record: ClientRecord, line: string): ClientRecord {
  return { ...record, address: [line, "Kelbridge", "", ""] };
}

function preferences(...jobs: readonly (readonly [string, string])[]): More["jobPreferences"] {
  return [0, 1, 2].map((index) => ({ job: jobs[index]?.[0] ?? "", soc: jobs[index]?.[1] ?? "" }));
}

/** Joe Bloggs, ESA: the full client record, and no plan yet. */
export function joeBloggs(today: CivilDate): ClientRecord {
  return {
    ...street(
      person("QQ100001A", "Joe", "Bloggs", "1971-12-25", "Employment and Support Allowance", "ESA"),
      "3 Mill Lane",
    ),
    title: "Mr",
    telephone: "01632 960101",
    mobile: "07700 900101",
    email: "joe.bloggs@example.org",
    disabledPerson: true,
    more: {
      jobPreferences: preferences(["Butcher", "5431"], ["Baker", "5432"], ["Candlestick maker", "5442"]),
      preferredHours: "either",
      lastJobs: [
        { job: "Plumber, Harbour Heating", from: "2002-08-12", to: "2005-10-15" },
        { job: "Accounts clerk, Brae House", from: "2001-09-09", to: "2001-12-19" },
      ],
      rentOrMortgage: "rent",
      councilTax: "yes",
      dependants: "no",
      drivingLicence: "full",
      endorsement: false,
      carOwner: true,
      supportNeeds: "Large print letters",
    },
    qualifications: [
      { level: "GCSE", subject: "English", outcome: "C", completed: "1988-08-24", kind: "qualification", onPlan: true },
      {
        level: "NVQ Level 2",
        subject: "Plumbing",
        outcome: "Pass",
        completed: "1994-06-30",
        kind: "qualification",
        onPlan: true,
      },
      { level: "Entry 3", subject: "Literacy", outcome: "Pass", completed: null, kind: "basic-skills", onPlan: false },
    ],
    childDatesOfBirth: [addMonths(today, -9 * 12), addMonths(today, -16 * 12)],
    iwbc: { result: "better-off", notes: "About £52 a week better off on 20 hours", date: addDays(today, -40) },
  };
}

/** Maria Gallagher, a lone parent on Income Support. */
export function mariaGallagher(today: CivilDate): ClientRecord {
  return {
    ...street(person("QQ100002A", "Maria", "Gallagher", "1984-05-14", "Income Support", "LP"), "12 Harbour View"),
    title: "Ms",
    telephone: "01632 960102",
    more: {
      ...blankMore(),
      jobPreferences: preferences(["Care assistant", "6145"], ["Nursery assistant", "6121"], ["Receptionist", "4216"]),
      preferredHours: "part-time",
      lastJobs: [
        { job: "Care assistant, Brae House", from: "2007-06-04", to: "2008-09-26" },
        { job: "Shop assistant, Harbour Stores", from: "2005-09-12", to: "2007-05-25" },
      ],
      rentOrMortgage: "rent",
      councilTax: "yes",
      dependants: "no",
      drivingLicence: "provisional",
    },
    qualifications: [
      {
        level: "Certificate",
        subject: "Emergency First Aid at Work",
        outcome: "Pass",
        completed: addMonths(today, -2),
        kind: "qualification",
        onPlan: true,
      },
      {
        level: "NVQ Level 1",
        subject: "Health and Social Care",
        outcome: "Pass",
        completed: "2007-06-29",
        kind: "qualification",
        onPlan: true,
      },
      { level: "GCSE", subject: "English", outcome: "C", completed: "2000-08-24", kind: "qualification", onPlan: true },
      {
        level: "GCSE",
        subject: "Mathematics",
        outcome: "D",
        completed: "2000-08-24",
        kind: "qualification",
        onPlan: true,
      },
      { level: "GCSE", subject: "Drama", outcome: "F", completed: "2000-08-24", kind: "qualification", onPlan: false },
    ],
    childDatesOfBirth: [addMonths(today, -3 * 12 - 5), addMonths(today, -7 * 12 - 2)],
    iwbc: {
      result: "better-off",
      notes: "About £38 a week better off on 16 hours, after nursery fees",
      date: addDays(today, -35),
    },
  };
}

/** Dilip Rao, a jobseeker with a signed agreement. */
export function dilipRao(today: CivilDate): ClientRecord {
  return {
    ...street(
      person("QQ100003A", "Dilip", "Rao", "1957-01-30", "Jobseeker's Allowance", "JSA"),
      "Flat 2, 40 Station Road",
    ),
    title: "Mr",
    mobile: "07700 900103",
    more: {
      ...blankMore(),
      lastJobs: [
        { job: "Warehouse supervisor, Northgate Storage", from: "1998-03-02", to: addMonths(today, -7) },
        { job: "", from: null, to: null },
      ],
      rentOrMortgage: "mortgage",
      councilTax: "yes",
      dependants: "yes",
      drivingLicence: "full",
      carOwner: true,
    },
    jsag: {
      jobPreferences: preferences(
        ["Warehouse operative", "9260"],
        ["Fork-lift driver", "8222"],
        ["Stock control clerk", "4133"],
      ),
      preferredHours: "full-time",
      availability: "Monday to Saturday, 06:00 to 22:00; nights from next month.",
      restrictions: "",
      actionsAgreed: "Look at the vacancies board daily and keep a diary of applications.",
      signed: addMonths(today, -6),
    },
  };
}

/** Agnes Oyelaran, ESA, whose plan is full. */
export function agnesOyelaran(): ClientRecord {
  return {
    ...street(
      person("QQ100004A", "Agnes", "Oyelaran", "1962-09-11", "Employment and Support Allowance", "ESA"),
      "7 Chapel Wynd",
    ),
    title: "Mrs",
    telephone: "01632 960104",
    more: {
      ...blankMore(),
      jobPreferences: preferences(["Ward clerk", "4211"], ["Library assistant", "4135"]),
      preferredHours: "part-time",
      lastJobs: [
        { job: "Catering assistant, Kelbridge Infirmary", from: "1995-01-16", to: "2009-11-27" },
        { job: "School cook, Abbey Primary", from: "1986-08-18", to: "1994-12-16" },
      ],
      rentOrMortgage: "rent",
      councilTax: "yes",
      dependants: "no",
    },
    qualifications: [
      {
        level: "City & Guilds",
        subject: "Catering",
        outcome: "Credit",
        completed: "1986-06-20",
        kind: "qualification",
        onPlan: true,
      },
    ],
  };
}

/** Tomasz Zieliński, on Income Support of another kind: no plan is needed. */
export function tomaszZielinski(): ClientRecord {
  const record = person("QQ100005A", "Tomasz", "Zieliński", "1983-06-21", "Income Support", "Other IS");
  return { ...street(record, "18 Tollgate"), title: "Mr", mobile: "07700 900105" };
}

/** Siobhán O'Neill, a participant of JETS in Scotland. */
export function siobhanONeill(): ClientRecord {
  const record = person("QQ100006A", "Siobhán", "O'Neill", "1990-03-08", "Universal Credit", "JETS.S");
  const supportNeeds = "Reads large print, 18 point. Wears a hearing aid on the left side.";
  const more = { ...blankMore(), supportNeeds };
  return { ...street(record, "5 Quay Street"), title: "Miss", mobile: "07700 900106", more };
}

/** Alex Smith, ESA: every field of the record that can be empty is. */
export function alexSmith(): ClientRecord {
  const record = person("QQ100007A", "Alex", "Smith", "1979-11-02", "Employment and Support Allowance", "ESA");
  return { ...record, address: ["", "", "", ""], postcode: "", status: "" };
}

/** Alexandra Smythe, a jobseeker, as her record stood when her plan was last saved. */
export function alexandraSmythe(today: CivilDate): ClientRecord {
  return {
    ...street(person("QQ100008A", "Alexandra", "Smythe", "1968-07-19", "Jobseeker's Allowance", "JSA"), "61 Northgate"),
    title: "Mrs",
    email: "a.smythe@example.org",
    more: {
      ...blankMore(),
      lastJobs: [
        { job: "Bookkeeper, Tollgate Motors", from: "2003-04-07", to: addMonths(today, -5) },
        { job: "", from: null, to: null },
      ],
      rentOrMortgage: "mortgage",
      councilTax: "yes",
    },
    jsag: {
      jobPreferences: preferences(["Bookkeeper", "4122"], ["Payroll clerk", "4122"]),
      preferredHours: "full-time",
      availability: "Monday to Friday, school hours.",
      restrictions: "",
      actionsAgreed: "Register with two agencies and apply for two posts a week.",
      signed: addMonths(today, -4),
    },
  };
}

/** How Alexandra's record was changed after her plan was saved: by whom, when, and what it said from then on. */
export function alexandrasChanges(
  today: CivilDate,
  { johns, whitlock }: { readonly johns: string; readonly whitlock: string },
): { readonly daysAgo: number; readonly time: string; readonly adviserId: string; readonly record: ClientRecord }[] {
  const before = alexandraSmythe(today);
  const withJsag: ClientRecord = {
    ...before,
    jsag: before.jsag && {
      ...before.jsag,
      jobPreferences: preferences(["Bookkeeper", "4122"], ["Payroll clerk", "4122"], ["School secretary", "4213"]),
      preferredHours: "either",
    },
  };
  const withMore: ClientRecord = {
    ...withJsag,
    more: { ...before.more, rentOrMortgage: "rent", dependants: "yes", drivingLicence: "full" },
    qualifications: [
      {
        level: "Certificate",
        subject: "Sage Payroll",
        outcome: "Pass",
        completed: addDays(today, -6),
        kind: "qualification",
        onPlan: true,
      },
    ],
  };
  return [
    { daysAgo: 12, time: "13:12", adviserId: johns, record: withJsag },
    { daysAgo: 5, time: "08:31", adviserId: whitlock, record: withMore },
  ];
}
