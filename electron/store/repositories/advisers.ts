import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** An adviser as stored. */
export interface Adviser {
  readonly id: string;
  readonly name: string;
}

/** An adviser with what only the office's own list shows. */
export interface ListedAdviser extends Adviser {
  readonly staffNumber: string;
  readonly isRetired: boolean;
}

/** Adds an adviser. */
export function insertAdviser(writer: Writer, adviser: Adviser & { readonly staffNumber: string }): void {
  const { id, name, staffNumber } = adviser;
  writer.insert("adviser", { id, name, staff_number: staffNumber, retired_at: null });
}

/** Gives an adviser another name. */
export function renameAdviser(writer: Writer, id: string, name: string): void {
  writer.update("adviser", id, { name });
}

/** Retires an adviser, whose name stays on what they recorded. */
export function retireAdviser(writer: Writer, id: string, at: string): void {
  writer.update("adviser", id, { retired_at: at });
}

/** Every adviser who has not retired, in order of entry. */
export function listAdvisers(reader: Reader): Adviser[] {
  return reader.all<Adviser>("SELECT id, name FROM adviser WHERE retired_at IS NULL ORDER BY id");
}

/** Every adviser there ever was, in order of entry. */
export function listEveryAdviser(reader: Reader): ListedAdviser[] {
  const rows = reader.all<Adviser & { staffNumber: string; retiredAt: string | null }>(
    "SELECT id, name, staff_number AS staffNumber, retired_at AS retiredAt FROM adviser ORDER BY id",
  );
  return rows.map(({ retiredAt, ...adviser }) => ({ ...adviser, isRetired: retiredAt !== null }));
}
