import { z } from "zod";
import { civilDateSchema } from "../../shared/dates.ts";
import type { Nation } from "../../shared/jets/contract-terms.ts";
import type { NamedDay } from "../../shared/jets/due-date.ts";
import { readResourceJson } from "./resource-files.ts";

const fileSchema = z.array(z.tuple([civilDateSchema, z.string(), z.string()]));

let read: ReadonlyMap<Nation, readonly NamedDay[]> | undefined;

/** The bank holidays of a nation that fall on weekdays, by date; the file is read when they are first needed. */
export function bankHolidaysOf(nation: Nation): readonly NamedDay[] {
  read ??= readHolidays();
  return read.get(nation) ?? [];
}

/** The bank holidays of a nation in one year that fall on weekdays, by date. */
export function bankHolidays(nation: Nation, year: number): NamedDay[] {
  return bankHolidaysOf(nation).filter(({ date }) => date.startsWith(`${year}-`));
}

function readHolidays(): ReadonlyMap<Nation, readonly NamedDay[]> {
  const byNation = new Map<Nation, NamedDay[]>();
  for (const [date, name, nations] of fileSchema.parse(readResourceJson("bank-holidays.json"))) {
    for (const nation of nations.split(" ") as Nation[]) {
      const days = byNation.get(nation);
      if (days) days.push({ date, name });
      else byNation.set(nation, [{ date, name }]);
    }
  }
  return byNation;
}
