import { noDoubleQuotes } from "./free-text.ts";

/** The office's own dictionary, which every spelling check of the office goes by (¶110). */
export const officeWords = {
  version: 30,
  sql: `
CREATE TABLE office_word (
  id TEXT PRIMARY KEY,
  word TEXT NOT NULL UNIQUE ${noDoubleQuotes("word")},
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;`,
} as const;
