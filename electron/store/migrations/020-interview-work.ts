import { freeText, noDoubleQuotes } from "./free-text.ts";

/** What the course of an interview and the work between interviews need. */
export const interviewWork = {
  version: 20,
  sql: `
ALTER TABLE action_item ADD COLUMN challenge TEXT
  CHECK (challenge IN ('belief', 'labour-market', 'jobsearch', 'presenting', 'keeping'));
CREATE INDEX action_item_open_target ON action_item (target_date) WHERE date_closed IS NULL;
CREATE INDEX plan_saved_by ON plan (saved_by, saved_at);

ALTER TABLE interview ADD COLUMN ended_by TEXT REFERENCES adviser (id);
ALTER TABLE interview ADD COLUMN end_reason TEXT ${noDoubleQuotes("end_reason")};
ALTER TABLE interview ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1));

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  kind TEXT NOT NULL,
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  status TEXT NOT NULL CHECK (status IN ('booked', 'held', 'cancelled')),
  interview_id TEXT REFERENCES interview (id),
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_client ON appointment (client_id, date, time) WHERE status = 'booked';
CREATE INDEX appointment_day ON appointment (date, time) WHERE status = 'booked';

CREATE TABLE participation_answer (
  id TEXT PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  ${freeText("answer")},
  UNIQUE (interview_id, question)
) STRICT;

CREATE TABLE doubt (
  id TEXT PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ftp', 'other')),
  ${freeText("text")},
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id),
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES adviser (id),
  settled_at TEXT,
  settled_by TEXT REFERENCES adviser (id),
  ${freeText("outcome")}
) STRICT;
CREATE INDEX doubt_client ON doubt (client_id, recorded_at);
CREATE INDEX doubt_interview ON doubt (interview_id);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  ${freeText("text")},
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES adviser (id),
  interview_id TEXT REFERENCES interview (id),
  closes_item_id TEXT
) STRICT;
CREATE INDEX conversation_client ON conversation (client_id, created_at);

CREATE TABLE workflow (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES action_item (id) ON DELETE CASCADE,
  check_date TEXT NOT NULL,
  ${freeText("note")},
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES adviser (id),
  done_at TEXT,
  done_by TEXT REFERENCES adviser (id),
  ${freeText("outcome")}
) STRICT;
CREATE INDEX workflow_item ON workflow (item_id);
CREATE UNIQUE INDEX workflow_waiting_item ON workflow (item_id) WHERE done_at IS NULL;
CREATE INDEX workflow_waiting ON workflow (check_date) WHERE done_at IS NULL;

-- The three tables below are no records: what they hold is kept without a line in the audit (unrecorded.ts).
CREATE TABLE draft (
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  plan_kind TEXT NOT NULL CHECK (plan_kind IN ('lms', 'jets')),
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  plan_version INTEGER,
  interview_id TEXT REFERENCES interview (id) ON DELETE SET NULL,
  content TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (client_id, plan_kind, adviser_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_adviser ON draft (adviser_id, kept_at);

CREATE TABLE plan_viewing (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  pulled TEXT NOT NULL,
  viewed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (adviser_id, name)
) STRICT, WITHOUT ROWID;
`,
} as const;
