import { noDoubleQuotes } from "./free-text.ts";

/** A column of free text that is added to a table whose rows have none yet. */
function addedText(name: string): string {
  return `${name} TEXT NOT NULL DEFAULT '' ${noDoubleQuotes(name)}`;
}

/** What the record windows hold beyond what an import brings. */
export const recordWindows = {
  version: 40,
  sql: `
ALTER TABLE jsag ADD COLUMN ${addedText("availability")};
ALTER TABLE jsag ADD COLUMN ${addedText("restrictions")};
ALTER TABLE jsag ADD COLUMN ${addedText("actions_agreed")};
ALTER TABLE iwbc ADD COLUMN interview_id TEXT REFERENCES interview (id);
`,
} as const;
