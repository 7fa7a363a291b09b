import { CLIENT_GROUPS } from "./client-record.ts";

/** One value of a drop-down with its name on screen. */
export interface FieldOption {
  readonly value: string;
  readonly name: string;
}

/** A field of a record window: how it is filled in, and its choices where it has some. */
export interface RecordField {
  /** The name on screen, by which problems speak of it. */
  readonly name: string;
  readonly kind: "line" | "nino" | "soc" | "notes" | "date" | "choice" | "tick";
  /** What stands before it where it follows another field in the same row; beside a tick, what the tick says. */
  readonly caption?: string;
  readonly options?: readonly FieldOption[];
  /** A day that cannot lie in the future: a two-digit year is then the latest that is past (DT-1). */
  readonly isPast?: boolean;
}

/** The fields that stand in one row of a window. */
export type FieldRow = readonly RecordField[];

/** The record windows that are a form, and the form for one qualification. */
export type FormWindow = "Client" | "More" | "IWBC" | "JSAg" | "Qualification";

const NOT_RECORDED: FieldOption = { value: "", name: "Not recorded" };
const YES_NO = options({ no: "No", yes: "Yes" });
const HOURS = options({ "full-time": "Full Time", "part-time": "Part Time", either: "Either Full/Part Time" });

const line = (name: string): RecordField => ({ name, kind: "line" });
const notes = (name: string): RecordField => ({ name, kind: "notes" });
const past = (name: string, caption?: string): RecordField => ({
  name,
  kind: "date",
  isPast: true,
  ...(caption ? { caption } : {}),
});
const choice = (name: string, choices: readonly FieldOption[]): RecordField => ({
  name,
  kind: "choice",
  options: choices,
});

/** The rows of job preferences and hours: on More, and on JSAg in its place for a JSA client (¶80). */
export const AIMS_ROWS: readonly FieldRow[] = [
  ...[1, 2, 3].map(
    (number): FieldRow => [line(`Job Pref ${number}`), { name: `SOC ${number}`, kind: "soc", caption: "SOC" }],
  ),
  [choice("Preferred Hours", [NOT_RECORDED, ...HOURS])],
];

/** Every field of every form, row by row, in the order of the window. */
export const RECORD_ROWS: Readonly<Record<FormWindow, readonly FieldRow[]>> = {
  Client: [
    [{ name: "NINO", kind: "nino" }],
    [line("Title")],
    [line("Surname")],
    [line("Forenames")],
    [past("Date of birth")],
    ...[1, 2, 3, 4].map((number): FieldRow => [line(`Address ${number}`)]),
    [line("Postcode")],
    [line("Telephone")],
    [line("Mobile")],
    [line("Email")],
    [line("Benefit")],
    [
      choice("Client group", [
        NOT_RECORDED,
        ...CLIENT_GROUPS.map((group) => ({ value: group, name: groupName(group) })),
      ]),
    ],
    [line("Status")],
    [choice("DP marker", YES_NO)],
    [choice("Incident marker", YES_NO)],
  ],
  More: [
    ...AIMS_ROWS,
    ...[1, 2].map(
      (number): FieldRow => [
        line(`Last Job ${number}`),
        past(`Last Job ${number} From`, "From"),
        past(`Last Job ${number} To`, "To"),
      ],
    ),
    [choice("Rent / Mortgage", options({ "not-known": "Not Known", rent: "Rent", mortgage: "Mortgage" }))],
    [choice("Council Tax", options({ "not-known": "Not Known", yes: "Yes", no: "No" }))],
    [choice("Dependants", options({ "not-known": "Not Known", yes: "Yes", no: "No" }))],
    [choice("Driving Licence", [NOT_RECORDED, ...options({ provisional: "Provisional", full: "Full" })])],
    [choice("Endorsement", YES_NO)],
    [choice("Car Owner", YES_NO)],
    [notes("Additional support needs")],
  ],
  IWBC: [
    [
      choice("Result", [
        { value: "", name: "Choose" },
        ...options({ "better-off": "Better off", "worse-off": "Worse off", "no-difference": "No difference" }),
      ]),
    ],
    [notes("IWBC Notes")],
    [{ name: "IWBC Date", kind: "date" }],
  ],
  JSAg: [
    ...AIMS_ROWS,
    [notes("Availability")],
    [notes("Restrictions")],
    [notes("Actions agreed")],
    [past("Date signed")],
  ],
  Qualification: [
    [line("Level")],
    [line("Subject")],
    [line("Outcome")],
    [past("Date Completed")],
    [choice("Kind", options({ qualification: "Qualification", "basic-skills": "Basic Skills Assessment" }))],
    [{ name: "AP", kind: "tick", caption: "Shown on the Action Plan" }],
  ],
};

/** What a client group is called. */
export function groupName(group: string): string {
  return group === "LP" ? "Lone parent" : group;
}

function options(names: Readonly<Record<string, string>>): FieldOption[] {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}
