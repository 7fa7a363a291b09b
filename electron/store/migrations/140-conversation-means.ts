/** Whether a conversation was held by telephone; of those noted before, nobody said. */
export const conversationMeans = {
  version: 140,
  sql: `
ALTER TABLE conversation ADD COLUMN is_by_telephone INTEGER NOT NULL DEFAULT 0 CHECK (is_by_telephone IN (0, 1));
`,
} as const;
