import type { WorkingDays } from "../../../../shared/jets/course-requests.ts";
import type { NamedDay } from "../../../../shared/jets/due-date.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

type LocalHoliday = WorkingDays["localHolidays"][number];
type Outage = WorkingDays["outages"][number];

/** The office's own holidays, by date. */
export function listLocalHolidays(reader: Reader): LocalHoliday[] {
  return reader.all<LocalHoliday>("SELECT id, date, name FROM local_holiday ORDER BY date");
}

/** Adds a holiday of the office's own. */
export function insertLocalHoliday(
  writer: Writer,
  holiday: NamedDay & { readonly id: string },
  { at, adviserId }: { readonly at: string; readonly adviserId: string },
): void {
  writer.insert("local_holiday", { ...holiday, added_at: at, added_by: adviserId });
}

/** Takes a holiday of the office's own back. */
export function removeLocalHoliday(writer: Writer, id: string): void {
  writer.remove("local_holiday", id);
}

/** The recorded outages of the system, newest first. */
export function listOutages(reader: Reader): Outage[] {
  return reader.all<Outage>(
    `SELECT outage.id, from_on AS "from", to_on AS "to", reason, recorded_at AS recordedAt, adviser.name AS recordedBy
     FROM outage JOIN adviser ON adviser.id = recorded_by ORDER BY from_on DESC, outage.id DESC`,
  );
}

/** Records an outage. */
export function insertOutage(
  writer: Writer,
  outage: Pick<Outage, "id" | "from" | "to" | "reason">,
  { at, adviserId }: { readonly at: string; readonly adviserId: string },
): void {
  writer.insert("outage", {
    id: outage.id,
    from_on: outage.from,
    to_on: outage.to,
    reason: outage.reason,
    recorded_at: at,
    recorded_by: adviserId,
  });
}
