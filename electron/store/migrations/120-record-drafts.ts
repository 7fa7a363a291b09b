/** What is typed in the windows of the client record and not saved yet, one row for each window of each adviser. */
export const recordDrafts = {
  version: 120,
  sql: `
-- Like the table draft it holds no records: it is kept without a line in the audit (unrecorded.ts).
CREATE TABLE record_draft (
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  client_id TEXT REFERENCES client (id) ON DELETE CASCADE,
  form TEXT NOT NULL CHECK ((form = 'New client') = (client_id IS NULL)),
  content TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
-- The draft of a client who is not there yet has no client, and is one of a kind too.
CREATE UNIQUE INDEX record_draft_of ON record_draft (adviser_id, form, ifnull(client_id, ''));
CREATE INDEX record_draft_client ON record_draft (client_id, adviser_id) WHERE client_id IS NOT NULL;
CREATE INDEX record_draft_adviser ON record_draft (adviser_id, kept_at, client_id);
CREATE INDEX record_draft_kept ON record_draft (kept_at, client_id);
`,
} as const;
