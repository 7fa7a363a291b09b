import { freeText } from "./free-text.ts";

/** Participants under a contract such as JETS in Scotland: their course, signatures, interactions and plan reviews. */
export const jets = {
  version: 110,
  sql: `
CREATE TABLE participant (
  id TEXT PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
  contract TEXT NOT NULL,
  referred_on TEXT,
  engaged_on TEXT,
  start_appointment_on TEXT,
  started_on TEXT,
  due_on TEXT,
  shown_on TEXT,
  agreed_on TEXT,
  agreed_at TEXT,
  agreed_by TEXT REFERENCES adviser (id),
  agreed_version INTEGER,
  agreed_hash TEXT,
  preferred_means TEXT CHECK (preferred_means IN ('face-to-face', 'telephone', 'video')),
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  version INTEGER NOT NULL,
  CHECK ((agreed_on IS NULL) = (agreed_at IS NULL))
) STRICT;
CREATE INDEX participant_due ON participant (due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX participant_waiting ON participant (due_on, id) WHERE due_on IS NOT NULL AND agreed_on IS NULL;
CREATE INDEX participant_waiting_of ON participant (adviser_id, due_on, id)
  WHERE due_on IS NOT NULL AND agreed_on IS NULL;

CREATE TABLE review_interval (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  working_days INTEGER NOT NULL CHECK (working_days > 0),
  ${freeText("reason")},
  decided_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;
CREATE INDEX review_interval_client ON review_interval (client_id, recorded_at);

CREATE TABLE plan_review (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  counted_from TEXT NOT NULL,
  working_days INTEGER NOT NULL CHECK (working_days > 0),
  due_on TEXT NOT NULL,
  shown_on TEXT,
  participant_on TEXT,
  provider_on TEXT,
  completed_on TEXT,
  means TEXT CHECK (means IN ('face-to-face', 'telephone', 'video')),
  ${freeText("text")},
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id),
  CHECK ((completed_on IS NOT NULL) = (participant_on IS NOT NULL AND provider_on IS NOT NULL))
) STRICT;
CREATE INDEX plan_review_client ON plan_review (client_id, due_on);
CREATE INDEX plan_review_due ON plan_review (due_on, client_id);
CREATE UNIQUE INDEX plan_review_waiting ON plan_review (client_id) WHERE completed_on IS NULL;
CREATE INDEX plan_review_shown ON plan_review (shown_on, client_id) WHERE completed_on IS NULL;

-- The day of a plan's first save is read for every participant.
CREATE INDEX plan_save_plan ON plan_save (plan_id, saved_at);

CREATE TABLE activity_details (
  id TEXT PRIMARY KEY REFERENCES action_item (id) ON DELETE CASCADE,
  ${freeText("what")},
  what_understood_on TEXT,
  ${freeText("why")},
  why_understood_on TEXT,
  ${freeText("by_when")},
  when_understood_on TEXT,
  ${freeText("considered")},
  ${freeText("smart_specific")},
  ${freeText("smart_measurable")},
  ${freeText("smart_achievable")},
  ${freeText("smart_realistic")},
  ${freeText("smart_time_bound")},
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;

CREATE TABLE interaction (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  happened_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('appointment', 'telephone', 'e-mail', 'letter', 'other')),
  means TEXT CHECK (means IN ('face-to-face', 'telephone', 'video')),
  ${freeText("text")},
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;
CREATE INDEX interaction_client ON interaction (client_id, happened_on, id);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  interaction_id TEXT NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
  ${freeText("name")},
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0 AND bytes <= 10485760),
  content_hash TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;
CREATE INDEX attachment_interaction ON attachment (interaction_id, added_at);

-- The files themselves; the record of changes keeps their hashes, not another copy of them.
CREATE TABLE attachment_content (
  attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE signature (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject IN ('plan', 'interaction')),
  interaction_id TEXT REFERENCES interaction (id) ON DELETE CASCADE,
  party TEXT NOT NULL CHECK (party IN ('participant', 'provider')),
  manner TEXT NOT NULL CHECK (manner IN ('drawn', 'typed', 'paper', 'refused', 'could-not')),
  ${freeText("name")},
  strokes TEXT,
  signed_on TEXT NOT NULL,
  ${freeText("reason")},
  annotation TEXT,
  content_hash TEXT NOT NULL,
  plan_version INTEGER,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id),
  CHECK ((subject = 'interaction') = (interaction_id IS NOT NULL)),
  CHECK ((manner = 'drawn') = (strokes IS NOT NULL)),
  CHECK (manner NOT IN ('refused', 'could-not') OR reason <> '' OR annotation IS NOT NULL)
) STRICT;
CREATE INDEX signature_client ON signature (client_id, recorded_at);
CREATE INDEX signature_interaction ON signature (interaction_id) WHERE interaction_id IS NOT NULL;

CREATE TABLE information_request (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES participant (id) ON DELETE CASCADE,
  asked_on TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('paper', 'electronic')),
  ${freeText("note")},
  answered_on TEXT,
  answered_by TEXT REFERENCES adviser (id),
  print_id TEXT REFERENCES print (id) ON DELETE SET NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;
CREATE INDEX information_request_client ON information_request (client_id, asked_on);

CREATE TABLE local_holiday (
  id TEXT PRIMARY KEY,
  date TEXT NOT NULL UNIQUE,
  ${freeText("name")},
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES adviser (id)
) STRICT;

CREATE TABLE outage (
  id TEXT PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  ${freeText("reason")},
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES adviser (id),
  CHECK (from_on <= to_on)
) STRICT;
`,
} as const;
