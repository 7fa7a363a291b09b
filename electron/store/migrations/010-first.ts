import { freeText, noDoubleQuotes } from "./free-text.ts";

/** The first layout of the store. */
export const first = {
  version: 10,
  sql: `
CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE adviser (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  staff_number TEXT NOT NULL,
  retired_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  nino TEXT NOT NULL UNIQUE,
  ${freeText("title")},
  ${freeText("surname")},
  ${freeText("forenames")},
  date_of_birth TEXT NOT NULL,
  ${freeText("address_1")},
  ${freeText("address_2")},
  ${freeText("address_3")},
  ${freeText("address_4")},
  ${freeText("postcode")},
  ${freeText("telephone")},
  ${freeText("mobile")},
  ${freeText("email")},
  ${freeText("benefit")},
  ${freeText("client_group")},
  ${freeText("status")},
  disabled_person INTEGER NOT NULL CHECK (disabled_person IN (0, 1)),
  incident_marker INTEGER NOT NULL CHECK (incident_marker IN (0, 1)),
  folded_name TEXT NOT NULL,
  sound TEXT NOT NULL,
  reversed_nino TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX client_folded_name ON client (folded_name);
CREATE INDEX client_sound ON client (sound, folded_name);
CREATE INDEX client_reversed_nino ON client (reversed_nino);
CREATE INDEX client_date_of_birth ON client (date_of_birth, folded_name);

CREATE TABLE client_more (
  id TEXT PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
  ${freeText("job_pref_1")},
  ${freeText("soc_1")},
  ${freeText("job_pref_2")},
  ${freeText("soc_2")},
  ${freeText("job_pref_3")},
  ${freeText("soc_3")},
  preferred_hours TEXT,
  ${freeText("last_job_1")},
  last_job_1_from TEXT,
  last_job_1_to TEXT,
  ${freeText("last_job_2")},
  last_job_2_from TEXT,
  last_job_2_to TEXT,
  rent_or_mortgage TEXT NOT NULL,
  council_tax TEXT NOT NULL,
  dependants TEXT NOT NULL,
  driving_licence TEXT,
  endorsement INTEGER NOT NULL CHECK (endorsement IN (0, 1)),
  car_owner INTEGER NOT NULL CHECK (car_owner IN (0, 1)),
  ${freeText("support_needs")},
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE qualification (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  ${freeText("level")},
  ${freeText("subject")},
  ${freeText("outcome")},
  completed TEXT,
  kind TEXT NOT NULL,
  on_plan INTEGER NOT NULL CHECK (on_plan IN (0, 1)),
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX qualification_client ON qualification (client_id, position);

CREATE TABLE child (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  date_of_birth TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX child_client ON child (client_id, position);

CREATE TABLE iwbc (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  result TEXT,
  ${freeText("notes")},
  date TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX iwbc_client ON iwbc (client_id, changed_at);

CREATE TABLE jsag (
  id TEXT PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
  ${freeText("job_pref_1")},
  ${freeText("soc_1")},
  ${freeText("job_pref_2")},
  ${freeText("soc_2")},
  ${freeText("job_pref_3")},
  ${freeText("soc_3")},
  preferred_hours TEXT,
  signed TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE interview (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  attendance TEXT NOT NULL,
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX interview_client ON interview (client_id, started_at);
CREATE UNIQUE INDEX interview_open_client ON interview (client_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX interview_open_adviser ON interview (adviser_id) WHERE ended_at IS NULL;

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('lms', 'jets')),
  ${freeText("aims")},
  ${freeText("employment")},
  ${freeText("qualifications")},
  ${freeText("info")},
  pulled TEXT NOT NULL,
  creation_reason TEXT,
  creation_text TEXT ${noDoubleQuotes("creation_text")},
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES adviser (id),
  version INTEGER NOT NULL,
  UNIQUE (client_id, kind)
) STRICT;

CREATE TABLE action_item (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  ${freeText("text")},
  assigned_to TEXT NOT NULL CHECK (assigned_to IN ('client', 'pa')),
  target_date TEXT NOT NULL,
  date_created TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES adviser (id),
  interview_id TEXT REFERENCES interview (id),
  date_closed TEXT,
  closed_interview_id TEXT REFERENCES interview (id),
  amended_at TEXT,
  amended_by TEXT REFERENCES adviser (id)
) STRICT;
CREATE INDEX action_item_plan ON action_item (plan_id, target_date);
CREATE INDEX action_item_closed ON action_item (date_closed) WHERE date_closed IS NOT NULL;

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES action_item (id) ON DELETE CASCADE,
  ${freeText("text")},
  date_created TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES adviser (id),
  interview_id TEXT REFERENCES interview (id),
  amended_at TEXT,
  amended_by TEXT REFERENCES adviser (id)
) STRICT;
CREATE INDEX review_item ON review (item_id, created_at);
CREATE INDEX review_interview ON review (interview_id, item_id) WHERE interview_id IS NOT NULL;

CREATE TABLE plan_save (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  plan_version INTEGER NOT NULL,
  interview_id TEXT REFERENCES interview (id),
  saved_at TEXT NOT NULL,
  items_added INTEGER NOT NULL,
  items_changed INTEGER NOT NULL,
  closures INTEGER NOT NULL,
  reviews_added INTEGER NOT NULL,
  reviews_changed INTEGER NOT NULL,
  reviews_deleted INTEGER NOT NULL,
  texts_changed INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_save_interview ON plan_save (interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE print (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  plan_version INTEGER NOT NULL,
  interview_id TEXT REFERENCES interview (id),
  adviser_id TEXT NOT NULL REFERENCES adviser (id),
  option TEXT NOT NULL,
  style TEXT NOT NULL,
  pages INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  handed_over_at TEXT,
  handed_over_interview_id TEXT REFERENCES interview (id)
) STRICT;
CREATE INDEX print_plan ON print (plan_id, plan_version);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('read', 'change')),
  action TEXT NOT NULL,
  adviser_id TEXT,
  client_id TEXT,
  interview_id TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_client ON audit (client_id, id);
CREATE INDEX audit_changed_at ON audit (at) WHERE kind = 'change';

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT,
  value_hash TEXT NOT NULL
) STRICT;
CREATE INDEX change_audit ON change (audit_id);
CREATE INDEX change_row ON change (row_id, id);

-- What stood before and after lies beside the chain, so that purge and erasure can empty it and the chain still holds.
CREATE TABLE change_value (
  id INTEGER PRIMARY KEY REFERENCES change (id),
  salt TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;
CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;
CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;
`,
} as const;
