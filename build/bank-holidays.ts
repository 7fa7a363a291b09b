import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { civilDateSchema } from "../shared/dates.ts";
import { type Nation, nationSchema } from "../shared/jets/contract-terms.ts";

/** One bank holiday as resources/bank-holidays.json holds it: the day, its name, and the nations that have it. */
export type BankHolidayRow = readonly [date: string, name: string, nations: string];

const FIRST_YEAR = 2000;
const LAST_YEAR = 2060;
const SATURDAY = 6;

/** What date-holidays does not know: a day that is none, one that is, or one in the place of another. */
const correctionsSchema = z.array(
  z.strictObject({
    nations: z.array(nationSchema),
    not: civilDateSchema.optional(),
    date: civilDateSchema.optional(),
    name: z.string().optional(),
    reason: z.string().min(1),
  }),
);

/**
 * Every bank holiday on a weekday that date-holidays and the corrections know. The product keeps the outcome as a file,
 * since the library brings the holidays of the whole world and would be in memory for these few.
 */
export function bankHolidayRows(): BankHolidayRow[] {
  const nationsOf = new Map<string, { name: string; nations: Nation[] }>();
  const add = (date: string, name: string, nation: Nation) => {
    const key = `${date} ${name}`;
    const row = nationsOf.get(key) ?? { name, nations: [] };
    nationsOf.set(key, { name, nations: [...row.nations, nation] });
  };
  for (const nation of nationSchema.options) {
    for (const [date, name] of correctedHolidays(nation)) add(date, name, nation);
  }
  return [...nationsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { name, nations }]) => [key.slice(0, 10), name, nations.join(" ")]);
}

function correctedHolidays(nation: Nation): Map<string, string> {
  const library = new Holidays("GB", nation);
  const found = new Map<string, string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const { type, date, name } of library.getHolidays(year)) {
      const day = date.slice(0, 10);
      if (type === "public" && Temporal.PlainDate.from(day).dayOfWeek < SATURDAY)
        found.set(day, name.replace("January 2nd", "2nd January"));
    }
  }
  const file = readFileSync(new URL("bank-holiday-corrections.json", import.meta.url), "utf8");
  for (const { nations, not, date, name } of correctionsSchema.parse(JSON.parse(file))) {
    if (!nations.includes(nation)) continue;
    if (not) found.delete(not);
    if (date && name) found.set(date, name);
  }
  return found;
}

/** The file's text: one holiday a line. */
export function bankHolidayFile(rows: readonly BankHolidayRow[]): string {
  const lines = rows.map((row) => `  [${row.map((part) => JSON.stringify(part)).join(", ")}]`);
  return `[\n${lines.join(",\n")}\n]\n`;
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, "..", "resources", "bank-holidays.json"), bankHolidayFile(bankHolidayRows()));
}
