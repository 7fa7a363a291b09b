import { freeText, noDoubleQuotes } from "./free-text.ts";

/**
 * The first and the last target date of each LMS plan's open items, '' where none is open, so that the work list finds
 * what is due without walking every plan of the office. It is derived and no record: triggers keep it, as an index is kept.
 */
const planOutlook = `
CREATE TABLE plan_outlook (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  saved_by TEXT NOT NULL,
  first_target TEXT NOT NULL,
  last_target TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_outlook_first ON plan_outlook (first_target, plan_id) WHERE first_target <> '';
CREATE INDEX plan_outlook_first_of ON plan_outlook (saved_by, first_target, plan_id) WHERE first_target <> '';
CREATE INDEX plan_outlook_last ON plan_outlook (last_target, plan_id);
CREATE INDEX plan_outlook_last_of ON plan_outlook (saved_by, last_target, plan_id);

INSERT INTO plan_outlook (plan_id, saved_by, first_target, last_target)
SELECT id, saved_by, ${targetOf("MIN", "plan.id")}, ${targetOf("MAX", "plan.id")} FROM plan WHERE kind = 'lms';

CREATE TRIGGER plan_outlook_of_new_plan AFTER INSERT ON plan WHEN NEW.kind = 'lms'
BEGIN
  INSERT INTO plan_outlook (plan_id, saved_by, first_target, last_target)
  VALUES (NEW.id, NEW.saved_by, ${targetOf("MIN", "NEW.id")}, ${targetOf("MAX", "NEW.id")});
END;
CREATE TRIGGER plan_outlook_of_plan AFTER UPDATE OF saved_by ON plan WHEN NEW.saved_by <> OLD.saved_by
BEGIN
  UPDATE plan_outlook SET saved_by = NEW.saved_by WHERE plan_id = NEW.id;
END;
${itemTrigger("new_item", "INSERT", "NEW")}
${itemTrigger("item", "UPDATE OF target_date, date_closed", "NEW")}
${itemTrigger("gone_item", "DELETE", "OLD")}`;

function targetOf(which: "MIN" | "MAX", planId: string): string {
  return `COALESCE((SELECT ${which}(target_date) FROM action_item WHERE plan_id = ${planId} AND date_closed IS NULL), '')`;
}

function itemTrigger(name: string, event: string, row: "NEW" | "OLD"): string {
  return `CREATE TRIGGER plan_outlook_of_${name} AFTER ${event} ON action_item
BEGIN
  UPDATE plan_outlook
  SET first_target = ${targetOf("MIN", `${row}.plan_id`)}, last_target = ${targetOf("MAX", `${row}.plan_id`)}
  WHERE plan_id = ${row}.plan_id;
END;`;
}

/** What the course of an interview and the work between interviews need. */
export const interviewWork = {
  version: 20,
  sql: `
ALTER TABLE action_item ADD COLUMN challenge TEXT
  CHECK (challenge IN ('belief', 'labour-market', 'jobsearch', 'presenting', 'keeping'));
CREATE INDEX action_item_open ON action_item (plan_id, target_date) WHERE date_closed IS NULL;

-- The last digits of a NINO with its letter: a letter is rare among those of the same digits.
CREATE INDEX client_nino_letter ON client (substr(nino, 9), reversed_nino);

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
CREATE INDEX appointment_day ON appointment (date, time, id) WHERE status = 'booked';
CREATE INDEX appointment_adviser ON appointment (adviser_id, date, time, id) WHERE status = 'booked';

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
CREATE INDEX workflow_waiting ON workflow (check_date, id) WHERE done_at IS NULL;
CREATE INDEX workflow_adviser ON workflow (set_by, check_date, id) WHERE done_at IS NULL;

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
CREATE INDEX draft_kept ON draft (kept_at);

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
${planOutlook}`,
} as const;
