import { freeText } from "./free-text.ts";

/** Clerical forms, which stay until they are entered or cancelled, and what each of their entries became. */
export const clericalForms = {
  version: 100,
  sql: `
CREATE TABLE clerical_form (
  id TEXT PRIMARY KEY,
  serial TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('blank', 'filled', 'elsewhere')),
  state TEXT NOT NULL CHECK (state IN ('issued', 'entered', 'cancelled')),
  client_id TEXT REFERENCES client (id) ON DELETE CASCADE,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL REFERENCES adviser (id),
  ${freeText("paper_serial")},
  ${freeText("reason")},
  happened_on TEXT,
  form_adviser_id TEXT REFERENCES adviser (id),
  interview_id TEXT REFERENCES interview (id),
  entered_at TEXT,
  entered_by TEXT REFERENCES adviser (id),
  CHECK ((state = 'entered') = (entered_at IS NOT NULL))
) STRICT;
CREATE INDEX clerical_form_waiting ON clerical_form (issued_at, id) WHERE state = 'issued';
CREATE INDEX clerical_form_waiting_of ON clerical_form (issued_by, issued_at, id) WHERE state = 'issued';
CREATE INDEX clerical_form_client ON clerical_form (client_id);
CREATE INDEX clerical_form_paper ON clerical_form (paper_serial) WHERE paper_serial <> '';

-- Items and reviews are purged in their time (AI-7); what is left of an entry then is that there was one.
CREATE TABLE clerical_entry (
  id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL REFERENCES clerical_form (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('item', 'amended-item', 'closed-item', 'review', 'text')),
  target TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  checked_at TEXT,
  checked_by TEXT REFERENCES adviser (id)
) STRICT;
CREATE INDEX clerical_entry_form ON clerical_entry (form_id, place);
CREATE INDEX clerical_entry_unchecked ON clerical_entry (form_id) WHERE checked_at IS NULL;
`,
} as const;
