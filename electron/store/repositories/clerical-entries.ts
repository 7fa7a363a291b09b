import type { ClericalEntryKind } from "../../../shared/clerical/clerical-form.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** One entry of a form and what it became: an item's or a review's id, or a tab. */
export interface StoredEntry {
  readonly id: string;
  readonly kind: ClericalEntryKind;
  readonly target: string;
  readonly happenedOn: CivilDate;
}

/** An entry with who found that it is as on the paper. */
export interface CheckedEntry extends StoredEntry {
  readonly checkedAt: string | null;
  readonly checkedBy: string | null;
}

/** The entries of a form in the order in which they were written. */
export function listClericalEntries(reader: Reader, formId: string): CheckedEntry[] {
  return reader.all<CheckedEntry>(
    `SELECT clerical_entry.id, kind, target, happened_on AS happenedOn, checked_at AS checkedAt, adviser.name AS checkedBy
     FROM clerical_entry LEFT JOIN adviser ON adviser.id = checked_by WHERE form_id = ? ORDER BY place`,
    formId,
  );
}

/** Adds entries after those that the form has. */
export function insertClericalEntries(writer: Writer, formId: string, entries: readonly StoredEntry[]): void {
  const before = listClericalEntries(writer, formId).length;
  for (const [index, { id, kind, target, happenedOn }] of entries.entries()) {
    writer.insert("clerical_entry", {
      ...{ id, form_id: formId, place: before + index, kind, target, happened_on: happenedOn },
      checked_at: null,
      checked_by: null,
    });
  }
}

/** Ticks an entry off, or takes the tick back. */
export function checkClericalEntry(
  writer: Writer,
  id: string,
  check: { readonly at: string; readonly adviserId: string } | null,
): void {
  writer.update("clerical_entry", id, { checked_at: check?.at ?? null, checked_by: check?.adviserId ?? null });
}
