import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** An adviser as stored. */
export interface Adviser {
  readonly id: string;
  readonly name: string;
}

/** Adds an adviser. */
export function insertAdviser(writer: Writer, adviser: Adviser & { readonly staffNumber: string }): void {
  const { id, name, staffNumber } = adviser;
  writer.insert("adviser", { id, name, staff_number: staffNumber, retired_at: null });
}

/** Every adviser who has not retired, in order of entry. */
export function listAdvisers(reader: Reader): Adviser[] {
  return reader.all<Adviser>("SELECT id, name FROM adviser WHERE retired_at IS NULL ORDER BY id");
}
