import type { OfficeWord } from "../../../shared/spelling/spelling.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

const SELECT = `
  SELECT office_word.id, word, added_at AS addedAt, adviser.name AS addedBy
  FROM office_word JOIN adviser ON adviser.id = office_word.added_by`;

/** The office's own words with who added them, in no order that matters. */
export function listOfficeWords(reader: Reader): OfficeWord[] {
  return reader.all<OfficeWord>(`${SELECT} ORDER BY word`);
}

/** The office's own words alone. */
export function readOfficeWords(reader: Reader): string[] {
  return reader.all<{ word: string }>("SELECT word FROM office_word").map(({ word }) => word);
}

/** An office's word as it is spelt. */
export function findOfficeWord(reader: Reader, word: string): OfficeWord | undefined {
  return reader.get<OfficeWord>(`${SELECT} WHERE word = ?`, word);
}

/** Tells whether a word is still in the office's dictionary. */
export function hasOfficeWord(reader: Reader, id: string): boolean {
  return reader.get("SELECT 1 AS found FROM office_word WHERE id = ?", id) !== undefined;
}

/** Adds a word. */
export function insertOfficeWord(
  writer: Writer,
  { id, word, addedAt, adviserId }: Omit<OfficeWord, "addedBy"> & { readonly adviserId: string },
): void {
  writer.insert("office_word", { id, word, added_at: addedAt, added_by: adviserId });
}

/** Takes a word out. */
export function removeOfficeWord(writer: Writer, id: string): void {
  writer.remove("office_word", id);
}
