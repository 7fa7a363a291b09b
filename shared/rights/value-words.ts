import { CHALLENGES } from "../action-plan/challenges.ts";
import { formatDate, formatMoment, isCivilDate, momentSchema } from "../dates.ts";

const YES_NO = [
  "disabled_person",
  "incident_marker",
  "endorsement",
  "car_owner",
  "on_plan",
  "is_cancelled",
  "is_by_telephone",
];
const CHOICES: Readonly<Record<string, string>> = {
  "full-time": "Full Time",
  "part-time": "Part Time",
  either: "Either Full/Part Time",
  "not-known": "Not Known",
  rent: "Rent",
  mortgage: "Mortgage",
  yes: "Yes",
  no: "No",
  provisional: "Provisional",
  full: "Full",
  "better-off": "Better off",
  "worse-off": "Worse off",
  "no-difference": "No difference",
  qualification: "Qualification",
  "basic-skills": "Basic Skills Assessment",
  lms: "Action Plan",
  jets: "JETS in Scotland",
  client: "Client",
  pa: "PA (Personal Adviser)",
  telephone: "By telephone",
  present: "Present",
  "not-present": "The client was not present",
  clerical: "Made on paper",
  other: "Other",
  ftp: "Fail to participate",
  booked: "Booked",
  held: "Held",
  cancelled: "Cancelled",
  blank: "Blank",
  filled: "Filled from the plan",
  elsewhere: "Taken in: it had no number, or one from elsewhere",
  issued: "Issued",
  entered: "Entered",
  item: "Action Item",
  "amended-item": "Amended Action Item",
  "closed-item": "Closed Action Item",
  review: "Review",
  text: "Text of a tab",
  appointment: "Appointment",
  "e-mail": "E-mail",
  letter: "Letter",
  "face-to-face": "Face to face",
  video: "By video",
  paper: "On paper",
  electronic: "Electronically",
  ...Object.fromEntries(CHALLENGES.map(({ code, name }) => [code, name])),
};
/** Columns whose values are one of a few codes. */
const CODED =
  /^(preferred_hours|rent_or_mortgage|council_tax|dependants|driving_licence|result|kind|plan_kind|assigned_to|creation_reason|attendance|status|challenge|origin|state|means|preferred_means|form)$/;

/** A stored value as people read it; blank where nothing is recorded. */
export function valueInWords(column: string, value: string | number | null): string {
  if (value === null || value === "") return "";
  const text = String(value);
  if (text.startsWith("data:image/")) return "A picture";
  if (YES_NO.includes(column)) return text === "1" ? "Yes" : "No";
  if (CODED.test(column)) return CHOICES[text] ?? text;
  if (isCivilDate(text)) return formatDate(text);
  return column.endsWith("_at") && momentSchema.safeParse(text).success ? formatMoment(text) : text;
}
