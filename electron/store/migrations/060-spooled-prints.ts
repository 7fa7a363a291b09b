/** What came out of a printer, and how a copy came to the customer. */
export const spooledPrints = {
  version: 60,
  sql: `
ALTER TABLE print ADD COLUMN copies INTEGER NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 99);
ALTER TABLE print ADD COLUMN printer TEXT;
ALTER TABLE print ADD COLUMN spooled_at TEXT;
ALTER TABLE print ADD COLUMN means TEXT CHECK (means IN ('handed', 'post', 'electronic'));
UPDATE print SET means = 'handed' WHERE handed_over_at IS NOT NULL;
`,
} as const;
