import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import { AGE_BANDS, type PulledDetails } from "../../../shared/client-record/pull-through.ts";
import { formatDate } from "../../../shared/dates.ts";
import { isBlank } from "../../../shared/text.ts";
import type { Block } from "./definition.ts";
import { type Field, fieldRows, row } from "./fields.ts";
import { estimateLines, lineHeight, room, runningText, SIZE, TEXT_WIDTH } from "./page-layout.ts";

/** A section of the print: a heading and what stands under it. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

type Printable = (text: string) => string;

const TEXT_GAP = 5;
/** A text of so many lines is not split over two pages; of a longer one, so many stand on the first. */
const MOST_LINES_KEPT = 6;
const LEAST_LINES = 3;

/** The customer's sections in the tabs' order; those with nothing in them are left out (¶118). */
export function customerSections({ pulled, texts }: Plan, printable: Printable): Section[] {
  const sections = [
    { heading: "Aims", rows: fieldRows(printableFields(aims(pulled.aims), printable)), text: texts.aims },
    {
      heading: "Employment history",
      rows: fieldRows(printableFields(employment(pulled.employment), printable)),
      text: texts.employment,
    },
    {
      heading: "Personal circumstances",
      rows: fieldRows(printableFields(circumstances(pulled.circumstances), printable)),
      text: "",
    },
    {
      heading: "Qualifications",
      rows: qualificationRows(pulled.qualifications, printable),
      text: texts.qualifications,
    },
    { heading: "Other information", rows: [], text: texts.info },
  ];
  return sections
    .map(({ heading, rows, text }) => ({ heading, blocks: [...rows, ...paragraph(text, rows.length > 0, printable)] }))
    .filter(({ blocks }) => blocks.length > 0);
}

function paragraph(text: string, isBelowRows: boolean, printable: Printable): Block[] {
  if (isBlank(text)) return [];
  const printed = printable(text);
  const lines = estimateLines(printed, TEXT_WIDTH, SIZE.text);
  const kept = lines <= MOST_LINES_KEPT ? lines : LEAST_LINES;
  return [
    room(kept * lineHeight(SIZE.text) + TEXT_GAP),
    { text: runningText(printed), margin: [0, isBelowRows ? TEXT_GAP : 0, 0, 0] },
  ];
}

function printableFields(fields: readonly Field[], printable: Printable): Field[] {
  return fields.map((field) => ({ ...field, value: printable(field.value) }));
}

function aims({ jobPreferences, preferredHours }: PulledDetails["aims"]): Field[] {
  const preferences = jobPreferences.flatMap(({ job, soc }, index) => {
    const label = `Job Pref ${index + 1}`;
    if (isBlank(job)) return [{ label: `${label} SOC`, value: soc, isLong: true }];
    if (isBlank(soc)) return [{ label, value: job, isLong: true }];
    return [
      { label, value: job },
      { label: "SOC", value: soc },
    ];
  });
  return [...preferences, { label: "Preferred Hours", value: preferredHours, isLong: true }];
}

function employment({ lastJobs }: PulledDetails["employment"]): Field[] {
  return lastJobs.map(({ job, from, to }, index) => {
    const dates = [from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(" ");
    const value = [isBlank(job) ? "" : job, dates].filter(Boolean).join(", ");
    return { label: `Last Job ${index + 1}`, value, isLong: true };
  });
}

function circumstances(details: PulledDetails["circumstances"]): Field[] {
  const childAges = AGE_BANDS.map(({ band }, index) => ({ band, children: details.childrenByBand[index] ?? 0 }))
    .filter(({ children }) => children > 0)
    .map(({ band, children }) => `(${band}) ${children}`)
    .join(", ");
  return [
    { label: "Paying Rent", value: details.payingRent },
    { label: "Mortgage", value: details.mortgage },
    { label: "Council Tax", value: details.councilTax },
    { label: "DP", value: details.disabledPerson },
    { label: "Driving Licence", value: details.drivingLicence },
    { label: "Car Owner", value: details.carOwner },
    { label: "Endorsement", value: details.endorsement },
    { label: "Dependant", value: details.dependant },
    { label: "Child ages", value: childAges, isLong: true },
    { label: "IWBC", value: details.iwbc },
    { label: "IWBC Date", value: formatDate(details.iwbcDate) },
    { label: "IWBC Notes", value: details.iwbcNotes, isLong: true },
  ];
}

function qualificationRows(qualifications: PulledDetails["qualifications"], printable: Printable): Block[] {
  return qualifications
    .map(({ level, subject, outcome, completed }) => [level, subject, outcome, formatDate(completed)])
    .filter((cells) => cells.some((cell) => !isBlank(cell)))
    .map(([level = "", subject = "", outcome = "", completed = ""]) =>
      row([
        { text: printable(level), width: 120 },
        { text: printable(subject), width: TEXT_WIDTH - 290 },
        { text: printable(outcome), width: 100 },
        { text: completed, width: 70 },
      ]),
    );
}
