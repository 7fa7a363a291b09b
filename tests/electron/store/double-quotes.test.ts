import { v7 } from "uuid";
import { expect, test } from "vitest";
import { seedTraining } from "../../../electron/services/training/seed-training.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import type { Row, Store } from "../../../electron/store/store.ts";
import { transaction } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { insertJetsRows } from "./jets-rows.ts";
import { AUDIT, emptyStore } from "./temporary-store.ts";

const JOB_PREFERENCES = ["job_pref_1", "soc_1", "job_pref_2", "soc_2", "job_pref_3", "soc_3"];

/** Every column of plan and client record that a person writes freely. */
const FREE_TEXT: Readonly<Record<string, readonly string[]>> = {
  client: [
    ...["title", "surname", "forenames", "address_1", "address_2", "address_3", "address_4", "postcode"],
    ...["telephone", "mobile", "email", "benefit", "client_group", "status"],
  ],
  client_more: [...JOB_PREFERENCES, "last_job_1", "last_job_2", "support_needs"],
  qualification: ["level", "subject", "outcome"],
  iwbc: ["notes"],
  jsag: [...JOB_PREFERENCES, "availability", "restrictions", "actions_agreed"],
  plan: ["aims", "employment", "qualifications", "info", "creation_text"],
  action_item: ["text"],
  review: ["text"],
  interview: ["end_reason"],
  participation_answer: ["answer"],
  doubt: ["outcome", "text"],
  conversation: ["text"],
  workflow: ["note", "outcome"],
  clerical_form: ["paper_serial", "reason"],
  review_interval: ["reason"],
  plan_review: ["text"],
  activity_details: [
    ...["what", "why", "by_when", "considered", "smart_specific", "smart_measurable", "smart_achievable"],
    ...["smart_realistic", "smart_time_bound"],
  ],
  interaction: ["text"],
  attachment: ["name"],
  signature: ["name", "reason"],
  information_request: ["note"],
  local_holiday: ["name"],
  outage: ["reason", "taken_back_reason"],
};

/** Text columns that only the product writes: names of things, dates, moments, choices, keys made for finding. */
const NOT_FREE =
  /^(id|nino|kind|contract|means|party|manner|strokes|annotation|form|media_type|content_hash|agreed_hash|preferred_means|counted_from|attendance|challenge|serial|origin|state|happened_on|question|result|date|signed|completed|pulled|creation_reason|rent_or_mortgage|council_tax|dependants|driving_licence|preferred_hours|assigned_to|folded_name|sound|reversed_nino|date_.*|.*_(id|at|by|date|from|to|on))$/;

/** A qualification has a subject too, which is written freely. */
const CHOSEN_SUBJECT = "signature.subject";

const SHAPES = ['"', "\u201C", "\u201D", "\u201E", "\u201F", "\u2033", "\uFF02"];

function seededStore(): Store {
  const store = emptyStore();
  seedTraining(store, { today: "2012-04-16", now: AUDIT.at, newId: () => v7() });
  insertJetsRows(store);
  return store;
}

function columnsOf(store: Store, table: string): string[] {
  return store
    .all<{ name: string; type: string }>("SELECT name, type FROM pragma_table_info(?)", table)
    .filter(({ type }) => type === "TEXT")
    .map(({ name }) => name);
}

test("every text column of plan and client record is known to be free text or not", () => {
  const store = seededStore();
  for (const [table, free] of Object.entries(FREE_TEXT)) {
    const left = columnsOf(store, table).filter(
      (name) => !NOT_FREE.test(name) && `${table}.${name}` !== CHOSEN_SUBJECT,
    );
    expect({ table, columns: left.toSorted() }).toEqual({ table, columns: free.toSorted() });
  }
  expect(migrations.length).toBeGreaterThan(0);
});

const columns = Object.entries(FREE_TEXT).flatMap(([table, names]) => names.map((column) => ({ table, column })));

test("AP-8 no double quotation mark of any shape can be added to or written over any free text", () => {
  const store = seededStore();
  const count = () => store.all("SELECT (SELECT MAX(id) FROM audit) AS lines, (SELECT MAX(id) FROM change) AS changes");
  const before = count();
  const accepted: string[] = [];
  for (const { table, column } of columns) {
    const row = store.get<Row & { id: string }>(`SELECT * FROM ${table} LIMIT 1`);
    if (!row) throw new Error(`The training store has no row in ${table}`);
    for (const quote of SHAPES) {
      const text = `said ${quote}yes${quote}`;
      const attempts = {
        insert: () =>
          transaction(store, AUDIT, (writer) => ok(writer.insert(table, { ...row, id: "new", [column]: text }))),
        update: () => transaction(store, AUDIT, (writer) => ok(writer.update(table, row.id, { [column]: text }))),
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        if (!isRefusedByCheck(attempt)) accepted.push(`${name} ${table}.${column} ${quote}`);
      }
    }
  }
  expect(accepted).toEqual([]);
  expect(count()).toEqual(before);
});

test("single quotes of every shape are taken", () => {
  const store = seededStore();
  const text = "O'Neill, ‘so-called’ 5′ `tick`";
  for (const { table, column } of columns) {
    const { id } = store.get<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`) ?? { id: "" };
    transaction(store, AUDIT, (writer) => ok(writer.update(table, id, { [column]: text })));
    expect(store.get(`SELECT ${column} AS text FROM ${table} WHERE id = ?`, id)).toEqual({ text });
  }
});

function isRefusedByCheck(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch (thrown) {
    return (thrown as { code?: string }).code === "SQLITE_CONSTRAINT_CHECK";
  }
}
