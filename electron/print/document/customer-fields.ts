import { AGE_BANDS, type PulledDetails } from "../../../shared/client-record/pull-through.ts";
import { formatDate } from "../../../shared/dates.ts";
import { isBlank } from "../../../shared/text.ts";

/** A label and its value; a long one has a row to itself. */
export interface Field {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
}

/** The jobs a customer looks for. */
export function wantedJobs({ jobPreferences, preferredHours }: PulledDetails["aims"]): Field[] {
  const preferences = jobPreferences.flatMap(({ job, soc }, index): Field[] => {
    const label = `Job Pref ${index + 1}`;
    if (isBlank(job)) return [{ label: `${label} SOC`, value: soc, isLong: true }];
    if (isBlank(soc)) return [{ label, value: job, isLong: true }];
    return [
      { label, value: job },
      { label: "SOC", value: soc },
    ];
  });
  return printed([...preferences, { label: "Preferred Hours", value: preferredHours, isLong: true }]);
}

/** The jobs a customer had. */
export function employment({ lastJobs }: PulledDetails["employment"]): Field[] {
  return printed(
    lastJobs.map(({ job, from, to }, index) => {
      const dates = [from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(" ");
      const value = [isBlank(job) ? "" : job, dates].filter(Boolean).join(", ");
      return { label: `Last Job ${index + 1}`, value, isLong: true };
    }),
  );
}

/** What bears on the work a customer can take. */
export function circumstances(details: PulledDetails["circumstances"]): Field[] {
  const childAges = AGE_BANDS.map(({ band }, index) => ({ band, children: details.childrenByBand[index] ?? 0 }))
    .filter(({ children }) => children > 0)
    .map(({ band, children }) => `(${band}) ${children}`)
    .join(", ");
  return printed([
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
  ]);
}

/** A customer's qualifications: level, subject, outcome and date of each. */
export function qualificationRows(qualifications: PulledDetails["qualifications"]): string[][] {
  return qualifications
    .map(({ level, subject, outcome, completed }) => [level, subject, outcome, formatDate(completed)])
    .filter((cells) => cells.some((cell) => !isBlank(cell)));
}

/** What is empty or not known is left off (¶118). "No" is an answer and is printed. */
function printed(fields: readonly Field[]): Field[] {
  return fields.filter(({ value }) => !isBlank(value) && value !== "N/K");
}
