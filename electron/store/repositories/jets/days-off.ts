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

interface OutageRow extends Omit<Outage, "takenBack"> {
  readonly takenBackAt: string | null;
  readonly takenBackBy: string | null;
  readonly takenBackReason: string | null;
}

/** Every outage of the system that was ever recorded, newest first. */
export function listRecordedOutages(reader: Reader): Outage[] {
  return reader
    .all<OutageRow>(
      `SELECT outage.id, from_on AS "from", to_on AS "to", reason, recorded_at AS recordedAt,
              recorder.name AS recordedBy, taken_back_at AS takenBackAt, taker.name AS takenBackBy,
              taken_back_reason AS takenBackReason
       FROM outage JOIN adviser AS recorder ON recorder.id = recorded_by
       LEFT JOIN adviser AS taker ON taker.id = taken_back_by ORDER BY from_on DESC, outage.id DESC`,
    )
    .map(({ takenBackAt: at, takenBackBy: by, takenBackReason: reason, ...outage }) => ({
      ...outage,
      takenBack: at === null ? null : { at, by: by ?? "", reason: reason ?? "" },
    }));
}

/** The outages that due dates are counted by: those that were not taken back, newest first. */
export function listOutages(reader: Reader): Outage[] {
  return listRecordedOutages(reader).filter(({ takenBack }) => takenBack === null);
}

/** Marks an outage as taken back. */
export function markOutageTakenBack(
  writer: Writer,
  id: string,
  { at, adviserId, reason }: { readonly at: string; readonly adviserId: string; readonly reason: string },
): void {
  writer.update("outage", id, { taken_back_at: at, taken_back_by: adviserId, taken_back_reason: reason });
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
