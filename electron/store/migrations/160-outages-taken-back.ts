import { noDoubleQuotes } from "./free-text.ts";

/** An outage that was recorded by mistake is taken back: it stays in the list, with who took it back, when and why. */
export const outagesTakenBack = {
  version: 160,
  sql: `
ALTER TABLE outage ADD COLUMN taken_back_at TEXT;
ALTER TABLE outage ADD COLUMN taken_back_by TEXT REFERENCES adviser (id);
ALTER TABLE outage ADD COLUMN taken_back_reason TEXT ${noDoubleQuotes("taken_back_reason")};
`,
} as const;
